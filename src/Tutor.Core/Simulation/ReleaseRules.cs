using Tutor.Core.Memory;

namespace Tutor.Core.Simulation;

/// <summary>
/// The small facts in which releases differ where their control flow is the same: a row a release. What works
/// differently as a whole is a class of its own: <see cref="FreePages"/>, <see cref="MigrationBatch"/>.
/// </summary>
/// <remarks>Sources: <c>mm/compaction.c</c> of 6.1 and of 6.12; each column names the function.</remarks>
sealed record ReleaseRules
{
    /// <summary>
    /// <c>isolate_migratepages_block()</c>: a jump adds every page that it jumps over to <c>nr_scanned</c>; else
    /// it is one step.
    /// </summary>
    public required bool CountsJumpedPages { get; init; }

    /// <summary>
    /// <c>skip_isolation_on_order()</c>: folios below the order wanted and below a pageblock are isolated; else
    /// none is.
    /// </summary>
    public required bool TakesLargeFolios { get; init; }

    /// <summary><c>isolate_migratepages_block()</c>: hugetlb has a test of its own, before every other.</summary>
    public required bool AsksForHugeTlbFirst { get; init; }

    /// <summary>
    /// <c>isolate_migratepages_block()</c>: an unevictable page with a mapping is locked to ask whether its memory
    /// is inaccessible (guest_memfd), in every mode, and the lock is not waited for.
    /// </summary>
    public required bool LocksUnevictablePages { get; init; }

    /// <summary>
    /// <c>isolate_migratepages()</c>: the zone's first page counts as the first of its pageblock for skip hints.
    /// </summary>
    public required bool ZoneStartBeginsBlock { get; init; }

    /// <summary>
    /// <c>test_and_set_skip()</c>: the first page that is taken sets the hint if the call began with the
    /// pageblock; else only if that page is the pageblock's first.
    /// </summary>
    public required bool CallFromBlockStartSetsHint { get; init; }

    /// <summary><c>isolate_migratepages_block()</c>: a pageblock without a page is not marked if hints are not set.</summary>
    public required bool EmptyBlockObeysNoSetSkipHint { get; init; }

    /// <summary>
    /// <c>compact_zone()</c>: a call is a rescan if it begins in the pageblock where the last one that took pages
    /// ended; else where that one's round began.
    /// </summary>
    public required bool RescanFollowsEndOfCall { get; init; }

    /// <summary>
    /// <c>compact_zone()</c>: after a failed migration a run that obeys skip hints takes the rest of the pageblock
    /// without a limit (<c>finish_pageblock</c>); else async direct compaction leaves the order-aligned block.
    /// </summary>
    public required bool FinishesPageblocks { get; init; }

    /// <summary>
    /// <c>isolate_freepages_block()</c>: a compound page counts all its frames if it ends inside the pageblock,
    /// and is stepped over frame by frame if not; else it is one step.
    /// </summary>
    public required bool FreeScannerCountsFolios { get; init; }

    public static ReleaseRules Linux61 { get; } = new()
    {
        CountsJumpedPages = false,
        TakesLargeFolios = false,
        AsksForHugeTlbFirst = false,
        LocksUnevictablePages = false,
        ZoneStartBeginsBlock = false,
        CallFromBlockStartSetsHint = false,
        EmptyBlockObeysNoSetSkipHint = false,
        RescanFollowsEndOfCall = false,
        FinishesPageblocks = false,
        FreeScannerCountsFolios = false,
    };

    public static ReleaseRules Linux612 { get; } = new()
    {
        CountsJumpedPages = true,
        TakesLargeFolios = true,
        AsksForHugeTlbFirst = true,
        LocksUnevictablePages = true,
        ZoneStartBeginsBlock = true,
        CallFromBlockStartSetsHint = true,
        EmptyBlockObeysNoSetSkipHint = true,
        RescanFollowsEndOfCall = true,
        FinishesPageblocks = true,
        FreeScannerCountsFolios = true,
    };

    public static ReleaseRules Of(KernelRelease release) => release switch
    {
        KernelRelease.Linux61 => Linux61,
        KernelRelease.Linux612 => Linux612,
    };
}
