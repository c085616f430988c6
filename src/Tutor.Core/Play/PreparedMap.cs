using Tutor.Core.Levels;
using Tutor.Core.Memory;
using Tutor.Core.Predicates;
using Tutor.Core.Scenarios;
using Tutor.Core.Simulation;

namespace Tutor.Core.Play;

/// <summary>One memory map of a level, built: what a predicate is run on.</summary>
public sealed class PreparedMap
{
    readonly Lazy<ScanMetrics> _perfect;

    internal PreparedMap(string id, MapRole role, ulong? seed, Scenario scenario, RunSettings settings)
    {
        Id = id;
        Role = role;
        Seed = seed;
        Scenario = scenario;
        Settings = settings;
        _perfect = new Lazy<ScanMetrics>(() => Compaction.Run(Map, AskTruth, Settings).Metrics);
    }

    public string Id { get; }

    public MapRole Role { get; }

    /// <summary>Null for a recording.</summary>
    public ulong? Seed { get; }

    public Scenario Scenario { get; }

    public MemoryMap Map => Scenario.Map;

    /// <summary>The level's, with its races at this map's pfns.</summary>
    public RunSettings Settings { get; }

    /// <summary>The counts under the predicate that skips exactly what cannot move.</summary>
    public ScanMetrics Perfect => _perfect.Value;

    static SkipAnswer AskTruth(PageState page, CompactControl cc) =>
        Migration.MovableNow(page, cc) ? SkipAnswer.Keep : SkipAnswer.Skip;
}
