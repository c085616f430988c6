using System.Collections.Immutable;
using Tutor.Core.Text;

namespace Tutor.Core.Dumps;

/// <summary>
/// Sorts lines into dumps. A dump whose lines follow each other is taken at once; where the lines of several
/// are mixed, they wait until every one has its reason and <see cref="DumpUnmixing"/> tells them apart.
/// </summary>
sealed class DumpPool(SourceText log)
{
    /// <summary>More lines than this of unfinished dumps are not searched.</summary>
    const int MostWaiting = 64;

    readonly DiagnosticBag _problems = new();
    readonly List<PageDump> _dumps = [];
    readonly List<DumpLine> _waiting = [];

    public void Add(DumpLine line)
    {
        if (line.Part == DumpPart.First || _waiting.Count > 0)
        {
            _waiting.Add(line);
        }
        else if (line.Part == DumpPart.Reason)
        {
            _problems.Report(DumpCodes.Damaged, log, line.Span, "a page dump ends here whose first line is missing");
        }

        if (line.Part == DumpPart.Reason && _waiting.Count > 0)
        {
            TakeFinished();
        }

        if (_waiting.Count > MostWaiting)
        {
            GiveUp(_waiting.Count);
        }
    }

    /// <summary>Gives up on dumps that have waited since before this line.</summary>
    public void Expire(int line)
    {
        if (_waiting.Count > 0 && _waiting[^1].Number < line)
        {
            GiveUp(_waiting.Count);
        }
    }

    public (IEnumerable<PageDump> Dumps, ImmutableArray<Diagnostic> Problems) Finish()
    {
        GiveUp(_waiting.Count);
        return (_dumps.OrderBy(d => d.Line), _problems.ToImmutable());
    }

    void TakeFinished()
    {
        if (_waiting.Count(l => l.Part == DumpPart.First) == 1)
        {
            var only = _waiting.ToList();
            _waiting.Clear();
            Take(only);
            return;
        }

        foreach (var (dump, lines) in DumpUnmixing.Finished(log, _waiting))
        {
            _dumps.Add(dump);
            _waiting.RemoveAll(lines.Contains);
        }

        var firsts = _waiting.Where(l => l.Part == DumpPart.First).ToList();
        if (firsts.Count > _waiting.Count(l => l.Part == DumpPart.Reason))
        {
            return;
        }

        // Each dump has an end, but nobody can tell which lines belong to which dump.
        foreach (var first in firsts)
        {
            _problems.Report(DumpCodes.Mixed, log, first.Span, "the lines of this dump and of another are mixed and cannot be told apart",
                "print the log again with the printing CPU in front (CONFIG_PRINTK_CALLER), or cut one dump out by hand");
        }

        _waiting.Clear();
    }

    /// <summary>A run of lines that is one dump, whole or damaged.</summary>
    void Take(List<DumpLine> run)
    {
        if (DumpUnmixing.FirstOutOfPlace(run) is { } stray)
        {
            _problems.Report(DumpCodes.Damaged, log, stray.Span, "this line does not belong at this place of a page dump");
        }
        else if (new DumpParser(log, _problems).Parse(run) is { } dump)
        {
            _dumps.Add(dump);
        }
    }

    void GiveUp(int count)
    {
        foreach (var line in _waiting.Take(count).Where(l => l.Part == DumpPart.First))
        {
            _problems.Report(DumpCodes.Damaged, log, line.Span, "this dump ends before its reason",
                "the log breaks off, or lines of it are missing: look for 'page dumped because:'");
        }

        _waiting.RemoveRange(0, count);
    }
}
