using System.Collections.Immutable;
using Tutor.Cli.Json;
using Tutor.Core.Play;
using Tutor.Core.Scoring;

namespace Tutor.Cli.Comparing;

/// <summary>A comparison as JSON has it.</summary>
static class CompareReports
{
    public static CompareReport Of(ImmutableArray<CompareText> texts, ImmutableArray<MapSummary> maps, bool isInterrupted) => new(
        1, isInterrupted, [.. texts.Select(t => new ContenderReport(t.Name, t.Source.Text, t.Revision?.Id))],
        [
            .. maps.Select(m => new ComparedMapReport(m.Ground, m.Map, m.Pages, [.. m.Contenders.Select((c, i) => Row(m, c, i))],
                [.. m.Differences.Select(d => new KindDifferenceReport(d.Kind, d.Candidates, d.Pages, d.Skipped))])),
        ]);

    static ComparedRowReport Row(MapSummary map, ContenderSummary contender, int at) => new(
        contender.Name, contender.Verdict.Word(), contender.Wins, Named(contender.Worst), Named(contender.Median),
        [
            .. map.Runs.Select(r => new ComparedRunReport(r.Seed, r.Winners.Contains(contender.Name),
                Named([.. Metric.All.Select(m => m.Count(r.Runs[at].Metrics))]))),
        ]);

    static Dictionary<string, long?> Named(ImmutableArray<long?> values) =>
        Metric.All.Select((m, i) => (m.Name, Value: values[i])).ToDictionary(v => v.Name, v => v.Value, StringComparer.Ordinal);
}
