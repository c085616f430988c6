namespace Tutor.Core.Simulation;

/// <summary>
/// Puts freed frames back into the buddy system: each merges with its buddy as long as that is free and of
/// the same order. 6.1 <c>mm/page_alloc.c</c>, <c>__free_one_page()</c>.
/// </summary>
/// <remarks>Left out: that an isolated pageblock does not merge with others.</remarks>
sealed class BuddyLists(RunMemory memory)
{
    /// <summary>Chunks do not grow beyond: MAX_ORDER - 1 of 6.1.</summary>
    const int HighestOrder = 10;

    readonly RunPalette _palette = memory.Palette;

    /// <summary>
    /// Frees every frame of [start, end) that nobody has: emptied, or held as a target and not used.
    /// </summary>
    public void FreeEmptied(long start, long end)
    {
        for (var pfn = start; pfn < end; pfn++)
        {
            if (memory.IdAt(pfn) == _palette.Blank)
            {
                FreeOnePage(pfn);
            }
        }
    }

    void FreeOnePage(long pfn)
    {
        var order = 0;
        memory.SetId(pfn, _palette.FreeRest);
        while (order < HighestOrder && IsFreeBuddy(pfn, pfn ^ (1L << order), order))
        {
            var buddy = pfn ^ (1L << order);
            memory.SetId(buddy, _palette.FreeRest);
            pfn = Math.Min(pfn, buddy);
            order++;
        }

        memory.SetId(pfn, _palette.FreeHead(order));
    }

    /// <summary><c>page_is_buddy()</c>: of this order, and of the same zone.</summary>
    bool IsFreeBuddy(long pfn, long buddy, int order) =>
        buddy >= memory.Map.FirstPfn && buddy < memory.Map.EndPfn
        && _palette.FreeOrder(memory.IdAt(buddy)) == order
        && ZoneOf(pfn) == ZoneOf(buddy);

    int ZoneOf(long pfn)
    {
        var zones = memory.Map.Zones;
        for (var i = 0; i < zones.Length; i++)
        {
            if (pfn >= zones[i].StartPfn && pfn < zones[i].EndPfn)
            {
                return i;
            }
        }

        return -1;
    }
}
