using Tutor.Core.Levels;
using Tutor.Core.Scoring;
using Tutor.Core.Text;

namespace Tutor.Core.Play;

/// <summary>What an answer came to.</summary>
/// <param name="Run">The run of what the player answered, whose counts are kept; null where that is nothing that runs.</param>
public sealed record Judgement(Verdict Verdict, LevelRunResult? Run = null)
{
    /// <summary>What a run came to is what the answer comes to.</summary>
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
    /// <summary>Something is said of everything that is asked.</summary>
    public virtual bool IsComplete => true;

    /// <summary>It can be run while it is made.</summary>
    public virtual bool CanRun => true;

    /// <summary>The text that it is read as, of a predicate or of marks; null where that is the level's own text.</summary>
    public virtual string? Text => null;

    /// <summary>What the author says of this very answer, or null.</summary>
    public virtual string? Feedback => null;

    /// <summary>As an attempt keeps it: the stored form, and the id of an option beside it where one was picked.</summary>
    public virtual (string Text, string? Option) Kept => (Write(), null);

    /// <summary>The stored form: one text, which <see cref="Read"/> takes back.</summary>
    public abstract string Write();

    /// <summary>Runs the answer on the maps that a player sees, while it is made; what is neither right nor wrong of itself runs the level's own predicate.</summary>
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
