using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics.X86;
using Tutor.Core.Memory;

namespace Tutor.Core.Simulation.Fast;

/// <summary>
/// Counts over pageblocks what depends on the order of pages: how often the LRU lock is taken, batches, pageblocks
/// freed. All else follows from the histogram.
/// </summary>
static class ScanKernel
{
    /// <summary>Pageblocks whose masks wait to be counted: what was just written is not read back at once.</summary>
    const int Ahead = 16;

    const int ClusterMax = LruLock.ReleaseEvery;

    /// <summary>Over these pageblocks.</summary>
    /// <remarks>Left out of tiered compilation: a first run would take the slow code for the length of a terabyte.</remarks>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static ScanCounts Run<TPath>(TPath path, ReadOnlySpan<byte> ids, ReadOnlySpan<ScannedBlock> blocks, bool withTaken)
        where TPath : struct, IMaskPath
    {
        var counts = default(ScanCounts);
        Span<BlockMasks> masks = stackalloc BlockMasks[Ahead];
        ref var first = ref MemoryMarshal.GetReference(ids);
        for (var at = 0; at < blocks.Length; at += Ahead)
        {
            var some = blocks.Slice(at, Math.Min(Ahead, blocks.Length - at));
            for (var i = 0; i < some.Length; i++)
            {
                path.Fill(ref Unsafe.Add(ref first, some[i].Index << Pageblock.Order), ref masks[i], withTaken);
            }

            for (var i = 0; i < some.Length; i++)
            {
                var block = some[i];
                ref var mask = ref masks[i];
                var locks = path.Acquisitions(ref mask);
                var batches = Calls(ref mask, block.Limited, ref locks);
                counts.LruLocks += (long)locks * block.Weight;
                counts.Batches += (long)batches * block.Weight;
                if (block.MayBeFreed && !path.HasStaying(ref Unsafe.Add(ref first, block.Index << Pageblock.Order)))
                {
                    counts.BlocksFreed += block.Weight;
                }
            }
        }

        return counts;
    }

    /// <summary>
    /// A page at a time, for ids of two bytes and for what the end of a map leaves of a pageblock: that is never
    /// freed, for it is not whole.
    /// </summary>
    public static ScanCounts RunOdd(byte[] table, MemoryMap map, ReadOnlySpan<ScannedBlock> blocks)
    {
        var counts = default(ScanCounts);
        var path = new ScalarPath(table);
        foreach (var block in blocks)
        {
            var start = block.Index << Pageblock.Order;
            var length = Math.Min(Pageblock.Pages, map.PageCount - start);
            var mask = default(BlockMasks);
            var isFreed = false;
            if (map.IsNarrow)
            {
                path.Fill(map.NarrowIds.Slice(start, length), ref mask);
            }
            else
            {
                var ids = map.WideIds.Slice(start, length);
                path.Fill(ids, ref mask);
                isFreed = block.MayBeFreed && !path.HasStaying(ids);
            }

            var locks = path.Acquisitions(ref mask);
            var batches = Calls(ref mask, block.Limited, ref locks);
            counts += new ScanCounts((long)locks * block.Weight, (long)batches * block.Weight,
                isFreed ? block.Weight : 0);
        }

        return counts;
    }

    /// <summary>
    /// The batches of one pageblock: each call that is limited ends behind its 32nd page. The lock is released
    /// there, so that a page that would have found it held takes it again.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static int Calls(ref BlockMasks masks, int limited, ref int locks)
    {
        var (batches, before) = (0, 0);
        var goal = limited > 0 ? ClusterMax : int.MaxValue;
        for (var word = 0; word < PageMask.Words; word++)
        {
            var taken = masks.Taken[word];
            var count = BitOperations.PopCount(taken);
            while (before + count >= goal)
            {
                var last = NthBit(taken, goal - before - 1);
                locks += IsLockTakenAgain(ref masks, word, last) ? 1 : 0;
                batches++;
                goal = batches < limited ? goal + ClusterMax : int.MaxValue;
            }

            before += count;
            if (goal == int.MaxValue && before > batches * ClusterMax)
            {
                return batches + 1;
            }
        }

        return before > batches * ClusterMax ? batches + 1 : batches;
    }

    /// <summary>
    /// Whether the next page behind a call's last that touches the lock, in the same 32, is isolated, and so was
    /// that last page: in one call it would have found the lock held.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static bool IsLockTakenAgain(ref BlockMasks masks, int word, int last)
    {
        var half = last & 32;
        var isolated = (uint)(masks.Isolated[word] >> half);
        var touches = (uint)(masks.TouchesLock[word] >> half);
        var above = (uint)((ulong.MaxValue << (last - half + 1)) & uint.MaxValue);
        var next = touches & above;
        return (isolated >> (last - half) & 1) != 0 && (next & (~next + 1) & isolated) != 0;
    }

    /// <summary>Where the bit number <paramref name="n"/> of those that are set is, counted from 0.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static int NthBit(ulong word, int n)
    {
        if (Bmi2.X64.IsSupported)
        {
            return BitOperations.TrailingZeroCount(Bmi2.X64.ParallelBitDeposit(1UL << n, word));
        }

        for (; n > 0; n--)
        {
            word &= word - 1;
        }

        return BitOperations.TrailingZeroCount(word);
    }
}
