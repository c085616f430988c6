using System.Collections.Immutable;
using Tutor.Core.Dumps;
using Tutor.Core.Levels.Yaml;
using Tutor.Core.Predicates;
using Tutor.Core.Predicates.Binding;
using Tutor.Core.Scenarios;
using Tutor.Core.Scoring;
using Tutor.Core.Text;

namespace Tutor.Core.Levels;

/// <summary>
/// Reads a level file. Every problem is reported at once, at its own line and column, inside the predicates too; a
/// syntax error is reported with everything found before it.
/// </summary>
public static class LevelReader
{
    /// <summary>The level, or null if it has errors.</summary>
    /// <param name="kinds">The page kinds of its pack.</param>
    public static Level? Read(SourceText source, PageKinds kinds, DiagnosticBag problems)
    {
        ArgumentNullException.ThrowIfNull(source);
        ArgumentNullException.ThrowIfNull(problems);
        var found = new DiagnosticBag();
        var file = YamlReader.Read(source, found);
        var slips = found.ToImmutable();
        var level = file.Root is null ? null : Read(file, new NodeReader(source, found), kinds);
        // What stands where the YAML is broken follows from that.
        problems.AddRange(found.ToImmutable().Where(d => slips.Contains(d) || !slips.Any(s => s.Location.Start == d.Location.Start)));
        return found.HasErrors ? null : level;
    }

    static Level? Read(YamlFile file, NodeReader reader, PageKinds packKinds)
    {
        var root = file.Root!;
        if (NodeReader.Number(root, "format") is { } format and not 1)
        {
            reader.Report(LevelCodes.UnknownFormat, NodeReader.Find(root, "format")!.Span,
                $"this level is of format {format}, and this program reads format 1",
                format > 1 ? "use a newer program" : null);
            return null;
        }

        if (file.IsWhole && root is YamlMapping { Entries: [{ Key: var first }, ..] } mapping
            && !mapping.Entries.Any(e => LevelKeys.Level.Keys.Any(k => k.Name == e.Key.Value)))
        {
            reader.Report(YamlCodes.NotALevel, first.Span, "this is not a level: it has none of a level's keys",
                "move the file out of the folder of levels; or begin with 'format: 1' ('tutor new level' writes one)");
            return null;
        }

        // Of a file that breaks off only what is there is checked: what its end held is not missing on top of it.
        var known = reader.Problems.Count;
        var isWellFormed = root is YamlMapping && (file.IsWhole
            ? reader.Check(root, LevelKeys.Level, "the file")
            : CheckWhatIsThere(file, reader));
        if (root is not YamlMapping)
        {
            if (reader.Problems.Count == known)
            {
                reader.Check(root, LevelKeys.Level, "a level file");
            }

            return null;
        }

        var level = Build(root, reader, packKinds, file.IsWhole);
        return isWellFormed && file.IsWhole ? level : null;
    }

    static bool CheckWhatIsThere(YamlFile file, NodeReader reader)
    {
        if (file.Root is not YamlMapping mapping)
        {
            return false;
        }

        var optional = LevelKeys.Level.Keys.Select(k => k with { IsRequired = false }).ToImmutableArray();
        var broken = mapping.Entries.LastOrDefault(e => e.Key.Span.Start <= file.BrokenAt);
        var before = mapping with { Entries = [.. mapping.Entries.TakeWhile(e => e != broken)] };
        return reader.Check(before, new KeysShape("level", optional), "the file");
    }

