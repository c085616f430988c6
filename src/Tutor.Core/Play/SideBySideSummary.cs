using System.Collections.Immutable;
using Tutor.Core.Scoring;

namespace Tutor.Core.Play;

/// <summary>One contender on one map, over every seed.</summary>
/// <param name="Worst">By metric, in the order of <see cref="Metric.All"/>; null where it cannot be known.</param>
/// <param name="Median">The same; of an even number of seeds the lower of the two in the middle.</param>
/// <param name="Wins">Seeds on which nobody has fewer wrong pages.</param>
/// <param name="Verdict">The worst over the seeds, of a level's goals that hold on this map; none without goals.</param>
public sealed record ContenderSummary(
    string Name, ImmutableArray<long?> Worst, ImmutableArray<long?> Median, int Wins, Verdict Verdict, bool HasErrors);

/// <summary>All contenders on one map, over every seed.</summary>
public sealed record MapSummary(
    string Ground, string Map, int Pages, ImmutableArray<ComparedMap> Runs, ImmutableArray<ContenderSummary> Contenders,
    ImmutableArray<KindDifference> Differences)
{
    /// <summary>The maps of a comparison in the order in which they were run, their seeds together.</summary>
    /// <param name="goals">The goals of a ground, by its name.</param>
    public static ImmutableArray<MapSummary> Of(IEnumerable<ComparedMap> maps, Func<string, ImmutableArray<Goal>> goals)
    {
        ArgumentNullException.ThrowIfNull(goals);
        return [.. maps.GroupBy(m => (m.Ground, m.Map)).Select(g => Of([.. g], goals(g.Key.Ground)))];
    }

    static MapSummary Of(ImmutableArray<ComparedMap> runs, ImmutableArray<Goal> goals)
    {
        var names = runs[0].Runs.Select(r => r.Name);
        return new MapSummary(runs[0].Ground, runs[0].Map, runs[0].Pages, runs,
            [.. names.Select((name, i) => Summary(name, i, runs, goals))], Together(runs));
    }

    static ContenderSummary Summary(string name, int at, ImmutableArray<ComparedMap> runs, ImmutableArray<Goal> goals)
    {
        var own = runs.Select(r => r.Runs[at]).ToList();
        var values = Metric.All.Select(m => own.Select(r => m.Count(r.Metrics)).OfType<long>().Order().ToList()).ToList();
        var hasErrors = own.Exists(r => r.HasErrors);
        var card = Scorer.Score([.. goals.Where(g => g.OnMap is null || g.OnMap == runs[0].Map)],
            [.. runs.Select(r => new ScoredRun(r.Map, r.Seed, r.Runs[at].Metrics, r.Runs[at].Perfect))]);
        return new ContenderSummary(name,
            [.. values.Select((v, i) => v.Count == 0 ? (long?)null : Metric.All[i].Better == MetricDirection.Up ? v[0] : v[^1])],
            [.. values.Select(v => v.Count == 0 ? (long?)null : v[(v.Count - 1) / 2])],
            runs.Count(r => r.Winners.Contains(name)), hasErrors ? Verdict.Error : card.Verdict, hasErrors);
    }

    static ImmutableArray<KindDifference> Together(ImmutableArray<ComparedMap> runs) =>
    [
        .. runs.SelectMany(r => r.Differences).GroupBy(d => d.Kind).Select(g => new KindDifference(
            g.Key, g.Sum(d => d.Candidates), g.Sum(d => d.Pages),
            [.. Enumerable.Range(0, runs[0].Runs.Length).Select(i => g.Sum(d => d.Skipped[i]))]))
            .OrderByDescending(d => d.Pages),
    ];
}
