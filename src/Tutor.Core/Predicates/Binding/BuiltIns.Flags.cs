using Tutor.Core.Memory;
using Tutor.Core.Predicates.Syntax;

namespace Tutor.Core.Predicates.Binding;

public static partial class BuiltIns
{
    const string RawField = "The raw field, which is not folio_mapping(): an anonymous page's holds its anon_vma, and that of "
        + "shared memory in the swap cache is NULL";

    const string FlagsH = "6.1 include/linux/page-flags.h";

    static IEnumerable<BuiltIn> MappingRows()
    {
        const string Group = VocabularyGroups.Mapping;
        return
        [
            Function("folio_mapping", CType.Mapping, [FolioParameter],
                "The page cache's or swap cache's address space; NULL for plain anonymous memory, KSM and truncated pages",
                "6.1 mm/util.c", 2, Group, (p, _, _, _) => MappingOf(p)),
            Function("page_mapping", CType.Mapping, [PageParameter],
                "folio_mapping() of the page's folio", "6.1 mm/folio-compat.c", 3, Group, (p, _, _, _) => MappingOf(p)),
            Member(CType.Page, "mapping", CType.Mapping,
                RawField,
                "6.1 include/linux/mm_types.h", 1, Group, (p, _, _, _) => RawMappingOf(p)),
            Member(CType.Folio, "mapping", CType.Mapping,
                RawField,
                "6.1 include/linux/mm_types.h", 1, Group, (p, _, _, _) => RawMappingOf(p)),
            .. Flag("Anon", "anon", "Whether it is anonymous memory, KSM and swap cache included", Group,
                p => p.Has(PageFlags.Anon | PageFlags.Ksm), FlagsH),
            .. Flag("Ksm", "ksm", "Whether it is shared by kernel samepage merging", Group, p => p.Has(PageFlags.Ksm), FlagsH),
            .. Flag("SwapCache", "swapcache",
                "Whether the swap cache holds it, with one reference for each page", Group,
                p => p.Has(PageFlags.SwapCache), FlagsH),
            Function("shmem_mapping", CType.Bool, [MappingParameter],
                "Whether the address space is shared memory: tmpfs, memfd, System V", "6.1 mm/shmem.c", 1, Group,
                (p, _, mapping, _) => mapping == CacheAddress && p.MapKind == MapKind.Shmem ? 1 : 0),
            Function("mapping_unevictable", CType.Bool, [MappingParameter with { MayBeNull = true }],
                "Whether the address space is marked as never evicted", "6.1 include/linux/pagemap.h", 1, Group,
                (p, _, mapping, _) => mapping == CacheAddress && p.Has(PageFlags.MappingUnevictable) ? 1 : 0),
        ];
    }

    static IEnumerable<BuiltIn> FlagRows()
    {
        const string Group = VocabularyGroups.Flags;
        return
        [
            .. Flag("LRU", "lru", "Whether it is on an LRU list", Group, p => p.Has(PageFlags.Lru), FlagsH),
            .. Flag("Active", "active", "Whether it is on the active list", Group, p => p.Has(PageFlags.Active), FlagsH),
            .. Flag("Referenced", "referenced", "Whether it was used of late", Group, p => p.Has(PageFlags.Referenced), FlagsH),
            .. Flag("Uptodate", "uptodate", "Whether its content is valid", Group, p => p.Has(PageFlags.UpToDate), FlagsH),
            .. Flag("Dirty", "dirty", "Whether it must be written back before it can go", Group, p => p.Has(PageFlags.Dirty), FlagsH),
            .. Flag("Writeback", "writeback", "Whether it is being written back", Group, p => p.Has(PageFlags.Writeback), FlagsH),
            .. Flag("Locked", "locked", "Whether somebody holds its lock", Group, p => p.Has(PageFlags.Locked), FlagsH),
            .. Flag("Unevictable", "unevictable", "Whether it may not be reclaimed (it can still be moved)",
                Group,
                p => p.Has(PageFlags.Unevictable), FlagsH),
            .. Flag("Mlocked", "mlocked", "Whether mlock() holds it in memory (it can still be moved)", Group,
                p => p.Has(PageFlags.Mlocked), FlagsH),
            .. Flag("SwapBacked", "swapbacked", "Whether swap is where it goes: anonymous and shared memory",
                Group,
                p => p.Has(PageFlags.SwapBacked), FlagsH),
            .. Flag("Private", "private",
                "Whether the file system attached data, such as buffer heads: one reference", Group,
                p => p.Has(PageFlags.Private), FlagsH),
            .. Flag("Private2", "private_2", "Whether fscache (one reference) or btrfs (none) marked it",
                Group,
                p => p.Has(PageFlags.Private2), FlagsH),
            Function("folio_has_private", CType.Bool, [FolioParameter],
                "PG_private or PG_private_2; the second does not always hold a reference", FlagsH, 1, Group,
                (p, _, _, _) => p.Has(PageFlags.Private | PageFlags.Private2) ? 1 : 0),
            Function("page_has_private", CType.Int, [PageParameter],
                "PG_private or PG_private_2; the second does not always hold a reference", FlagsH, 1, Group,
                (p, _, _, _) => p.Has(PageFlags.Private | PageFlags.Private2) ? 1 : 0),
            Function("folio_is_file_lru", CType.Int, [FolioParameter],
                "Whether it belongs on the file lists: not swap-backed", "6.1 include/linux/mm_inline.h", 1, Group,
                (p, _, _, _) => p.Has(PageFlags.SwapBacked) ? 0 : 1),
            Function("PageIsolated", CType.Bool, [PageParameter],
                "Whether a driver's page is already isolated", FlagsH, 1, Group, (p, _, _, _) => p.Has(PageFlags.Isolated) ? 1 : 0),
        ];
    }

