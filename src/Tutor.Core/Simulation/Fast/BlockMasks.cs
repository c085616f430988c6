using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Tutor.Core.Simulation.Fast;

/// <summary>512 bits, one a page of a pageblock, the first page lowest.</summary>
[InlineArray(Words)]
struct PageMask
{
    /// <summary>64-page words of a pageblock.</summary>
    public const int Words = 8;

    ulong _first;

    /// <summary>The mask in narrower pieces, as vectors give it. Little-endian, as every CPU that .NET runs on.</summary>
    public static ref T As<T>(ref PageMask mask)
        where T : unmanaged => ref Unsafe.As<PageMask, T>(ref mask);
}

/// <summary>What a pass does with the pages of one pageblock: <see cref="ScanBits"/>, a bit a page.</summary>
[StructLayout(LayoutKind.Sequential)]
struct BlockMasks
{
    public PageMask Isolated;

    /// <summary>Leaves the lock as it is: the opposite of <see cref="ScanBits.TouchesLock"/>.</summary>
    public PageMask Passive;

    /// <summary>Filled only where a driver's pages are taken; else it would equal <see cref="Isolated"/>.</summary>
    public PageMask Taken;
}
