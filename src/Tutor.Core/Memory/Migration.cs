namespace Tutor.Core.Memory;

/// <summary>The first thing that stops a migration, in the order in which the kernel meets them.</summary>
public enum MigrationBlocker : byte
{
    /// <summary>Nothing: the page would move.</summary>
    None,

    /// <summary>Free, slab, page table, reserved, tail: migration has no way to take such a page.</summary>
    NotMigratable,

    /// <summary>Somebody holds the page lock and this run does not wait for it.</summary>
    Locked,

    /// <summary>Under writeback, and only <see cref="MigrateMode.Sync"/> waits for that.</summary>
    Writeback,

    /// <summary>Dirty, its mapping has no way to migrate, and only <see cref="MigrateMode.Sync"/> writes it out.</summary>
    Dirty,

    /// <summary>The owner's callback always refuses.</summary>
    Secretmem,

    /// <summary>More references than migration expects: somebody else holds the page.</summary>
    ExtraReferences,

    /// <summary>Fewer references than migration expects: the counts are in the middle of a change.</summary>
    MissingReferences,

    /// <summary>Buffer heads in use; no reference count shows it.</summary>
    BusyBuffers,
}

/// <summary>Why a page would not move.</summary>
/// <param name="Blocker">The first obstacle.</param>
/// <param name="ExtraReferences">References beyond the expected ones; negative if some are missing.</param>
public readonly record struct MigrationObstacle(MigrationBlocker Blocker, int ExtraReferences = 0);

/// <summary>What a page's future looks like to somebody who knows its holders.</summary>
public enum MigrationTruth : byte
{
    /// <summary>Movable now.</summary>
    Ok,

    /// <summary>Not now; once the holders that let go by themselves are gone, yes.</summary>
    Trans,

    /// <summary>Not while anything that holds it for ever does. Of a recorded page: not when it was recorded.</summary>
    Long,
}

/// <summary>
/// Would migration of this page succeed at this moment? From its counts, flags, and its owner's way to
/// migrate; the page is off the LRU by then and the isolation's own reference is not counted here.
/// </summary>
/// <remarks>
/// 6.1 <c>mm/migrate.c</c>, <c>migrate_folio_unmap</c>'s ancestors <c>unmap_and_move</c> and
/// <c>move_to_new_folio</c>, <c>folio_expected_refs</c>. Ten tries of one batch are taken as one: what a
/// second try would cure (an orphan's buffers, a dirty page under SYNC) is no obstacle. Left out: races,
/// buffer locks, missing target pages. On recorded pages in SYNC mode this is rule R11 of the recordings.
/// </remarks>
public static class Migration
{
    /// <summary>Never on the LRU and nobody's to move: migration is not asked about these.</summary>
    const PageFlags Unmovable = PageFlags.Slab | PageFlags.Reserved | PageFlags.PageTable | PageFlags.Buddy
        | PageFlags.Tail | PageFlags.Invalid;

    /// <summary>Whether migration of this page would succeed now.</summary>
    public static bool MovableNow(PageState state, CompactControl cc) =>
        WhyNot(state, cc).Blocker == MigrationBlocker.None;

    /// <summary>The first obstacle to a migration of this page, or <see cref="MigrationBlocker.None"/>.</summary>
    public static MigrationObstacle WhyNot(PageState state, CompactControl cc)
    {
        ArgumentNullException.ThrowIfNull(state);
        ArgumentNullException.ThrowIfNull(cc);
        if (state.Has(PageFlags.MovableOps))
        {
            // The driver's callback decides; zsmalloc's and the balloon's move their pages.
            return default;
        }

        if (!IsMigratable(state))
        {
            return new MigrationObstacle(MigrationBlocker.NotMigratable);
        }

        if (state.RefCount == 0)
        {
            // Only the isolation's reference is left: freed under us, which counts as moved.
            return default;
        }

        var blocker = FirstBlocker(state, cc);
        if (blocker != MigrationBlocker.None)
        {
            return new MigrationObstacle(blocker);
        }

        var extra = ExtraReferences(state);
        return extra > 0 ? new MigrationObstacle(MigrationBlocker.ExtraReferences, extra)
            : extra < 0 ? new MigrationObstacle(MigrationBlocker.MissingReferences, extra)
            : HasBusyBuffers(state) ? new MigrationObstacle(MigrationBlocker.BusyBuffers)
            : default;
    }

