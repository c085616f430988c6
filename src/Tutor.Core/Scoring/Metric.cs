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

    /// <summary>Nothing: a goal can bound only the number itself.</summary>
    Nothing,
}

/// <summary>Which way a metric is better.</summary>
public enum MetricDirection : byte
{
    Up,
    Down,
}

/// <summary>What a metric counts.</summary>
public enum MetricUnit : byte
{
    Pages,
    Pageblocks,
    Folios,
    Zones,

    /// <summary>How often something was done.</summary>
    Times,
    Nanoseconds,
}

/// <summary>What a metric is used for.</summary>
[Flags]
public enum MetricUses : byte
{
    None = 0,

    /// <summary>A player may be asked to foretell it.</summary>
    Foretold = 1,

    /// <summary>It is kept with an attempt: tries, bests and the plot compare it.</summary>
    Kept = 2,

    /// <summary>A goal may bound it, and a sign of a misconception.</summary>
    Goal = 4 | Foretold | Kept,
}

/// <summary>When a metric has a row on the score panel.</summary>
public enum MetricShown : byte
{
    Always,

    /// <summary>When it is not 0, or a goal bounds it.</summary>
    WhenCounted,

    /// <summary>When a goal bounds it, or the level has no goals.</summary>
    WhenAsked,

    /// <summary>Only in JSON.</summary>
    Never,
}

/// <summary>Which wrong answers of a predicate make a metric miss its bound: what a counter-example looks for.</summary>
/// <param name="TooMany">Wrong verdicts that push it above a bound.</param>
/// <param name="TooFew">Wrong verdicts that push it below a bound.</param>
public sealed record MetricBlame(ImmutableArray<PageVerdict> TooMany, ImmutableArray<PageVerdict> TooFew)
{
    /// <summary>No single page is to blame.</summary>
    public static MetricBlame Nobody { get; } = new([], []);

    /// <summary>Pages of one verdict, whichever side is missed.</summary>
    public static MetricBlame Itself(PageVerdict verdict) => new([verdict], [verdict]);
}

/// <summary>
/// A metric: a row of <see cref="All"/>. Level files, schema, goals, JSON, score panel, tries, plot, counter-example
/// and reference are loops over these rows.
/// </summary>
/// <param name="Name">As in level files and JSON.</param>
/// <param name="Title">For people, in at most 15 characters.</param>
/// <param name="Population">What a per cent of it means.</param>
/// <param name="Better">More, or less.</param>
/// <param name="Verdict">The pages that it counts, where these are the pages of one verdict.</param>
/// <param name="PartOf">The name of the metric that it is a part of, or null.</param>
/// <param name="Blame">The wrong verdicts that make it miss a bound.</param>
/// <param name="Sentence">What it counts, for people.</param>
/// <param name="Count">Read from a run's counts; null where it cannot be known.</param>
/// <param name="CountOfKind">Read from the score of one page kind; null where it is not counted by kind.</param>
public sealed partial record Metric(
    string Name, string Title, MetricUnit Unit, MetricPopulation Population, MetricDirection Better, MetricUses Uses, MetricShown Shown,
    PageVerdict? Verdict, string? PartOf, MetricBlame Blame, string Sentence, Func<ScanMetrics, long?> Count, Func<KindScore, long>? CountOfKind)
{
    /// <summary>Every metric that a goal may bound, in the order in which they are shown.</summary>
    public static ImmutableArray<Metric> Goals { get; } = Of(MetricUses.Goal);

    /// <summary>What a player may be asked to foretell: what a goal may bound, and more.</summary>
    public static ImmutableArray<Metric> Predictable { get; } = Of(MetricUses.Foretold);

    /// <summary>What is kept with an attempt.</summary>
    public static ImmutableArray<Metric> Kept { get; } = Of(MetricUses.Kept);

    /// <summary>The metric of this name, or null.</summary>
    public static Metric? Find(string name) => All.FirstOrDefault(m => m.Name == name);

    /// <summary>The metric of this name if a goal may bound it, or null.</summary>
    public static Metric? FindGoal(string name) => Goals.FirstOrDefault(m => m.Name == name);

    /// <summary>The count of a run, 0 where it cannot be known.</summary>
    public long Value(ScanMetrics run) => Count(run) ?? 0;

    /// <summary>Pages (or whatever the metric counts) that 100 % of it is on this run.</summary>
    public long PopulationOf(ScanMetrics run, ScanMetrics perfect)
    {
        ArgumentNullException.ThrowIfNull(run);
        return Population switch
        {
            MetricPopulation.Candidates => run.Candidates,
            MetricPopulation.Movable => run.Migrated + run.FalseSkips,
            MetricPopulation.Unmovable => run.Futile + run.SkippedPins,
            MetricPopulation.Perfect => Value(perfect),
            MetricPopulation.Nothing => 0,
        };
    }

    /// <summary>Pages that 100 % of it is among those of one kind; 0 where no kind has a population of its own.</summary>
    public long PopulationOf(KindScore kind)
    {
        ArgumentNullException.ThrowIfNull(kind);
        return Population switch
        {
            MetricPopulation.Candidates => kind.Candidates,
            MetricPopulation.Movable => kind.Migrated + kind.FalseSkips,
            MetricPopulation.Unmovable => kind.Futile + kind.SkippedPins,
            MetricPopulation.Perfect or MetricPopulation.Nothing => 0,
        };
    }

    /// <summary>Which wrong verdicts make it miss a bound of this side.</summary>
    public ImmutableArray<PageVerdict> BlameFor(BoundSide side) => side switch
    {
        BoundSide.Max => Blame.TooMany,
        BoundSide.Min => Blame.TooFew,
    };

    static ImmutableArray<Metric> Of(MetricUses use) => [.. All.Where(m => (m.Uses & use) == use)];
}
