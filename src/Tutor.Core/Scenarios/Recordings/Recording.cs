using System.Collections.Immutable;
using Tutor.Core.Memory;
using Tutor.Core.Text;

namespace Tutor.Core.Scenarios.Recordings;

/// <summary>What the recorded kernel did to a page.</summary>
public enum RecordedFate : byte
{
    /// <summary>Never isolated.</summary>
    None,

    /// <summary>Migrated.</summary>
    Ok,

    /// <summary>Still there after all tries.</summary>
    Fail,

    /// <summary>Still in the batch when target pages ran out.</summary>
    NoMem,
}

/// <summary>One call of the migrate scanner on one pageblock. pfns; <paramref name="Stop"/> is where it stopped.</summary>
/// <param name="Scanned">Pages it adds to <c>compact_migrate_scanned</c>.</param>
/// <param name="Taken">Pages isolated.</param>
/// <param name="End">End of the pageblock, exclusive.</param>
/// <param name="Rescan">The last call that took pages began in the same pageblock: no limit of 32.</param>
public readonly record struct RecordedCall(long Start, long Stop, int Scanned, int Taken, long End, bool Rescan);

/// <summary>One call of the free scanner on one pageblock.</summary>
/// <param name="Taken">Pages isolated.</param>
public readonly record struct RecordedFree(long Start, long End, int Taken, long Stop, int Scanned);

/// <summary>One migration batch.</summary>
/// <param name="Start">Where the call began that isolated it.</param>
/// <param name="NoMemory">It ended because target pages ran out.</param>
public readonly record struct RecordedBatch(long Start, int Pages, int Moved, int Left, bool NoMemory);

/// <summary>Frames that received a page: <paramref name="Pfn"/> and downwards, <paramref name="Count"/> of them.</summary>
public readonly record struct RecordedTargets(long Pfn, int Count);

/// <summary>Increases over the run, with the kernel's names (five of /proc/vmstat, and the target requests).</summary>
public readonly record struct RecordedCounters(
    long CompactMigrateScanned, long CompactFreeScanned, long CompactIsolated, long PgmigrateSuccess,
    long PgmigrateFail, long CompactionAllocCalls);

/// <summary>
/// A run of <c>echo 1 > /proc/sys/vm/compact_memory</c> recorded inside a real kernel: the memory just before
/// it, and what the kernel then did. Format 2 of the recordings.
/// </summary>
public sealed record Recording
{
    public required string Name { get; init; }

    /// <summary>Which kernel, as text.</summary>
    public required string Kernel { get; init; }

    /// <summary>Option string of the workload.</summary>
    public required string Layout { get; init; }

    /// <summary>Extra kernel argument, or null.</summary>
    public string? Boot { get; init; }

    /// <summary>0 none, 1 stock 6.1, 2 the v4 proposal, 3 <c>folio_maybe_dma_pinned()</c>, 4 = 1 or 3.</summary>
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
