using System.Collections.Immutable;

namespace Tutor.Core.Play;

/// <summary>What is said of an answer that did not pass.</summary>
public static class Beliefs
{
    /// <summary>
    /// The sentences, what matters most first; none for an answer that passed. A general note comes before one
    /// of the author's. Alone it stands where theirs would not be true: of a text that is upside down nothing that is said of its
    /// parts is, and one that names nothing was written out of no belief.
    /// </summary>
    public static ImmutableArray<string> Of(PreparedLevel prepared, LevelRunResult run)
    {
        ArgumentNullException.ThrowIfNull(run);
        if (run.IsPassed || run.Maps.IsEmpty)
        {
            return [];
        }

        // Marks have no text: what is believed shows in them alone.
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
