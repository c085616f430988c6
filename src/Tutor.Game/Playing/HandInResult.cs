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
    /// <summary>Said of an answer that did not come true, and is handed in as it was.</summary>
    public const string Unchanged = "Nothing is changed since your last try. Think again, and say something else.";

    /// <summary>What became of the attempt that this makes; null while that is not known, or when there is nothing to keep.</summary>
    public Keeping? Keeping { get; init; }

    /// <summary>What the author says of the option that was handed in, or null.</summary>
    public string? Feedback { get; init; }

    /// <summary>What is said of a wrong answer: what its behaviour alone says, then the beliefs behind it as the author says them.</summary>
    public ImmutableArray<string> Beliefs { get; init; } = [];

    /// <summary>The first goal of passing that is missed, or null.</summary>
    public GoalResult? Missed { get; init; }

    /// <summary>The fewest pages that show what is wrong; null where no page does.</summary>
    public CounterExample? Proof { get; init; }

    /// <summary>Items of the forecast that came true, of how many; null on other levels.</summary>
    public (int Right, int Of)? CameTrue { get; init; }

    /// <summary>The hidden map that beat the answer, which is the player's to see now; null if none did.</summary>
    public PreparedMap? Opened { get; init; }

    /// <summary>It was passed at the first try, and without the answer being shown.</summary>
    public bool IsFirstTry { get; init; }

    /// <summary>What golf counts of it, the level's own and the player's best so far; null on other levels, or where nothing is counted.</summary>
    public (long Count, long? Par, long Best)? Golf { get; init; }

    /// <summary>To be said behind what was decided: why it is not saved. Empty while it is saved or on its way.</summary>
    public string KeepingWords => Keeping?.Problem is { } problem ? $" {Words.Sentence(problem.ToString())}" : "";

    public bool IsPassed => Outcome == HandInOutcome.Passed;

    /// <summary>There is a medal beyond this verdict on the level.</summary>
    public bool HasMore => Verdict != Verdict.Gold && (Run?.Goals.Any(g => g.Goal.Tier != GoalTier.Pass) ?? false);

    /// <summary>What is left for the next medal, to stand behind the one that was won; or empty.</summary>
    public string Left => HasMore && Run is { } run ? MedalWords.Left(run.Goals) : "";

    /// <summary>
    /// Why it is not passed, in one sentence: the author's feedback on the option before the belief behind the answer,
    /// and that before the goal that is missed. Empty when none of them is known.
    /// </summary>
    public string Why => (Feedback is { } feedback ? LinkLabels.Of(feedback) : null) ?? Beliefs.FirstOrDefault() ?? (Missed is { } goal && Run is { } run ? GoalWords.Missed(goal, run) + "." : "");

    /// <summary>To be said behind <see cref="Why"/> where there is room: the author's word beside a general one. Or empty.</summary>
    public string AlsoWhy => Feedback is null && Beliefs.Length > 1 ? $" {Beliefs[1]}" : "";
}
