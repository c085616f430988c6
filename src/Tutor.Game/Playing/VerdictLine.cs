using Tutor.Core.Levels;
using Tutor.Core.Play;

namespace Tutor.Game.Playing;

/// <summary>The one line that always says how the answer at hand stands, and never more than may be known.</summary>
/// <param name="IsGood">Null where nothing is decided: no mark stands before it.</param>
readonly record struct VerdictLine(bool? IsGood, string Text)
{
    public static VerdictLine Of(Sitting sitting) => sitting switch
    {
        { IsJudging: true } => new(null, "Judging …"),
        { IsBusy: true } => new(null, "Scoring …"),
        { IsHandedIn: true, Last: { } last } when HandedIn(sitting, last) is { } line => line,
        { IsSecret: true, IsPick: true, IsChosen: true } => new(null, "Chosen, and not handed in yet."),
        { IsSecret: true, IsPick: true } => new(null, "Choose first; then its run is shown."),
        { IsSecret: true, IsMark: true, IsChosen: true } => new(null, "Marked, and not handed in yet."),
        { Marks: { IsComplete: false } marks } => new(null, $"{marks.Said} of {Words.Pages(marks.Count)} are marked."),
        { IsSecret: true, IsMark: true } => new(null, "Every page is marked: now hand in."),
        { IsSecret: true, Painting: { } painting } => new(null, $"{Words.Pages(painting.Used)} painted, and not handed in."),
        { IsSecret: true, Forecast.IsComplete: true } => new(null, "All is said: now hand in."),
        { IsSecret: true, Forecast: { } forecast } when forecast.Said > 0 => new(null, $"{forecast.Said} of {forecast.Items.Length} are said; then the scan runs."),
        { IsSecret: true } => new(null, "Say what will happen; then the scan runs."),
        { IsWatch: true } => new(sitting.IsPassed ? true : null, sitting.IsPassed ? "Seen to the end." : "Passed when it is seen to the end."),
        { Form: AnswerForm.Forecast } => new(sitting.IsPassed ? true : null, sitting.IsPassed ? "Every forecast came true." : "The answers are shown."),
        { Latest: null or { Maps.IsEmpty: true } } => new(false, "This is not a predicate yet."),
        { Level.Goals.IsEmpty: true, Latest: { } run } when GeneralNotes.IsUpsideDown(run) => new(null, "Nothing to pass. It says what may move."),
        { Level.Goals.IsEmpty: true } => new(null, "Nothing is to be passed here."),
        { Latest: { IsPassed: true } run } => new(true, run.Goals.All(g => g.IsMet) ? $"Meets every goal on {Maps(sitting)}." : $"Would pass on {Maps(sitting)}."),
        { Latest: { } run } when GeneralNotes.IsUpsideDown(run) => new(false, "Misses a goal: it says what may move."),
        _ => new(false, $"Misses a goal on {Maps(sitting)}."),
    };

    static VerdictLine? HandedIn(Sitting sitting, HandInResult last) => last.Outcome switch
    {
        HandInOutcome.Passed => new(true, MedalWords.Medal(last.Verdict, last.HasMore, last.Left)),
        HandInOutcome.Failed when last.Opened is { } map => new(false, $"Not yet: map {sitting.NameOf(map)} beats it, and is drawn now."),
        HandInOutcome.Failed when last.CameTrue is { } came => new(false, $"{came.Right} of {came.Of} came true."),
        HandInOutcome.Failed => new(false, "Not yet."),
        HandInOutcome.Open => new(null, "Handed in; nothing is to be passed here."),
        HandInOutcome.Chosen or HandInOutcome.Incomplete or HandInOutcome.Unchanged or HandInOutcome.NoPredicate or HandInOutcome.NothingToHandIn => null,
    };

    static string Maps(Sitting sitting) => sitting.VisibleMaps.Length == 1 ? "the map you see" : "the maps you see";
}
