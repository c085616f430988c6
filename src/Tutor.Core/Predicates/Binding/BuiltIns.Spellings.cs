using Tutor.Core.Memory;
using Tutor.Core.Predicates.Syntax;

namespace Tutor.Core.Predicates.Binding;

public static partial class BuiltIns
{
    const string NotChecked = " (not checked)";
    const string HugeMmH = "6.1 include/linux/huge_mm.h";

    static IEnumerable<BuiltIn> CountSpellings() => [
        Spelling("folio_mapcount", Function("folio_large_mapcount", CType.Int, [FolioParameter], "folio_mapcount() of a large folio",
            "6.12 include/linux/mm.h", 1, VocabularyGroups.Counts, (p, _, _, _) => p.MapCount)),
        Spelling("page_mapcount", Function("folio_estimated_sharers", CType.Int, [FolioParameter], "page_mapcount() of the folio's first page",
            MmH, 1, VocabularyGroups.Counts, (p, _, _, _) => p.PageMapCount)),
        Spelling("folio_mapcount", Function("folio_likely_mapped_shared", CType.Bool, [FolioParameter],
            "Whether more than one address space seems to map the folio: more mappings than one, of a large folio not exactly one a page",
            "6.12 include/linux/mm.h", 2, VocabularyGroups.Counts, (p, _, _, _) => MappedShared(p))),
        Spelling("folio_mapcount", Function("folio_maybe_mapped_shared", CType.Bool, [FolioParameter],
            "Whether more than one address space maps the folio; the game judges it as folio_likely_mapped_shared() does", "7.3 include/linux/mm.h", 2, VocabularyGroups.Counts,
            (p, _, _, _) => MappedShared(p))),
        Spelling("folio_maybe_dma_pinned", Function("compound_pincount", CType.Int, [PageParameter],
            "Pins of a compound page: its pin count, 0 on a small page", "5.10 include/linux/mm.h" + NotChecked, 1, VocabularyGroups.Pins,
            (p, _, _, _) => IsLarge(p) ? p.PinCount : 0)),
        Spelling("folio_maybe_dma_pinned", Function("hpage_pincount_available", CType.Bool, [PageParameter],
            "Whether the page has a pin count of its own: a compound page of order 2 or more", "5.10 include/linux/mm.h" + NotChecked, 1,
            VocabularyGroups.Pins, (p, _, _, _) => IsLarge(p) && p.Order > 1 ? 1 : 0)),
        Spelling("folio_maybe_dma_pinned", Function("folio_has_pincount", CType.Bool, [FolioParameter],
            "Whether the folio has a pin count of its own: a large one, on 64 bit", "6.12.117 include/linux/mm.h", 1, VocabularyGroups.Pins,
            (p, _, _, _) => IsLarge(p) ? 1 : 0)),
    ];

    static IEnumerable<BuiltIn> FolioSpellings()
    {
        const string Group = VocabularyGroups.Folio;
        return
        [
            Spelling("folio_nr_pages", Function("thp_nr_pages", CType.Int, [PageParameter], "Pages of the huge page that the page heads, else 1",
                MmH, 1, Group, (p, _, _, _) => PagesOf(p))),
            Spelling("folio_order", Function("thp_order", CType.UInt, [PageParameter], "log2 of thp_nr_pages()", MmH, 1, Group, OrderOf)),
            Spelling("folio_nr_pages", Function("thp_size", CType.ULong, [PageParameter], "Bytes of the huge page that the page heads", MmH, 1,
                Group, (p, _, _, _) => (long)PagesOf(p) << PageShift)),
            Spelling("folio_nr_pages", Function("page_size", CType.ULong, [PageParameter], "Bytes of the compound page", MmH, 1, Group,
                (p, _, _, _) => (long)PagesOf(p) << PageShift)),
            Spelling("folio_nr_pages", Function("folio_size", CType.ULong, [FolioParameter], "Bytes of the folio", MmH, 1, Group,
                (p, _, _, _) => (long)PagesOf(p) << PageShift)),
            Spelling("folio_order", Function("folio_shift", CType.UInt, [FolioParameter], "log2 of the folio's bytes", MmH, 1, Group,
                (p, cc, a, b) => OrderOf(p, cc, a, b) + PageShift)),
            Spelling("folio_order", Function("folio_test_pmd_mappable", CType.Bool, [FolioParameter], "Whether the folio is as large as a huge page of 2 MiB",
                HugeMmH, 1, Group, (p, cc, a, b) => OrderOf(p, cc, a, b) >= Pageblock.Order ? 1 : 0)),
            Spelling("PageTransHuge", Function("folio_test_transhuge", CType.Bool, [FolioParameter], "Whether it is a large folio", FlagsH, 1, Group,
                (p, _, _, _) => IsLarge(p) ? 1 : 0)),
            Spelling("PageCompound", Function("PageTransCompound", CType.Int, [PageParameter], "Whether it is part of a compound page", FlagsH, 1, Group,
                (p, _, _, _) => p.Has(PageFlags.Compound) ? 1 : 0)),
            Spelling(null, Constant("PAGE_SHIFT", CType.Int, PageShift, "12: log2 of a page's bytes", "6.1 arch/x86/include/asm/page_types.h", Group)),
            Spelling(null, Constant("PAGE_SIZE", CType.ULong, 1 << PageShift, "4096: bytes of a page", "6.1 arch/x86/include/asm/page_types.h", Group)),
            Spelling(null, Constant("HPAGE_PMD_ORDER", CType.Int, Pageblock.Order, "9: log2 of a huge page's pages", HugeMmH, Group)),
            Spelling(null, Constant("HPAGE_PMD_NR", CType.Int, Pageblock.Pages, "512: pages of a huge page", HugeMmH, Group)),
            Spelling("MAX_ORDER", Constant("MAX_PAGE_ORDER", CType.Int, 10, "10: the largest order of free memory; one less than 6.1's MAX_ORDER",
                "6.12 include/linux/mmzone.h", Group)),
            Spelling("MAX_ORDER", Constant("NR_PAGE_ORDERS", CType.Int, 11, "11: how many orders there are; 6.1's MAX_ORDER", "6.12 include/linux/mmzone.h", Group)),
        ];
    }

