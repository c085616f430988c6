using Tutor.Core.Levels;

namespace Tutor.Game.Playing;

/// <summary>What is said in place of something that would tell the answer.</summary>
static class SecretWords
{
    /// <summary>To who asks for it too early.</summary>
    public static string TooEarly(AnswerForm form) => form switch
    {
        AnswerForm.Option => "First choose, and hand in; then this is yours.",
        AnswerForm.Marks => "First mark every page, and hand in; then this is yours.",
        AnswerForm.Painting => "First hand in what you have painted; then this is yours.",
        AnswerForm.Forecast or AnswerForm.Predicate or AnswerForm.Watched => "First say what will happen; then this is yours.",
    };

    /// <summary>In the place of the score.</summary>
    public static string Score(AnswerForm form) => form switch
    {
        AnswerForm.Option => "The score is shown when you have chosen.",
        AnswerForm.Marks => "The score is shown when your marks are handed in.",
        AnswerForm.Painting => "What it does is shown when your memory is handed in.",
        AnswerForm.Forecast or AnswerForm.Predicate or AnswerForm.Watched => "The score is shown when you have said what will happen.",
    };

    /// <summary>An answer is chosen: once more hands it in.</summary>
    public static string Confirm(AnswerForm form) => form switch
    {
        AnswerForm.Marks => "Hand in these marks? F5 once more does; another mark takes it back.",
        AnswerForm.Option or AnswerForm.Forecast or AnswerForm.Predicate or AnswerForm.Watched or AnswerForm.Painting =>
            "This is your choice? Enter hands it in, and shows its run; another option takes it back.",
    };

    /// <summary>A forecast that did not come true is handed in as it was.</summary>
    public const string Unchanged = "Nothing is changed since your last try. Think again, and say something else.";

    /// <summary>An answer that is not whole yet.</summary>
    public static string Incomplete(Sitting sitting) => sitting.Marks is { } marks
        ? $"{marks.Count - marks.Said} of {Words.Pages(marks.Count)} {(marks.Count - marks.Said == 1 ? "has" : "have")} no mark yet."
        : sitting.IsAttack ? "Paint a page first: an empty memory has nothing to be wrong about."
        : "Say something about each of them first.";
}
