using System.Numerics;
using Tutor.Core.Memory;

namespace Tutor.Core.Simulation.Fast;

/// <summary>
/// How many steps the migrate scanner makes in a pass: <c>compact_migrate_scanned</c>. A free chunk and a folio are
/// one step each.
/// </summary>
static class PassVisits
{
    /// <summary>In the first pass, from the histogram.</summary>
    public static long First(FastMap map)
    {
        var visits = 0L;
        foreach (var facts in map.StateFacts)
        {
            visits += facts.Pages;
        }

        foreach (var facts in map.StateFacts)
        {
            visits -= facts.Pages * (facts.JumpPages - 1);
        }

        return visits;
    }

    /// <summary>
    /// In a later pass: emptied frames are free by then and have merged with what was free before, to the largest
    /// aligned chunks there are.
    /// </summary>
    /// <param name="left">By palette index: gone before this pass.</param>
    public static long Later(FastMap map, bool[] left)
    {
        var table = new byte[Math.Max(256, map.StateFacts.Length)];
        var visits = 0L;
        for (var id = 0; id < map.StateFacts.Length; id++)
        {
            var facts = map.StateFacts[id];
            table[id] = facts.IsFree || left[id] ? ScanBits.Isolated : (byte)0;
            var isFolio = !facts.IsFree && !left[id];
            visits += facts.Pages - (isFolio ? facts.Pages * (facts.JumpPages - 1) : 0);
        }

        var path = new ScalarPath(table);
        var masks = default(BlockMasks);
        var (before, wasFree) = (-1, false);
        foreach (var block in map.Way)
        {
            Fill(map.Map, path, block.Index, ref masks);
            var saved = StepsSaved(masks.Isolated, out var isFree);
            // The second half of a chunk of order 10 is looked at page by page: it has no head.
            var isSecondHalf = isFree && wasFree && before == block.Index - 1 && IsOddBlock(map.Map, block.Index)
                && ShareZone(map.Map, before, block.Index);
            visits -= isSecondHalf ? 0 : saved;
            (before, wasFree) = (block.Index, isFree);
        }

        return visits;
    }

    /// <summary>
    /// Of n aligned chunks of each order the largest remain: 512 single pages less one step for each pair at each order.
    /// </summary>
    static int StepsSaved(PageMask free, out bool isFree)
    {
        var saved = 0;
        // Inside words: bit i of level k says that the 2^k pages from i on are free, for i a multiple of 2^k.
        Span<bool> words = stackalloc bool[PageMask.Words];
        for (var word = 0; word < PageMask.Words; word++)
        {
            var level = free[word];
            for (var k = 0; k < 6; k++)
            {
                level &= level >> (1 << k);
                level &= Firsts(k + 1);
                saved += BitOperations.PopCount(level);
            }

            words[word] = level != 0;
        }

        for (var step = 1; step < PageMask.Words; step *= 2)
        {
            for (var word = 0; word < PageMask.Words; word += 2 * step)
            {
                words[word] &= words[word + step];
                saved += words[word] ? 1 : 0;
            }
        }

        isFree = words[0];
        return saved;
    }

    /// <summary>Every bit whose number is a multiple of 2^order.</summary>
    static ulong Firsts(int order) => order switch
    {
        1 => 0x5555555555555555,
        2 => 0x1111111111111111,
        3 => 0x0101010101010101,
        4 => 0x0001000100010001,
        5 => 0x0000000100000001,
        _ => 1,
    };

    static void Fill(MemoryMap map, in ScalarPath path, int block, ref BlockMasks masks)
    {
        var start = block << Pageblock.Order;
        var length = Math.Min(Pageblock.Pages, map.PageCount - start);
        if (map.IsNarrow)
        {
            path.Fill(map.NarrowIds.Slice(start, length), ref masks);
        }
        else
        {
            path.Fill(map.WideIds.Slice(start, length), ref masks);
        }
    }

    static bool IsOddBlock(MemoryMap map, int block) => ((map.FirstPfn >> Pageblock.Order) + block) % 2 != 0;

    static bool ShareZone(MemoryMap map, int one, int other) =>
        map.Pageblocks[one].ZoneFirst == map.Pageblocks[other].ZoneFirst;
}
