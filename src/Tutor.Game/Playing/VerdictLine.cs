using Tutor.Core.Play;
using Tutor.Game.Text;

namespace Tutor.Game.Playing;

/// <summary>The line that says how the present answer stands. It never says more than the player may know.</summary>
/// <param name="IsGood">Null where nothing is decided: no mark stands before it.</param>
/// <param name="Short">What is said where the text has no room; null where the text is short itself.</param>
readonly record struct VerdictLine(bool? IsGood, string Text, string? Short = null)
{
    /// <summary>The text where it fits, else what is said in its place.</summary>
    public string Within(int columns) => TextColumns.Of(Text) <= columns ? Text : Short ?? Text;

    public static VerdictLine Of(Sitting sitting) => sitting switch
    {
        { IsJudging: true } => new(null, "Judging …"),
        { IsBusy: true } => new(null, "Scoring …"),
        { IsHandedIn: true, Last: { } last } when HandedIn(sitting, last) is { } line => line,
        { AtHand.Standing: { } line } => line,
        { Latest: null or { Maps.IsEmpty: true } } => new(false, "This is not a predicate yet.", "Not a predicate yet."),
        { Level.Goals.IsEmpty: true, Latest: { } run } when GeneralNotes.IsUpsideDown(run) => new(null, "Nothing to pass. It says what may move.", "It says what may move."),
        { Level.Goals.IsEmpty: true } => new(null, "Nothing is to be passed here."),
        { Latest: { IsPassed: true } run } => new(true, run.Goals.All(g => g.IsMet) ? $"Meets every goal on {Maps(sitting)}." : $"Would pass on {Maps(sitting)}.",
            run.Goals.All(g => g.IsMet) ? "Meets every goal here." : "Would pass here."),
        { Latest: { } run } when GeneralNotes.IsUpsideDown(run) => new(false, "Misses a goal: it says what may move.", "It says what may move."),
        _ => new(false, $"Misses a goal on {Maps(sitting)}.", "Misses a goal here."),
    };

    static VerdictLine? HandedIn(Sitting sitting, HandInResult last) => last.Outcome switch
    {
        HandInOutcome.Passed => new(true, MedalWords.Medal(last.Verdict, last.HasMore, last.Left), $"{Words.Sentence(MedalWords.State(last.Verdict))}"),
        HandInOutcome.Failed when last.Opened is { } map => new(false, $"Not yet: map {sitting.NameOf(map)} beats it, and is drawn now.", $"Not yet: map {sitting.NameOf(map)} beats it."),
        HandInOutcome.Failed when last.CameTrue is { } came => new(false, $"{came.Right} of {came.Of} came true."),
        HandInOutcome.Failed => new(false, "Not yet."),
        HandInOutcome.Open => new(null, "Handed in; nothing is to be passed here.", "Handed in."),
        HandInOutcome.Chosen or HandInOutcome.Incomplete or HandInOutcome.Unchanged or HandInOutcome.NoPredicate or HandInOutcome.NothingToHandIn => null,
    };

    static string Maps(Sitting sitting) => sitting.VisibleMaps.Length == 1 ? "the map you see" : "the maps you see";
}
