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
        if (withTaken || _tables.Sets > 1)
        {
            FillAll(ref ids, ref masks, withTaken);
            return;
        }

        ref var isolated = ref PageMask.As<uint>(ref masks.Isolated);
        ref var passive = ref PageMask.As<uint>(ref masks.Passive);
        var high = Twice(NibbleTables.High, 0);
        var isolates = Twice(NibbleTables.Isolated, 0);
        var touches = Twice(NibbleTables.TouchesLock, 0);
        var half = Vector256.Create((byte)0x0F);
        for (nuint part = 0; part < PageMask.Words * 2; part++)
        {
            var id = Vector256.LoadUnsafe(ref ids, part * 32);
            var row = Shuffle(high, (id.AsUInt16() >> 4).AsByte() & half);
            var column = id & half;
            Unsafe.Add(ref isolated, part) = Above0(Shuffle(isolates, column) & row);
            Unsafe.Add(ref passive, part) = Is0(Shuffle(touches, column) & row);
        }
    }

    /// <summary>Not inlined: rare, and the loop above is to stay small.</summary>
    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    void FillAll(ref byte ids, ref BlockMasks masks, bool withTaken)
    {
        for (nuint part = 0; part < PageMask.Words * 2; part++)
        {
            var id = Vector256.LoadUnsafe(ref ids, part * 32);
            Unsafe.Add(ref PageMask.As<uint>(ref masks.Isolated), part) =
                ~Is0(Look(id, NibbleTables.High, NibbleTables.Isolated, _tables.Sets));
            Unsafe.Add(ref PageMask.As<uint>(ref masks.Passive), part) =
                Is0(Look(id, NibbleTables.High, NibbleTables.TouchesLock, _tables.Sets));
            if (withTaken)
            {
                Unsafe.Add(ref PageMask.As<uint>(ref masks.Taken), part) =
                    ~Is0(Look(id, NibbleTables.High, NibbleTables.Taken, _tables.Sets));
            }
        }
    }

    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    public bool HasStaying(ref byte ids)
    {
        for (nuint at = 0; at < PageMask.Words * 64; at += 32)
        {
            var bits = Look(Vector256.LoadUnsafe(ref ids, at), NibbleTables.StaysHigh, NibbleTables.Stays, _tables.StaysSets);
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
        Unsafe.SkipInit(out PageMask starts);
        for (var i = 0; i < PageMask.Words; i += 4)
        {
            var isolated = Vector256.LoadUnsafe(ref masks.Isolated[0], (nuint)i).AsUInt32();
            var passive = Vector256.LoadUnsafe(ref masks.Passive[0], (nuint)i).AsUInt32();
            var above = isolated << 1;
            Vector256.AndNot(isolated, above | ((above & passive) + passive)).AsUInt64().StoreUnsafe(ref starts[0], (nuint)i);
        }

        return BitOperations.PopCount(starts[0]) + BitOperations.PopCount(starts[1])
            + BitOperations.PopCount(starts[2]) + BitOperations.PopCount(starts[3])
            + BitOperations.PopCount(starts[4]) + BitOperations.PopCount(starts[5])
            + BitOperations.PopCount(starts[6]) + BitOperations.PopCount(starts[7]);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    Vector256<byte> Look(Vector256<byte> id, int high, int low, int sets)
    {
        var half = Vector256.Create((byte)0x0F);
        var (row, column) = ((id.AsUInt16() >> 4).AsByte() & half, id & half);
        var bits = Vector256<byte>.Zero;
        for (var set = 0; set < sets; set++)
        {
            bits |= Shuffle(Twice(high, set), row) & Shuffle(Twice(low, set), column);
        }

        return bits;
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

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static uint Above0(Vector256<byte> bits) =>
        Vector256.GreaterThan(bits.AsSByte(), Vector256<sbyte>.Zero).ExtractMostSignificantBits();

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static uint Is0(Vector256<byte> bits) => Vector256.Equals(bits, Vector256<byte>.Zero).ExtractMostSignificantBits();
}
