using System.Globalization;
using System.Text;

namespace Tutor.Core.Scoring;

/// <summary>What is told of metrics, made from their table: <c>content/reference/metrics.md</c>, and <c>tutor explain METRIC</c>.</summary>
public static class MetricsPage
{
    /// <summary>What 100 % of it is, in words; null where a goal bounds the number alone.</summary>
    public static string? WholeOf(Metric metric)
    {
        ArgumentNullException.ThrowIfNull(metric);
        return metric.Population switch
        {
            MetricPopulation.Candidates => "all candidates",
            MetricPopulation.Movable => "the candidates that would move",
            MetricPopulation.Unmovable => "the candidates that could not",
            MetricPopulation.Perfect => "what the map's perfect predicate gives",
            MetricPopulation.Nothing => null,
        };
    }

    /// <summary>What it counts, as a word in a table.</summary>
    public static string UnitOf(Metric metric)
    {
        ArgumentNullException.ThrowIfNull(metric);
        return metric.Unit switch
        {
            MetricUnit.Pages => "pages",
            MetricUnit.Pageblocks => "pageblocks",
            MetricUnit.Folios => "folios",
            MetricUnit.Zones => "zones",
            MetricUnit.Times => "times",
            MetricUnit.Nanoseconds => "ns",
        };
    }

    /// <summary>Which way it is better.</summary>
    public static string BetterOf(Metric metric)
    {
        ArgumentNullException.ThrowIfNull(metric);
        return metric.Better switch
        {
            MetricDirection.Up => "more",
            MetricDirection.Down => "fewer",
        };
    }

    /// <summary>Markdown, ended by a line break.</summary>
    internal static string Text()
    {
        var output = new StringBuilder("# Metrics\n\nMade from the table that goals, score panel, JSON and tries use. A goal may bound those that have a *bound*, by number, and by per cent of what stands there.\n\n"
            + "| metric | counts | unit | better | bound |\n|---|---|---|---|---|\n");
        foreach (var metric in Metric.All)
        {
            var bound = !metric.Uses.HasFlag(MetricUses.Goal) ? "" : WholeOf(metric) is { } whole ? $"% of {whole}" : "number";
            output.Append(CultureInfo.InvariantCulture, $"| `{metric.Name}` | {metric.Sentence} | {UnitOf(metric)} | {BetterOf(metric)} | {bound} |\n");
        }

        return output.ToString();
    }
}
