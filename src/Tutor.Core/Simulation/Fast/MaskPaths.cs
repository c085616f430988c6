using System.Runtime.InteropServices;
using Tutor.Core.Memory;

namespace Tutor.Core.Simulation.Fast;

/// <summary>
/// One way to turn the 512 ids of a pageblock into bit masks by a table of 256 bytes (<see cref="ScanBits"/>), and to
/// count in them how often the LRU lock is taken.
/// </summary>
/// <remarks>
/// The rule of the lock on bits, for the 32 pages between two forced releases: an isolated page finds the lock held if
/// the nearest page below it that touches the lock was isolated too. Adding the pages that leave the lock alone to the
/// places above isolated ones carries a bit across them.
/// </remarks>
interface IMaskPath
{
    /// <summary>Fills all but <see cref="BlockMasks.Taken"/>, and that where it is asked for.</summary>
    void Fill(ref byte ids, ref BlockMasks masks, bool withTaken);

    /// <summary>Whether a page of the pageblock has <see cref="ScanBits.Stays"/>.</summary>
    bool HasStaying(ref byte ids);

    /// <summary>Times that the lock is taken when the pageblock is scanned in one call.</summary>
    int Acquisitions(ref BlockMasks masks);
}

/// <summary>A page at a time: what the others must agree with.</summary>
readonly struct ScalarPath(byte[] table) : IMaskPath
{
    public void Fill(ref byte ids, ref BlockMasks masks, bool withTaken) =>
        Fill(MemoryMarshal.CreateReadOnlySpan(ref ids, Pageblock.Pages), ref masks);

    /// <summary>The same for what the end of a map leaves of a pageblock.</summary>
    public void Fill(ReadOnlySpan<byte> ids, ref BlockMasks masks)
    {
        masks = default;
        for (var i = 0; i < ids.Length; i++)
        {
            Set(ref masks, i, table[ids[i]]);
        }
    }

    /// <summary>The same for ids of two bytes.</summary>
    public void Fill(ReadOnlySpan<ushort> ids, ref BlockMasks masks)
    {
        masks = default;
        for (var i = 0; i < ids.Length; i++)
        {
            Set(ref masks, i, table[ids[i]]);
        }
    }

    public bool HasStaying(ref byte ids)
    {
        foreach (var id in MemoryMarshal.CreateReadOnlySpan(ref ids, Pageblock.Pages))
        {
            if ((table[id] & ScanBits.Stays) != 0)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The same for ids of two bytes.</summary>
    public bool HasStaying(ReadOnlySpan<ushort> ids)
    {
        foreach (var id in ids)
        {
            if ((table[id] & ScanBits.Stays) != 0)
            {
                return true;
            }
        }

        return false;
    }

    public int Acquisitions(ref BlockMasks masks)
    {
        var (taken, isHeld) = (0, false);
        for (var i = 0; i < Pageblock.Pages; i++)
        {
            isHeld &= i % LruLock.ReleaseEvery != 0;
            if ((masks.Passive[i / 64] >> i & 1) == 0)
            {
                var isolates = (masks.Isolated[i / 64] >> i & 1) != 0;
                taken += isolates && !isHeld ? 1 : 0;
                isHeld = isolates;
            }
        }

        return taken;
    }

    static void Set(ref BlockMasks masks, int page, byte bits)
    {
        var (word, bit) = (page / 64, 1UL << page);
        masks.Isolated[word] |= (bits & ScanBits.Isolated) != 0 ? bit : 0;
        masks.Passive[word] |= (bits & ScanBits.TouchesLock) == 0 ? bit : 0;
        masks.Taken[word] |= (bits & ScanBits.Taken) != 0 ? bit : 0;
    }
}
