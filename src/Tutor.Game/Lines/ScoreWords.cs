using Tutor.Core.Simulation;
using Tutor.Game.Panes;
using Tutor.Game.Playing;

namespace Tutor.Game.Lines;

/// <summary>A score in sentences.</summary>
static class ScoreWords
{
    /// <summary>The counts, the three of the game first.</summary>
    public static string Counts(ScanMetrics m) =>
        $"Isolated {Words.Count(m.Isolated)}: {Words.Count(m.Migrated)} migrated, {Words.Count(m.Futile)} futile"
        + (m.NoTarget > 0 ? $", {Words.Count(m.NoTarget)} without a target" : "")
        + $". Skipped pins {Words.Count(m.SkippedPins)}. False skips {Words.Count(m.FalseSkips)}. Blocks freed {Words.Count(m.BlocksFreed)}.";

    /// <summary>What else may matter where nothing is asked for.</summary>
    public static string Costs(ScanMetrics m) =>
        $"LRU locks {Words.Count(m.LruLocks)}, batches {Words.Count(m.Batches)}; by the model's prices {Words.Time(m.CostNs)}.";

    public static string Goal(GoalLine goal) =>
        $"{goal.Medal}, {(goal.IsMet ? "met" : "missed")}: {ScorePanel.Name(goal.Metric)} {ScorePanel.Spoken(goal.Bound)}; it is {goal.Value}"
        + (goal.Where is null ? "" : $" on {goal.Where}") + (goal.Margin.Length == 0 ? "." : $", {goal.Margin}.");

    public static string Medal(string verdict, bool hasMore) => verdict switch
    {
        "gold" => "Gold: every goal of this level is met.",
        "silver" => "Silver. Gold asks for more, if you like.",
        _ => hasMore ? "Passed. There is more to win here, if you like." : "Passed.",
    };
}
