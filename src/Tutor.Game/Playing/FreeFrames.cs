using Tutor.Core.Memory;

namespace Tutor.Game.Playing;

/// <summary>
/// Which frames are free while a scan is replayed, and what free blocks they make: as the buddy allocator would join
/// them, with nothing waiting in per-CPU lists.
/// </summary>
sealed class FreeFrames
{
    /// <summary>MAX_ORDER of Linux 6.1 less one: the largest block is 1,024 pages.</summary>
    public const int LargestOrder = 10;

    readonly long _firstPfn;
    readonly bool[] _isFree;

    public FreeFrames(MemoryMap map)
    {
        _firstPfn = map.FirstPfn;
        _isFree = new bool[map.PageCount];
        for (var page = 0; page < map.PageCount; page++)
        {
            var state = map.StateAt(page);
            if (!state.Has(PageFlags.Buddy))
            {
                continue;
            }

            // Only the head of a free block knows its order.
            Array.Fill(_isFree, true, page, Math.Min(state.NrPages, map.PageCount - page));
            page += state.NrPages - 1;
        }
    }

    FreeFrames(FreeFrames other) => (_firstPfn, _isFree) = (other._firstPfn, (bool[])other._isFree.Clone());

    public FreeFrames Copy() => new(this);

    /// <summary>A page or a folio moved.</summary>
    /// <param name="from">Its first frame; its frames are free now.</param>
    /// <param name="to">The first frame that it has now, or -1 where that is not simulated.</param>
    public void Move(int from, int to, int pages)
    {
        Fill(from, pages, true);
        if (to >= 0)
        {
            Fill(to, pages, false);
        }
    }

    void Fill(int first, int pages, bool isFree) => Array.Fill(_isFree, isFree, first, Math.Min(pages, _isFree.Length - first));

    /// <summary>Free blocks of each order, from 0.</summary>
    public int[] Blocks()
    {
        var blocks = new int[LargestOrder + 1];
        for (var page = 0; page < _isFree.Length;)
        {
            if (!_isFree[page])
            {
                page++;
                continue;
            }

            var order = 0;
            while (order < LargestOrder && ((_firstPfn + page) & ((1L << order + 1) - 1)) == 0 && IsFree(page, 1 << order + 1))
            {
                order++;
            }

            blocks[order]++;
            page += 1 << order;
        }

        return blocks;
    }

    /// <summary>
    /// The share of the free pages that no allocation of this order can use, 0 to 1; null where nothing is free. The
    /// kernel's <c>unusable_free_index()</c> (mm/vmstat.c; debugfs extfrag/unusable_index).
    /// </summary>
    public static double? Unusable(IReadOnlyList<int> blocks, int order)
    {
        long free = 0, usable = 0;
        for (var i = 0; i < blocks.Count; i++)
        {
            free += (long)blocks[i] << i;
            usable += i >= order ? (long)blocks[i] << i : 0;
        }

        return free == 0 ? null : (double)(free - usable) / free;
    }

    bool IsFree(int page, int count)
    {
        if (page + count > _isFree.Length)
        {
            return false;
        }

        return _isFree.AsSpan(page, count).IndexOf(false) < 0;
    }
}
