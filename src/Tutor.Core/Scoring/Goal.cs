using System.Collections.Immutable;
using Tutor.Core.Simulation;

namespace Tutor.Core.Scoring;

/// <summary>The medals of a level, each demanding all that the one before it does.</summary>
public enum GoalTier : byte
{
    Pass,
    Silver,
    Gold,
}

/// <summary>What a run of a level came to.</summary>
public enum Verdict : byte
{
    /// <summary>The predicate does not compile, or has no defined answer for a page that it was asked about.</summary>
    Error,
    Fail,
    Pass,
    Silver,
    Gold,

    /// <summary>Not judged: an open level, or a run on a part of the level's maps.</summary>
    None,
}

/// <summary>One bound of one tier.</summary>
/// <param name="OnMap">The only map that it holds for, or null: every map and every seed.</param>
public sealed record Goal(GoalTier Tier, Metric Metric, Bound Bound, string? OnMap = null);

/// <summary>The run of one map with one seed, as goals see it.</summary>
/// <param name="Seed">Null for a recorded map.</param>
/// <param name="Perfect">The same map under the predicate that skips exactly what cannot move.</param>
sealed record ScoredRun(string Map, ulong? Seed, ScanMetrics Metrics, ScanMetrics Perfect);

/// <summary>A goal with the run that decides it: the worst one.</summary>
/// <param name="Map">Where the worst value was.</param>
/// <param name="Population">What 100 % is there.</param>
public sealed record GoalResult(Goal Goal, string Map, ulong? Seed, long Value, long Population, bool IsMet)
{
    /// <summary>The furthest value still within on that map.</summary>
    public long Limit => Goal.Bound.Limit(Population);
}

/// <summary>A verdict and every goal behind it.</summary>
sealed record ScoreCard(Verdict Verdict, ImmutableArray<GoalResult> Goals);
