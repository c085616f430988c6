using System.Collections.Immutable;

namespace Tutor.Core.Play;

/// <summary>What is said of an answer that did not pass.</summary>
public static class Beliefs
{
    /// <summary>
    /// The sentences, the most important first; none for an answer that passed. A general note comes before the author's
    /// sentences. They are left out where they would not be true: they speak of parts of the text, and the whole text may
    /// be upside down; or they speak of a belief, and a text without names shows none.
    /// </summary>
    public static ImmutableArray<string> Of(PreparedLevel prepared, LevelRunResult run)
    {
        ArgumentNullException.ThrowIfNull(run);
        if (run.IsPassed || run.Maps.IsEmpty)
        {
            return [];
        }

        // Marks have no text, so only the marks themselves show a belief.
        if (run.Predicate is not { } predicate)
        {
            return [.. run.Misconceptions.Select(m => m.Say)];
        }

        var note = GeneralNotes.Of(prepared, run);
        var isAlone = note is { } general && (general.IsUpsideDown() || predicate.NamesUsed.All(n => n is "true" or "false"));
        string[] first = note is null ? [] : [note.Value.Sentence()];
        return [.. first, .. run.Misconceptions.Take(isAlone ? 0 : note is null ? run.Misconceptions.Length : 1).Select(m => m.Say)];
    }
}
