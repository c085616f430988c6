using Tutor.Core.Memory;
using Tutor.Core.Predicates.Syntax;

namespace Tutor.Core.Predicates.Binding;

public static partial class BuiltIns
{
    const string MmzoneH = "6.1 include/linux/mmzone.h";

    static IEnumerable<BuiltIn> FolioRows()
    {
        const string Group = VocabularyGroups.Folio;
        return
        [
            Function("folio_nr_pages", CType.Long, [FolioParameter], "Pages in the folio", MmH, 1, Group,
                (p, _, _, _) => PagesOf(p)),
            Function("folio_order", CType.UInt, [FolioParameter], "log2 of the folio's pages", MmH, 1, Group,
                OrderOf),
            Function("folio_test_large", CType.Bool, [FolioParameter],
                "Whether the folio has more than one page", FlagsH, 1, Group,
                (p, _, _, _) => IsLarge(p) ? 1 : 0),
            Function("compound_order", CType.UInt, [PageParameter], "log2 of the pages of a compound page",
                MmH, 1, Group, OrderOf),
            Function("compound_nr", CType.ULong, [PageParameter], "Pages of a compound page", MmH, 1, Group,
                (p, _, _, _) => PagesOf(p)),
            Function("compound_head", CType.Page, [PageParameter], "The first page of a compound page",
                FlagsH, 1, Group,
                (_, _, page, _) => page),
            Function("PageCompound", CType.Bool, [PageParameter], "Whether it is part of a compound page",
                FlagsH, 1, Group,
                (p, _, _, _) => p.Has(PageFlags.Compound) ? 1 : 0),
            Function("PageHead", CType.Bool, [PageParameter],
                "Whether it is the first page of a compound page", FlagsH, 1, Group,
                (p, _, _, _) => p.Has(PageFlags.Head) ? 1 : 0),
            Function("PageTail", CType.Bool, [PageParameter],
                "Whether it is a later page of a compound page", FlagsH, 1, Group,
                (p, _, _, _) => p.Has(PageFlags.Tail) ? 1 : 0),
            .. Flag("TransHuge", "transhuge",
                "Whether it heads a large folio (the kernel means a huge page)", Group,
                p => p.Has(PageFlags.Head), FlagsH).Take(1),
            Constant("pageblock_order", CType.UInt, Pageblock.Order, "9: log2 of a pageblock's pages",
                "6.1 include/linux/pageblock-flags.h", Group),
            Constant("pageblock_nr_pages", CType.ULong, Pageblock.Pages, "512: pages in a pageblock",
                "6.1 include/linux/pageblock-flags.h", Group),
            Constant("MAX_ORDER", CType.Int, 11, "11: one more than the largest order of free memory",
                MmzoneH, Group),
            Constant("PAGE_ALLOC_COSTLY_ORDER", CType.Int, 3, "3: above it the allocator expects to fail",
                MmzoneH, Group),
        ];
    }