    static Level Build(YamlNode root, NodeReader reader, PageKinds packKinds, bool isWhole)
    {
        var id = NodeReader.Text(root, "id") ?? "";
        var revision = (int)(NodeReader.Number(root, "revision") ?? 1);
        var kinds = PageKindReader.Read(NodeReader.Find(root, "kinds"), packKinds, reader, standsIn: true);
        var maps = isWhole ? LevelMapsReader.Read(root, id, revision, kinds, reader) : [];
        var run = RunKeyReader.Read(NodeReader.Find(root, "run"));
        var level = new Level
        {
            Source = reader.Source,
            Id = id,
            Revision = revision,
            Title = NodeReader.Text(root, "title") ?? "",
            Kind = LevelKinds.Find(NodeReader.Text(root, "kind") ?? "") ?? LevelKind.Write,
            Minutes = (int)(NodeReader.Number(root, "minutes") ?? 0),
            Formerly = NodeReader.Texts(root, "formerly"),
            Teaches = NodeReader.Texts(root, "teaches"),
            Learned = NodeReader.Text(root, "learned"),
            Needs = NodeReader.Texts(root, "needs"),
            Brief = NodeReader.Text(root, "brief") ?? "",
            Lesson = (NodeReader.Find(root, "lesson") as YamlScalar)?.Text,
            Afterwards = NodeReader.Text(root, "after"),
            Vocabulary = VocabularyOf(root),
            TakesAway = TakenIn(root),
            Names = NodeReader.Text(NodeReader.Find(root, "skip"), "names") is { } names ? KernelNamesWords.Find(names) : null,
            Attack = AttackOf(root),
            Mark = NodeReader.Find(root, "mark") is { } mark ? new LevelMarks(NodeReader.Texts(mark, "shows")) : null,
            Starter = StarterOf(root)?.Text,
            Maps = maps,
            Kinds = kinds,
            Run = run,
            Races = RunKeyReader.Races(NodeReader.Find(root, "run"), maps),
            Goals = GoalReader.Goals(root, maps, reader),
            Misconceptions = GoalReader.Misconceptions(root, reader),
            Hints = [.. NodeReader.Items(root, "hints").Select(h => new LevelHint(
                NodeReader.Text(h, "kind") ?? "", NodeReader.Text(h, "text") ?? "", h.Span))],
            Solutions = [.. NodeReader.Items(root, "solutions").Select(SolutionOf).OfType<LevelSolution>()],
            Options = [.. NodeReader.Items(root, "options").Select(OptionOf).OfType<LevelOption>()],
            Predictions = PredictionsOf(root, maps),
            Dump = DumpOf(root),
            RepairStart = NodeReader.Text(NodeReader.Find(root, "repair"), "start"),
            IsTransfer = NodeReader.Text(root, "transfer") == "true",
            WhyNoSilver = NodeReader.Text(root, "no_silver"),
            Allowed = AllowedIn(root),
            Facilitator = NodeReader.Find(root, "facilitator") is YamlMapping notes ? FacilitatorIn(notes) : null,
            Golf = Enum.TryParse<GolfMeasure>(NodeReader.Text(NodeReader.Find(root, "golf"), "measure"), ignoreCase: true, out var golf) ? golf : null,
        };
        LevelChecks.Check(level, root, reader, isWhole);
        CompilePredicates(level, level.Facilitator?.Wrong.Select(w => w.Skip).OfType<SourceText>() ?? [], reader.Problems);
        return level;
    }

    static ImmutableArray<string> VocabularyOf(YamlNode root) =>
        NodeReader.Find(NodeReader.Find(root, "skip"), "vocabulary") is YamlSequence
            ? NodeReader.Texts(NodeReader.Find(root, "skip"), "vocabulary")
            : default;

    static ImmutableDictionary<string, string> TakenIn(YamlNode root) =>
        NodeReader.Find(root, "takes_away") is YamlMapping taken
            ? taken.Entries.GroupBy(e => e.Key.Value, StringComparer.Ordinal)
                .ToImmutableDictionary(g => g.Key, g => (g.First().Value as YamlScalar)?.Value ?? "", StringComparer.Ordinal)
            : ImmutableDictionary<string, string>.Empty;

    static FacilitatorNotes FacilitatorIn(YamlMapping notes) => new(
        NodeReader.Text(notes, "ask"),
        [.. NodeReader.Items(notes, "wrong").Select(w => new WrongAnswer((NodeReader.Find(w, "skip") as YamlScalar)?.Text, NodeReader.Text(w, "option"), NodeReader.Text(w, "why") ?? ""))],
        (int?)NodeReader.Number(notes, "minutes"));

    static ImmutableArray<AllowedFinding> AllowedIn(YamlNode root) =>
        NodeReader.Find(root, "allow") is YamlMapping allowed
            ? [.. allowed.Entries.Select(e => new AllowedFinding(e.Key.Value, (e.Value as YamlScalar)?.Value ?? "", e.Key.Span))]
            : [];

    static LevelSolution? SolutionOf(YamlNode node)
    {
        var painted = NodeReader.Find(node, "pages") is YamlSequence
            ? SourceText.From("painting", string.Join(' ', NodeReader.Texts(node, "pages"))) : null;
        return (painted ?? (NodeReader.Find(node, "skip") as YamlScalar)?.Text) is { } text
            ? new LevelSolution(NodeReader.Text(node, "id") ?? "", text,
                Verdicts.Find(NodeReader.Text(node, "expect") ?? "") ?? Verdict.None,
                NodeReader.Text(node, "source"), NodeReader.Text(node, "misconception"), node.Span) { IsPainting = painted is not null }
            : null;
    }

