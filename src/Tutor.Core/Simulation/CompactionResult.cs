using System.Collections.Immutable;
using Tutor.Core.Scenarios.Recordings;

namespace Tutor.Core.Simulation;

/// <summary>
/// What a run did: the score, each page's verdict, and the rows that a recording has of a real run; those only from
/// the literal engine.
/// </summary>
public sealed record CompactionResult
{
    public required ScanMetrics Metrics { get; init; }

    /// <summary>One a page, from the map's first: what was last decided at this frame.</summary>
    public required VerdictMap Verdicts { get; init; }

    /// <summary>By index into the map's palette.</summary>
    public required ImmutableArray<StateCounts> ByState { get; init; }

    /// <summary>Calls of the migrate scanner on one pageblock, in order.</summary>
    public ImmutableArray<RecordedCall> Calls { get; init; } = [];

    /// <summary>Calls of the free scanner on one pageblock, in order.</summary>
    public ImmutableArray<RecordedFree> Frees { get; init; } = [];

    /// <summary>Migration batches, in order.</summary>
    public ImmutableArray<RecordedBatch> BatchRows { get; init; } = [];

    /// <summary>Targets that received a page or a folio, in order.</summary>
    public ImmutableArray<RecordedTargets> Targets { get; init; } = [];

    /// <summary>One a page: what the last migration that tried to move it came to.</summary>
    public ImmutableArray<RecordedFate> Fates { get; init; } = [];

    /// <summary>The predicate had no defined answer for a page that the scanner asked about.</summary>
    public bool HasErrors { get; init; }

    /// <summary>The run ended because <see cref="RunSettings.BudgetNs"/> was spent.</summary>
    public bool IsBudgetSpent { get; init; }

    /// <summary>The kernel's six counters, and the two of folios that were to be split.</summary>
    public RecordedCounters Counters => new(Metrics.CompactMigrateScanned, Metrics.CompactFreeScanned,
        Metrics.CompactIsolated, Metrics.PgmigrateSuccess, Metrics.PgmigrateFail,
        Metrics.CompactionAllocCalls, Metrics.FolioSplits, Metrics.FolioSplitFailed);
}
