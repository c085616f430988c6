using Tutor.Core.Levels;
using Tutor.Core.Scoring;
using Tutor.Core.Text;

namespace Tutor.Core.Play;

/// <summary>What an answer came to.</summary>
/// <param name="Run">The run of the player's answer, whose counts are kept; null if the answer is nothing that can run.</param>
public sealed record Judgement(Verdict Verdict, LevelRunResult? Run = null)
{
    /// <summary>The verdict of an answer whose run is judged by goals.</summary>
    public static Judgement Of(LevelRunResult run)
    {
        ArgumentNullException.ThrowIfNull(run);
        return new Judgement(run.Verdict, run);
    }
}

/// <summary>
/// What a player hands in at a level. Game, text mode and import all read, judge and keep it here. Its stored form has
/// ids and what the player typed, never a word of ours: words change, and what is stored must not. Each form of answer is
/// a class with its <see cref="AnswerRules"/>; <see cref="AnswerRuleTable"/> has a row for each.
/// </summary>
public abstract class Answer
{
    /// <summary>Whether the answer is complete: no item or page is left without one.</summary>
    public virtual bool IsComplete => true;

    /// <summary>Whether the answer can run while the player still changes it.</summary>
    public virtual bool CanRun => true;

    /// <summary>The answer as a text, for predicates and marks; null if the text to show is the level's own.</summary>
    public virtual string? Text => null;

    /// <summary>The author's feedback on exactly this answer, or null.</summary>
    public virtual string? Feedback => null;

    /// <summary>What an attempt keeps: the stored form, and the id of the option if the player picked one.</summary>
    public virtual (string Text, string? Option) Kept => (Write(), null);

    /// <summary>The stored form: one text, which <see cref="Read"/> takes back.</summary>
    public abstract string Write();

    /// <summary>Runs the answer on the maps that the player sees, before it is handed in. For an answer that is no predicate, the level's own predicate runs.</summary>
    /// <exception cref="OperationCanceledException">Cancelled.</exception>
    public virtual LevelRunResult Run(PreparedLevel seen, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(seen);
        return LevelRun.Run(seen, SourceText.From("predicate", seen.Level.StartingText), cancellation: cancellation);
    }

    /// <summary>Runs what the answer is about, and says what it is worth.</summary>
    /// <param name="prepared">The level that <see cref="Read"/> was given, with all its maps.</param>
    /// <exception cref="OperationCanceledException">Cancelled.</exception>
    public abstract Judgement Judge(PreparedLevel prepared, CancellationToken cancellation = default);

    /// <summary>Reads a stored answer, of this version or an earlier one; or says why it is no answer to this level.</summary>
    /// <param name="option">The id of the option that was picked, where it is stored beside the answer.</param>
    public static (Answer? Answer, string? Refusal) Read(Level level, string stored, string? option = null)
    {
        ArgumentNullException.ThrowIfNull(level);
        ArgumentNullException.ThrowIfNull(stored);
        return level.Kind.Row().HandsIn.Rules().Stored(level, stored, option);
    }
}
