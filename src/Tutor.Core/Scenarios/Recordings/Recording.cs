using System.Collections.Immutable;
using Tutor.Core.Memory;
using Tutor.Core.Text;

namespace Tutor.Core.Scenarios.Recordings;

/// <summary>One call of the migrate scanner on one pageblock. pfns; <paramref name="Stop"/> is where it stopped.</summary>
/// <param name="Scanned">Pages it adds to <c>compact_migrate_scanned</c>.</param>
/// <param name="Taken">Pages isolated; of a large folio all its frames.</param>
/// <param name="End">End of the pageblock, exclusive.</param>
/// <param name="Rescan">The last call that took pages began (6.12: ended) in the same pageblock: no limit of 32.</param>
public readonly record struct RecordedCall(long Start, long Stop, int Scanned, int Taken, long End, bool Rescan);

/// <summary>One call of the free scanner on one pageblock.</summary>
/// <param name="Taken">Pages isolated.</param>
public readonly record struct RecordedFree(long Start, long End, int Taken, long Stop, int Scanned);

/// <summary>One migration batch.</summary>
/// <param name="Start">Where the call began that isolated it.</param>
/// <param name="NoMemory">It ended because target pages ran out.</param>
/// <param name="Splits">Folios split; 0 in 6.1.</param>
/// <param name="Freed">Frames of split folios that nobody used: freed.</param>
public readonly record struct RecordedBatch(
    long Start, int Pages, int Moved, int Left, bool NoMemory, int Splits = 0, int Freed = 0);

/// <summary>Targets that received a page or a folio, in the order in which they were handed out.</summary>
/// <param name="Pfn">First frame of the first one.</param>
/// <param name="Order">log2 of the frames of each.</param>
/// <param name="Step">From one to the next: 6.1 goes down, frame by frame.</param>
public readonly record struct RecordedTargets(long Pfn, int Count, int Order = 0, int Step = -1)
{
    /// <summary>Frames of all of them.</summary>
    public long Frames => (long)Count << Order;

    /// <summary>First frame of the target <paramref name="index"/>.</summary>
    public long this[int index] => Pfn + (long)index * Step;
}

/// <summary>
/// Increases over the run, with the kernel's names (five of /proc/vmstat, and the target requests). Of 6.12 also
/// folios split and attempts to split that failed, which 6.1 has none of.
/// </summary>
public readonly record struct RecordedCounters(
    long CompactMigrateScanned, long CompactFreeScanned, long CompactIsolated, long PgmigrateSuccess,
    long PgmigrateFail, long CompactionAllocCalls, long FolioSplits = 0, long FolioSplitFailed = 0)
{
    /// <summary>The kernel's names, in the order of the rows.</summary>
    public static ImmutableArray<string> Names { get; } =
    [
        "compact_migrate_scanned", "compact_free_scanned", "compact_isolated", "pgmigrate_success", "pgmigrate_fail",
        "compaction_alloc_calls", "folio_splits", "folio_split_failed",
    ];

    /// <summary>The counter at <paramref name="index"/> of <see cref="Names"/>.</summary>
    public long this[int index] => index switch
    {
        0 => CompactMigrateScanned,
        1 => CompactFreeScanned,
        2 => CompactIsolated,
        3 => PgmigrateSuccess,
        4 => PgmigrateFail,
        5 => CompactionAllocCalls,
        6 => FolioSplits,
        7 => FolioSplitFailed,
        _ => throw new ArgumentOutOfRangeException(nameof(index)),
    };

    /// <summary>How many of <see cref="Names"/> a release has: 6.1 splits no folio here.</summary>
    public static int CountOf(KernelRelease release) => release switch
    {
        KernelRelease.Linux61 => 6,
        KernelRelease.Linux612 => 8,
    };
}

/// <summary>
/// A run of <c>echo 1 > /proc/sys/vm/compact_memory</c> recorded inside a real kernel: the memory just before
/// it, and what the kernel then did. Format 2 of the recordings is of Linux 6.1, format 3 of 6.12.
/// </summary>
public sealed record Recording
{
    public required string Name { get; init; }

    /// <summary>Which kernel, as text.</summary>
    public required string Kernel { get; init; }

    /// <summary>
    /// The release that was recorded: as the kernel's name says, or, of a map that somebody made up, as its format
    /// does.
    /// </summary>
    public required KernelRelease Release { get; init; }

    /// <summary>No kernel was recorded: the row <c># kernel</c> names no release.</summary>
    public required bool IsMadeUp { get; init; }

    /// <summary>Option string of the workload.</summary>
    public required string Layout { get; init; }

    /// <summary>Extra kernel argument, or null.</summary>
    public string? Boot { get; init; }

    /// <summary>0 none, 1 stock, 2 the v4 proposal (6.12: the same question with that kernel's own count), 3 <c>folio_maybe_dma_pinned()</c>, 4 = 1 or 3.</summary>
    public required int Predicate { get; init; }

    /// <summary><c>compact_unevictable_allowed</c>.</summary>
    public required bool UnevictableAllowed { get; init; }

    /// <summary>Migratetype 4 means CMA; else it means isolated.</summary>
    public required bool CmaSupport { get; init; }

    /// <summary>Memory before the run, zone and migratetype folded into the page states.</summary>
    public required MemoryMap Map { get; init; }

    public ImmutableArray<RecordedCall> Calls { get; init; } = [];

    public ImmutableArray<RecordedFree> Frees { get; init; } = [];

    public ImmutableArray<RecordedBatch> Batches { get; init; } = [];

    public ImmutableArray<RecordedTargets> Targets { get; init; } = [];

    public RecordedCounters Counters { get; init; }

    /// <summary>One a page, from the map's first.</summary>
    public required ImmutableArray<RecordedFate> Fates { get; init; }

    /// <summary>
    /// Reads a recording from its gzip bytes. Damage of any kind gives null and diagnostics with the line in
    /// the unpacked text (<see cref="RecordingCodes"/>); nothing throws.
    /// </summary>
    public static (Recording? Recording, ImmutableArray<Diagnostic> Diagnostics) Read(
        string path, ReadOnlyMemory<byte> gzip)
    {
        ArgumentNullException.ThrowIfNull(path);
        var problems = new RecordingProblems(path);
        var text = RecordingUnpacker.Unpack(gzip, problems);
        var recording = text is null ? null : new RecordingReader(text, problems).Read();
        return (problems.Any ? null : recording, problems.ToDiagnostics());
    }
}
