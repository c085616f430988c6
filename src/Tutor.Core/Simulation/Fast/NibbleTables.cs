using System.Runtime.InteropServices;

namespace Tutor.Core.Simulation.Fast;

/// <summary>
/// A table of 256 bytes cut up for byte shuffles, which look up 16 entries: an id's high half says to which of seven
/// patterns of 16 its row belongs, as a bit; its low half says in which patterns a bit of the table is set. What both
/// have is above 0 where the table's bit is set: seven, so that it is above 0 as a signed byte.
/// </summary>
/// <remarks>
/// Rows that are alike share a pattern, and rows of zeros have none, so that one set nearly always does; two
/// more are for palettes of more than 112 states of many minds.
/// </remarks>
readonly struct NibbleTables
{
    /// <summary>Of one set, by number: each 16 bytes.</summary>
    public const int High = 0;
    public const int Isolated = 1;
    public const int TouchesLock = 2;
    public const int Taken = 3;
    public const int StaysHigh = 4;
    public const int Stays = 5;

    const int SetBytes = 16 * 6;
    const int PatternsOfSet = 7;
    const int MostSets = 3;

    readonly byte[] _tables;

    public NibbleTables(byte[] table)
    {
        _tables = new byte[MostSets * SetBytes];
        Sets = Fill(table, ScanBits.Isolated | ScanBits.TouchesLock | ScanBits.Taken, High,
            (Isolated, ScanBits.Isolated), (TouchesLock, ScanBits.TouchesLock), (Taken, ScanBits.Taken));
        StaysSets = Fill(table, ScanBits.Stays, StaysHigh, (Stays, ScanBits.Stays));
    }

    /// <summary>At least 1.</summary>
    public int Sets { get; }

    /// <summary>Of <see cref="StaysHigh"/> and <see cref="Stays"/>; at least 1.</summary>
    public int StaysSets { get; }

    public ref byte First => ref MemoryMarshal.GetArrayDataReference(_tables);

    /// <summary>Where table <paramref name="number"/> of a set begins.</summary>
    public static nuint At(int number, int set) => (nuint)(set * SetBytes + number * 16);

    int Fill(byte[] table, byte mask, int high, params ReadOnlySpan<(int Number, byte Bit)> lows)
    {
        var patterns = new List<byte[]>();
        for (var row = 0; row < 16; row++)
        {
            var entries = table.Skip(16 * row).Take(16).Select(b => (byte)(b & mask)).ToArray();
            if (!entries.AsSpan().ContainsAnyExcept((byte)0))
            {
                continue;
            }

            var pattern = patterns.FindIndex(p => p.AsSpan().SequenceEqual(entries));
            if (pattern < 0)
            {
                pattern = patterns.Count;
                patterns.Add(entries);
                foreach (var (number, bit) in lows)
                {
                    AddLows(entries, pattern, number, bit);
                }
            }

            _tables[(int)At(high, pattern / PatternsOfSet) + row] = (byte)(1 << (pattern % PatternsOfSet));
        }

        return Math.Max(1, (patterns.Count + PatternsOfSet - 1) / PatternsOfSet);
    }

    void AddLows(byte[] entries, int pattern, int number, byte bit)
    {
        for (var low = 0; low < 16; low++)
        {
            _tables[(int)At(number, pattern / PatternsOfSet) + low] |= (entries[low] & bit) != 0 ? (byte)(1 << (pattern % PatternsOfSet)) : (byte)0;
        }
    }
}
