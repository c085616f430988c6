using System.Collections.Immutable;
using System.Globalization;
using Tutor.Core.Levels;
using Tutor.Core.Memory;
using Tutor.Core.Predicates;
using Tutor.Core.Simulation;
using Tutor.Core.Text;
using Tutor.Game.Playing;
using Tutor.Game.Playing.Progress;

namespace Tutor.Tests.Support;

/// <summary>A pack of two small levels on a map of 1,024 pages, and a player's progress in memory.</summary>
sealed class SmallWorld : IGameWorld
{
    public const string RightAnswer = "folio_ref_count(folio) - 1 - folio_expected_refs(mapping, folio) + 1 > folio_mapcount(folio)";

    readonly Dictionary<string, string> _remembered = [];

    public List<Attempt> Attempts { get; } = [];

    public string Title => "Small pack";

    /// <summary>What the list says of each level's maps.</summary>
    public long PagesOfLevels { get; init; }

    public IReadOnlyList<LevelEntry> Levels => [.. Entries.Select(e => e with { Pages = PagesOfLevels })];

    static readonly ImmutableArray<LevelEntry> Entries =
    [
        new("pinned-anon", 1, "An extra reference", "Who holds a page", "write", 5)
        {
            Brief = "Some pages are **pinned**. Skip them, and *only* them.", Teaches = ["extra-reference"], Needs = ["skip-predicate"],
            Afterwards = "Take the expected ones off. What is left holds the page.", AnswerRung = 2, HasMedals = true, Metrics = ["futile", "false_skips"],
        },
        new("which-one", 1, "Which one asks the right thing?", "Who holds a page", "pick", 3),
        new("foretell", 1, "What will happen?", "Later", "predict", 3),
        new("look-on", 1, "Look on", "Later", "watch", 2),
        new("broken", 1, "A level with a mistake in its file", "Later", "write", 3, "broken.yaml:3:1: error TUT3001: unknown key 'maaps'"),
    ];

    public string? SaveNotice { get; set; }

    public (PlayableLevel? Level, IReadOnlyList<string> Problems) Load(string id, IProgress<double>? progress = null,
        CancellationToken cancellation = default)
    {
        var entry = Levels.First(l => l.Id == id);
        if (entry.Problem is { } problem)
        {
            return (null, [problem]);
        }

        var map = SmallMaps.Mixed();
        var level = new PlayableLevel
        {
            Entry = entry,
            Brief = "Some pages of this memory are **pinned** by a network card. Skip them, and *only* them.\n\nThe scanner calls your predicate for each page that it could take.",
            LessonPath = "lessons/small.md",
            Map = map,
            Run = RunSettings.For(RunTrigger.CompactMemory),
            Starter = "folio_ref_count(folio) > 1",
            Hints = [new HintLine("nudge", "Who else holds a reference while the scanner asks?"), new HintLine("answer", "Take one off: the scanner's own.")],
            Score = (text, _) => Score(map, text),
            ScoreBlock = text => Score(map, text),
        };
        return (id switch
        {
            "which-one" => level with { Options = Options },
            "foretell" => level with { Starter = "false", Predictions = [Foretell(0), Foretell(104)], BecauseOf = page => page == 104 ? "the card writes here" : null },
            _ => level,
        }, []);
    }

    static PredictItem Foretell(int page) => new(page, null, (0, false), default);

    static readonly ImmutableArray<OptionLine> Options =
    [
        new("all", "true", "This skips everything."),
        new("refs", "folio_ref_count(folio) > 1", "The scanner's own reference is counted too."),
        new("right", RightAnswer, "Everything that migration expects is taken off."),
    ];

    public string? ReadText(string path) => path switch
    {
        "lessons/small.md" => "# References\n\nA page *counts* who holds it. See the [glossary](../glossary.md#pin).\n\n```predicate\ntrue\n```\n\n```predicate map=host\nfolio_ref_count(folio) > 2\n```\n",
        "diagnostics/TUT2001.md" => "# TUT2001: an unknown name\n\nThere is no such name.\n",
        "reference/counts.md" => "# Reference and map counts\n\n## `folio_ref_count`\n\nReferences on the folio.\n",
        "glossary.md" => "# Glossary\n\npin\n: A reference that keeps a page where it is.\n",
        _ => null,
    };

    public LevelProgress? Best(LevelEntry level)
    {
        var tries = Attempts.Where(a => a.Level == level.Id).ToList();
        return tries.Count == 0 ? null
            : new LevelProgress(level.Id, 1, tries.MaxBy(t => VerdictWords.Rank(t.Verdict))!.Verdict, tries.Count);
    }

    public IReadOnlyList<Attempt> History(string level) => [.. Attempts.Where(a => a.Level == level).Reverse()];

    public bool Record(Attempt attempt)
    {
        Attempts.Add(attempt);
        return SaveNotice is null;
    }

    /// <summary>Files that the player asked for.</summary>
    public Dictionary<string, string> Saved { get; } = [];

    public (string? Path, string? Problem) Save(string name, string text)
    {
        Saved[name] = text;
        return (name, null);
    }

    public string? Recall(string key) => _remembered.GetValueOrDefault(key);

    public void Remember(string key, string value) => _remembered[key] = value;

    static Scoring Score(MemoryMap map, string text)
    {
        var settings = RunSettings.For(RunTrigger.CompactMemory);
        var compiled = Predicate.Compile(SourceText.From("predicate", text), PredicateScope.All with { States = map.Palette });
        if (compiled.Predicate is not { } predicate)
        {
            return new Scoring { Diagnostics = compiled.Diagnostics };
        }

        var result = Compaction.Run(map, predicate.Ask, settings);
        var futile = new GoalLine("pass", "futile", "max 2%", $"{result.Metrics.Futile}", "", result.Metrics.Futile <= 2, null);
        var falseSkips = new GoalLine("pass", "false_skips", "max 0", $"{result.Metrics.FalseSkips}", "", result.Metrics.FalseSkips == 0, null);
        return new Scoring
        {
            Diagnostics = compiled.Diagnostics,
            Predicate = predicate,
            Result = result,
            Goals = [futile, falseSkips],
            Metrics = string.Create(CultureInfo.InvariantCulture,
                $$"""{"futile":{{result.Metrics.Futile}},"false_skips":{{result.Metrics.FalseSkips}},"migrated":{{result.Metrics.Migrated}}}"""),
            Verdict = futile.IsMet && falseSkips.IsMet ? "pass" : "fail",
        };
    }
}
