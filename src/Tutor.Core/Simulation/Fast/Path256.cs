using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Tutor.Core.Simulation.Fast;

/// <summary>32 pages at a time, by <see cref="NibbleTables"/> in both halves of a register: AVX2.</summary>
readonly struct Path256(byte[] table) : IMaskPath
{
    readonly NibbleTables _tables = new(table);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Fill(ref byte ids, ref BlockMasks masks, bool withTaken)
    {
        if (withTaken || _tables.HasSecondSet)
        {
            FillAll(ref ids, ref masks, withTaken);
            return;
        }

        var high = Twice(NibbleTables.High, 0);
        var isolated = Twice(NibbleTables.Isolated, 0);
        var touches = Twice(NibbleTables.TouchesLock, 0);
        var half = Vector256.Create((byte)0x0F);
        for (var word = 0; word < PageMask.Words; word++)
        {
            var first = Vector256.LoadUnsafe(ref ids, (nuint)(word * 64));
            var second = Vector256.LoadUnsafe(ref ids, (nuint)(word * 64 + 32));
            var row1 = Shuffle(high, (first.AsUInt16() >> 4).AsByte() & half);
            var row2 = Shuffle(high, (second.AsUInt16() >> 4).AsByte() & half);
            first &= half;
            second &= half;
            masks.Isolated[word] = Join(Shuffle(isolated, first) & row1, Shuffle(isolated, second) & row2);
            masks.TouchesLock[word] = Join(Shuffle(touches, first) & row1, Shuffle(touches, second) & row2);
        }

        masks.Taken = masks.Isolated;
    }

    /// <summary>Not inlined: rare, and the loop above is to stay small.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    void FillAll(ref byte ids, ref BlockMasks masks, bool withTaken)
    {
        for (var word = 0; word < PageMask.Words; word++)
        {
            var first = Vector256.LoadUnsafe(ref ids, (nuint)(word * 64));
            var second = Vector256.LoadUnsafe(ref ids, (nuint)(word * 64 + 32));
            masks.Isolated[word] = Join(Look(first, NibbleTables.High, NibbleTables.Isolated),
                Look(second, NibbleTables.High, NibbleTables.Isolated));
            masks.TouchesLock[word] = Join(Look(first, NibbleTables.High, NibbleTables.TouchesLock),
                Look(second, NibbleTables.High, NibbleTables.TouchesLock));
            masks.Taken[word] = withTaken
                ? Join(Look(first, NibbleTables.High, NibbleTables.Taken), Look(second, NibbleTables.High, NibbleTables.Taken))
                : masks.Isolated[word];
        }
    }

    public bool HasStaying(ref byte ids)
    {
        for (var at = 0; at < PageMask.Words * 64; at += 32)
        {
            var bits = Look(Vector256.LoadUnsafe(ref ids, (nuint)at), NibbleTables.StaysHigh, NibbleTables.Stays);
            if (bits != Vector256<byte>.Zero)
            {
                return true;
            }
        }

        return false;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public int Acquisitions(ref BlockMasks masks)
    {
        var taken = 0;
        for (var i = 0; i < PageMask.Words; i += 4)
        {
            var isolated = Vector256.LoadUnsafe(ref masks.Isolated[0], (nuint)i).AsUInt32();
            var passive = ~Vector256.LoadUnsafe(ref masks.TouchesLock[0], (nuint)i).AsUInt32();
            var above = isolated << 1;
            var starts = (isolated & ~(above | ((above & passive) + passive))).AsUInt64();
            taken += BitOperations.PopCount(starts[0]) + BitOperations.PopCount(starts[1])
                + BitOperations.PopCount(starts[2]) + BitOperations.PopCount(starts[3]);
        }

        return taken;
    }

    Vector256<byte> Look(Vector256<byte> id, int high, int low)
    {
        var half = Vector256.Create((byte)0x0F);
        var (row, column) = ((id.AsUInt16() >> 4).AsByte() & half, id & half);
        var bits = Shuffle(Twice(high, 0), row) & Shuffle(Twice(low, 0), column);
        return _tables.HasSecondSet ? bits | (Shuffle(Twice(high, 1), row) & Shuffle(Twice(low, 1), column)) : bits;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    Vector256<byte> Twice(int number, int set) =>
        Vector256.Create(Vector128.LoadUnsafe(ref _tables.First, NibbleTables.At(number, set)));

    /// <summary>Each half in the table of its own half. Without AVX2 only tests come here.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static Vector256<byte> Shuffle(Vector256<byte> table, Vector256<byte> index) => Avx2.IsSupported
        ? Avx2.Shuffle(table, index)
        : Vector256.Create(Vector128.Shuffle(table.GetLower(), index.GetLower()),
            Vector128.Shuffle(table.GetUpper(), index.GetUpper()));

    /// <summary>A bit for each of 64 pages whose byte is not 0.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static ulong Join(Vector256<byte> first, Vector256<byte> second) =>
        ~(Vector256.Equals(first, Vector256<byte>.Zero).ExtractMostSignificantBits()
            | (ulong)Vector256.Equals(second, Vector256<byte>.Zero).ExtractMostSignificantBits() << 32);
}
