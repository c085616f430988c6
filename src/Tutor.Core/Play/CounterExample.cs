using System.Collections.Immutable;
using System.Numerics;
using Tutor.Core.Levels;
using Tutor.Core.Memory;
using Tutor.Core.Predicates;
using Tutor.Core.Scoring;
using Tutor.Core.Simulation;

namespace Tutor.Core.Play;

/// <summary>A page on which a predicate is wrong.</summary>
/// <param name="Run">The run that shows it.</param>
/// <param name="Page">Counted from the map's first.</param>
/// <param name="Verdict">
/// <see cref="PageVerdict.FalseSkip"/> or <see cref="PageVerdict.Futile"/>; <see cref="PageVerdict.NoTarget"/> is the page
/// at which a zone was given up.
/// </param>
/// <param name="Alike">Pages of its kind that are wrong in the same way on this map, over all passes.</param>
/// <param name="Twin">
/// The page most like it for which the same answer is right: the predicate does not tell the two apart. Null if there
/// is none.
/// </param>
public sealed record CounterPage(MapRun Run, int Page, PageVerdict Verdict, long Alike, int? Twin)
{
    public PageState State => Run.Map.Map.StateAt(Page);

    public bool IsShown => Run.Map.Role == MapRole.Shown;
}

/// <summary>
/// The fewest pages that show every way in which a predicate fails its level: one for each kind of page that is
/// wrong, at most eight, the simplest of its kind.
/// </summary>
public sealed record CounterExample(ImmutableArray<CounterPage> Pages)
{
    public const int MostPages = 8;

    /// <summary>Pages of one state that are looked through for one that was wrong in the last pass.</summary>
    const int MostLooks = 4096;

    /// <summary>
    /// The pages that prove why a run missed its lowest medal. Null if it missed none, or if no single page is at fault.
    /// </summary>
    public static CounterExample? Of(LevelRunResult run)
    {
        ArgumentNullException.ThrowIfNull(run);
        var missed = run.Goals.Where(g => !g.IsMet).ToList();
        if (run.Predicate is not { } predicate || missed.Count == 0)
        {
            return null;
        }

        var tier = missed.Min(g => g.Goal.Tier);
        var sides = missed.Where(g => g.Goal.Tier == tier).SelectMany(g => g.Goal.Metric.BlameFor(g.Goal.Bound.Side)).ToHashSet();
        var signs = run.Misconceptions.SelectMany(m => m.Signs).ToList();
        var isGivenUp = missed.Exists(g => g.Goal.Tier == tier && g.Goal.Metric.Name == Metric.ZoneGivenUp);
        var pages = run.Maps
            .OrderBy(m => m.Map.Role == MapRole.Shown ? 0 : 1)
            .SelectMany(m => isGivenUp ? WrongOn(m, predicate, sides).Concat(GivenUpOn(m, predicate)) : WrongOn(m, predicate, sides))
            .DistinctBy(p => (p.State.Kind, p.Verdict))
            .OrderByDescending(p => signs.Exists(s => ShowsOn(s, p)))
            .ThenByDescending(p => p.IsShown)
            .ThenByDescending(p => p.Alike)
            .Take(MostPages)
            .ToImmutableArray();
        return pages.IsEmpty ? null : new CounterExample(pages);
    }

    static bool ShowsOn(MisconceptionSign sign, CounterPage page) =>
        (sign.OfKind is null || sign.OfKind == page.State.Kind) && sign.Metric.BlameFor(Missed(sign)).Contains(page.Verdict);

    /// <summary>A sign says where a metric is bad; a goal says where it is good.</summary>
    static BoundSide Missed(MisconceptionSign sign) => sign.Bound.Side switch
    {
        BoundSide.Min => BoundSide.Max,
        BoundSide.Max => BoundSide.Min,
    };

