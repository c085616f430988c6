using Tutor.Core.Levels.Yaml;
using Tutor.Core.Text;

namespace Tutor.Core.Levels;

/// <summary>What the keys of a level have to do with each other: names that must stand for something, places that must be on a map.</summary>
static class LevelChecks
{
    public static void Check(Level level, YamlNode root, NodeReader reader, bool isWhole)
    {
        Unique(root, "solutions", "solutions", reader);
        Unique(root, "options", "options", reader);
        Unique(root, "misconceptions", "misconceptions", reader);
        foreach (var node in NodeReader.Items(root, "options").Concat(NodeReader.Items(root, "solutions")))
        {
            Refers(node, "misconception", level.Misconceptions.Select(m => m.Id), "misconception", reader);
        }

        foreach (var wrong in NodeReader.Items(NodeReader.Find(root, "facilitator"), "wrong"))
        {
            Refers(wrong, "option", level.Options.Select(o => o.Id), "option", reader);
        }

        foreach (var id in NodeReader.Items(root, "formerly").OfType<YamlScalar>().Where(f => f.Value == level.Id))
        {
            reader.Report(LevelCodes.NeverHappens, id.Span, $"'{id.Value}' is this level's own id", "name levels that are no more, or leave the key out");
        }

        if (isWhole)
        {
            Refers(NodeReader.Find(root, "repair"), "start", level.Solutions.Select(s => s.Id), "solution", reader);
            CheckRoles(level, root, reader);
            CheckPlaces(level, root, reader);
            CheckPasses(level, root, reader);
            CheckMisconceptionKinds(level, root, reader);
            CheckDump(level, root, reader);
            CheckMarked(level, root, reader);
            AttackChecks.Check(level, root, reader);
        }
    }

    /// <summary>What is marked is one map, all of it in sight.</summary>
    static void CheckMarked(Level level, YamlNode root, NodeReader reader)
    {
        if (level.Mark is null || NodeReader.Items(root, "maps") is not [var node, .. var others])
        {
            return;
        }

        const string cure = "one map, shown, with one seed and 8 to 64 pages: each of them is looked at and marked";
        if (!others.IsEmpty)
        {
            reader.Report(LevelCodes.BadMap, others[0].Span with { Length = 0 }, "a mark level has one map, and this is another", cure);
        }

        if (level.Maps is not [{ Recipe: { } recipe, Role: MapRole.Shown, Seeds.Length: 1 }, ..])
        {
            if (!level.Maps.IsEmpty)
            {
                reader.Report(LevelCodes.BadMap, node.Span with { Length = 0 }, "the pages of this map cannot be marked one by one", cure);
            }
        }
        else if (recipe.Pages is < LevelMarks.FewestPages or > LevelMarks.MostPages)
        {
            reader.Report(LevelCodes.BadMap, (NodeReader.Find(node, "pages") ?? node).Span, $"a mark level's map has {LevelMarks.FewestPages} to {LevelMarks.MostPages} pages, not {recipe.Pages}", cure);
        }
    }

    /// <summary>A forecast is about maps or about a dump, and so is each of its items.</summary>
    static void CheckDump(Level level, YamlNode root, NodeReader reader)
    {
        var predict = NodeReader.Find(root, "predict");
        var maps = NodeReader.Find(root, "maps");
        if (level.Dump is null && maps is null && predict is not null)
        {
            reader.Report(LevelCodes.MissingKey, predict.Span with { Length = 0 }, "a forecast needs 'maps', or a page dump",
                "add 'maps: …', or 'dump: dumps/….txt' to 'predict'");
        }
        else if (level.Dump is not null && maps is not null)
        {
            reader.Report(LevelCodes.NotForThisKind, maps.Span with { Length = 0 }, "a forecast about a page dump has no maps", "remove 'maps', or 'dump'");
        }
        else if (level.Dump is null && NodeReader.Find(predict, "page") is { } page)
        {
            reader.Report(LevelCodes.NotForThisKind, page.Span, "'page' says which dump of a file: it needs 'dump'", "remove the key; what becomes of a page is an item");
        }

        foreach (var item in level.Predictions.Where(i => i.Dump is null == level.Dump is not null))
        {
            reader.Report(LevelCodes.NotForThisKind, item.Span with { Length = 0 },
                item.Dump is null ? "this item asks about a map, and the forecast is about a page dump" : "this item asks about a page dump, and the forecast is about maps",
                item.Dump is null ? "ask { accounted: … }, { unexplained: true }, { skips: … } or { moves: true }" : "ask { page: … } or { metric: … }");
        }
    }

