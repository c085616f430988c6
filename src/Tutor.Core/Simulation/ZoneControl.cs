using Tutor.Core.Memory;

namespace Tutor.Core.Simulation;

/// <summary>
/// The part of the kernel's <c>struct compact_control</c> that changes while a zone is compacted
/// (6.1, <c>mm/internal.h</c>).
/// </summary>
sealed class ZoneControl
{
    readonly MemoryMap _map;

    public ZoneControl(MemoryMap map, int zoneIndex, bool hasFreeScanner, KernelRelease release)
    {
        _map = map;
        ZoneIndex = zoneIndex;
        Start = Math.Max(map.Zones[zoneIndex].StartPfn, map.FirstPfn);
        End = Math.Min(map.Zones[zoneIndex].EndPfn, map.EndPfn);
        MigratePfn = Start;
        FreePages = FreePages.Of(release);
        FreePfn = hasFreeScanner ? Pageblock.Start(End - 1) : long.MaxValue;
    }

    public int ZoneIndex { get; }

    /// <summary>First pfn of the zone.</summary>
    public long Start { get; }

    /// <summary>One past its last pfn.</summary>
    public long End { get; }

    /// <summary>Where the migrate scanner goes on.</summary>
    public long MigratePfn { get; set; }

    /// <summary>Where the free scanner goes on; beyond everything when there is none.</summary>
    public long FreePfn { get; set; }

    /// <summary>No limit of 32 in this call; 6.12 calls it <c>finish_pageblock</c>.</summary>
    public bool Rescan { get; set; }

    /// <summary>Pages isolated and not yet migrated, in the order in which they were isolated.</summary>
    public PageList MigratePages { get; } = new();

    /// <summary>Targets that nobody has asked for yet.</summary>
    public FreePages FreePages { get; }

    /// <summary>
    /// <c>cc->nr_migratepages</c> while a batch is migrated: pages that the free scanner is to find targets for.
    /// 6.1: the whole batch; 6.12: those that have none now.
    /// </summary>
    public int WantedPages { get; set; }

    /// <summary><c>compact_scanners_met()</c>; without a free scanner the end of the zone.</summary>
    public bool ScannersMet => FreePfn == long.MaxValue
        ? MigratePfn >= End
        : FreePfn >> Pageblock.Order <= MigratePfn >> Pageblock.Order;

    /// <summary>
    /// <c>pageblock_pfn_to_page()</c>: do the first and the last page of [start, end) exist and belong to
    /// this zone? Holes inside go unnoticed.
    /// </summary>
    public bool IsInZone(long start, long end) =>
        end <= _map.EndPfn && Belongs(start) && Belongs(end - 1);

    bool Belongs(long pfn)
    {
        var index = (int)(pfn - _map.FirstPfn);
        var block = _map.Pageblocks[index >> Pageblock.Order];
        return block.Present && !_map.StateAt(index).Has(PageFlags.Invalid)
            && ZoneOf(pfn, block) == ZoneIndex;
    }

    int ZoneOf(long pfn, Pageblock block)
    {
        if (pfn == Pageblock.Start(pfn))
        {
            return block.ZoneFirst;
        }

        if (pfn == Pageblock.Start(pfn) + Pageblock.Pages - 1)
        {
            return block.ZoneLast;
        }

        for (var i = 0; i < _map.Zones.Length; i++)
        {
            if (pfn >= _map.Zones[i].StartPfn && pfn < _map.Zones[i].EndPfn)
            {
                return i;
            }
        }

        return -1;
    }
}
