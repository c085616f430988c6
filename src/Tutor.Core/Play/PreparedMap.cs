using Tutor.Core.Levels;
using Tutor.Core.Memory;
using Tutor.Core.Predicates;
using Tutor.Core.Predicates.Evaluation;
using Tutor.Core.Scenarios;
using Tutor.Core.Simulation;
using Tutor.Core.Simulation.Fast;

namespace Tutor.Core.Play;

/// <summary>One memory map of a level, built: what a predicate is run on.</summary>
public sealed class PreparedMap
{
    /// <summary>Of the fast engine: a few bytes a page state each.</summary>
    const int MostFastRuns = 256;

    /// <summary>Of the literal engine: a few bytes a page each.</summary>
    const int MostLiteralRuns = 24;

    readonly Lazy<FastMap?> _fast;
    readonly Lazy<ScanMetrics> _perfect;
    readonly KeptRuns _fastRuns = new(MostFastRuns);
    readonly AskedRuns _literalRuns = new(MostLiteralRuns);

    internal PreparedMap(string id, MapRole role, ulong? seed, Scenario scenario, RunSettings settings)
    {
        Id = id;
        Role = role;
        Seed = seed;
        Scenario = scenario;
        Settings = settings;
        _fast = new Lazy<FastMap?>(() => FastMap.Of(Map, Settings));
        _perfect = new Lazy<ScanMetrics>(() => (_fast.Value is { } fast ? FastCompaction.Run(fast, AskTruth)
            : Compaction.Run(Map, AskTruth, Settings)).Metrics);
    }

    /// <summary>A map of no level: a recording, or a recipe on its own.</summary>
    public static PreparedMap Of(string id, ulong? seed, Scenario scenario, RunSettings settings) =>
        new(id, MapRole.Shown, seed, scenario, settings);

    /// <summary>Does the work of the first run early. No result changes.</summary>
    internal PreparedMap Warm()
    {
        _ = _fast.Value;
        return this;
    }

    public string Id { get; }

    /// <summary>Frames that a player painted; null where the memory was not painted.</summary>
    public int? PagesUsed { get; init; }

    public MapRole Role { get; }

    /// <summary>Null for a recording.</summary>
    public ulong? Seed { get; }

    public Scenario Scenario { get; }

    public MemoryMap Map => Scenario.Map;

    /// <summary>The level's, with its races at this map's pfns.</summary>
    public RunSettings Settings { get; }

    /// <summary>The counts under the predicate that skips exactly what cannot move.</summary>
    public ScanMetrics Perfect => _perfect.Value;

    /// <summary>
    /// Runs a predicate over the map: with the fast engine if that models the map and the way to run, else with the
    /// literal one. Runs of predicates that mean the same are kept.
    /// </summary>
    /// <exception cref="OperationCanceledException">Cancelled.</exception>
    public CompactionResult Run(Predicate predicate, IProgress<double>? progress = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(predicate);
        return Run(predicate.Ask, progress, cancellation);
    }

    /// <summary>Runs what a player said of each page. The map's pages have states of their own.</summary>
    /// <exception cref="OperationCanceledException">Cancelled.</exception>
    public CompactionResult Run(Marks marks, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(marks);
        return Run(marks.Ask, null, cancellation);
    }

    /// <summary>Runs the opposite of a predicate: it keeps what the predicate skips.</summary>
    public CompactionResult RunOpposite(Predicate predicate)
    {
        ArgumentNullException.ThrowIfNull(predicate);
        return Run(Opposite, null, CancellationToken.None);

        SkipAnswer Opposite(PageState page, CompactControl cc) => predicate.Ask(page, cc) switch
        {
            SkipAnswer.Skip => SkipAnswer.Keep,
            SkipAnswer.Keep => SkipAnswer.Skip,
            SkipAnswer.Error => SkipAnswer.Error,
        };
    }

    CompactionResult Run(Func<PageState, CompactControl, SkipAnswer> ask, IProgress<double>? progress, CancellationToken cancellation)
    {
        if (_fast.Value is not { } fast)
        {
            return _literalRuns.GetOrRun(ask, asking => Compaction.Run(Map, asking, Settings));
        }

        var answers = FastCompaction.Ask(fast, ask);
        return _fastRuns.GetOrRun(answers.Key,
            () => FastCompaction.Run(fast, answers, progress: progress, cancellation: cancellation));
    }

    static SkipAnswer AskTruth(PageState page, CompactControl cc) =>
        Migration.MovableNow(page, cc) ? SkipAnswer.Keep : SkipAnswer.Skip;
}
