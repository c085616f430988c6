using System.Collections.Immutable;
using System.Text;
using Tutor.Core.Levels.Yaml;
using Tutor.Core.Memory;
using Tutor.Core.Scenarios;
using Tutor.Core.Text;

namespace Tutor.Core.Levels;

/// <summary>Reads the maps of a level: recipes, copies of recipes, recordings; and gives every map its seeds.</summary>
static class LevelMapsReader
{
    const int SizeWithoutSize = 1 << 20;

    public static ImmutableArray<LevelMap> Read(YamlNode root, string level, int revision, PageKinds kinds, NodeReader reader)
    {
        var maps = new List<LevelMap>();
        foreach (var node in NodeReader.Items(root, "maps").OfType<YamlMapping>())
        {
            var id = NodeReader.Text(node, "id") ?? "";
            if (NodeReader.Find(node, "id") is { } name && maps.Exists(m => m.Id == id))
            {
                reader.Report(LevelCodes.DuplicateId, name.Span, $"there are two maps '{id}'", "give one of them another id");
            }

            if (MapOf(node, id, level, revision, maps, reader) is not { } map)
            {
                continue;
            }

            if (NodeReader.Text(node, "trigger") is { } trigger)
            {
                map = map with { Run = RunKeyReader.Read(NodeReader.Find(root, "run"), trigger) };
            }

            if (map.Recipe is not null)
            {
                // What is wrong in the recipe that it takes is told there.
                var taken = maps.Find(m => m.Id == NodeReader.Text(node, "like"))?.Recipe;
                var known = taken is null ? [] : ScenarioBuilder.Check(taken, kinds).Select(p => p.Place).ToHashSet();
                var found = ScenarioBuilder.Check(map.Recipe, kinds)
                    .Where(p => !known.Contains(p.Place) || NodeReader.Find(node, p.Place.Split('/')[0]) is not null);
                ProblemPlaces.Report(found, node, "", LevelCodes.BadMap, reader);
            }

            maps.Add(map);
        }

        return [.. maps];
    }

    /// <summary>The map of a file that is one map entry, with page kinds of its own; null if it has errors.</summary>
    public static (LevelMap? Map, PageKinds Kinds) ReadRecipe(SourceText source, PageKinds known, DiagnosticBag problems)
    {
        var found = new DiagnosticBag();
        var file = YamlReader.Read(source, found);
        var reader = new NodeReader(source, found);
        LevelMap? map = null;
        if (file.Root is { } root && reader.Check(root, LevelKeys.Recipe, "the file") && root is YamlMapping node)
        {
            known = PageKindReader.Read(NodeReader.Find(node, "kinds"), known, reader, standsIn: true);
            map = MapOf(node, NodeReader.Text(node, "id") ?? "recipe", "recipe", 1, [], reader);
            if (map?.Recipe is { } recipe)
            {
                ProblemPlaces.Report(ScenarioBuilder.Check(recipe, known), node, "", LevelCodes.BadMap, reader);
            }
        }

        problems.AddRange(found.ToImmutable());
        return (found.HasErrors ? null : map, known);
    }

    static LevelMap? MapOf(YamlMapping node, string id, string level, int revision, List<LevelMap> before, NodeReader reader)
    {
        var role = MapRoles.Find(NodeReader.Text(node, "role") ?? "") ?? MapRole.Shown;
        if (NodeReader.Find(node, "recorded") is YamlScalar recorded)
        {
            return new LevelMap(id, role, null, recorded.Text, [], node.Span);
        }

        var recipe = RecipeOf(node, before, reader);
        return recipe is null ? null : new LevelMap(id, role, recipe, null, SeedsOf(node, id, level, revision), node.Span);
    }

