using System.Collections.Immutable;
using System.Globalization;
using Tutor.Core.Play;
using Tutor.Core.Scoring;

namespace Tutor.Cli.Comparing;

/// <summary>
/// A comparison as comma-separated values: a row for each run, and for each predicate and map one with the worst and
/// one with the median of every metric. Unknown counts are empty.
/// </summary>
static class CompareCsv
{
    public static void Write(TextWriter output, ImmutableArray<MapSummary> maps)
    {
        CsvText.Row(output, ["row", "ground", "map", "seed", "predicate", "verdict", "wins", .. Metric.All.Select(m => m.Name)]);
        foreach (var map in maps)
        {
            foreach (var run in map.Runs)
            {
                var winners = run.Winners.ToHashSet(StringComparer.Ordinal);
                foreach (var contender in run.Runs)
                {
                    CsvText.Row(output,
                    [
                        "run", map.Ground, map.Map, run.Seed?.ToString(CultureInfo.InvariantCulture) ?? "", contender.Name,
                        contender.HasErrors ? "error" : "", winners.Contains(contender.Name) ? "1" : "0",
                        .. Metric.All.Select(m => CsvText.Number(m.Count(contender.Metrics))),
                    ]);
                }
            }

            foreach (var contender in map.Contenders)
            {
                CsvText.Row(output, ["worst", .. Head(map, contender), .. contender.Worst.Select(CsvText.Number)]);
                CsvText.Row(output, ["median", .. Head(map, contender), .. contender.Median.Select(CsvText.Number)]);
            }
        }
    }

    static string[] Head(MapSummary map, ContenderSummary contender) =>
    [
        map.Ground, map.Map, "", contender.Name, contender.Verdict.Word(), contender.Wins.ToString(CultureInfo.InvariantCulture),
    ];
}
