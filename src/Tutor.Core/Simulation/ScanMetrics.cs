namespace Tutor.Core.Simulation;

/// <summary>What a run is measured by: pages if nothing else is said, sums over its passes.</summary>
public sealed record ScanMetrics
{
    /// <summary>
    /// Pages for which the predicate's answer decided: isolated + skipped_pins + false_skips.
    /// </summary>
    public long Candidates { get; init; }

    /// <summary>Candidates taken off the LRU: migrated + futile + no_target.</summary>
    public long Isolated { get; init; }

    /// <summary>Isolated candidates that moved.</summary>
    public long Migrated { get; init; }

    /// <summary>Isolated candidates whose migration failed.</summary>
    public long Futile { get; init; }

    /// <summary>Isolated candidates that were never tried: no target page was left.</summary>
    public long NoTarget { get; init; }

    /// <summary>Candidates skipped that could not have moved.</summary>
    public long SkippedPins { get; init; }

    /// <summary>
    /// Of the skipped pins those whose holder is gone before the last pass begins; null on recorded maps,
    /// whose holders are inferred.
    /// </summary>
    public long? SkippedShort { get; init; }

    /// <summary>Candidates skipped that would have moved.</summary>
    public long FalseSkips { get; init; }

    /// <summary>Pages that reached the predicate and were refused by a later test.</summary>
    public long Refused { get; init; }

    /// <summary>
    /// Pages taken without asking the predicate: a driver's, or hugetlb for a contiguous range.
    /// </summary>
    public long IsolatedDriver { get; init; }

    /// <summary>Whole pageblocks that were not wholly free before and are at the end.</summary>
    public long BlocksFreed { get; init; }

    /// <summary>Times that the LRU lock was taken.</summary>
    public long LruLocks { get; init; }

    /// <summary>Batches handed to migration.</summary>
    public long Batches { get; init; }

    /// <summary>/proc/vmstat: pages that the migrate scanner visited.</summary>
    public long CompactMigrateScanned { get; init; }

    /// <summary>/proc/vmstat: pages that the free scanner visited.</summary>
    public long CompactFreeScanned { get; init; }

    /// <summary>/proc/vmstat: pages isolated by both scanners.</summary>
    public long CompactIsolated { get; init; }

    /// <summary>/proc/vmstat: pages that moved, candidates and others.</summary>
    public long PgmigrateSuccess { get; init; }

    /// <summary>/proc/vmstat: pages whose migration failed, by the kernel's own rule.</summary>
    public long PgmigrateFail { get; init; }

    /// <summary>Calls of <c>compaction_alloc()</c>: times that a target page was asked for.</summary>
    public long CompactionAllocCalls { get; init; }

    /// <summary>6.12: large folios that were split because they found no target, or were partially mapped.</summary>
    public long FolioSplits { get; init; }

    /// <summary>6.12: attempts to split a large folio that failed.</summary>
    public long FolioSplitFailed { get; init; }

    /// <summary>Zones that were left before the scanners met, for want of a target.</summary>
    public long ZoneGivenUp { get; init; }

    /// <summary>Frames that a player painted; null where the memory was not painted.</summary>
    public long? PagesUsed { get; init; }

    /// <summary>Price of all this (<see cref="PriceTable"/>), in ns.</summary>
    public long CostNs { get; init; }
}

/// <summary>The score of one page state: pages, sums over the passes.</summary>
public readonly record struct StateCounts(
    long Candidates, long Migrated, long Futile, long SkippedPins, long FalseSkips);