    static IEnumerable<BuiltIn> ZoneRows()
    {
        const string Group = VocabularyGroups.Zone;
        const string IsolationH = "6.1 include/linux/page-isolation.h";
        var migratetype = new BuiltInParameter(CType.Int, "migratetype");
        return
        [
            Function("is_zone_movable_page", CType.Bool, [PageParameter],
                "Whether it lies in ZONE_MOVABLE, where nothing may be pinned for long", MmzoneH, 1, Group,
                (p, _, _, _) => IsMovableZone(p) ? 1 : 0),
            Function("is_migrate_cma_page", CType.Bool, [PageParameter],
                "Whether its pageblock belongs to the contiguous memory allocator", MmzoneH, 1, Group,
                    (p, _, _, _) => IsCma(p) ? 1 : 0),
            Function("is_migrate_isolate_page", CType.Bool, [PageParameter],
                "Whether its pageblock is isolated, to be emptied", IsolationH, 1, Group,
                (p, _, _, _) => p.Migratetype == Migratetype.Isolate ? 1 : 0),
            Function("get_pageblock_migratetype", CType.ULong, [PageParameter],
                "The migratetype of its pageblock: MIGRATE_MOVABLE, MIGRATE_CMA, …", MmzoneH, 1, Group,
                (p, _, _, _) => (long)p.Migratetype),
            Function("is_migrate_movable", CType.Bool, [migratetype],
                "Whether a migratetype is MOVABLE or CMA", MmzoneH, 0, Group,
                (_, _, type, _) => type is (long)Migratetype.Movable or (long)Migratetype.Cma ? 1 : 0),
            Function("is_migrate_cma", CType.Bool, [migratetype], "Whether a migratetype is CMA", MmzoneH, 0, Group,
                (_, _, type, _) => type == (long)Migratetype.Cma ? 1 : 0),
            Function("is_migrate_isolate", CType.Bool, [migratetype], "Whether a migratetype is ISOLATE",
                IsolationH, 0, Group,
                (_, _, type, _) => type == (long)Migratetype.Isolate ? 1 : 0),
            Function("page_zone", CType.Zone, [PageParameter], "The zone that the page lies in", MmH, 1, Group,
                (_, _, _, _) => ZoneAddress),
            Function("folio_zone", CType.Zone, [FolioParameter], "The zone that the folio lies in", MmH, 1, Group,
                (_, _, _, _) => ZoneAddress),
            Function("zone_idx", CType.Long, [ZoneParameter],
                "Which zone it is: ZONE_NORMAL, ZONE_MOVABLE, …", MmzoneH, 1, Group, ZoneOf),
            Function("page_zonenum", CType.UInt, [PageParameter], "Which zone the page lies in", MmzoneH, 1,
                Group, ZoneOf)
                with { TypeText = "enum zone_type" },
            Function("folio_zonenum", CType.UInt, [FolioParameter], "Which zone the folio lies in", MmzoneH, 1,
                Group, ZoneOf)
                with { TypeText = "enum zone_type" },
            Function("is_zone_device_page", CType.Bool, [PageParameter], "Whether it is a device's memory",
                MmzoneH, 1, Group,
                (p, _, _, _) => p.Zone == ZoneType.Device ? 1 : 0),
            Constant("ZONE_DMA", CType.Int, (long)ZoneType.Dma, "0: below 16 MiB", MmzoneH, Group),
            Constant("ZONE_DMA32", CType.Int, (long)ZoneType.Dma32, "1: below 4 GiB", MmzoneH, Group),
            Constant("ZONE_NORMAL", CType.Int, (long)ZoneType.Normal, "2: ordinary memory", MmzoneH, Group),
            Constant("ZONE_MOVABLE", CType.Int, (long)ZoneType.Movable, "3: memory for what can be moved",
                MmzoneH, Group),
            Constant("ZONE_DEVICE", CType.Int, (long)ZoneType.Device, "4: memory of devices", MmzoneH, Group),
            .. MigratetypeRows(),
        ];
    }

    static IEnumerable<BuiltIn> MigratetypeRows()
    {
        const string Group = VocabularyGroups.Zone;
        return
        [
            Constant("MIGRATE_UNMOVABLE", CType.Int, (long)Migratetype.Unmovable,
                "0: pageblocks of the kernel's own memory", MmzoneH, Group),
            Constant("MIGRATE_MOVABLE", CType.Int, (long)Migratetype.Movable,
                "1: pageblocks of what can be moved", MmzoneH, Group),
            Constant("MIGRATE_RECLAIMABLE", CType.Int, (long)Migratetype.Reclaimable,
                "2: pageblocks of what can be given up", MmzoneH, Group),
            Constant("MIGRATE_HIGHATOMIC", CType.Int, (long)Migratetype.HighAtomic,
                "3: the reserve for allocations that cannot wait", MmzoneH, Group),
            Constant("MIGRATE_CMA", CType.Int, (long)Migratetype.Cma,
                "4: pageblocks of the contiguous memory allocator", MmzoneH, Group),
            Constant("MIGRATE_ISOLATE", CType.Int, (long)Migratetype.Isolate, "5: pageblocks being emptied",
                MmzoneH, Group),
        ];
    }

    static long OrderOf(PageState page, CompactControl control, long first, long second) => page.Has(PageFlags.Head) ? page.Order : 0;

    static long ZoneOf(PageState page, CompactControl control, long first, long second) => (long)(IsMovableZone(page) ? ZoneType.Movable : page.Zone);
}
