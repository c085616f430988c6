using Tutor.Core.Text;

namespace Tutor.Core.Play;

/// <summary>A predicate that the player wrote; stored as it was typed.</summary>
public sealed class WrittenPredicate(string text) : Answer
{
    /// <summary>A draft is whatever was typed; without one the level's own text is.</summary>
    public static AnswerRules Rules { get; } = new(
        (prepared, draft) => new WrittenPredicate(draft ?? prepared.Level.StartingText),
        (_, stored, _) => (new WrittenPredicate(stored), null));

    public override string Text => text;

    public override string Write() => text;

    public override LevelRunResult Run(PreparedLevel seen, CancellationToken cancellation = default) =>
        LevelRun.Run(seen, SourceText.From("predicate", text), cancellation: cancellation);

    public override Judgement Judge(PreparedLevel prepared, CancellationToken cancellation = default) => Judgement.Of(Run(prepared, cancellation));
}
