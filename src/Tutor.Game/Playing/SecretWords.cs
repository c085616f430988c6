namespace Tutor.Game.Playing;

/// <summary>What is said of an answer that cannot be handed in.</summary>
static class SecretWords
{
    /// <summary>A forecast that did not come true is handed in as it was.</summary>
    public const string Unchanged = "Nothing is changed since your last try. Think again, and say something else.";

    /// <summary>An answer that is not whole yet.</summary>
    public static string Incomplete(Sitting sitting) => sitting.Marks is { } marks
        ? $"{marks.Count - marks.Said} of {Words.Pages(marks.Count)} {(marks.Count - marks.Said == 1 ? "has" : "have")} no mark yet."
        : sitting.IsAttack ? "Paint a page first: an empty memory has nothing to be wrong about."
        : "Say something about each of them first.";
}
