using Tutor.Core.Play;
using Tutor.Core.Scoring;
using Tutor.Core.Simulation;
using Tutor.Game.Playing;

namespace Tutor.Game.Lines;

/// <summary>A score in sentences.</summary>
static class ScoreWords
{
    /// <summary>The counts, the three of the game first.</summary>
    public static string Counts(ScanMetrics m) =>
        $"Isolated {Words.Count(m.Isolated)}: {Words.Count(m.Migrated)} migrated, {Words.Count(m.Futile)} futile"
        + (m.NoTarget > 0 ? $", {Words.Count(m.NoTarget)} without a target" : "")
        + $". Skipped pins {Words.Count(m.SkippedPins)}. False skips {Words.Count(m.FalseSkips)}."
        + (m.BlocksFreed > 0 ? $" Pageblocks freed {Words.Count(m.BlocksFreed)}." : "");

    /// <summary>Further counts, for levels that have no goals.</summary>
    public static string Costs(ScanMetrics m) =>
        $"LRU locks {Words.Count(m.LruLocks)}, batches {Words.Count(m.Batches)}; by the model's prices {Words.Time(m.CostNs)}.";

    public static string Goal(GoalResult result, LevelRunResult run)
    {
        var margin = GoalWords.Margin(result);
        return $"{result.Goal.Tier.Word()}, {(result.IsMet ? "met" : "missed")}: {result.Goal.Metric.Title} {GoalWords.Spoken(result.Goal)}; "
            + $"it is {GoalWords.Value(result)}{(GoalWords.Where(result, run) is { } where ? $" on {where}" : "")}{(margin.Length == 0 ? "" : $", {margin}")}.";
    }
}
