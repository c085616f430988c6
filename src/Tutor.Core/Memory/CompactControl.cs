namespace Tutor.Core.Memory;

/// <summary>
/// The inputs of a compaction run that a predicate can read as <c>cc</c>, and that the scanner obeys.
/// Constant in a run, where the kernel's <c>struct compact_control</c> is in-out (6.1, mm/internal.h).
/// </summary>
public sealed record CompactControl
{
    public MigrateMode Mode { get; init; } = MigrateMode.Sync;

    /// <summary>The order wanted; -1: compact everything.</summary>
    public int Order { get; init; } = -1;

    /// <summary>Called by <c>alloc_contig_range()</c>.</summary>
    public bool AllocContig { get; init; }

    /// <summary>Called by an allocation that waits for it.</summary>
    public bool DirectCompaction { get; init; }

    public bool WholeZone { get; init; } = true;

    public bool IgnoreSkipHint { get; init; } = true;

    public bool NoSetSkipHint { get; init; }

    public bool ProactiveCompaction { get; init; }

    /// <summary><c>__GFP_FS</c>: may enter the file system; without it every page with a mapping is left.</summary>
    public bool GfpFs { get; init; } = true;

    /// <summary>Migratetype of the request, for direct compaction.</summary>
    public Migratetype Migratetype { get; init; } = Migratetype.Movable;

    /// <summary><c>ISOLATE_UNEVICTABLE</c>: <c>compact_unevictable_allowed</c>, or always for contiguous ranges.</summary>
    public bool IsolateUnevictable { get; init; } = true;

    /// <summary>References that the scanner itself holds when it asks: 1, or 0 before late v6.1-rc.</summary>
    public int OwnReferences { get; init; } = 1;

    public KernelRelease Release { get; init; }
}
