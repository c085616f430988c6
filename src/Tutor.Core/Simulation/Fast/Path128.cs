using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Tutor.Core.Simulation.Fast;

/// <summary>16 pages at a time, by <see cref="NibbleTables"/>: SSSE3, AdvSimd, or what the runtime puts in their place.</summary>
readonly struct Path128(byte[] table) : IMaskPath
{
    readonly NibbleTables _tables = new(table);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Fill(ref byte ids, ref BlockMasks masks, bool withTaken)
    {
        for (var word = 0; word < PageMask.Words; word++)
        {
            var (isolated, touches, taken) = (0UL, 0UL, 0UL);
            for (var part = 0; part < 64; part += 16)
            {
                var id = Vector128.LoadUnsafe(ref ids, (nuint)(word * 64 + part));
                isolated |= (ulong)Has(id, NibbleTables.High, NibbleTables.Isolated) << part;
                touches |= (ulong)Has(id, NibbleTables.High, NibbleTables.TouchesLock) << part;
                taken |= withTaken ? (ulong)Has(id, NibbleTables.High, NibbleTables.Taken) << part : 0;
            }

            masks.Isolated[word] = isolated;
            masks.TouchesLock[word] = touches;
            masks.Taken[word] = withTaken ? taken : isolated;
        }
    }

    public bool HasStaying(ref byte ids)
    {
        for (var at = 0; at < PageMask.Words * 64; at += 16)
        {
            if (Has(Vector128.LoadUnsafe(ref ids, (nuint)at), NibbleTables.StaysHigh, NibbleTables.Stays) != 0)
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
        for (var i = 0; i < PageMask.Words; i += 2)
        {
            var isolated = Vector128.LoadUnsafe(ref masks.Isolated[0], (nuint)i).AsUInt32();
            var passive = ~Vector128.LoadUnsafe(ref masks.TouchesLock[0], (nuint)i).AsUInt32();
            var above = isolated << 1;
            var starts = (isolated & ~(above | ((above & passive) + passive))).AsUInt64();
            taken += BitOperations.PopCount(starts[0]) + BitOperations.PopCount(starts[1]);
        }

        return taken;
    }

    /// <summary>A bit for each of 16 pages: whether a bit of the table is set for its id.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    uint Has(Vector128<byte> id, int high, int low)
    {
        var bits = Look(id, high, low, 0);
        bits = _tables.HasSecondSet ? bits | Look(id, high, low, 1) : bits;
        return ~Vector128.Equals(bits, Vector128<byte>.Zero).ExtractMostSignificantBits() & 0xFFFF;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    Vector128<byte> Look(Vector128<byte> id, int high, int low, int set) =>
        Vector128.ShuffleNative(Vector128.LoadUnsafe(ref _tables.First, NibbleTables.At(high, set)),
            (id.AsUInt16() >> 4).AsByte() & Vector128.Create((byte)0x0F))
        & Vector128.ShuffleNative(Vector128.LoadUnsafe(ref _tables.First, NibbleTables.At(low, set)),
            id & Vector128.Create((byte)0x0F));
}
