using Tutor.Core.Levels;
using Tutor.Game.Playing.Progress;

namespace Tutor.Game.Playing;

/// <summary>What playing knows of a form of answer.</summary>
/// <param name="How">As an attempt of this form is kept.</param>
/// <param name="TooEarly">To who asks for something that would tell the answer.</param>
/// <param name="ScoreWaits">In the place of the score, while it would tell the answer.</param>
/// <param name="Confirm">The answer is whole; what hands it in for good, a key or a command, stands for <c>{0}</c>. Of forms that need no second step it is not asked.</param>
sealed record AnswerFormRow(AttemptHow How, string TooEarly, string ScoreWaits, string Confirm)
{
    /// <summary>The answer at hand of a sitting.</summary>
    public Func<Sitting, AnswerAtHand> AtHand { get; init; } = sitting => new AnswerAtHand(sitting);
}

/// <summary>The table of forms of answer: what is kept and said of each.</summary>
static class AnswerForms
{
    const string SayFirst = "First say what will happen; then this is yours.";
    const string SaidFirst = "The score is shown when you have said what will happen.";
    public static AnswerFormRow Row(this AnswerForm form) => form switch
    {
        AnswerForm.Predicate => new(AttemptHow.Typed, SayFirst, SaidFirst, ""),
        AnswerForm.Option => new(AttemptHow.Option, "First choose, and hand in; then this is yours.", "The score is shown when you have chosen.",
            "This is your choice? {0} once more hands it in, and shows its run; another option takes it back.") { AtHand = sitting => new OptionAtHand(sitting) },
        AnswerForm.Forecast => new(AttemptHow.Predicted, SayFirst, SaidFirst, "This is what you say? {0} once more hands it in; another answer takes it back.") { AtHand = sitting => new ForecastAtHand(sitting) },
        AnswerForm.Watched => new(AttemptHow.Watched, SayFirst, SaidFirst, "") { AtHand = sitting => new WatchedAtHand(sitting) },
        AnswerForm.Marks => new(AttemptHow.Marked, "First mark every page, and hand in; then this is yours.",
            "The score is shown when your marks are handed in.", "These are your marks? {0} once more hands them in; another mark takes it back.") { AtHand = sitting => new MarksAtHand(sitting) },
        AnswerForm.Painting => new(AttemptHow.Painted, "First hand in what you have painted; then this is yours.",
            "What it does is shown when your memory is handed in.",
            "This is your memory? {0} once more hands it in; another page takes it back.") { AtHand = sitting => new PaintingAtHand(sitting) },
    };
}
