using Tutor.Core.Scoring;

namespace Tutor.Core.Play;

/// <summary>A scan that was watched to its end; stored as the predicate that it ran.</summary>
public sealed class WatchedScan(string text) : Answer
{
    public static AnswerRules Rules { get; } = new(
        (prepared, _) => new WatchedScan(prepared.Level.StartingText),
        (level, stored, _) => stored.Trim() == level.StartingText.Trim() ? (new WatchedScan(stored), null) : (null, "another scan than this level's"))
    {
        Runs = RunPredicate.Levels,
        IsWatched = true,
    };

    public override string Write() => text;

    /// <summary>Nobody can run again that a scan was watched to its end, so it is believed.</summary>
    public override Judgement Judge(PreparedLevel prepared, CancellationToken cancellation = default) => new(Verdict.Pass);
}
