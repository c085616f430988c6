using Tutor.Cli.Json;
using Tutor.Core.Levels;
using Tutor.Core.Play;
using Tutor.Core.Scoring;

namespace Tutor.Cli;

/// <summary>A level run as <c>tutor run --json</c> has it.</summary>
static class RunReports
{
    /// <param name="mostPages">Maps up to this many pages have a verdict a page; 0: none.</param>
    public static RunReport Of(LevelRunResult result, int mostPages = 0) => new()
    {
        Level = result.Level.Id,
        Revision = result.Level.Revision,
        Predicate = result.Text.Text,
        Diagnostics = JsonOutput.Report(result.Diagnostics),
        Verdict = result.Verdict.Word(),
        Goals = [.. result.Goals.Select(Of)],
        Misconceptions = [.. result.Misconceptions.Select(m => m.Id)],
        Maps = [.. result.Maps.Select(run => Of(run, mostPages))],
    };

    static GoalReport Of(GoalResult goal) => new(
        goal.Goal.Tier.Word(), goal.Goal.Metric.Name, goal.Goal.Bound.ToString(), goal.Map, goal.Seed,
        goal.Value, goal.Population, goal.IsMet)
    {
        Limit = goal.Limit,
    };

    static MapReport Of(MapRun run, int mostPages)
    {
        var metrics = run.Result.Metrics;
        return new MapReport
        {
            Id = run.Map.Id,
            Role = run.Map.Role.Word(),
            Seed = run.Map.Seed,
            Pages = run.Map.Map.PageCount,
            Candidates = metrics.Candidates,
            Isolated = metrics.Isolated,
            Migrated = metrics.Migrated,
            Futile = metrics.Futile,
            NoTarget = metrics.NoTarget,
            SkippedPins = metrics.SkippedPins,
            SkippedShort = metrics.SkippedShort,
            FalseSkips = metrics.FalseSkips,
            Refused = metrics.Refused,
            IsolatedDriver = metrics.IsolatedDriver,
            BlocksFreed = metrics.BlocksFreed,
            LruLocks = metrics.LruLocks,
            Batches = metrics.Batches,
            CompactMigrateScanned = metrics.CompactMigrateScanned,
            CostNs = metrics.CostNs,
            ByKind =
            [
                .. run.ByKind.Select(k => new KindReport(
                    k.Kind, k.Candidates, k.Migrated, k.Futile, k.SkippedPins, k.FalseSkips)),
            ],
            Verdicts = run.Map.Map.PageCount <= mostPages ? PageVerdicts.Of(run.Result.Verdicts) : null,
        };
    }
}
