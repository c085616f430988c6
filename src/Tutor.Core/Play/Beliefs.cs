using System.Collections.Immutable;
using Tutor.Core.Scoring;

namespace Tutor.Core.Play;

/// <summary>What is said of an answer that did not pass.</summary>
public static class Beliefs
{
    /// <summary>
    /// The sentences, what matters most first; none for an answer that passed. Where a general note fits, the author's
    /// are held back: of a text that is upside down, nothing that is said of its parts is true.
    /// </summary>
    public static ImmutableArray<string> Of(PreparedLevel prepared, LevelRunResult run)
    {
        ArgumentNullException.ThrowIfNull(run);
        return run.Verdict is not (Verdict.Fail or Verdict.Error) ? []
            : GeneralNotes.Of(prepared, run) is { } note ? [note.Sentence()]
            : [.. run.Misconceptions.Select(m => m.Say)];
    }
}
