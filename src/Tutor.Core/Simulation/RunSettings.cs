using System.Collections.Immutable;
using Tutor.Core.Memory;

namespace Tutor.Core.Simulation;

/// <summary>Who starts a compaction run.</summary>
public enum RunTrigger : byte
{
    /// <summary>
    /// <c>echo 1 > /proc/sys/vm/compact_memory</c>: 6.1 <c>mm/compaction.c</c>, <c>compact_node()</c>.
    /// </summary>
    CompactMemory,

    /// <summary>
    /// The kernel thread: <c>kcompactd_do_work()</c>, or <c>proactive_compact_node()</c> without an order.
    /// </summary>
    Kcompactd,

    /// <summary>An allocation that waits: <c>compact_zone_order()</c>.</summary>
    Direct,

    /// <summary>
    /// <c>alloc_contig_range()</c> (6.1 <c>mm/page_alloc.c</c>), once for every pageblock, as virtio-mem
    /// unplugs.
    /// </summary>
    ContigRange,
}

/// <summary>Which of the two scanners is simulated.</summary>
public enum ScannerSet : byte
{
    /// <summary>
    /// The migrate scanner alone, over the whole of every zone; there is a target page for every page.
    /// </summary>
    Migrate,

    /// <summary>Both, as in the kernel: they walk towards each other, and target pages can run out.</summary>
    Both,
}

/// <summary>One run: who started it, what is simulated, and how long.</summary>
public sealed record RunSettings
{
    static readonly ImmutableArray<BatchCpu> EveryCpu = [BatchCpu.Local, BatchCpu.Other];

    static readonly ImmutableArray<BatchCpu> LocalCpu = [BatchCpu.Local];

    public RunTrigger Trigger { get; init; } = RunTrigger.CompactMemory;

    /// <summary>
    /// Contiguous ranges take their targets from elsewhere: for them this is read as
    /// <see cref="ScannerSet.Migrate"/>, but that with <see cref="ScannerSet.Both"/> a range ends at its first stuck
    /// batch.
    /// </summary>
    public ScannerSet Scanners { get; init; } = ScannerSet.Migrate;

    /// <summary>Times that the run starts over at the first page; at least 1.</summary>
    public int Passes { get; init; } = 1;

    /// <summary>
    /// The run ends as soon as it has cost this much (<see cref="PriceTable"/>); null: never.
    /// </summary>
    public long? BudgetNs { get; init; }

    /// <summary>What the scanner obeys and the predicate may read.</summary>
    public CompactControl Control { get; init; } = new();

    /// <summary>What happens to single pages between the check and the migration.</summary>
    public ImmutableArray<ScriptedRace> Races { get; init; } = [];

    /// <summary>The CPUs whose LRU batches are drained before each pass.</summary>
    /// <remarks>
    /// 6.1: <c>compact_nodes()</c> calls <c>lru_add_drain_all()</c>, <c>alloc_contig_range()</c>
    /// <c>lru_cache_disable()</c>; everybody else has only <c>lru_add_drain()</c> at the start of
    /// <c>compact_zone()</c>, which is the running CPU's.
    /// </remarks>
    public ImmutableArray<BatchCpu> DrainedCpus =>
        Trigger is RunTrigger.CompactMemory or RunTrigger.ContigRange ? EveryCpu : LocalCpu;

    /// <summary>
    /// The settings with which the kernel's own callers compact (6.1; the same table holds for 6.12).
    /// </summary>
    /// <param name="order">
    /// The order wanted; <see cref="RunTrigger.Direct"/> needs one, the default is a huge page's. Without one
    /// kcompactd is the proactive kind. <see cref="RunTrigger.CompactMemory"/> and
    /// <see cref="RunTrigger.ContigRange"/> have none.
    /// </param>
    /// <param name="mode"> Null: the caller's own. <see cref="MigrateMode.Sync"/> with <see
    /// cref="RunTrigger.Direct"/> stands for the last priority, COMPACT_PRIO_SYNC_FULL: the kernel migrates
    /// SYNC_LIGHT there too, but ignores skip hints.
    /// </param>
    public static RunSettings For(RunTrigger trigger, int? order = null, MigrateMode? mode = null,
        bool unevictable = true, bool gfpFs = true, int ownReferences = 1,
        KernelRelease release = KernelRelease.Linux61)
    {
        var control = new CompactControl
        {
            GfpFs = gfpFs,
            IsolateUnevictable = unevictable || trigger == RunTrigger.ContigRange,
            OwnReferences = ownReferences,
            Release = release,
        };
        return new RunSettings
        {
            Trigger = trigger,
            Control = trigger switch
            {
                RunTrigger.Kcompactd => ForKcompactd(control, order, mode),
                RunTrigger.Direct => ForDirect(control, order ?? Pageblock.Order, mode ?? MigrateMode.Async),
                RunTrigger.ContigRange => ForContigRange(control),
                RunTrigger.CompactMemory => control with { Mode = mode ?? MigrateMode.Sync },
            },
        };
    }

    static CompactControl ForKcompactd(CompactControl control, int? order, MigrateMode? mode) => control with
    {
        Mode = mode ?? MigrateMode.SyncLight,
        Order = order ?? -1,
        ProactiveCompaction = order is null,
        IgnoreSkipHint = order is null,
        WholeZone = order is null,
    };

    static CompactControl ForContigRange(CompactControl control) => control with
    {
        AllocContig = true,
        NoSetSkipHint = true,
        WholeZone = false,
    };

    static CompactControl ForDirect(CompactControl control, int order, MigrateMode mode) => control with
    {
        DirectCompaction = true,
        Order = order,
        Mode = mode == MigrateMode.Sync ? MigrateMode.SyncLight : mode,
        IgnoreSkipHint = mode == MigrateMode.Sync,
        WholeZone = mode == MigrateMode.Sync,
    };
}
