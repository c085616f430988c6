using Tutor.Cli.Json;
using Tutor.Core.Levels;
using Tutor.Core.Play;
using Tutor.Core.Scoring;

namespace Tutor.Cli;

/// <summary>A level run as <c>tutor run --json</c> has it.</summary>
static class RunReports
{
    /// <param name="mostPages">Maps up to this many pages have a verdict a page; 0: none.</param>
    /// <param name="answer">An answer that is no predicate.</param>
    public static RunReport Of(LevelRunResult result, int mostPages = 0, Answer? answer = null) => new()
    {
        Level = result.Level.Id,
        Revision = result.Level.Revision,
        Predicate = result.Text.Text,
        Answer = answer?.Write(),
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

    static MapReport Of(MapRun run, int mostPages) => new()
    {
        Id = run.Map.Id,
        Role = run.Map.Role.Word(),
        Seed = run.Map.Seed,
        Pages = run.Map.Map.PageCount,
        Counts = run.Result.Metrics,
        ByKind = [.. run.ByKind.Select(k => new KindReport(k.Kind) { Score = k })],
        Verdicts = run.Map.Map.PageCount <= mostPages ? PageVerdicts.Of(run.Result.Verdicts) : null,
    };
}
