using Tutor.Core.Levels;
using Tutor.Core.Scoring;
using Tutor.Core.Text;

namespace Tutor.Core.Play;

/// <summary>What an answer came to.</summary>
/// <param name="Run">The run of the player's own predicate, whose counts are kept; null where the player wrote and picked none.</param>
public sealed record Judgement(Verdict Verdict, LevelRunResult? Run = null);

/// <summary>
/// What a player hands in at a level. Game, text mode and import all read, judge and keep it here. Its stored form has
/// ids and what the player typed, never a word of ours: words change, and what is stored must not.
/// </summary>
public abstract class Answer
{
    /// <summary>The stored form: one text, which <see cref="Read"/> takes back.</summary>
    public abstract string Write();

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
        return level.Kind.Row().HandsIn switch
        {
            AnswerForm.Predicate => (new WrittenPredicate(stored), null),
            AnswerForm.Option => PickedOption.Of(level, stored, option),
            AnswerForm.Forecast => Forecast.TryRead(level.Predictions, stored) is { IsComplete: true } forecast ? (forecast, null)
                : (null, "no forecast of what this level asks about"),
            AnswerForm.Watched => WatchedScan.Of(level, stored),
            AnswerForm.Marks => Marks.TryRead(Marks.CountIn(level), stored) is { IsComplete: true } marks ? (marks, null)
                : (null, "no marks for the pages of this level"),
            AnswerForm.Painting => Painting.TryRead(level, stored) is { Painting: { } painting } ? (painting, null)
                : (null, Painting.TryRead(level, stored).Refusal),
        };
    }
}

/// <summary>A predicate that the player wrote; stored as it was typed.</summary>
public sealed class WrittenPredicate(string text) : Answer
{
    public override string Write() => text;

    public override Judgement Judge(PreparedLevel prepared, CancellationToken cancellation = default)
    {
        var run = LevelRun.Run(prepared, SourceText.From("predicate", text), cancellation: cancellation);
        return new Judgement(run.Verdict, run);
    }
}

/// <summary>One of the level's options; stored as its id.</summary>
public sealed class PickedOption(LevelOption option) : Answer
{
    public LevelOption Option { get; } = option;

    /// <summary>Earlier versions stored the option's predicate, with the id beside it.</summary>
    internal static (Answer? Answer, string? Refusal) Of(Level level, string stored, string? option)
    {
        var id = option ?? stored;
        return level.Options.FirstOrDefault(o => o.Id == id) is { } picked && (stored == id || stored.Trim() == picked.Skip.Text.Trim())
            ? (new PickedOption(picked), null)
            : (null, option is null ? "the predicate of no option is to be picked here"
                : $"option '{option}' of this level is another predicate, or there is none");
    }

    public override string Write() => Option.Id;

    public override Judgement Judge(PreparedLevel prepared, CancellationToken cancellation = default)
    {
        var run = LevelRun.Run(prepared, Option.Skip, cancellation: cancellation);
        return new Judgement(run.Verdict, run);
    }
}

/// <summary>A scan that was watched to its end; stored as the predicate that it ran.</summary>
public sealed class WatchedScan(string text) : Answer
{
    internal static (Answer? Answer, string? Refusal) Of(Level level, string stored) =>
        stored.Trim() == level.StartingText.Trim() ? (new WatchedScan(stored), null) : (null, "another scan than this level's");

    public override string Write() => text;

    /// <summary>That it was seen to the end cannot be run again: it is believed.</summary>
    public override Judgement Judge(PreparedLevel prepared, CancellationToken cancellation = default) => new(Verdict.Pass);
}
