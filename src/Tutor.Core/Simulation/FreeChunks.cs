using Tutor.Core.Memory;

namespace Tutor.Core.Simulation;

/// <summary>
/// The question of <c>__compact_finished()</c> (6.1): is there a free chunk of the order in the zone that the
/// allocation may use?
/// </summary>
/// <remarks>
/// Left out: the kernel may also take a chunk of another migratetype (<c>find_suitable_fallback()</c>).
/// </remarks>
sealed class FreeChunks(RunMemory memory, ZoneControl cc)
{
    readonly BuddyLists _buddies = new(memory);
    long _drainedTo = cc.Start;
    bool _hasLooked;
    bool _hasOrder;

    /// <summary>Frames emptied below the migrate scanner leave the CPU's list and merge.</summary>
    public void Drain()
    {
        _buddies.FreeEmptied(_drainedTo, cc.MigratePfn);
        _drainedTo = Pageblock.Start(cc.MigratePfn);
        _hasLooked = false;
    }

    /// <summary>
    /// Looks again only after something was freed: the free scanner takes, but never gives.
    /// </summary>
    public bool HasOrder(int order)
    {
        if (!_hasLooked)
        {
            _hasLooked = true;
            _hasOrder = Look(order);
        }

        return _hasOrder;
    }

    bool Look(int order)
    {
        for (var pfn = cc.Start; pfn < cc.End; pfn++)
        {
            if (memory.Palette.FreeOrder(memory.IdAt(pfn)) >= order
                && memory.BlockOf(pfn).Migratetype is Migratetype.Movable or Migratetype.Cma)
            {
                return true;
            }
        }

        return false;
    }
}