    static IEnumerable<CounterPage> WrongOn(MapRun run, Predicate predicate, HashSet<PageVerdict> sides)
    {
        var palette = run.Map.Map.Palette;
        foreach (var side in sides.Order())
        {
            var wrong = Enumerable.Range(0, palette.Length).Where(id => CountOf(run, id, side) > 0);
            foreach (var kind in wrong.GroupBy(id => palette[id].Kind))
            {
                var id = kind.OrderBy(i => palette[i].RefCount).ThenBy(i => palette[i].Holders.Items.Length).First();
                var page = FirstOf(run, id, side);
                var twin = Twin(run, predicate, id);
                yield return new CounterPage(run, page, side, kind.Sum(i => CountOf(run, i, side)),
                    twin is { } other ? IdSearch(run.Map.Map, other, 0) : null);
            }
        }
    }

    /// <summary>The page that ended a zone's run: the folio of its last batch that could not be split, else the first page without a target.</summary>
    static IEnumerable<CounterPage> GivenUpOn(MapRun run, Predicate predicate)
    {
        if (run.Result.Metrics.ZoneGivenUp == 0)
        {
            yield break;
        }

        var trace = new ScanTrace();
        Compaction.Run(run.Map.Map, predicate.Ask, run.Map.Settings, trace);
        ScanEvent? cause = null;
        foreach (var e in trace.Events)
        {
            if (e.Kind == ScanEventKind.BatchBegins)
            {
                cause = null;
            }
            else if (e.Kind == ScanEventKind.SplitFailed || (e.Kind == ScanEventKind.OutOfTargets && cause is null))
            {
                cause = e;
            }
            else if (e.Kind == ScanEventKind.ZoneGivenUp && cause is { } stuck)
            {
                yield return new CounterPage(run, (int)(stuck.Pfn - run.Map.Map.FirstPfn), PageVerdict.NoTarget, 1, null);
            }
        }
    }

    static long CountOf(MapRun run, int id, PageVerdict side) =>
        side == PageVerdict.Futile ? run.Result.ByState[id].Futile : run.Result.ByState[id].FalseSkips;

    /// <summary>The first page of the state that ended up wrong; a frame may have been judged anew in a later pass.</summary>
    static int FirstOf(MapRun run, int id, PageVerdict side)
    {
        var first = IdSearch(run.Map.Map, id, 0);
        var page = first;
        for (var looks = 0; page >= 0 && looks < MostLooks; looks++)
        {
            if (run.Result.Verdicts[page] == side)
            {
                return page;
            }

            page = IdSearch(run.Map.Map, id, page + 1);
        }

        return first;
    }

    static int IdSearch(MemoryMap map, int id, int from)
    {
        var found = map.IsNarrow ? map.NarrowIds[from..].IndexOf((byte)id) : map.WideIds[from..].IndexOf((ushort)id);
        return found < 0 ? -1 : from + found;
    }

    static int? Twin(MapRun run, Predicate predicate, int wrong)
    {
        var palette = run.Map.Map.Palette;
        var control = run.Map.Settings.Control;
        var answer = predicate.Ask(palette[wrong], control);
        int? best = null;
        for (var id = 0; id < palette.Length; id++)
        {
            var counts = run.Result.ByState[id];
            if (counts.Candidates > 0 && counts.Futile == 0 && counts.FalseSkips == 0
                && predicate.Ask(palette[id], control) == answer
                && (best is not { } known || Difference(palette[id], palette[wrong]) < Difference(palette[known], palette[wrong])))
            {
                best = id;
            }
        }

        return best;
    }

    /// <summary>The number of facts, of those that a predicate can read, in which two pages differ.</summary>
    static int Difference(PageState a, PageState b) =>
        BitOperations.PopCount((ulong)(a.Flags ^ b.Flags))
        + (a.RefCount == b.RefCount ? 0 : 1) + (a.MapCount == b.MapCount ? 0 : 1) + (a.PinCount == b.PinCount ? 0 : 1)
        + (a.MapKind == b.MapKind ? 0 : 1) + (a.Order == b.Order ? 0 : 1)
        + (a.Zone == b.Zone ? 0 : 1) + (a.Migratetype == b.Migratetype ? 0 : 1);
}