    /// <summary>A solution of the level is meant before a revision of that name.</summary>
    static LevelAttack? AttackOf(YamlNode root)
    {
        if (NodeReader.Find(root, "attack") is not { } node)
        {
            return null;
        }

        var against = NodeReader.Text(node, "against") ?? "";
        var own = NodeReader.Items(root, "solutions").FirstOrDefault(s => NodeReader.Text(s, "id") == against);
        var revision = own is null ? Revisions.All.FirstOrDefault(r => r.Id == against) : null;
        var text = (NodeReader.Find(own, "skip") as YamlScalar)?.Text ?? (revision is null ? null : SourceText.From(revision.Id, revision.Expression));
        return new LevelAttack(against, text, revision, NodeReader.Texts(node, "kinds"), (int)Math.Clamp(NodeReader.Number(node, "pages") ?? 1, 1, LevelAttack.MostPages));
    }

    static LevelOption? OptionOf(YamlNode node) =>
        NodeReader.Find(node, "skip") is YamlScalar skip
            ? new LevelOption(NodeReader.Text(node, "id") ?? "", skip.Text, NodeReader.Text(node, "feedback") ?? "",
                NodeReader.Text(node, "misconception"), node.Span)
            : null;

    static YamlScalar? StarterOf(YamlNode root) => NodeReader.Find(NodeReader.Find(root, "skip"), "starter") as YamlScalar;

    static ImmutableArray<PredictItem> PredictionsOf(YamlNode root, ImmutableArray<LevelMap> maps)
    {
        var firstPfn = maps.FirstOrDefault()?.Recipe?.FirstPfn ?? 0;
        return
        [
            .. NodeReader.Items(NodeReader.Find(root, "predict"), "items").Select(item => new PredictItem(
                NodeReader.Text(item, "page") is { } page ? (int?)NodeReader.PageOf(page, firstPfn) : null,
                NodeReader.Text(item, "metric") is { } metric
                    ? Metric.Predictable.FirstOrDefault(m => m.Name == metric) : null,
                NodeReader.Text(item, "within") is { } within ? NodeReader.AmountOf(within) ?? default : default, item.Span)
                {
                    Dump = QuestionOf(item),
                    SaysAlways = StarterOf(root)?.Text.Text.Trim() switch { null or "false" => false, "true" => true, _ => null },
                }),
        ];
    }

    static DumpQuestion? QuestionOf(YamlNode item) =>
        NodeReader.Text(item, "accounted") is { } holder
            ? new DumpQuestion(DumpAsked.Accounted, Enum.GetValues<AccountedHolder>().FirstOrDefault(h => DumpCard.WordOf(h) == holder))
        : NodeReader.Text(item, "unexplained") is not null ? new DumpQuestion(DumpAsked.Unexplained)
        : NodeReader.Text(item, "skips") is { } id ? new DumpQuestion(DumpAsked.Skips, Revision: Revisions.All.FirstOrDefault(r => r.Id == id) ?? Revisions.None)
        : NodeReader.Text(item, "moves") is not null ? new DumpQuestion(DumpAsked.Moves)
        : null;

    static LevelDump? DumpOf(YamlNode root) =>
        NodeReader.Find(NodeReader.Find(root, "predict"), "dump") is YamlScalar dump
            ? new LevelDump(dump.Text, (int)(NodeReader.Number(NodeReader.Find(root, "predict"), "page") ?? 1)) : null;

    /// <summary>
    /// The predicates' own errors, at their places in the file. Warnings are the player's business: a known-wrong
    /// solution may well compare what never changes.
    /// </summary>
    static void CompilePredicates(Level level, IEnumerable<SourceText> expected, DiagnosticBag problems)
    {
        var scope = new PredicateScope { Vocabulary = level.OwnVocabulary, TakenAway = level.TakesAway, Names = level.Names, Control = level.Run.Control };
        var texts = level.Solutions.Where(s => s.Expect != Verdict.Error && !s.IsPainting)
            .Select(s => (s.Skip, Scope: s.Origin is null ? scope : scope with { Vocabulary = default }))
            .Concat(level.Options.Select(o => (o.Skip, Scope: scope)))
            .Concat(expected.Select(e => (Skip: e, Scope: scope)));
        if (level.Starter is not null)
        {
            texts = texts.Append((level.Starter, scope));
        }

        foreach (var (skip, itsScope) in texts.Where(t => !string.IsNullOrWhiteSpace(t.Skip.Text)))
        {
            problems.AddRange(Predicate.Compile(skip, itsScope).Diagnostics.Where(d => d.IsError));
        }
    }
}