    static IEnumerable<BuiltIn> ZoneSpellings()
    {
        const string MemremapH = "6.1 include/linux/memremap.h";
        const string Group = VocabularyGroups.Zone;
        return
        [
            Spelling("is_zone_device_page", Function("folio_is_zone_device", CType.Bool, [FolioParameter], "Whether the folio is memory of a device",
                MmzoneH, 1, Group, (p, _, _, _) => p.Zone == ZoneType.Device ? 1 : 0)),
            Spelling("is_zone_movable_page", Function("folio_is_zone_movable", CType.Bool, [FolioParameter],
                "Whether the folio lies in ZONE_MOVABLE", "6.12 include/linux/mmzone.h", 1, Group, (p, _, _, _) => IsMovableZone(p) ? 1 : 0)),
            Spelling("get_pageblock_migratetype", Function("folio_migratetype", CType.ULong, [FolioParameter], "The migratetype of the folio's pageblock",
                "6.12 include/linux/mmzone.h", 1, Group, (p, _, _, _) => (long)p.Migratetype)),
            .. Never(["is_device_private_page", "is_device_coherent_page"], ["folio_is_device_private", "folio_is_device_coherent"],
                "Whether it is memory of a device that the CPU cannot use, or only coherently: of no page of the game", MemremapH, "is_zone_device_page", Group),
            .. Never(["is_zero_page"], ["is_zero_folio"], "Whether it is the page of zeros that everybody maps: no page of the game is", MmH, null, Group),
            .. Never(["PageHighMem"], ["folio_test_highmem"], "Whether it lies in high memory: on 64 bit no page does", "6.12 include/linux/page-flags.h", null, Group),
        ];
    }

    static IEnumerable<BuiltIn> MappingSpellings()
    {
        const string Group = VocabularyGroups.Mapping;
        const string LaterH = "7.3 include/linux/page-flags.h";
        return
        [
            Spelling("mapping_unevictable", Function("mapping_inaccessible", CType.Bool, [MappingParameter],
                "Whether the kernel itself may not read the pages, as of a confidential guest: of no mapping of the game",
                "6.12 include/linux/pagemap.h", 1, Group, (_, _, _, _) => 0)),
            Spelling("PageAnon", Constant("PAGE_MAPPING_ANON", CType.Int, 1, "0x1: the tag of an anonymous page's mapping field", FlagsH, Group)),
            Spelling("__PageMovable", Constant("PAGE_MAPPING_MOVABLE", CType.Int, 2, "0x2: the tag of a driver's movable page", FlagsH, Group)),
            Spelling("PageKsm", Constant("PAGE_MAPPING_KSM", CType.Int, 3, "0x3: both tags, a page of KSM", FlagsH, Group)),
            Spelling("PageAnon", Constant("PAGE_MAPPING_FLAGS", CType.Int, TagBits, "0x3: the bits of the mapping field that are tags", FlagsH, Group)),
            Spelling("PageAnon", Constant("FOLIO_MAPPING_ANON", CType.Int, 1, "PAGE_MAPPING_ANON under its later name", LaterH, Group)),
            Spelling("PageKsm", Constant("FOLIO_MAPPING_KSM", CType.Int, 3, "PAGE_MAPPING_KSM under its later name", LaterH, Group)),
            Spelling("PageAnon", Constant("FOLIO_MAPPING_FLAGS", CType.Int, TagBits, "PAGE_MAPPING_FLAGS under its later name", LaterH, Group)),
        ];
    }

