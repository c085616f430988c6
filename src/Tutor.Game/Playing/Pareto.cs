using Tutor.Core.Scoring;

namespace Tutor.Game.Playing;

/// <summary>Which predicates nothing beats by every count at once.</summary>
static class Pareto
{
    /// <summary>Whether less of it is better. What golf counts is better when it is less.</summary>
    public static bool IsLessBetter(string metric) => Metric.Find(metric)?.Better != MetricDirection.Up;

    /// <summary>The predicates that no other one beats: none is at least as good by every metric and better by one. A predicate that lacks a metric is left out.</summary>
    public static IEnumerable<T> Front<T>(IReadOnlyList<T> all, IReadOnlyList<string> metrics, Func<T, IReadOnlyDictionary<string, long>> metricsOf)
    {
        var whole = all.Where(a => metrics.All(metricsOf(a).ContainsKey)).ToList();
        return whole.Where(a => !whole.Exists(b => Beats(metricsOf(b), metricsOf(a), metrics)));
    }

    static bool Beats(IReadOnlyDictionary<string, long> one, IReadOnlyDictionary<string, long> other, IReadOnlyList<string> metrics)
    {
        var gains = metrics.Select(m => IsLessBetter(m) ? other[m] - one[m] : one[m] - other[m]).ToList();
        return gains.TrueForAll(g => g >= 0) && gains.Exists(g => g > 0);
    }
}
