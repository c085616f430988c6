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

    /// <summary>Lines from a first line to its reason, in order, all with the same prefix.</summary>
    public static bool IsWhole(IReadOnlyList<DumpLine> run) =>
        run is [{ Part: DumpPart.First }, .., { Part: DumpPart.Reason }] && FirstOutOfPlace(run) is null;

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

    /// <summary>The dumps of mixed lines: as many as there are first lines, less those that stay unclear.</summary>
    public static DumpsRead Split(SourceText log, IReadOnlyList<DumpLine> lines)
    {
        var search = new Search(log, lines);
        search.Run();
        var firsts = lines.Where(l => l.Part == DumpPart.First).ToList();
        var dumps = ImmutableArray.CreateBuilder<PageDump>();
        var problems = new DiagnosticBag();
        foreach (var (first, i) in firsts.Select((f, i) => (f, i)))
        {
            var readings = search.IsOver ? [] : search.Solutions.Select(s => s[i]).ToList();
            if (readings.Count > 0 && readings.TrueForAll(r => IsSameReading(r, readings[0])))
            {
                dumps.Add(Common(readings));
            }
            else
            {
                problems.Report(DumpCodes.Mixed, log, first.Span,
                    "the lines of this dump and of another are mixed and cannot be told apart",
                    "print the log again with the printing CPU in front (CONFIG_PRINTK_CALLER), or cut one dump out by hand");
            }
        }

        return new DumpsRead(dumps.ToImmutable(), problems.ToImmutable());
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

    sealed class Search(SourceText log, IReadOnlyList<DumpLine> lines)
    {
        readonly List<List<DumpLine>> _open = [];
        int _steps;

        /// <summary>Each: one dump for every first line, in their order.</summary>
        public List<ImmutableArray<PageDump>> Solutions { get; } = [];

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
                AddSolution([.. _open.Select(Parse).OfType<PageDump>()]);
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

        /// <summary>Two dumps of one group of tasks share whole lines: which has which is then no difference.</summary>
        void AddSolution(ImmutableArray<PageDump> dumps)
        {
            if (!Solutions.Exists(s => s.Zip(dumps).All(p => IsSameReading(p.First, p.Second)
                && p.First.Flags.SequenceEqual(p.Second.Flags))))
            {
                Solutions.Add(dumps);
            }
        }

        PageDump? Parse(List<DumpLine> dump) =>
            new DumpParser(log, new DiagnosticBag()).Parse(dump) is { } read && DumpConsistency.IsConsistent(read) ? read : null;
    }
}