    /// <summary>
    /// References beyond those that migration expects once the page is unmapped: page or swap cache (one a
    /// page), private data, and an aio ring's own (6.1 <c>fs/aio.c</c>, <c>aio_migrate_folio</c>).
    /// </summary>
    public static int ExtraReferences(PageState state)
    {
        ArgumentNullException.ThrowIfNull(state);
        var expected = (long)state.MapCount;
        if (state.Has(PageFlags.Mapping))
        {
            expected += CacheReferences(state) + (state.Has(PageFlags.Private) ? 1 : 0);
        }
        else if (IsOrphanWithBuffers(state))
        {
            // Truncated, buffers still attached: the first try frees them, the second finds the page free.
            expected++;
        }

        var isAioRing = state is { MapKind: MapKind.File, MigrateOp: MigrateOp.Other };
        var extra = state.RefCount - expected - (isAioRing ? 1 : 0);
        return (int)Math.Clamp(extra, int.MinValue, int.MaxValue);
    }

    /// <summary>Movable now, later, or not for as long as anybody can tell.</summary>
    public static MigrationTruth TruthOf(PageState state, CompactControl cc)
    {
        ArgumentNullException.ThrowIfNull(state);
        return MovableNow(state, cc) ? MigrationTruth.Ok
            : MovableNow(state.Settled(), cc) ? MigrationTruth.Trans
            : MigrationTruth.Long;
    }

    static bool IsMigratable(PageState state) => !state.Has(Unmovable)
        && (state.Has(PageFlags.Lru | PageFlags.Anon | PageFlags.Mapping | PageFlags.HugeTlb));

    static MigrationBlocker FirstBlocker(PageState state, CompactControl cc) =>
        state.Has(PageFlags.Locked) && !WaitsForLock(state, cc) ? MigrationBlocker.Locked
        : state.Has(PageFlags.Writeback) && cc.Mode != MigrateMode.Sync ? MigrationBlocker.Writeback
        : IsDirtyWithoutWayToMigrate(state) && cc.Mode != MigrateMode.Sync ? MigrationBlocker.Dirty
        : state.Refusal == MigrationRefusal.Secretmem ? MigrationBlocker.Secretmem
        : MigrationBlocker.None;

    /// <summary>Direct compaction runs under PF_MEMALLOC and never sleeps on a page lock.</summary>
    static bool WaitsForLock(PageState state, CompactControl cc) =>
        cc.Mode != MigrateMode.Async && !cc.DirectCompaction
        && !(cc.Release == KernelRelease.Linux612 && cc.Mode == MigrateMode.SyncLight
            && !state.Has(PageFlags.UpToDate));

    static bool IsDirtyWithoutWayToMigrate(PageState state) =>
        state.Has(PageFlags.Dirty) && state.Has(PageFlags.Mapping) && state.MigrateOp == MigrateOp.Null;

    /// <summary>6.1 counts a hugetlb folio's place in hugetlbfs once; every other cache one a page.</summary>
    static int CacheReferences(PageState state) => state.Has(PageFlags.HugeTlb) ? 1 : state.NrPages;

    static bool IsOrphanWithBuffers(PageState state) =>
        state.Has(PageFlags.Private) && !state.Has(PageFlags.Anon) && state.Refusal != MigrationRefusal.BusyBuffers;

    static bool HasBusyBuffers(PageState state) =>
        state.Refusal == MigrationRefusal.BusyBuffers && state.Has(PageFlags.Private)
        && (state.MigrateOp == MigrateOp.BufferNoRefs || !state.Has(PageFlags.Mapping));
}