    static MapRecipe? RecipeOf(YamlMapping node, List<LevelMap> before, NodeReader reader)
    {
        MapRecipe? like = null;
        if (NodeReader.Find(node, "like") is YamlScalar model)
        {
            like = before.Find(m => m.Id == model.Value)?.Recipe;
            if (like is null)
            {
                var near = Suggestions.Nearest(model.Value, before.Select(m => m.Id));
                var isRecorded = before.Exists(m => m.Id == model.Value);
                reader.Report(LevelCodes.UnknownReference, model.Span,
                    isRecorded ? $"'{model.Value}' is a recorded map: it has no recipe to take" : $"no map before this one is called '{model.Value}'",
                    isRecorded || near is null ? "'like' names a map that stands above and has a recipe" : $"did you mean '{near}'?");
                return null;
            }
        }

        var pages = NodeReader.Number(node, "pages") ?? like?.Pages;
        var zone = PageKindReader.Word(node, "zone", MemoryWords.Zones) ?? like?.Zone ?? ZoneType.Normal;
        var firstPfn = like?.FirstPfn ?? MapRecipe.UsualFirstPfn(zone);
        if (NodeReader.Text(node, "first_pfn") is { } first)
        {
            firstPfn = NodeReader.PageOf(first, 0) ?? firstPfn;
        }

        var recipe = like ?? new MapRecipe { Pages = 1 };
        return recipe with
        {
            // A size that is no size has been reported; the rest of the map is checked against a large one.
            Pages = pages is > 0 and <= MapRecipe.MostPages ? (int)pages : SizeWithoutSize,
            FirstPfn = firstPfn,
            Zone = zone,
            Migratetype = PageKindReader.Word(node, "migratetype", MemoryWords.Migratetypes) ?? recipe.Migratetype,
            Mix = [.. MixOf(node, "mix") ?? recipe.Mix, .. MixOf(node, "add") ?? []],
            Layout = LayoutOf(node) ?? recipe.Layout,
            Regions = NodeReader.Find(node, "regions") is null ? recipe.Regions
                : [.. NodeReader.Items(node, "regions").Select(r => RegionOf(r, firstPfn)).OfType<MapRegion>()],
            Set = NodeReader.Find(node, "set") is null ? recipe.Set : PlacementsOf(node, "set", firstPfn),
            Over = NodeReader.Find(node, "over") is null ? recipe.Over : PlacementsOf(node, "over", firstPfn),
        };
    }

    static ImmutableArray<MixEntry>? MixOf(YamlNode node, string key) =>
        NodeReader.Find(node, key) is YamlMapping mix
            ? [.. mix.Entries.Select(e => new MixEntry(e.Key.Value, (int)(NodeReader.Number(mix, e.Key.Value) ?? 0)))]
            : null;

    static MapLayout? LayoutOf(YamlNode node) =>
        NodeReader.Texts(NodeReader.Find(node, "layout"), "runs") is [var least, var most]
            && int.TryParse(least, out var low) && int.TryParse(most, out var high)
            ? new MapLayout(low, high)
            : null;

    static MapRegion? RegionOf(YamlNode node, long firstPfn) =>
        RangeOf(NodeReader.Text(node, "at"), firstPfn) is not { } at ? null : new MapRegion(at)
        {
            Zone = PageKindReader.Word(node, "zone", MemoryWords.Zones),
            Migratetype = PageKindReader.Word(node, "migratetype", MemoryWords.Migratetypes),
            Mix = MixOf(node, "mix"),
            Layout = LayoutOf(node),
            Set = PlacementsOf(node, "set", firstPfn),
        };

    static ImmutableArray<MapPlacement> PlacementsOf(YamlNode node, string key, long firstPfn) =>
    [
        .. NodeReader.Items(node, key)
            .Select(p => RangeOf(NodeReader.Text(p, "page"), firstPfn) is { } at && NodeReader.Text(p, "kind") is { } kind
                ? new MapPlacement(at, kind, NodeReader.Text(p, "because")?.Trim())
                : null)
            .OfType<MapPlacement>(),
    ];

    static PageRange? RangeOf(string? text, long firstPfn)
    {
        var parts = text?.Split("..") ?? [];
        if (parts.Length is 0 or > 2 || NodeReader.PageOf(parts[0], firstPfn) is not { } start)
        {
            return null;
        }

        var end = parts.Length == 1 ? start + 1 : NodeReader.PageOf(parts[1], firstPfn);
        return end is null ? null : new PageRange(Narrow(start), Narrow(end.Value));
    }

    /// <summary>What does not fit 32 bits is outside every map; the check of the recipe says so.</summary>
    static int Narrow(long page) => (int)Math.Clamp(page, int.MinValue, int.MaxValue);

    static ImmutableArray<ulong> SeedsOf(YamlNode node, string map, string level, int revision)
    {
        if (NodeReader.Number(node, "seeds") is not { } count)
        {
            return [(ulong)(NodeReader.Number(node, "seed") ?? 1)];
        }

        var seeds = ImmutableArray.CreateBuilder<ulong>();
        for (var i = 0; i < Math.Clamp(count, 1, 64); i++)
        {
            seeds.Add(SeedOf(level, revision, map, i));
        }

        return seeds.ToImmutable();
    }

    /// <summary>
    /// Seed number <paramref name="index"/> of a map with <c>seeds</c>: FNV-1a over the UTF-8 bytes of
    /// <c>level/revision/map/index</c>, mixed by splitmix64, in 53 bits so that JSON readers keep every digit.
    /// </summary>
    public static ulong SeedOf(string level, int revision, string map, int index)
    {
        var hash = 0xCBF29CE484222325UL;
        foreach (var b in Encoding.UTF8.GetBytes(FormattableString.Invariant($"{level}/{revision}/{map}/{index}")))
        {
            hash = unchecked((hash ^ b) * 0x100000001B3UL);
        }

        return Rng.SplitMix64(ref hash) >> 11;
    }
}
