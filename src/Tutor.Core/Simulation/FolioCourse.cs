using Tutor.Core.Memory;

namespace Tutor.Core.Simulation;

/// <summary>What <c>migrate_folio_unmap()</c> returns for a folio that has a target.</summary>
enum UnmapEnd : byte
{
    /// <summary>MIGRATEPAGE_UNMAP: no page table entry maps it any more.</summary>
    Unmapped,

    /// <summary>-EAGAIN to the last pass.</summary>
    Again,

    /// <summary>-EAGAIN once: its buffers are freed, and then nobody holds it.</summary>
    FreesBuffers,

    /// <summary>-EBUSY: not tried again.</summary>
    Busy,
}

/// <summary>What <c>migrate_folio_move()</c> returns for a folio that was unmapped.</summary>
enum MoveEnd : byte
{
    Moved,

    /// <summary>-EAGAIN to the last pass: the references do not fit.</summary>
    Again,

    /// <summary>-EAGAIN once: it is written out first.</summary>
    WritesOut,

    /// <summary>-EBUSY: not tried again.</summary>
    Busy,
}

/// <summary>
/// How the tries of 6.12 at a folio end, in the common part of a batch, which waits for nothing, and in a part of
/// its own. <see cref="Migration"/> says whether it moves, this says where it stops.
/// </summary>
/// <param name="IsUnused">Only the isolation's reference is left: freed, without a target.</param>
readonly record struct FolioCourse(
    UnmapEnd UnmapAsync, UnmapEnd Unmap, MoveEnd MoveAsync, MoveEnd Move, bool IsUnused)
{
    public static FolioCourse Of(PageState page, CompactControl cc)
    {
        var async = cc with { Mode = MigrateMode.Async };
        return new FolioCourse(UnmapOf(page, async), UnmapOf(page, cc), MoveOf(page, async), MoveOf(page, cc),
            page.RefCount == 0 && !page.Has(PageFlags.MovableOps));
    }

    static UnmapEnd UnmapOf(PageState page, CompactControl cc) => Migration.WhyNot(page, cc).Blocker switch
    {
        MigrationBlocker.Locked => UnmapEnd.Again,
        MigrationBlocker.Writeback or MigrationBlocker.NotMigratable => UnmapEnd.Busy,
        MigrationBlocker.None when IsOrphanWithBuffers(page) => UnmapEnd.FreesBuffers,
        MigrationBlocker.None or MigrationBlocker.Dirty or MigrationBlocker.Secretmem
            or MigrationBlocker.ExtraReferences or MigrationBlocker.MissingReferences
            or MigrationBlocker.BusyBuffers => CanUnmap(page) ? UnmapEnd.Unmapped : UnmapEnd.Again,
    };

    static MoveEnd MoveOf(PageState page, CompactControl cc) => Migration.WhyNot(page, cc).Blocker switch
    {
        MigrationBlocker.None => page.Has(PageFlags.Dirty) && page.Has(PageFlags.Mapping)
            && page.MigrateOp == MigrateOp.Null ? MoveEnd.WritesOut : MoveEnd.Moved,
        MigrationBlocker.Dirty or MigrationBlocker.Secretmem => MoveEnd.Busy,
        MigrationBlocker.ExtraReferences or MigrationBlocker.MissingReferences or MigrationBlocker.BusyBuffers
            or MigrationBlocker.Locked or MigrationBlocker.Writeback or MigrationBlocker.NotMigratable
            => MoveEnd.Again,
    };

    /// <summary>
    /// The page table entries of a pinned anonymous folio that one process has for itself stay
    /// (<c>folio_try_share_anon_rmap_pte()</c>, 6.12 <c>include/linux/rmap.h</c>). Whether it is one process's is
    /// read off the mapcount of a page, and taken for granted of a large folio.
    /// </summary>
    static bool CanUnmap(PageState page)
    {
        if (!page.Has(PageFlags.Anon) || page.Has(PageFlags.Ksm))
        {
            return true;
        }

        return page.Has(PageFlags.Head) && page.Order > 0
            ? page.PinCount == 0
            : page.MapCount != 1 || page.RefCount + 1 < ReferenceHolder.GupPinCountingBias;
    }

    static bool IsOrphanWithBuffers(PageState page) =>
        page.Has(PageFlags.Private) && !page.Has(PageFlags.Mapping | PageFlags.Anon | PageFlags.MovableOps)
        && page.RefCount > 0;
}