    static IEnumerable<BuiltIn> TypeRows()
    {
        const string Group = VocabularyGroups.Types;
        return
        [
            .. Flag("Slab", "slab", "Whether the slab allocator owns it", Group, p => p.Has(PageFlags.Slab),
                FlagsH),
            .. Flag("Reserved", "reserved", "Whether it is set aside for the kernel", Group, p => p.Has(PageFlags.Reserved), FlagsH),
            Function("PageHuge", CType.Bool, [PageParameter], "Whether it belongs to hugetlbfs", "6.1 mm/hugetlb.c", 1, Group,
                (p, _, _, _) => p.Has(PageFlags.HugeTlb) ? 1 : 0),
            Function("folio_test_hugetlb", CType.Bool, [FolioParameter], "Whether it belongs to hugetlbfs", FlagsH, 1, Group,
                (p, _, _, _) => p.Has(PageFlags.HugeTlb) ? 1 : 0),
            Function("PageBuddy", CType.Bool, [PageParameter], "Whether it heads a free chunk", FlagsH, 1, Group,
                (p, _, _, _) => p.Has(PageFlags.Buddy) ? 1 : 0),
            Function("PageTable", CType.Bool, [PageParameter], "Whether it is a page table", FlagsH, 1, Group,
                (p, _, _, _) => p.Has(PageFlags.PageTable) ? 1 : 0),
            Function("PageOffline", CType.Bool, [PageParameter],
                "Whether a balloon or the like took it away", FlagsH, 1, Group,
                (p, _, _, _) => p.Has(PageFlags.Offline) ? 1 : 0),
            Function("__PageMovable", CType.Bool, [PageParameter],
                "Whether a driver moves it by functions of its own", FlagsH, 1,
                Group, (p, _, _, _) => p.Has(PageFlags.MovableOps) ? 1 : 0),
        ];
    }

    /// <summary>A flag has two spellings: <c>PageX(page)</c> and <c>folio_test_x(folio)</c>.</summary>
    static IEnumerable<BuiltIn> Flag(string pageName, string folioName, string summary, string group,
        Func<PageState, bool> test, string source) => [
        Function("Page" + pageName, CType.Bool, [PageParameter], summary, source, 1, group, (p, _, _, _) => test(p) ? 1 : 0),
        Function("folio_test_" + folioName, CType.Bool, [FolioParameter], summary, source, 1, group,
            (p, _, _, _) => test(p) ? 1 : 0),
    ];

    /// <summary>
    /// The field as it stands, its tag bits included: anonymous memory and drivers' pages have one too. Shared memory
    /// that lies in the swap cache alone has none, though <c>folio_mapping()</c> is not NULL there.
    /// </summary>
    static long RawMappingOf(PageState page) => page.Has(PageFlags.Anon | PageFlags.Ksm | PageFlags.MovableOps) ? TaggedAddress | TagOf(page)
            : page.Has(PageFlags.RawMapping) || (page.Has(PageFlags.Mapping) && !page.Has(PageFlags.SwapCache)) ? CacheAddress
            : 0;

    static long TagOf(PageState page) => page.Has(PageFlags.MovableOps) ? 2 : page.Has(PageFlags.Ksm) ? 3 : 1;
}
