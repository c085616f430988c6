using Tutor.Core.Memory;
using Tutor.Core.Predicates.Syntax;

namespace Tutor.Core.Predicates.Binding;

public static partial class BuiltIns
{
    const string PageRef = "6.1 include/linux/page_ref.h";
    const string MmH = "6.1 include/linux/mm.h";

    static IEnumerable<BuiltIn> CountRows()
    {
        const string Group = VocabularyGroups.Counts;
        return
        [
            Function("folio_ref_count", CType.Int, [FolioParameter],
                "References on the folio, with the scanner's own where it holds one", PageRef, 1, Group, RefCount),
            Function("page_count", CType.Int, [PageParameter],
                "References on the page's folio, with the scanner's own where it holds one", PageRef, 2, Group, RefCount),
            Function("page_ref_count", CType.Int, [PageParameter],
                "References on the page itself, with the scanner's own where it holds one", PageRef, 1, Group, RefCount),
            Function("folio_mapcount", CType.Int, [FolioParameter],
                "Page-table mappings of the whole folio; each holds one reference", "6.1 mm/util.c", 1, Group,
                (p, _, _, _) => p.MapCount) with { ReadsEachPage = true },
            Function("total_mapcount", CType.Int, [PageParameter],
                "Page-table mappings of the page's whole folio", MmH, 2, Group,
                (p, _, _, _) => p.MapCount) with { ReadsEachPage = true },
            Function("page_mapcount", CType.Int, [PageParameter],
                "Page-table mappings of this one page; on a large folio less than the total", MmH, 1, Group,
                (p, _, _, _) => p.PageMapCount),
            Function("folio_mapped", CType.Bool, [FolioParameter],
                "Whether any page table maps the folio", "6.1 mm/util.c", 1, Group, (p, _, _, _) => p.MapCount > 0 ? 1 : 0),
            Function("page_mapped", CType.Bool, [PageParameter],
                "Whether any page table maps the page's folio", "6.1 mm/folio-compat.c", 2, Group,
                (p, _, _, _) => p.MapCount > 0 ? 1 : 0),
        ];
    }

    static IEnumerable<BuiltIn> ExpectedRefRows()
    {
        const string Group = VocabularyGroups.ExpectedRefs;
        return
        [
            Function("folio_expected_refs", CType.Int,
                [MappingParameter with { MayBeNull = true }, FolioParameter],
                "References that migration accepts once nothing maps the folio: 1 for its own, and with a mapping one "
                    + "for each page in the cache and 1 for private data", "6.1 mm/migrate.c; 6.12.117 has it no more", 2, Group,
                (p, _, mapping, _) => mapping == 0 ? 1 : 1 + PagesOf(p) + (p.Has(PageFlags.Private) ? 1 : 0)),
            Function("folio_expected_ref_count", CType.Int, [FolioParameter],
                "References that caches, private data and page tables explain; the caller's own come on top. "
                    + "It counts the raw field and misses the swap cache of shared memory",
                "6.16 to 6.18 include/linux/mm.h, 86ebd50224c0, read as it was posted", 3, Group,
                (p, _, _, _) => ExpectedRefCount(p, countsSwapCacheOfFiles: false))
                with { ReadsEachPage = true, Since = KernelNames.Linux616 },
            Function("folio_expected_ref_count", CType.Int, [FolioParameter],
                "References that caches, private data and page tables explain; the caller's own come on top. "
                    + "The swap cache counts for shared memory too",
                "6.19 include/linux/mm.h, f183663901f2; 6.1.192, 6.12.117 and 7.3 have it", 3, Group,
                (p, _, _, _) => ExpectedRefCount(p, countsSwapCacheOfFiles: true))
                with { ReadsEachPage = true, Since = KernelNames.Linux619, Backported = [KernelNames.Linux61, KernelNames.Linux612] },
        ];
    }

    static IEnumerable<BuiltIn> PinRows()
    {
        const string Group = VocabularyGroups.Pins;
        return
        [
            Function("folio_maybe_dma_pinned", CType.Bool, [FolioParameter],
                "Whether FOLL_PIN may hold the folio: exact on a large folio, on a small one true from 1024 references on",
                MmH, 1, Group, MaybePinned),
            Function("page_maybe_dma_pinned", CType.Bool, [PageParameter],
                "folio_maybe_dma_pinned() of the page's folio", MmH, 2, Group, MaybePinned),
            Function("is_longterm_pinnable_page", CType.Bool, [PageParameter],
                "Whether FOLL_LONGTERM would leave the page where it is: not in ZONE_MOVABLE, not in CMA or isolated blocks",
                MmH, 2, Group, LongtermPinnable),
            Function("folio_is_longterm_pinnable", CType.Bool, [FolioParameter],
                "is_longterm_pinnable_page() of a folio", MmH, 2, Group, LongtermPinnable),
            Constant("GUP_PIN_COUNTING_BIAS", CType.UInt, ReferenceHolder.GupPinCountingBias,
                "1024: what one FOLL_PIN adds to the reference count of a small page", MmH, Group),
        ];
    }

    static long RefCount(PageState page, CompactControl control, long first, long second) => unchecked(page.RefCount + control.OwnReferences);

    /// <summary><c>folio_expected_ref_count()</c>: asks the raw <c>folio->mapping</c>, not <c>folio_mapping()</c>.</summary>
    /// <param name="countsSwapCacheOfFiles">
    /// Whether the swap cache counts for shared memory, whose <c>mapping</c> field is NULL while it is there.
    /// </param>
    static long ExpectedRefCount(PageState page, bool countsSwapCacheOfFiles)
    {
        if (page.Has(PageFlags.Buddy | PageFlags.Offline | PageFlags.PageTable))
        {
            // Typed pages have no references to explain: the kernel warns and gives 0.
            return 0;
        }

        var isAnon = page.Has(PageFlags.Anon | PageFlags.Ksm);
        var count = page.Has(PageFlags.SwapCache) && (isAnon || countsSwapCacheOfFiles) ? PagesOf(page) : 0;
        if (!isAnon)
        {
            count += (RawMappingOf(page) != 0 ? PagesOf(page) : 0) + (page.Has(PageFlags.Private) ? 1 : 0);
        }

        return unchecked(count + page.MapCount);
    }

    /// <summary>The count is compared as unsigned, so that an overflow into negative still says "pinned".</summary>
    static long MaybePinned(PageState page, CompactControl control, long first, long second)
    {
        var pinned = IsLarge(page)
            ? page.PinCount > 0
            : unchecked((uint)(page.RefCount + control.OwnReferences)) >= ReferenceHolder.GupPinCountingBias;
        return pinned ? 1 : 0;
    }

    static long LongtermPinnable(PageState page, CompactControl control, long first, long second) =>
        IsMovableZone(page) || IsCma(page) || page.Migratetype == Migratetype.Isolate
            || page.Zone == ZoneType.Device ? 0 : 1;

    /// <summary>Pages of the folio; a free chunk's size is another thing.</summary>
    static int PagesOf(PageState page) => IsLarge(page) ? 1 << page.Order : 1;

    static bool IsLarge(PageState page) => page.Has(PageFlags.Head);

    static bool IsMovableZone(PageState page) => page.Zone == ZoneType.Movable
        || page.Has(PageFlags.ZoneMovable);

    static bool IsCma(PageState page) => page.Migratetype == Migratetype.Cma || page.Has(PageFlags.Cma);
}
