using System.Runtime.InteropServices;

namespace Tutor.Core.Simulation.Fast;

/// <summary>
/// A table of 256 bytes cut up for byte shuffles, which look up 16 entries: an id's high half says to which of eight
/// patterns of 16 its row belongs, as a bit; its low half says in which patterns a bit of the table is set. What both
/// have is not 0 where the table's bit is set.
/// </summary>
/// <remarks>
/// Rows that are alike share a pattern, and rows of zeros have none, so that one set of eight nearly always does; a
/// second set is for palettes of more than 128 states of many minds.
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

    readonly byte[] _tables;

    public NibbleTables(byte[] table)
    {
        _tables = new byte[2 * SetBytes];
        var hasMore = Fill(table, ScanBits.Isolated | ScanBits.TouchesLock | ScanBits.Taken, High,
            (Isolated, ScanBits.Isolated), (TouchesLock, ScanBits.TouchesLock), (Taken, ScanBits.Taken));
        hasMore |= Fill(table, ScanBits.Stays, StaysHigh, (Stays, ScanBits.Stays));
        HasSecondSet = hasMore;
    }

    public bool HasSecondSet { get; }

    public ref byte First => ref MemoryMarshal.GetArrayDataReference(_tables);

    /// <summary>Where table <paramref name="number"/> of a set begins.</summary>
    public static nuint At(int number, int set) => (nuint)(set * SetBytes + number * 16);

    bool Fill(byte[] table, byte mask, int high, params ReadOnlySpan<(int Number, byte Bit)> lows)
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

            _tables[(int)At(high, pattern / 8) + row] = (byte)(1 << (pattern % 8));
        }

        return patterns.Count > 8;
    }

    void AddLows(byte[] entries, int pattern, int number, byte bit)
    {
        for (var low = 0; low < 16; low++)
        {
            _tables[(int)At(number, pattern / 8) + low] |= (entries[low] & bit) != 0 ? (byte)(1 << (pattern % 8)) : (byte)0;
        }
    }
}
