using Tutor.Core.Levels;
using Tutor.Core.Text;

namespace Tutor.Core.Play;

/// <summary>One of the level's options; stored as its id. Before the player goes to one it is none of them.</summary>
public sealed class PickedOption(LevelOption? option) : Answer
{
    public static AnswerRules Rules { get; } = new(
        (prepared, draft) => new PickedOption(prepared.Level.Options.FirstOrDefault(o => o.Id == draft)), Stored)
    {
        Secrecy = Secrecy.ThisAnswer,
        KeepsFirst = true,
    };

    public LevelOption? Option { get; } = option;

    public override bool IsComplete => Option is not null;

    public override bool CanRun => Option is not null;

    public override string Text => Option?.Skip.Text.Trim() ?? "";

    public override string? Feedback => Option?.Feedback is { Length: > 0 } feedback ? feedback : null;

    /// <summary>The option's predicate, with its id beside it.</summary>
    public override (string Text, string? Option) Kept => (Text, Option?.Id);

    public override string Write() => Option?.Id ?? "";

    public override LevelRunResult Run(PreparedLevel seen, CancellationToken cancellation = default) =>
        LevelRun.Run(seen, SourceText.From("predicate", Text), cancellation: cancellation);

    public override Judgement Judge(PreparedLevel prepared, CancellationToken cancellation = default) =>
        Judgement.Of(LevelRun.Run(prepared, Option?.Skip ?? SourceText.From("predicate", ""), cancellation: cancellation));

    /// <summary>Earlier versions stored the option's predicate, with the id beside it.</summary>
    static (Answer? Answer, string? Refusal) Stored(Level level, string stored, string? option)
    {
        var id = option ?? stored;
        return level.Options.FirstOrDefault(o => o.Id == id) is { } picked && (stored == id || stored.Trim() == picked.Skip.Text.Trim())
            ? (new PickedOption(picked), null)
            : (null, option is null ? "the predicate of no option is to be picked here"
                : $"option '{option}' of this level is another predicate, or there is none");
    }
}
