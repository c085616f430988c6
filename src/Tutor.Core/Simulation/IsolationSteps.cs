using Tutor.Core.Memory;

namespace Tutor.Core.Simulation;

/// <summary>
/// The tests that a page goes through, in the kernel's order, without the predicate itself: what stands
/// before it, and what stands behind it.
/// </summary>
/// <remarks>
/// 6.1 <c>mm/compaction.c</c>, <c>isolate_migratepages_block()</c>; 6.12 by its rules. Left out: what a map
/// that nobody changes cannot show (orders read while they change, a page that becomes compound under the
/// lock, memory cgroups' own LRU lists). References are the page's own: the scanner's is not among them.
/// </remarks>
static class IsolationSteps
{
    /// <summary>
    /// Orders are read without a lock and believed only below this: MAX_ORDER of 6.1, exclusive.
    /// </summary>
    const int MaxOrder = 11;

    /// <summary>The order by which the scanner jumps or takes; from a tail it reads 0.</summary>
    public static byte Order(PageState page, CompactControl cc) =>
        page.Has(PageFlags.Head | PageFlags.Buddy) && (page.Order < MaxOrder || IsContigHugeTlb(page, cc))
            ? page.Order : (byte)0;

    /// <summary>The test before the predicate that decides, or <see cref="ScanStep.Predicate"/>.</summary>
    public static ScanStep BeforePredicate(PageState page, CompactControl cc)
    {
        // isolate_or_dissolve_huge_page(): one in use is isolated; a free one is dissolved, and jumped over
        // as the free chunk that it then is.
        if (IsContigHugeTlb(page, cc))
        {
            return page.RefCount > 0 ? ScanStep.HugeTlb : ScanStep.Buddy;
        }

        if (page.Has(PageFlags.Buddy))
        {
            return ScanStep.Buddy;
        }

        if (page.Has(PageFlags.Compound) && IsCompoundTurnedAway(page, cc))
        {
            return page.Has(PageFlags.HugeTlb) && ReleaseRules.Of(cc.Release).AsksForHugeTlbFirst
                ? ScanStep.HugeTlb : ScanStep.Compound;
        }

        if (!page.Has(PageFlags.Lru))
        {
            return page.Has(PageFlags.MovableOps) ? ScanStep.MovableOps : ScanStep.NotLru;
        }

        return page.RefCount == 0 ? ScanStep.NoReference : ScanStep.Predicate;
    }

    /// <summary>
    /// The test behind the predicate that refuses, or <see cref="ScanStep.Isolated"/>. With
    /// <c>ISOLATE_ASYNC_MIGRATE</c> (every mode but SYNC) the run does not wait for I/O.
    /// </summary>
    public static ScanStep AfterPredicate(PageState page, CompactControl cc)
    {
        var isAsync = cc.Mode != MigrateMode.Sync;
        return !cc.GfpFs && page.Has(PageFlags.Mapping) ? ScanStep.GfpNoFs
            : page.Has(PageFlags.Unevictable) && !cc.IsolateUnevictable ? ScanStep.Unevictable
            : isAsync && page.Has(PageFlags.Writeback) ? ScanStep.Writeback
            : isAsync && page.Has(PageFlags.Dirty) && !CanMigrateDirty(page) ? ScanStep.Dirty
            : IsLockedUnevictable(page, cc) ? ScanStep.Unevictable
            : ScanStep.Isolated;
    }

    /// <summary>
    /// <c>isolate_movable_page()</c>: needs a reference and the page lock, and a page not yet isolated.
    /// </summary>
    public static bool IsDriverPageTaken(PageState page) =>
        page.RefCount > 0 && !page.Has(PageFlags.Isolated | PageFlags.Locked);

    /// <summary>
    /// 6.1 turns every large folio away. 6.12: those of the order wanted and more
    /// (<c>skip_isolation_on_order()</c>), those of a pageblock, and hugetlb; smaller ones go on.
    /// </summary>
    static bool IsCompoundTurnedAway(PageState page, CompactControl cc)
    {
        if (cc.AllocContig)
        {
            return false;
        }

        if (!ReleaseRules.Of(cc.Release).TakesLargeFolios || page.Has(PageFlags.HugeTlb))
        {
            return true;
        }

        return page.Has(PageFlags.Head)
            && ((cc.Order != -1 && page.Order >= cc.Order) || page.Order >= Pageblock.Order);
    }

    static bool IsContigHugeTlb(PageState page, CompactControl cc) =>
        cc.AllocContig && page.Has(PageFlags.HugeTlb) && page.Has(PageFlags.Head);

    /// <summary>trylock_page(), then a mapping with its own way to migrate, or none at all.</summary>
    static bool CanMigrateDirty(PageState page) => !page.Has(PageFlags.Locked)
        && !(page.Has(PageFlags.Mapping) && page.MigrateOp == MigrateOp.Null);

    static bool IsLockedUnevictable(PageState page, CompactControl cc) =>
        ReleaseRules.Of(cc.Release).LocksUnevictablePages
        && page.Has(PageFlags.Unevictable) && page.Has(PageFlags.Mapping) && page.Has(PageFlags.Locked);
}
