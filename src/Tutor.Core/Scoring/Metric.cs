using System.Collections.Immutable;
using Tutor.Core.Simulation;

namespace Tutor.Core.Scoring;

/// <summary>What a per cent of a metric is a per cent of.</summary>
public enum MetricPopulation : byte
{
    /// <summary>Every candidate of the run.</summary>
    Candidates,

    /// <summary>Candidates that would have moved: migrated + false_skips.</summary>
    Movable,

    /// <summary>Candidates that could not have moved: futile + skipped_pins.</summary>
    Unmovable,

    /// <summary>The same metric under the map's perfect predicate, which skips exactly what cannot move.</summary>
    Perfect,
}

/// <summary>Which way a metric is better.</summary>
public enum MetricDirection : byte
{
    Up,
    Down,
}

/// <summary>A metric that a goal may bound: a row of the table.</summary>
/// <param name="Name">As in level files and JSON.</param>
/// <param name="Population">What a per cent of it means.</param>
/// <param name="Better">More, or less.</param>
/// <param name="Sentence">What it counts, for people.</param>
/// <param name="Value">Read from a run's counts.</param>
public sealed record Metric(
    string Name, MetricPopulation Population, MetricDirection Better, string Sentence, Func<ScanMetrics, long> Value)
{
    /// <summary>Every metric that a goal may bound, in the order in which they are shown.</summary>
    public static ImmutableArray<Metric> All { get; } =
    [
        new("isolated", MetricPopulation.Candidates, MetricDirection.Up,
            "candidates taken off the LRU: migrated, futile and those left without a target page",
            m => m.Isolated),
        new("migrated", MetricPopulation.Movable, MetricDirection.Up,
            "isolated candidates that moved", m => m.Migrated),
        new("futile", MetricPopulation.Unmovable, MetricDirection.Down,
            "isolated candidates whose migration failed: wasted work", m => m.Futile),
        new("skipped_pins", MetricPopulation.Unmovable, MetricDirection.Up,
            "candidates skipped that could not have moved", m => m.SkippedPins),
        new("false_skips", MetricPopulation.Movable, MetricDirection.Down,
            "candidates skipped that would have moved", m => m.FalseSkips),
        new("blocks_freed", MetricPopulation.Perfect, MetricDirection.Up,
            "whole pageblocks, not wholly free before, in which every frame is free after", m => m.BlocksFreed),
        new("cost_ns", MetricPopulation.Perfect, MetricDirection.Down,
            "price of the run in nanoseconds, by the price table", m => m.CostNs),
        new("lru_locks", MetricPopulation.Perfect, MetricDirection.Down,
            "times that the LRU lock was taken", m => m.LruLocks),
    ];

    /// <summary>What a player may be asked to foretell: what a goal may bound, and more.</summary>
    public static ImmutableArray<Metric> Predictable { get; } =
    [
        .. All,
        new("candidates", MetricPopulation.Candidates, MetricDirection.Up,
            "pages for which the predicate's answer decided", m => m.Candidates),
        new("skipped_short", MetricPopulation.Unmovable, MetricDirection.Down,
            "skipped pins whose holder is gone before the last pass begins", m => m.SkippedShort ?? 0),
    ];

    /// <summary>The metric of this name that a goal may bound, or null.</summary>
    public static Metric? Find(string name) => All.FirstOrDefault(m => m.Name == name);

    /// <summary>Pages (or whatever the metric counts) that 100 % of it is on this run.</summary>
    public long PopulationOf(ScanMetrics run, ScanMetrics perfect)
    {
        ArgumentNullException.ThrowIfNull(run);
        ArgumentNullException.ThrowIfNull(perfect);
        return Population switch
        {
            MetricPopulation.Candidates => run.Candidates,
            MetricPopulation.Movable => run.Migrated + run.FalseSkips,
            MetricPopulation.Unmovable => run.Futile + run.SkippedPins,
            _ => Value(perfect),
        };
    }
}
