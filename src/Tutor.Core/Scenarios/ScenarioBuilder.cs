using System.Collections.Immutable;
using System.Runtime.InteropServices;
using Tutor.Core.Memory;

namespace Tutor.Core.Scenarios;

/// <summary>
/// Builds memory maps from recipes. The same recipe, kinds and seed give the same bytes on every machine, however
/// many cores build them; how, stands in <c>content/reference/scenarios.md</c>.
/// </summary>
public static class ScenarioBuilder
{
    /// <summary>Page states of one map: an id is two bytes at most, and one value means "nothing yet".</summary>
    const int MostStates = ushort.MaxValue;

    /// <summary>
    /// The recipe's map, or null and every problem of it. <paramref name="progress"/> gets the share done, 0 to 1,
    /// from any thread.
    /// </summary>
    /// <exception cref="OperationCanceledException">Cancelled.</exception>
    public static (Scenario? Scenario, ImmutableArray<ScenarioProblem> Problems) Build(MapRecipe recipe,
        PageKinds kinds, ulong seed, IProgress<double>? progress = null, CancellationToken cancellation = default)
    {
        var (plan, problems) = Plan(recipe, kinds, seed);
        return plan is null ? (null, problems) : (Fill(plan, progress, cancellation), problems);
    }

    /// <summary>
    /// The pages of one pageblock (counted from the map's first) without the rest of the map: its span alone is
    /// filled. Fewer than 512 at the end of the map.
    /// </summary>
    public static (ImmutableArray<PageState> Pages, ImmutableArray<ScenarioProblem> Problems) BuildPageblock(
        MapRecipe recipe, PageKinds kinds, ulong seed, int pageblock)
    {
        var (plan, problems) = Plan(recipe, kinds, seed);
        if (plan is null || pageblock < 0 || pageblock >= (recipe.Pages + Pageblock.Pages - 1) / Pageblock.Pages)
        {
            return ([], problems);
        }

        var span = pageblock * Pageblock.Pages / SpanFiller.SpanPages;
        var ids = new ushort[Math.Min(SpanFiller.SpanPages, recipe.Pages - span * SpanFiller.SpanPages)];
        new SpanFiller(plan).Fill(span, ids);
        var first = pageblock * Pageblock.Pages - span * SpanFiller.SpanPages;
        var pages = Math.Min(Pageblock.Pages, ids.Length - first);
        return ([.. ids.AsSpan(first, pages).ToArray().Select(id => plan.States[id])], problems);
    }

    /// <summary>What is wrong with a recipe; empty if it can be built.</summary>
    public static ImmutableArray<ScenarioProblem> Check(MapRecipe recipe, PageKinds kinds) =>
        Plan(recipe, kinds, 0).Problems;

    static (MapPlan? Plan, ImmutableArray<ScenarioProblem> Problems) Plan(
        MapRecipe recipe, PageKinds kinds, ulong seed)
    {
        ArgumentNullException.ThrowIfNull(recipe);
        ArgumentNullException.ThrowIfNull(kinds);
        var problems = RecipeChecks.Check(recipe, kinds);
        if (problems.Count > 0)
        {
            return (null, [.. problems]);
        }

        var plan = MapPlan.Create(recipe, kinds, seed);
        return plan.States.Length < MostStates ? (plan, [])
            : (null, [new("mix", $"{plan.States.Length} page states, and a map has at most {MostStates - 1}",
                "fewer kinds with ranges, or fewer regions with a zone or migratetype of their own")]);
    }

    static Scenario Fill(MapPlan plan, IProgress<double>? progress, CancellationToken cancellation)
    {
        var ids = new MapIds(plan);
        ids.FillAll(progress, cancellation);
        var (palette, pages, narrow, wide) = ids.Compact();
        var zones = ZonesOf(plan);
        var blocks = PageblocksOf(plan, zones, palette, page => narrow?[page] ?? wide![page]);
        var map = narrow is not null
            ? MemoryMap.Create(plan.Recipe.FirstPfn, palette, narrow, blocks, zones, pages)
            : MemoryMap.CreateWide(plan.Recipe.FirstPfn, palette, wide!, blocks, zones, pages);
        return new Scenario(map, [.. MapPlan.PlacementsOf(plan.Recipe).Select(p => p.Placement), .. plan.Recipe.Over]);
    }

    /// <summary>One range for each zone, from its first page to its last, in the order in which they are compacted. A zone in
    /// several pieces has a range that others lie in: the pageblocks say whose they are.</summary>
    static ImmutableArray<ZoneRange> ZonesOf(MapPlan plan)
    {
        var zones = ImmutableArray.CreateBuilder<ZoneRange>();
        foreach (var zone in Enum.GetValues<ZoneType>())
        {
            var (start, end) = (-1, -1);
            foreach (var segment in plan.SourceSegments)
            {
                var isOfZone = segment.Place.Zone == zone;
                start = isOfZone && start < 0 ? segment.At.Start : start;
                end = isOfZone ? segment.At.End : end;
            }

            if (start >= 0)
            {
                zones.Add(new ZoneRange(zone, plan.Recipe.FirstPfn + start, plan.Recipe.FirstPfn + end));
            }
        }

        return zones.ToImmutable();
    }

    static ImmutableArray<Pageblock> PageblocksOf(MapPlan plan, ImmutableArray<ZoneRange> zones,
        ImmutableArray<PageState> palette, Func<int, int> idAt)
    {
        var pages = plan.Recipe.Pages;
        var isHole = palette.Select(s => s.Has(PageFlags.Invalid)).ToArray();
        var hasHoles = Array.Exists(isHole, h => h);
        var blocks = new Pageblock[(pages + Pageblock.Pages - 1) / Pageblock.Pages];
        var segment = 0;
        for (var i = 0; i < blocks.Length; i++)
        {
            var (first, end) = (i * Pageblock.Pages, Math.Min(pages, (i + 1) * Pageblock.Pages));
            segment = SegmentAt(plan, segment, first);
            var lastSegment = SegmentAt(plan, segment, end - 1);
            var isPresent = !hasHoles || Enumerable.Range(first, end - first).Any(p => !isHole[idAt(p)]);
            blocks[i] = new Pageblock(isPresent, plan.SourceSegments[segment].Place.Migratetype,
                IndexOf(zones, plan.SourceSegments[segment].Place.Zone),
                IndexOf(zones, plan.SourceSegments[lastSegment].Place.Zone));
        }

        return ImmutableCollectionsMarshal.AsImmutableArray(blocks);
    }

    static int SegmentAt(MapPlan plan, int from, int page)
    {
        while (!plan.SourceSegments[from].At.Contains(page))
        {
            from++;
        }

        return from;
    }

    static int IndexOf(ImmutableArray<ZoneRange> zones, ZoneType zone)
    {
        var index = 0;
        while (zones[index].Type != zone)
        {
            index++;
        }

        return index;
    }
}
