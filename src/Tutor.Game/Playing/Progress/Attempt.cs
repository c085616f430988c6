using Tutor.Core.Play;
using Tutor.Core.Scoring;

namespace Tutor.Game.Playing.Progress;

/// <summary>How an answer was given.</summary>
enum AttemptHow
{
    /// <summary>A predicate was written.</summary>
    Typed,

    /// <summary>One of a level's options was picked; <see cref="Attempt.Predicate"/> is the option's.</summary>
    Option,

    /// <summary>A scan was watched to its end.</summary>
    Watched,

    /// <summary>What a scan will do was said beforehand.</summary>
    Predicted,

    /// <summary>Take or skip was said of each page.</summary>
    Marked,

    /// <summary>A memory was painted; <see cref="Attempt.Predicate"/> has its kinds.</summary>
    Painted,

    /// <summary>Came from another machine and was run again here.</summary>
    Imported,

    /// <summary>Nothing was answered: the player had the answer shown.</summary>
    Shown,

    /// <summary>An earlier answer was run again, on a later revision of its level; <see cref="Attempt.RerunOf"/> names it.</summary>
    RunAgain,
}

/// <summary>The ways to answer: their ids.</summary>
static class AttemptHows
{
    /// <summary>As it is stored.</summary>
    public static string Id(this AttemptHow how) => how switch
    {
        AttemptHow.Typed => "typed",
        AttemptHow.Option => "option",
        AttemptHow.Watched => "watched",
        AttemptHow.Predicted => "predicted",
        AttemptHow.Marked => "marked",
        AttemptHow.Painted => "painted",
        AttemptHow.Imported => "imported",
        AttemptHow.Shown => "shown",
        AttemptHow.RunAgain => "run_again",
    };

    /// <summary>The way of this id; one that is not known here counts as typed.</summary>
    public static AttemptHow Find(string id) => Enum.GetValues<AttemptHow>().FirstOrDefault(how => how.Id() == id);
}

/// <summary>One answer to one level, as it is kept: a fact, never changed afterwards.</summary>
/// <param name="Level">The level's id.</param>
/// <param name="Revision">Of the level; a changed level is passed anew.</param>
/// <param name="Predicate">The text that was run, or the answers given.</param>
/// <param name="Verdict">A word of <see cref="VerdictWords"/>.</param>
/// <param name="Metrics">What the run counted, as JSON.</param>
/// <param name="How">Typed, picked, …</param>
/// <param name="Option">The id of the option that was picked, or null.</param>
sealed record Attempt(
    string Level, int Revision, string Predicate, string Verdict, string Metrics = "{}",
    AttemptHow How = AttemptHow.Typed, string? Option = null)
{
    /// <summary>The answer as a person reads it: marks in few words, anything else as it is kept.</summary>
    public string Answer => Marks.Summary(Predicate) ?? Predicate;

    /// <summary>When it was recorded; filled in by <see cref="IPlayerProgress.Record"/>.</summary>
    public DateTimeOffset At { get; init; }

    /// <summary>When the attempt was recorded that this one runs again; null unless it is a re-run.</summary>
    public DateTimeOffset? RerunOf { get; init; }
}

/// <summary>The best that was reached in one revision of a level.</summary>
/// <param name="Attempts">How often it was tried; to have the answer shown is no try.</param>
sealed record LevelProgress(string Level, int Revision, string Verdict, int Attempts)
{
    /// <summary>Whether the level counts as passed.</summary>
    public bool IsPassed => Verdicts.IsPass(Verdict);
}

/// <summary>The verdicts as they are stored, from the least to the best, and one that no run gives.</summary>
static class VerdictWords
{
    /// <summary>The answer was shown: more than a try that failed, and no pass.</summary>
    public const string Seen = "seen";

    static readonly string[] Ascending =
    [
        Verdict.None.Word(), Verdict.Error.Word(), Verdict.Fail.Word(), Seen, Verdict.Pass.Word(), Verdict.Silver.Word(), Verdict.Gold.Word(),
    ];

    /// <summary>0 for the least; an unknown word is the least of all, -1.</summary>
    public static int Rank(string verdict) => Array.IndexOf(Ascending, verdict);
}
