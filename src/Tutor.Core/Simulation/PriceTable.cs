using System.Collections.Immutable;
using Tutor.Core.Memory;

namespace Tutor.Core.Simulation;

/// <summary>One price of the model.</summary>
/// <param name="What">What is paid for, with the counter's name.</param>
/// <param name="IsAssumed">True: a guess for the game's sake. Such a price is shown with the word
/// "assumed".</param>
/// <param name="Source">Where the number comes from, or why it was assumed.</param>
public sealed record Price(string What, long Nanoseconds, bool IsAssumed, string Source);

/// <summary>
/// What a run costs, in nanoseconds of CPU time: a model with few prices, not a measurement.
/// </summary>
public static class PriceTable
{
    const string Published = "counters published with the v4 patch, 25 May 2023: kcompactd's CPU time over"
        + " the difference in failed migrations, and over the pages still scanned";

    /// <summary>A migration that failed, with all its ten tries: 6.1.</summary>
    public static Price FailedMigration { get; } = new("pgmigrate_fail", 2200, false, Published);

    /// <summary>The same in 6.12, which tries twice: in the common part of a batch, and alone.</summary>
    public static Price FailedMigration612 { get; } =
        new("pgmigrate_fail", 440, true, "two tries at the price that ten of them have in 6.1");

    /// <summary>A page that the migrate scanner visited; an upper bound.</summary>
    public static Price ScannedPage { get; } =
        new("compact_migrate_scanned", 33, false, Published + " (upper bound)");

    /// <summary>A page that moved: unmap, copy 4 KiB, map again.</summary>
    public static Price MigratedPage { get; } =
        new("pgmigrate_success", 2200, true, "as much as a failed migration: most of both is unmapping");

    /// <summary>A page that the free scanner visited.</summary>
    public static Price FreeScannedPage { get; } =
        new("compact_free_scanned", 33, true, "as much as a page of the migrate scanner");

    /// <summary>Taking the LRU lock when nobody contends for it.</summary>
    public static Price LruLock { get; } = new("lru_locks", 20, true, "an uncontended spin lock");

    /// <summary>Every price, in the order in which they are shown.</summary>
    public static ImmutableArray<Price> All { get; } =
        [FailedMigration, FailedMigration612, ScannedPage, MigratedPage, FreeScannedPage, LruLock];

    /// <summary>What a failed migration costs in this release.</summary>
    public static Price FailedMigrationIn(KernelRelease release) => release switch
    {
        KernelRelease.Linux61 => FailedMigration,
        KernelRelease.Linux612 => FailedMigration612,
    };

    /// <summary>What these counts cost.</summary>
    public static long CostNs(KernelRelease release,
        long migrateScanned, long freeScanned, long success, long fail, long lruLocks) =>
        migrateScanned * ScannedPage.Nanoseconds + freeScanned * FreeScannedPage.Nanoseconds
        + success * MigratedPage.Nanoseconds + fail * FailedMigrationIn(release).Nanoseconds
        + lruLocks * LruLock.Nanoseconds;
}