    static IEnumerable<BuiltIn> TypeSpellings()
    {
        const string Group = VocabularyGroups.Types;
        const PageFlags Typed = PageFlags.Buddy | PageFlags.Offline | PageFlags.PageTable;
        return
        [
            Spelling("PageBuddy", Function("is_free_buddy_page", CType.Bool, [PageParameter],
                "Whether it is free memory of the buddy allocator; the game knows it of a chunk's first page", "6.1 mm/page_alloc.c", 1, Group,
                (p, _, _, _) => p.Has(PageFlags.Buddy) ? 1 : 0)),
            Spelling("PageBuddy", Function("page_has_type", CType.Int, [PageParameter], "Whether it is free, offline or a page table", FlagsH, 1, Group,
                (p, _, _, _) => p.Has(Typed) ? 1 : 0)),
            Spelling("PageBuddy", Function("page_has_type", CType.Bool, [PageParameter], "Whether it is free, offline, a page table, slab or of hugetlbfs",
                "6.12 include/linux/page-flags.h", 1, Group, (p, _, _, _) => p.Has(Typed | PageFlags.Slab | PageFlags.HugeTlb) ? 1 : 0))
                with { Since = KernelNames.Linux612 },
            Spelling("__PageMovable", Function("page_has_movable_ops", CType.Bool, [PageParameter], "__PageMovable() under its later name",
                "7.3 include/linux/page-flags.h", 1, Group, (p, _, _, _) => p.Has(PageFlags.MovableOps) ? 1 : 0)),
            Spelling("PageIsolated", Function("PageMovableOpsIsolated", CType.Bool, [PageParameter], "PageIsolated() under its later name",
                "7.3 include/linux/page-flags.h", 1, VocabularyGroups.Flags, (p, _, _, _) => p.Has(PageFlags.Isolated) ? 1 : 0)),
            Spelling(null, Constant("MF_SOFT_OFFLINE", CType.Int, 8, "8: a page is taken out of use softly; no predicate is asked then", MmH, Group)),
        ];
    }

    static IEnumerable<BuiltIn> FlagSpellings()
    {
        const string Group = VocabularyGroups.Flags;
        const string Word = "The flags as one word, asked bit by bit: page->flags & (1UL << PG_lru); zone and node are not in it";
        return
        [
            Spelling("folio_is_file_lru", Function("page_is_file_lru", CType.Int, [PageParameter], "Whether it belongs on the file lists: not swap-backed",
                "6.1 include/linux/mm_inline.h", 1, Group, (p, _, _, _) => p.Has(PageFlags.SwapBacked) ? 0 : 1)),
            Spelling(null, Member(CType.Page, "flags", CType.ULong, Word, "6.1 include/linux/mm_types.h", 1, Group, (p, _, _, _) => FlagWord.Of(p))),
            Spelling(null, Member(CType.Folio, "flags", CType.ULong, Word, "6.1 include/linux/mm_types.h", 1, Group, (p, _, _, _) => FlagWord.Of(p))),
            .. FlagWord.Bits.Select(bit => Spelling(bit.Test, Constant(bit.Name, CType.Int, bit.Number,
                bit.Flag == PageFlags.None ? $"{bit.Number}: a bit of page->flags that no page of the game has" : $"{bit.Number}: the bit of page->flags that {bit.Test}() tests",
                FlagsH, Group))),
            Spelling(null, Constant("PAGE_FLAGS_CHECK_AT_PREP", CType.ULong, FlagWord.Known, "Every bit of page->flags that is a flag", FlagsH, Group)),
            Spelling("page_has_private", Constant("PAGE_FLAGS_PRIVATE", CType.ULong, 0x6000, "PG_private and PG_private_2", FlagsH, Group)),
        ];
    }

    static IEnumerable<BuiltIn> ControlSpellings()
    {
        const string Group = VocabularyGroups.Control;
        const string BugH = "6.1 include/asm-generic/bug.h";
        return
        [
            Spelling(null, Truth("WARN_ON", "The condition itself, 0 or 1, as a long; in the kernel a warning where it is true", BugH)),
            Spelling(null, Truth("WARN_ON_ONCE", "The condition itself, 0 or 1, as a long; in the kernel one warning where it is true", BugH)),
            Spelling(null, Constant("ISOLATE_UNMAPPED", CType.UInt, 2, "0x2: isolate only what nothing maps", MmzoneH, Group)),
            Spelling(null, Constant("ISOLATE_ASYNC_MIGRATE", CType.UInt, 4, "0x4: isolate only what moves without waiting", MmzoneH, Group)),
            Spelling(null, Constant("ISOLATE_UNEVICTABLE", CType.UInt, 8, "0x8: isolate unevictable pages, too", MmzoneH, Group)),
        ];
    }

    /// <summary>Tests that are false for every page of the game, in both families.</summary>
    static IEnumerable<BuiltIn> Never(string[] ofPage, string[] ofFolio, string summary, string source, string? means, string group) =>
        ofPage.Select(name => Spelling(means, Function(name, CType.Bool, [PageParameter], summary, source, 1, group, (_, _, _, _) => 0)))
            .Concat(ofFolio.Select(name => Spelling(means, Function(name, CType.Bool, [FolioParameter], summary, source, 1, group, (_, _, _, _) => 0))));

    static BuiltIn Spelling(string? means, BuiltIn row) => row with { IsSpelling = true, Means = means };

    static long MappedShared(PageState page) => page.MapCount > 1 && (!IsLarge(page) || page.Has(PageFlags.HugeTlb) || page.MapCount != page.NrPages) ? 1 : 0;
}
