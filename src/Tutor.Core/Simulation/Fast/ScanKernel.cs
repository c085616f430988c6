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
    const int Ahead = 8;

    const int ClusterMax = LruLock.ReleaseEvery;

    /// <summary>Over these pageblocks.</summary>
    public static ScanCounts Run<TPath>(TPath path, ReadOnlySpan<byte> ids, ReadOnlySpan<ScannedBlock> blocks, bool withTaken)
        where TPath : struct, IMaskPath
    {
        var counts = default(ScanCounts);
        Span<BlockMasks> masks = stackalloc BlockMasks[Ahead];
        for (var at = 0; at < blocks.Length; at += Ahead)
        {
            var some = blocks.Slice(at, Math.Min(Ahead, blocks.Length - at));
            Fill(path, ref MemoryMarshal.GetReference(ids), some, blocks[(at + some.Length)..], ref masks[0], withTaken);
            Count(path, ref MemoryMarshal.GetReference(ids), some, blocks[(at + some.Length)..], ref masks[0], withTaken, ref counts);
        }

        return counts;
    }

    /// <remarks>
    /// These two are left out of tiered compilation: a first run would take the slow code for the length of a
    /// terabyte. Apart, because in one the registers do not suffice.
    /// </remarks>
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    static void Fill<TPath>(TPath path, ref byte ids, ReadOnlySpan<ScannedBlock> blocks, ReadOnlySpan<ScannedBlock> next,
        ref BlockMasks masks, bool withTaken)
        where TPath : struct, IMaskPath
    {
        for (var i = 0; i < blocks.Length; i++)
        {
            if (i < next.Length)
            {
                Prefetch(ref Unsafe.Add(ref ids, next[i].Index << Pageblock.Order));
            }

            path.Fill(ref Unsafe.Add(ref ids, blocks[i].Index << Pageblock.Order), ref Unsafe.Add(ref masks, i), withTaken);
        }
    }

    /// <summary>
    /// Asks for half of a pageblock that will be looked at soon: one half while masks are filled, the other while they
    /// are counted, so that the memory is never idle.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static unsafe void Prefetch(ref byte ids)
    {
        if (!Sse.IsSupported)
        {
            return;
        }

        for (var line = 0; line < Pageblock.Pages / 2; line += 64)
        {
            Sse.Prefetch0((byte*)Unsafe.AsPointer(ref ids) + line);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    static void Count<TPath>(TPath path, ref byte ids, ReadOnlySpan<ScannedBlock> blocks, ReadOnlySpan<ScannedBlock> next,
        ref BlockMasks masks, bool withTaken, ref ScanCounts counts)
        where TPath : struct, IMaskPath
    {
        var sum = default(ScanCounts);
        for (var i = 0; i < blocks.Length; i++)
        {
            if (i < next.Length)
            {
                Prefetch(ref Unsafe.Add(ref ids, (next[i].Index << Pageblock.Order) + Pageblock.Pages / 2));
            }

            var block = blocks[i];
            ref var mask = ref Unsafe.Add(ref masks, i);
            var locks = path.Acquisitions(ref mask);
            var batches = Calls(ref mask, ref withTaken ? ref mask.Taken : ref mask.Isolated, block.Limited, ref locks);
            sum.LruLocks += (long)locks * block.Weight;
            sum.Batches += (long)batches * block.Weight;
            if (block.MayBeFreed && !path.HasStaying(ref Unsafe.Add(ref ids, block.Index << Pageblock.Order)))
            {
                sum.BlocksFreed += block.Weight;
            }
        }

        counts += sum;
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
            var batches = Calls(ref mask, ref mask.Taken, block.Limited, ref locks);
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
    static int Calls(ref BlockMasks masks, ref PageMask takenPages, int limited, ref int locks)
    {
        var (batches, before) = (0, 0);
        var goal = limited > 0 ? ClusterMax : int.MaxValue;
        for (var word = 0; word < PageMask.Words; word++)
        {
            var taken = takenPages[word];
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
        var touches = ~(uint)(masks.Passive[word] >> half);
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
