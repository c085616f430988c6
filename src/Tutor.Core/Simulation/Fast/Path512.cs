using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Tutor.Core.Simulation.Fast;

/// <summary>
/// 64 pages at a time: four registers hold the whole table, and an id's highest bit chooses between two (AVX-512 with
/// VBMI).
/// </summary>
readonly struct Path512 : IMaskPath
{
    readonly Vector512<byte> _table0;
    readonly Vector512<byte> _table1;
    readonly Vector512<byte> _table2;
    readonly Vector512<byte> _table3;

    public Path512(byte[] table)
    {
        _table0 = Vector512.Create(table, 0);
        _table1 = Vector512.Create(table, 64);
        _table2 = Vector512.Create(table, 128);
        _table3 = Vector512.Create(table, 192);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Fill(ref byte ids, ref BlockMasks masks, bool withTaken)
    {
        for (var word = 0; word < PageMask.Words; word++)
        {
            var bits = Look(Vector512.LoadUnsafe(ref ids, (nuint)(word * 64)));
            masks.Isolated[word] = bits.ExtractMostSignificantBits();
            masks.Passive[word] = ~(bits + bits).ExtractMostSignificantBits();
            if (withTaken)
            {
                masks.Taken[word] = (bits << 2).ExtractMostSignificantBits();
            }
        }
    }

    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    public bool HasStaying(ref byte ids)
    {
        var stays = Vector512.Create(ScanBits.Stays);
        for (var at = 0; at < PageMask.Words * 64; at += 64)
        {
            if ((Look(Vector512.LoadUnsafe(ref ids, (nuint)at)) & stays) != Vector512<byte>.Zero)
            {
                return true;
            }
        }

        return false;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public int Acquisitions(ref BlockMasks masks)
    {
        var isolated = Vector512.LoadUnsafe(ref masks.Isolated[0]).AsUInt32();
        var passive = Vector512.LoadUnsafe(ref masks.Passive[0]).AsUInt32();
        var above = isolated << 1;
        var starts = (isolated & ~(above | ((above & passive) + passive))).AsUInt64();
        Unsafe.SkipInit(out PageMask words);
        starts.StoreUnsafe(ref words[0]);
        return BitOperations.PopCount(words[0]) + BitOperations.PopCount(words[1])
            + BitOperations.PopCount(words[2]) + BitOperations.PopCount(words[3])
            + BitOperations.PopCount(words[4]) + BitOperations.PopCount(words[5])
            + BitOperations.PopCount(words[6]) + BitOperations.PopCount(words[7]);
    }

    /// <summary>The table's entries. Without VBMI only tests come here, so that all but two instructions is tested anywhere.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    Vector512<byte> Look(Vector512<byte> id) => Avx512Vbmi.IsSupported
        ? Avx512BW.BlendVariable(
            Avx512Vbmi.PermuteVar64x8x2(_table0, id, _table1),
            Avx512Vbmi.PermuteVar64x8x2(_table2, id, _table3),
            id)
        : Vector512.ConditionalSelect(
            Vector512.LessThan(id.AsSByte(), Vector512<sbyte>.Zero).AsByte(),
            Pair(_table2, _table3, id), Pair(_table0, _table1, id));

    static Vector512<byte> Pair(Vector512<byte> lower, Vector512<byte> upper, Vector512<byte> id)
    {
        var index = id & Vector512.Create((byte)0x3F);
        return Vector512.ConditionalSelect(
            Vector512.Equals(id & Vector512.Create((byte)0x40), Vector512<byte>.Zero),
            Vector512.Shuffle(lower, index), Vector512.Shuffle(upper, index));
    }
}
