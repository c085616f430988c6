using System.Collections.Immutable;
using Tutor.Core.Memory;

namespace Tutor.Core.Scenarios;

/// <summary>Finds what is wrong with a recipe before anything is built from it; every problem at once.</summary>
static class RecipeChecks
{
    /// <summary>A hand writes dozens; a page card looks through them.</summary>
    const int MostPlacements = 10_000;

    const int MostRegions = 1_000;

    /// <summary>Kinds of one mix.</summary>
    public const int MostKinds = 200;

    public static List<ScenarioProblem> Check(MapRecipe recipe, PageKinds kinds)
    {
        var problems = new List<ScenarioProblem>();
        if (recipe.Pages is < 1 or > MapRecipe.MostPages)
        {
            problems.Add(new("pages", $"a map has 1 to {MapRecipe.MostPages} pages, not {recipe.Pages}"));
        }

        if (recipe.FirstPfn < 0 || recipe.FirstPfn % Pageblock.Pages != 0 || recipe.FirstPfn > long.MaxValue >> 12)
        {
            problems.Add(new("first_pfn", $"the first pfn is a multiple of {Pageblock.Pages}, not {recipe.FirstPfn}"));
        }

        CheckMix(recipe.Mix, "mix", kinds, problems);
        CheckLayout(recipe.Layout, "layout", problems);
        if (recipe.Regions.Length > MostRegions)
        {
            problems.Add(new("regions", $"more than {MostRegions} regions"));
        }

        for (var i = 0; i < recipe.Regions.Length; i++)
        {
            CheckRegion(recipe, recipe.Regions[i], $"regions/{i}", kinds, problems);
        }

        CheckSet(recipe, recipe.Set, "set", kinds, problems);
        CheckSet(recipe, recipe.Over, "over", kinds, problems);
        if (problems.Count == 0)
        {
            CheckPlaces(recipe, kinds, problems);
        }

        return problems;
    }

    static void CheckMix(ImmutableArray<MixEntry> mix, string place, PageKinds kinds, List<ScenarioProblem> problems)
    {
        foreach (var entry in mix)
        {
            if (!CheckKind(entry.Kind, $"{place}/{entry.Kind}", kinds, problems))
            {
                continue;
            }

            if (entry.Weight is < 0 or > MapRecipe.MostWeight)
            {
                problems.Add(new($"{place}/{entry.Kind}",
                    $"a weight is a number from 0 to {MapRecipe.MostWeight}, not {entry.Weight}"));
            }
        }

        if (mix.Length > MostKinds)
        {
            problems.Add(new(place, $"more than {MostKinds} kinds"));
        }

        if (mix.Length > 0 && mix.All(e => e.Weight == 0))
        {
            problems.Add(new(place, "every weight is 0"));
        }
    }

    static bool CheckKind(string name, string place, PageKinds kinds, List<ScenarioProblem> problems)
    {
        if (kinds.Find(name) is not null)
        {
            return true;
        }

        var nearest = kinds.Nearest(name);
        problems.Add(new(place, $"no page kind is called '{name}'",
            nearest is null ? null : $"did you mean '{nearest}'?"));
        return false;
    }

    static void CheckLayout(MapLayout layout, string place, List<ScenarioProblem> problems)
    {
        if (layout.LeastRun < 1 || layout.LeastRun > layout.MostRun || layout.MostRun > MapRecipe.LongestRun)
        {
            problems.Add(new(place, $"runs are [least, most] pages from 1 to {MapRecipe.LongestRun}, "
                + $"not [{layout.LeastRun}, {layout.MostRun}]"));
        }
    }

    static void CheckRegion(MapRecipe recipe, MapRegion region, string place, PageKinds kinds,
        List<ScenarioProblem> problems)
    {
        var isInside = CheckRange(recipe, region.At, $"{place}/at", problems);
        if (isInside && region.Migratetype is not null && !IsWholeBlocks(recipe, region.At))
        {
            problems.Add(new($"{place}/migratetype",
                $"a migratetype belongs to whole pageblocks, and {region.At} does not begin and end with one",
                $"use multiples of {Pageblock.Pages}"));
        }

        CheckMix(region.Mix ?? [], $"{place}/mix", kinds, problems);
        if (region.Layout is { } layout)
        {
            CheckLayout(layout, $"{place}/layout", problems);
        }

        CheckSet(recipe, region.Set, $"{place}/set", kinds, problems);
    }

    static bool IsWholeBlocks(MapRecipe recipe, PageRange at) => at.Start % Pageblock.Pages == 0
        && (at.End % Pageblock.Pages == 0 || at.End == recipe.Pages);

