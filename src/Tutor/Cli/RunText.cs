using System.Globalization;
using Tutor.Cli.Json;
using Tutor.Game.Text;

namespace Tutor.Cli;

/// <summary>A run of a level for a person: the three score metrics first, then the goals, then the verdict.</summary>
static class RunText
{
    public static void Write(TextWriter output, RunReport report, string title)
    {
        TextWrap.Write(output, "level      ", $"{report.Level}, revision {Number(report.Revision ?? 0)}: {title}");
        TextWrap.Write(output, "predicate  ", report.Predicate ?? "");
        if (report.Maps.Count > 0)
        {
            output.WriteLine();
            WriteMaps(output, report);
        }

        if (report.Goals.Count > 0)
        {
            output.WriteLine();
            WriteGoals(output, report.Goals);
        }

        output.WriteLine();
        TextWrap.Write(output, "verdict    ", VerdictLine(report));
    }

    /// <summary>One row a map: of a map with several seeds the worst, by futile isolations and false skips together.</summary>
    static void WriteMaps(TextWriter output, RunReport report)
    {
        var hasNoTarget = report.Maps.Any(m => m.Counts.NoTarget > 0);
        var table = new TextTable(
            ["map", ">isolated =", ">migrated", ">+ futile", .. hasNoTarget ? [">+ no target"] : Array.Empty<string>(),
                ">skipped pins", ">false skips", ">blocks freed"]);
        foreach (var seeds in report.Maps.GroupBy(m => m.Id))
        {
            var map = seeds.MaxBy(m => m.Counts.Futile + m.Counts.FalseSkips)!;
            table.Add(
                [map.Id, Number(map.Counts.Isolated), Number(map.Counts.Migrated), Number(map.Counts.Futile),
                    .. hasNoTarget ? [Number(map.Counts.NoTarget)] : Array.Empty<string>(),
                    Number(map.Counts.SkippedPins), Number(map.Counts.FalseSkips), Number(map.Counts.BlocksFreed)]);
        }

        table.Write(output);
        foreach (var seeds in report.Maps.GroupBy(m => m.Id).Where(g => g.Count() > 1))
        {
            var worst = seeds.MaxBy(m => m.Counts.Futile + m.Counts.FalseSkips)!;
            output.WriteLine($"  {seeds.Key} was run with {seeds.Count()} seeds; the worst, {worst.Seed}, is shown");
        }
    }

    /// <summary>The margin is how far inside the bound the worst map lies; negative is outside.</summary>
    static void WriteGoals(TextWriter output, IReadOnlyList<GoalReport> goals)
    {
        var table = new TextTable("goal", "metric", "bound", ">value", ">of", ">margin", "", "worst map");
        foreach (var goal in goals)
        {
            var isMax = goal.Bound.StartsWith("max", StringComparison.Ordinal);
            var margin = isMax ? goal.Limit - goal.Value : goal.Value - goal.Limit;
            table.Add(goal.Goal, goal.Metric, goal.Bound, Number(goal.Value), Number(goal.Population),
                margin > 0 ? $"+{Number(margin)}" : Number(margin), goal.Met ? "met" : "NOT MET", goal.Map);
        }

        table.Write(output);
    }

    static string VerdictLine(RunReport report)
    {
        var worst = report.Goals.FirstOrDefault(g => !g.Met);
        return report.Verdict switch
        {
            "gold" => "gold: every goal is met on every map",
            "error" => "error: the predicate has no answer for every page",
            "none" => "none: this run is not judged",
            "fail" when worst is not null => $"fail: {Missed(worst)}",
            _ when worst is not null => $"{report.Verdict}; not {worst.Goal}: {Missed(worst)}",
            _ => report.Verdict,
        };
    }

    static string Missed(GoalReport goal) =>
        $"{Number(goal.Value)} {goal.Metric} on {MapOf(goal)}, where {goal.Goal} asks for "
        + $"{(goal.Bound.StartsWith("max", StringComparison.Ordinal) ? "at most" : "at least")} {Number(goal.Limit)}";

    static string MapOf(GoalReport goal) => goal.Seed is { } seed ? $"{goal.Map} (seed {seed})" : goal.Map;

    static string Number(long value) => value.ToString("N0", CultureInfo.InvariantCulture);
}
