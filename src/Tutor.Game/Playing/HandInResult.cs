using System.Collections.Immutable;
using Tutor.Core.Levels;
using Tutor.Core.Play;
using Tutor.Core.Scoring;
using Tutor.Game.Playing.Progress;

namespace Tutor.Game.Playing;

/// <summary>What became of an answer that was handed in.</summary>
enum HandInOutcome : byte
{
    /// <summary>A scan is passed by watching it to its end: there is nothing to hand in.</summary>
    NothingToHandIn,

    /// <summary>The text has errors; nothing was judged and nothing is kept.</summary>
    NoPredicate,

    /// <summary>An option was chosen, and must be handed in once more: nothing was judged and nothing is kept.</summary>
    Chosen,

    /// <summary>Something is still to be said of an item of the forecast; nothing was judged and nothing is kept.</summary>
    Incomplete,

    /// <summary>The forecast is the one that did not come true; nothing was judged and nothing is kept.</summary>
    Unchanged,

    /// <summary>The level is open: nothing was to be passed.</summary>
    Open,
    Failed,
    Passed,
}

/// <summary>An answer that was handed in: what was decided, why, and what is kept. Fronts put it into their words.</summary>
/// <param name="Run">The run of the player's text or option; of a forecast or a watched scan that of the level's own test.</param>
sealed record HandInResult(HandInOutcome Outcome, Verdict Verdict, LevelRunResult? Run)
{
    /// <summary>What the game says when the player hands in the same wrong answer again.</summary>
    public const string Unchanged = "Nothing is changed since your last try. Think again, and say something else.";

    /// <summary>Whether the attempt was kept; null while nobody knows, or if there is nothing to keep.</summary>
    public Keeping? Keeping { get; init; }

    /// <summary>What the author says of the option that was handed in, or null.</summary>
    public string? Feedback { get; init; }

    /// <summary>The sentences about a wrong answer: first what its behaviour shows, then what the author says about the belief behind it.</summary>
    public ImmutableArray<string> Beliefs { get; init; } = [];

    /// <summary>The first goal of passing that is missed, or null.</summary>
    public GoalResult? Missed { get; init; }

    /// <summary>The smallest set of pages that shows what is wrong; null if no page shows it.</summary>
    public CounterExample? Proof { get; init; }

    /// <summary>Items of the forecast that came true, of how many; null on other levels.</summary>
    public (int Right, int Of)? CameTrue { get; init; }

    /// <summary>The hidden map that beat the answer. The player may see it from now on. Null if no map did.</summary>
    public PreparedMap? Opened { get; init; }

    /// <summary>Whether the player passed at the first try, without seeing the answer before.</summary>
    public bool IsFirstTry { get; init; }

    /// <summary>The golf counts of this answer, of the level's own predicate and of the player's best try; null on other levels, or if there is nothing to count.</summary>
    public (long Count, long? Par, long Best)? Golf { get; init; }

    /// <summary>Why the answer is not saved, as a sentence to add to the verdict. Empty while it is saved or on its way.</summary>
    public string KeepingWords => Keeping?.Problem is { } problem ? $" {Words.Sentence(problem.ToString())}" : "";

    public bool IsPassed => Outcome == HandInOutcome.Passed;

    /// <summary>Whether the level has a higher medal than this verdict.</summary>
    public bool HasMore => Verdict != Verdict.Gold && (Run?.Goals.Any(g => g.Goal.Tier != GoalTier.Pass) ?? false);

    /// <summary>What is left for the next medal, to stand behind the one that was won; or empty.</summary>
    public string Left => HasMore && Run is { } run ? MedalWords.Left(run.Goals) : "";

    /// <summary>
    /// Why the level is not passed, in one sentence: the author's feedback on the option if there is one, else the belief
    /// behind the answer, else the missed goal. Empty if none of these is known.
    /// </summary>
    public string Why => (Feedback is { } feedback ? LinkLabels.Of(feedback) : null) ?? Beliefs.FirstOrDefault() ?? (Missed is { } goal && Run is { } run ? GoalWords.Missed(goal, run) + "." : "");

    /// <summary>A further sentence for where there is room: what the author says, if <see cref="Why"/> is a general note. Or empty.</summary>
    public string AlsoWhy => Feedback is null && Beliefs.Length > 1 ? $" {Beliefs[1]}" : "";
}
