using System.Collections.Immutable;
using Tutor.Core.Levels;
using Tutor.Core.Memory;
using Tutor.Core.Play;
using Tutor.Core.Predicates;
using Tutor.Core.Simulation;
using Tutor.Core.Text;
using Tutor.Game.Playing.Progress;

namespace Tutor.Game.Playing;

/// <summary>A level in the list: what is known without playing it.</summary>
/// <param name="Problem">Why it cannot be played, or null.</param>
/// <param name="Pages">Of all its maps.</param>
sealed record LevelEntry(string Id, int Revision, string Title, string Chapter, string Kind, int Minutes, string? Problem = null,
    long Pages = 0)
{
    /// <summary>Markdown.</summary>
    public string Brief { get; init; } = "";

    /// <summary>Said after a pass, in Markdown; empty if nothing is.</summary>
    public string Afterwards { get; init; } = "";

    /// <summary>Ideas that are met here first.</summary>
    public ImmutableArray<string> Teaches { get; init; } = [];

    /// <summary>Ideas of earlier levels that it builds on.</summary>
    public ImmutableArray<string> Needs { get; init; } = [];

    /// <summary>Hints up to the one that is the answer; 0 when none is.</summary>
    public int AnswerRung { get; init; }

    /// <summary>Silver or gold can be won beyond passing it.</summary>
    public bool HasMedals { get; init; }

    /// <summary>Keys of what its goals count, and of what golf counts.</summary>
    public ImmutableArray<string> Metrics { get; init; } = [];
}

/// <summary>One goal against its value.</summary>
/// <param name="Medal"><c>pass</c>, <c>silver</c>, <c>gold</c>.</param>
/// <param name="Metric">Its key: <c>false_skips</c>.</param>
/// <param name="Bound">As the level says it: <c>at most 2%</c>.</param>
/// <param name="Value">As the bound counts: <c>6.2%</c>.</param>
/// <param name="Margin">How much is missing or to spare, in pages.</param>
/// <param name="Where">The map that decides, when it is not the one shown.</param>
/// <param name="IsMissedElsewhere">Not met, and by the shown map alone it would be.</param>
sealed record GoalLine(string Medal, string Metric, string Bound, string Value, string Margin, bool IsMet, string? Where, bool IsMissedElsewhere = false);

/// <summary>An answer that can be picked.</summary>
sealed record OptionLine(string Id, string Text, string? Feedback);

/// <summary>A rung of the ladder of hints.</summary>
sealed record HintLine(string Kind, string Text);

/// <summary>What a predicate came to on the maps of a level.</summary>
sealed record Scoring
{
    public ImmutableArray<Diagnostic> Diagnostics { get; init; } = [];

    /// <summary>Null while the text has errors.</summary>
    public Predicate? Predicate { get; init; }

    /// <summary>On the map that is shown; null while the text has errors.</summary>
    public CompactionResult? Result { get; init; }

    public ImmutableArray<GoalLine> Goals { get; init; } = [];

    /// <summary>What golf counts of it; null on other levels.</summary>
    public long? Golf { get; init; }

    /// <summary>A word of <see cref="VerdictWords"/>.</summary>
    public string Verdict { get; init; } = "error";

    /// <summary>Misconceptions that the answers by kind of page point to.</summary>
    public ImmutableArray<string> Says { get; init; } = [];

    /// <summary>Finds the fewest pages that show what is wrong; null when nothing is.</summary>
    public Func<CounterExample?> FindCounterExample { get; init; } = () => null;

    /// <summary>The metrics as JSON, to be kept with the attempt.</summary>
    public string Metrics { get; init; } = "{}";

    public bool IsPassed => Verdict is "pass" or "silver" or "gold";

    /// <summary>The level has goals beyond passing it.</summary>
    public bool HasMore => Goals.Any(g => g.Medal != "pass");
}

/// <summary>A level that is ready to be played, as the screens need it.</summary>
sealed record PlayableLevel
{
    public required LevelEntry Entry { get; init; }

    /// <summary>Markdown.</summary>
    public string Brief { get; init; } = "";

    /// <summary>The brief, and where it is not written, picked or shown elsewhere, the test that the scan runs with. Markdown.</summary>
    public string WholeBrief => Predictions.IsEmpty ? Brief : $"{Brief.TrimEnd()}\n\nThe test:\n\n```c\n{Starter.Trim()}\n```\n";

    /// <summary>Path of the lesson in the pack, or null.</summary>
    public string? LessonPath { get; init; }

    /// <summary>The map that is drawn.</summary>
    public required MemoryMap Map { get; init; }

    public required RunSettings Run { get; init; }

    /// <summary>What the author says of a page (counted from the map's first), or null.</summary>
    public Func<int, string?> BecauseOf { get; init; } = _ => null;

    /// <summary>What is to be foretold; of a level of kind predict.</summary>
    public ImmutableArray<PredictItem> Predictions { get; init; } = [];

    /// <summary>The level's own predicate, to compare with after a pass; null if it has none.</summary>
    public string? Reference { get; init; }

    public PredicateScope Scope { get; init; } = PredicateScope.All;

    /// <summary>What the editor begins with.</summary>
    public string Starter { get; init; } = "";

    public ImmutableArray<OptionLine> Options { get; init; } = [];

    public ImmutableArray<HintLine> Hints { get; init; } = [];

    /// <summary>Said after a pass: why it was right, and what it still cannot know. Markdown or null.</summary>
    public string? Afterwards { get; init; }

    /// <summary>Scores a text, on every map of the level.</summary>
    public required Func<string, CancellationToken, Scoring> Score { get; init; }

    /// <summary>Scores a predicate of a lesson: as <see cref="Score"/>, with every name of the kernel's allowed.</summary>
    public required Func<string, Scoring> ScoreBlock { get; init; }

    /// <summary>What golf counts, <c>nodes</c> or <c>loads</c>; null on other levels.</summary>
    public string? GolfMeasure { get; init; }

    /// <summary>What golf counts of the level's own predicate: run, never written down.</summary>
    public Lazy<long?> Par { get; init; } = new(() => null);

    /// <summary>Options are picked, everything else is written.</summary>
    public bool IsPick => Options.Length > 0;

    public bool IsWatch => Entry.Kind == "watch";
}
