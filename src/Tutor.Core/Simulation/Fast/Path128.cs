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
        if (withTaken || _tables.Sets > 1)
        {
            FillAll(ref ids, ref masks, withTaken);
            return;
        }

        ref var isolated = ref PageMask.As<ushort>(ref masks.Isolated);
        ref var passive = ref PageMask.As<ushort>(ref masks.Passive);
        var high = Table(NibbleTables.High, 0);
        var isolates = Table(NibbleTables.Isolated, 0);
        var touches = Table(NibbleTables.TouchesLock, 0);
        var half = Vector128.Create((byte)0x0F);
        for (nuint part = 0; part < PageMask.Words * 4; part++)
        {
            var id = Vector128.LoadUnsafe(ref ids, part * 16);
            var row = Vector128.ShuffleNative(high, (id.AsUInt16() >> 4).AsByte() & half);
            var column = id & half;
            var isolatesHere = Vector128.ShuffleNative(isolates, column) & row;
            Unsafe.Add(ref isolated, part) = (ushort)Vector128.GreaterThan(isolatesHere.AsSByte(), Vector128<sbyte>.Zero)
                .ExtractMostSignificantBits();
            Unsafe.Add(ref passive, part) = Is0(Vector128.ShuffleNative(touches, column) & row);
        }
    }

    /// <summary>Not inlined: rare, and the loop above is to stay small.</summary>
    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    void FillAll(ref byte ids, ref BlockMasks masks, bool withTaken)
    {
        for (nuint part = 0; part < PageMask.Words * 4; part++)
        {
            var id = Vector128.LoadUnsafe(ref ids, part * 16);
            Unsafe.Add(ref PageMask.As<ushort>(ref masks.Isolated), part) =
                (ushort)~Is0(Look(id, NibbleTables.High, NibbleTables.Isolated, _tables.Sets));
            Unsafe.Add(ref PageMask.As<ushort>(ref masks.Passive), part) =
                Is0(Look(id, NibbleTables.High, NibbleTables.TouchesLock, _tables.Sets));
            if (withTaken)
            {
                Unsafe.Add(ref PageMask.As<ushort>(ref masks.Taken), part) =
                    (ushort)~Is0(Look(id, NibbleTables.High, NibbleTables.Taken, _tables.Sets));
            }
        }
    }

    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    public bool HasStaying(ref byte ids)
    {
        for (nuint at = 0; at < PageMask.Words * 64; at += 16)
        {
            var bits = Look(Vector128.LoadUnsafe(ref ids, at), NibbleTables.StaysHigh, NibbleTables.Stays, _tables.StaysSets);
            if (bits != Vector128<byte>.Zero)
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
            var passive = Vector128.LoadUnsafe(ref masks.Passive[0], (nuint)i).AsUInt32();
            var above = isolated << 1;
            var starts = Vector128.AndNot(isolated, above | ((above & passive) + passive)).AsUInt64();
            taken += BitOperations.PopCount(starts[0]) + BitOperations.PopCount(starts[1]);
        }

        return taken;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    Vector128<byte> Look(Vector128<byte> id, int high, int low, int sets)
    {
        var half = Vector128.Create((byte)0x0F);
        var (row, column) = ((id.AsUInt16() >> 4).AsByte() & half, id & half);
        var bits = Vector128<byte>.Zero;
        for (var set = 0; set < sets; set++)
        {
            bits |= Vector128.ShuffleNative(Table(high, set), row) & Vector128.ShuffleNative(Table(low, set), column);
        }

        return bits;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    Vector128<byte> Table(int number, int set) => Vector128.LoadUnsafe(ref _tables.First, NibbleTables.At(number, set));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static ushort Is0(Vector128<byte> bits) =>
        (ushort)Vector128.Equals(bits, Vector128<byte>.Zero).ExtractMostSignificantBits();
}
