using System.Collections.Immutable;

namespace Tutor.Core.Scoring;

/// <summary>One sign of a misconception: a bound on a metric of the pages of one kind, or of all.</summary>
/// <param name="OfKind">The page kind, or null for every candidate.</param>
public sealed record MisconceptionSign(Metric Metric, string? OfKind, Bound Bound);

/// <summary>A wrong belief that shows in the score, and what to say about it.</summary>
/// <param name="Signs">All must show on the same map.</param>
/// <param name="Say">Markdown, for the player.</param>
public sealed record Misconception(string Id, ImmutableArray<MisconceptionSign> Signs, string Say)
{
    /// <summary>
    /// Whether it shows in the score by kind of one map. A sign needs pages to show on: where there are none of
    /// its kind, or none that a per cent could be taken of, it does not.
    /// </summary>
    public bool ShowsIn(ImmutableArray<KindScore> byKind) =>
        Signs.All(sign => Shows(sign, byKind));

    static bool Shows(MisconceptionSign sign, ImmutableArray<KindScore> byKind)
    {
        var rows = byKind.Where(k => sign.OfKind is null || k.Kind == sign.OfKind).ToList();
        var sum = new KindScore(sign.OfKind ?? "", rows.Sum(k => k.Candidates), rows.Sum(k => k.Migrated),
            rows.Sum(k => k.Futile), rows.Sum(k => k.SkippedPins), rows.Sum(k => k.FalseSkips)).AsMetrics();
        var value = sign.Metric.Value(sum);
        var population = sign.Metric.PopulationOf(sum, sum);
        return population > 0 && sign.Bound.IsMetBy(value, population);
    }
}
