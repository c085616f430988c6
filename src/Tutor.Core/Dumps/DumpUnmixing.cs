using System.Collections.Immutable;
using Tutor.Core.Text;

namespace Tutor.Core.Dumps;

/// <summary>
/// Tells the lines of dumps apart that several CPUs printed at once: every way is tried in which each dump has
/// its lines in order and its raw words agree with them. Where more than one way remains, only what all of
/// them say is said.
/// </summary>
static class DumpUnmixing
{
    const int MostSteps = 20_000;
    const int MostSolutions = 32;

    /// <summary>Lines that hold the words of a 64-bit struct page.</summary>
    const int RawLines = 2;

    /// <summary>The first line that cannot follow the one before it in one dump, or null.</summary>
    public static DumpLine? FirstOutOfPlace(IReadOnlyList<DumpLine> run)
    {
        for (var i = 1; i < run.Count; i++)
        {
            if (!CanFollow(run[i - 1], run[i]))
            {
                return run[i];
            }
        }

        return null;
    }

    /// <summary>
    /// The dumps of mixed lines that are finished whichever way the lines are sorted, each with its lines. Others wait
    /// for more lines.
    /// </summary>
    public static IEnumerable<(PageDump Dump, IReadOnlyList<DumpLine> Lines)> Finished(SourceText log, IReadOnlyList<DumpLine> lines)
    {
        var search = new Search(log, lines);
        search.Run();
        if (search.IsOver || search.Solutions.Count == 0)
        {
            yield break;
        }

        for (var i = 0; i < search.Solutions[0].Length; i++)
        {
            var readings = search.Solutions.Select(s => s[i].Dump).OfType<PageDump>().ToList();
            if (readings.Count == search.Solutions.Count && readings.TrueForAll(r => IsSameReading(r, readings[0])))
            {
                yield return (Common(readings), search.Solutions[0][i].Lines);
            }
        }
    }

    static bool CanFollow(DumpLine before, DumpLine line) =>
        line.Prefix == before.Prefix && line.Caller == before.Caller && before.Part != DumpPart.Reason
        && (line.Part > before.Part || line.Part == before.Part && line.Part is DumpPart.Raw or DumpPart.HeadRaw);

    /// <summary>Equal in everything that a reading of the page rests on.</summary>
    static bool IsSameReading(PageDump a, PageDump b) =>
        (a.RefCount, a.MapCount, a.HasMapping, a.Head, a.Type, a.Aops, a.Zone, a.IsCma, a.PageType, a.Reason, a.IsTail, a.MappingTag)
            == (b.RefCount, b.MapCount, b.HasMapping, b.Head, b.Type, b.Aops, b.Zone, b.IsCma, b.PageType, b.Reason, b.IsTail, b.MappingTag)
        && a.Flags.Where(DumpedFlags.IsTelling).SequenceEqual(b.Flags.Where(DumpedFlags.IsTelling));

    static PageDump Common(List<PageDump> readings)
    {
        var flags = readings[0].Flags.Where(f => readings.TrueForAll(r => r.Has(f))).ToImmutableArray();
        var isShort = readings.Exists(r => r.Flags.Length > flags.Length);
        return isShort
            ? readings[0] with
            {
                Flags = flags,
                Notes = readings[0].Notes.Add(
                    "Its lines are mixed with those of another dump: of its flags only those are listed that it has in any case."),
            }
            : readings[0];
    }

    /// <summary>A dump of one way to sort the lines: with its lines so far, and read once it has its reason.</summary>
    sealed record Sorted(PageDump? Dump, IReadOnlyList<DumpLine> Lines);

    sealed class Search(SourceText log, IReadOnlyList<DumpLine> lines)
    {
        /// <summary>A kernel prints the raw words of every page: where some are, each dump has its own.</summary>
        readonly bool _hasRaw = lines.Any(l => l.Part == DumpPart.Raw);

        readonly List<List<DumpLine>> _open = [];
        int _steps;

        /// <summary>Each: a dump for every first line, in their order.</summary>
        public List<Sorted[]> Solutions { get; } = [];

        /// <summary>There were too many ways.</summary>
        public bool IsOver => _steps > MostSteps || Solutions.Count > MostSolutions;

        public void Run() => Place(0);

        void Place(int at)
        {
            if (++_steps > MostSteps || IsOver)
            {
                return;
            }

            if (at == lines.Count)
            {
                if (_open.TrueForAll(CanStillBecomeOne))
                {
                    AddSolution([.. _open.Select(o => new Sorted(o[^1].Part == DumpPart.Reason ? Parse(o) : null, o.ToList()))]);
                }

                return;
            }

            var line = lines[at];
            if (line.Part == DumpPart.First)
            {
                _open.Add([line]);
                Place(at + 1);
                _open.RemoveAt(_open.Count - 1);
                return;
            }

            for (var i = 0; i < _open.Count; i++)
            {
                var dump = _open[i];
                if (!CanFollow(dump[^1], line))
                {
                    continue;
                }

                dump.Add(line);
                if (line.Part != DumpPart.Reason || Parse(dump) is not null)
                {
                    Place(at + 1);
                }

                dump.RemoveAt(dump.Count - 1);
            }
        }

        /// <summary>A dump that waits for its reason and has its raw words already agrees with them.</summary>
        bool CanStillBecomeOne(List<DumpLine> dump) => dump[^1].Part is not (DumpPart.Raw or DumpPart.HeadRaw)
            || dump.Count(l => l.Part == DumpPart.Raw) < RawLines
            || Parse([.. dump, dump[^1] with { Part = DumpPart.Reason, Content = "page dumped because: later" }]) is not null;

        /// <summary>Two dumps of one group of tasks share whole lines: which has which is then no difference.</summary>
        void AddSolution(Sorted[] dumps)
        {
            if (!Solutions.Exists(s => s.Zip(dumps).All(p => IsSame(p.First, p.Second))))
            {
                Solutions.Add(dumps);
            }
        }

        static bool IsSame(Sorted a, Sorted b) => a.Dump is null || b.Dump is null
            ? a.Dump is null && b.Dump is null && a.Lines.Select(l => l.Content).SequenceEqual(b.Lines.Select(l => l.Content))
            : IsSameReading(a.Dump, b.Dump) && a.Dump.Flags.SequenceEqual(b.Dump.Flags);

        PageDump? Parse(List<DumpLine> dump) =>
            new DumpParser(log, new DiagnosticBag()).Parse(dump) is { } read && DumpConsistency.IsConsistent(read)
                && (read.Raw.Length > 0 || !_hasRaw) ? read : null;
    }
}
