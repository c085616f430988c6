namespace Tutor.Core.Dumps;

/// <summary>Whose a dumped page is: what its references can be counted against.</summary>
public enum DumpedOwner : byte
{
    /// <summary>Anonymous memory, in the swap cache or not.</summary>
    Anon,

    /// <summary>Anonymous memory that KSM merged.</summary>
    Ksm,

    /// <summary>A page of the page cache: a file's, shared memory, a block device's.</summary>
    PageCache,

    /// <summary>In the swap cache and not anonymous: shared memory on its way to or from the swap.</summary>
    SwapCache,

    /// <summary>Was in a page cache, and is out of it: truncated, or a hole was punched.</summary>
    Orphan,

    /// <summary>A driver's, with a way of its own to move (zsmalloc, a balloon).</summary>
    Driver,

    /// <summary>The kernel's own: slab, page table, stack, reserved memory.</summary>
    Kernel,

    /// <summary>Nobody's: a free block, or a later page of one or of a kernel allocation, which look alike.</summary>
    Free,
}

/// <summary>From the fields of a dump to whose it is.</summary>
static class DumpedOwners
{
    /// <summary>Mapcounts that are page types up to 6.8 lie below this (6.1, include/linux/page-flags.h, PAGE_MAPCOUNT_RESERVE).</summary>
    const int LowestMapCount = -128;

    /// <summary>What 6.1 prints as the mapcount of a free block's first page: its type is PG_buddy.</summary>
    const int BuddyMapCount = -128;

    /// <summary>What 6.1 prints as the mapcount of a page table: its type is PG_table.</summary>
    internal const int TableMapCount = -512;

    /// <summary>Whose page this is.</summary>
    public static DumpedOwner Of(PageDump dump)
    {
        ArgumentNullException.ThrowIfNull(dump);
        return dump.PageType == "buddy" || dump.MapCount == BuddyMapCount ? DumpedOwner.Free
            : IsDrivers(dump) ? DumpedOwner.Driver
            : IsKernelTyped(dump) ? DumpedOwner.Kernel
            : dump.Type == DumpedType.Ksm ? DumpedOwner.Ksm
            : dump.Type == DumpedType.Anon ? DumpedOwner.Anon
            : dump.Aops == "swap_aops" ? DumpedOwner.SwapCache
            : dump.Aops is not null ? DumpedOwner.PageCache
            : dump.RefCount == 0 ? DumpedOwner.Free
            : dump.Has("lru") || dump.Has("uptodate") || dump.Reason == DumpPrinter.MigrationFailure ? DumpedOwner.Orphan
            : DumpedOwner.Kernel;
    }

    /// <summary>Memory whose counts are nobody's to explain.</summary>
    public static bool IsKernels(DumpedOwner owner) => owner is DumpedOwner.Kernel or DumpedOwner.Driver;

    /// <summary>A huge page of hugetlbfs: 6.12 says so, 6.1 only of one in a file.</summary>
    public static bool IsHugeTlb(PageDump dump)
    {
        ArgumentNullException.ThrowIfNull(dump);
        return dump.PageType == "hugetlb" || dump.Aops == "hugetlbfs_aops";
    }

    /// <summary>
    /// The mapping word is tagged as a driver's (6.1 and 6.12, PAGE_MAPPING_MOVABLE); a balloon's page has a type as
    /// well. Slab and page tables keep something else in that word.
    /// </summary>
    static bool IsDrivers(PageDump dump) => dump is { Type: DumpedType.None, Aops: null } && !dump.Has("slab") && !dump.Has("reserved")
        && dump.MapCount != TableMapCount
        && (dump.PageType == "zsmalloc" || dump.MappingTag == 2 && dump.PageType is null or "offline");

    static bool IsKernelTyped(PageDump dump) => dump.Has("slab") || dump.Has("reserved")
        || dump.MapCount < LowestMapCount || dump.PageType is not (null or "hugetlb" or "zsmalloc" or "buddy");
}
