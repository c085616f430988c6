using System.Collections.Immutable;
using Tutor.Core.Simulation;

namespace Tutor.Core.Scoring;

/// <summary>One sign of a misconception: a bound on a metric of the pages of one kind, or of the whole map.</summary>
/// <param name="Metric">Counted by kind where <paramref name="OfKind"/> is given.</param>
/// <param name="OfKind">The page kind, or null for the whole map.</param>
public sealed record MisconceptionSign(Metric Metric, string? OfKind, Bound Bound);

/// <summary>A wrong belief that shows in the score, and what to say about it.</summary>
/// <param name="Signs">All must show on the same map.</param>
/// <param name="Say">Markdown, for the player.</param>
public sealed record Misconception(string Id, ImmutableArray<MisconceptionSign> Signs, string Say)
{
    /// <summary>Names of which one must stand in a term that decided the pages; empty: the score alone says it.</summary>
    public ImmutableArray<string> Uses { get; init; } = [];

    /// <summary>
    /// Whether it shows in the score of one map. A sign shows only if there are pages of its kind, and if its per cent has
    /// pages to be a part of. A metric without a population needs none.
    /// </summary>
    /// <param name="perfect">The same map under the predicate that skips exactly what cannot move.</param>
    public bool ShowsIn(ScanMetrics run, ScanMetrics perfect, ImmutableArray<KindScore> byKind) =>
        Signs.All(sign => sign.OfKind is null
            ? Shows(sign, sign.Metric.Value(run), sign.Metric.PopulationOf(run, perfect))
            : byKind.FirstOrDefault(k => k.Kind == sign.OfKind) is { } kind && sign.Metric.CountOfKind is { } count
                && Shows(sign, count(kind), sign.Metric.PopulationOf(kind)));

    static bool Shows(MisconceptionSign sign, long value, long population) =>
        (population > 0 || sign.Metric.Population == MetricPopulation.Nothing) && sign.Bound.IsMetBy(value, population);
}