    static bool CheckRange(MapRecipe recipe, PageRange at, string place, List<ScenarioProblem> problems)
    {
        var isInside = at.Start >= 0 && at.Start < at.End && at.End <= recipe.Pages;
        if (!isInside)
        {
            problems.Add(new(place, at.Start >= at.End ? $"{at} holds no page: ranges are half-open"
                : $"{at} is outside the map of {recipe.Pages} pages",
                at.Start >= at.End ? "the end is the first page behind it: +8..+16 are eight pages" : $"its pages are +0 to +{recipe.Pages - 1}"));
        }

        return isInside;
    }

    static void CheckSet(MapRecipe recipe, ImmutableArray<MapPlacement> set, string place, PageKinds kinds,
        List<ScenarioProblem> problems)
    {
        if (set.Length > MostPlacements)
        {
            problems.Add(new(place, $"more than {MostPlacements} entries"));
            return;
        }

        for (var i = 0; i < set.Length; i++)
        {
            var isInside = CheckRange(recipe, set[i].At, $"{place}/{i}/page", problems);
            if (CheckKind(set[i].Kind, $"{place}/{i}/kind", kinds, problems) && isInside)
            {
                CheckFolios(recipe, set[i], $"{place}/{i}/page", kinds, problems);
            }
        }
    }

    static void CheckFolios(MapRecipe recipe, MapPlacement placement, string place, PageKinds kinds,
        List<ScenarioProblem> problems)
    {
        var pages = 1 << kinds.Find(placement.Kind)!.Order;
        if ((recipe.FirstPfn + placement.At.Start) % pages != 0 || placement.At.Count % pages != 0)
        {
            problems.Add(new(place, $"'{placement.Kind}' is a folio of {pages} pages: it begins at a multiple of "
                + $"that and is whole, unlike {placement.At}"));
        }
    }

    /// <summary>What needs the whole: kinds in their zones, folios that stay whole.</summary>
    static void CheckPlaces(MapRecipe recipe, PageKinds kinds, List<ScenarioProblem> problems)
    {
        var segments = MapSegment.Of(recipe);
        foreach (var segment in segments)
        {
            foreach (var entry in segment.Mix.Where(e => e.Weight > 0))
            {
                CheckPlace(kinds.Find(entry.Kind)!, segment.Place, $"{segment.MixPlace}/{entry.Kind}", problems);
            }
        }

        var placements = MapPlan.PlacementsOf(recipe).ToList();
        foreach (var (placement, place) in placements.Concat(recipe.Over.Select((p, i) => (p, $"over/{i}"))))
        {
            foreach (var segment in segments.Where(s => Overlap(s.At, placement.At)))
            {
                CheckPlace(kinds.Find(placement.Kind)!, segment.Place, $"{place}/kind", problems);
            }
        }

        CheckWholeFolios(placements, kinds, problems);
        var distinct = problems.Distinct().ToList();
        problems.Clear();
        problems.AddRange(distinct);
    }

    static void CheckPlace(PageKind kind, MapPlace place, string where, List<ScenarioProblem> problems)
    {
        if (kind.Zone is { } zone && zone != place.Zone)
        {
            problems.Add(new(where, $"'{kind.Name}' exists only in zone '{Word(MemoryWords.Zones, zone)}'",
                "give it a region with that zone"));
        }

        if (kind.Migratetype is { } type && type != place.Migratetype)
        {
            problems.Add(new(where,
                $"'{kind.Name}' exists only in pageblocks of migratetype '{Word(MemoryWords.Migratetypes, type)}'",
                "give it a region with that migratetype"));
        }
    }

    static string Word<T>(ImmutableArray<(string Word, T Value)> table, T value) =>
        table.First(t => Equals(t.Value, value)).Word;

    static void CheckWholeFolios(List<(MapPlacement Placement, string Place)> placements, PageKinds kinds,
        List<ScenarioProblem> problems)
    {
        // Only folios can be cut in two, and there are few placements of them.
        var folios = placements.Index().Where(p => kinds.Find(p.Item.Placement.Kind)!.Order > 0).ToList();
        foreach (var (index, (folio, _)) in folios)
        {
            var pages = 1 << kinds.Find(folio.Kind)!.Order;
            foreach (var (later, place) in placements.Skip(index + 1).Where(p => Overlap(p.Placement.At, folio.At)))
            {
                if ((later.At.Start > folio.At.Start && (later.At.Start - folio.At.Start) % pages != 0)
                    || (later.At.End < folio.At.End && (later.At.End - folio.At.Start) % pages != 0))
                {
                    problems.Add(new($"{place}/page", $"{later.At} cuts a folio of '{folio.Kind}' in two"));
                }
            }
        }
    }

    static bool Overlap(PageRange a, PageRange b) => a.Start < b.End && b.Start < a.End;
}