    static void CheckRoles(Level level, YamlNode root, NodeReader reader)
    {
        if (!level.Maps.IsEmpty && level.Maps.All(m => m.Role == MapRole.Hidden))
        {
            reader.Report(LevelCodes.NotForThisKind, NodeReader.Find(root, "maps")!.Span with { Length = 0 },
                "every map is hidden", "a level shows one map at least: role: shown");
        }
    }

    static void CheckPlaces(Level level, YamlNode root, NodeReader reader)
    {
        var shown = level.Maps.FirstOrDefault(m => m.Role == MapRole.Shown);
        if (shown?.Recipe is not { } recipe)
        {
            return;
        }

        var places = NodeReader.Items(NodeReader.Find(root, "predict"), "items")
            .Concat(NodeReader.Items(NodeReader.Find(root, "run"), "races"))
            .Select(n => NodeReader.Find(n, "page")).OfType<YamlScalar>();
        foreach (var place in places)
        {
            if (NodeReader.PageOf(place.Value, recipe.FirstPfn) is { } page && (page < 0 || page >= recipe.Pages))
            {
                reader.Report(LevelCodes.BadMap, place.Span, $"'{place.Value}' is outside the map '{shown.Id}', which has {recipe.Pages} pages", $"its pages are +0 to +{recipe.Pages - 1}");
            }
        }
    }

    /// <summary>What is to happen in a pass that the run does not have.</summary>
    static void CheckPasses(Level level, YamlNode root, NodeReader reader)
    {
        var passes = level.Run.Passes;
        foreach (var pass in NodeReader.Items(NodeReader.Find(root, "run"), "races").Select(r => NodeReader.Find(r, "pass")).OfType<YamlScalar>())
        {
            if (long.TryParse(pass.Value, out var number) && number > passes)
            {
                reader.Report(LevelCodes.NeverHappens, pass.Span, $"this race is in pass {number}, and the run has {passes}", passes == 1 ? "take 'pass' away, or raise 'passes' of 'run'" : $"write a pass from 1 to {passes}, or raise 'passes' of 'run'");
            }
        }

        foreach (var until in ((NodeReader.Find(root, "kinds") as YamlMapping)?.Entries ?? [])
            .SelectMany(k => NodeReader.Items(k.Value, "holders")).Select(h => NodeReader.Find(h, "until")).OfType<YamlScalar>())
        {
            if (long.TryParse(until.Value, out var last) && last > passes)
            {
                reader.Report(LevelCodes.NeverHappens, until.Span, $"this holder is gone after pass {last}, and the run has {passes}",
                    "raise 'passes' of 'run' above it, or leave 'until' out: held for ever");
            }
        }
    }

    /// <summary>Only where every map is made from kinds: a recording names its kinds itself.</summary>
    static void CheckMisconceptionKinds(Level level, YamlNode root, NodeReader reader)
    {
        if (level.Maps.Any(m => m.Recorded is not null))
        {
            return;
        }

        foreach (var sign in NodeReader.Items(root, "misconceptions")
            .SelectMany(m => (NodeReader.Find(m, "when") as YamlMapping)?.Entries ?? [])
            .Select(e => NodeReader.Find(e.Value, "of")).OfType<YamlScalar>())
        {
            if (level.Kinds.Find(sign.Value) is null)
            {
                var near = level.Kinds.Nearest(sign.Value);
                reader.Report(LevelCodes.UnknownReference, sign.Span, $"no page kind is called '{sign.Value}'",
                    near is null ? null : $"did you mean '{near}'?");
            }
        }
    }

    static void Unique(YamlNode root, string key, string what, NodeReader reader)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var id in NodeReader.Items(root, key).Select(n => NodeReader.Find(n, "id")).OfType<YamlScalar>())
        {
            if (!seen.Add(id.Value))
            {
                reader.Report(LevelCodes.DuplicateId, id.Span, $"there are two {what} '{id.Value}'", "give one of them another id");
            }
        }
    }

    static void Refers(YamlNode? node, string key, IEnumerable<string> known, string what, NodeReader reader)
    {
        if (NodeReader.Find(node, key) is YamlScalar name && !known.Contains(name.Value))
        {
            var near = Suggestions.Nearest(name.Value, known);
            reader.Report(LevelCodes.UnknownReference, name.Span, $"this level has no {what} '{name.Value}'",
                near is null ? null : $"did you mean '{near}'?");
        }
    }
}
