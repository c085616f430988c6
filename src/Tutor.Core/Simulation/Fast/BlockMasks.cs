using System.Runtime.CompilerServices;

namespace Tutor.Core.Simulation.Fast;

/// <summary>512 bits, one a page of a pageblock, the first page lowest.</summary>
[InlineArray(Words)]
struct PageMask
{
    /// <summary>64-page words of a pageblock.</summary>
    public const int Words = 8;

    ulong _first;
}

/// <summary>What a pass does with the pages of one pageblock: <see cref="ScanBits"/>, a bit a page.</summary>
struct BlockMasks
{
    public PageMask Isolated;
    public PageMask TouchesLock;

    /// <summary>Filled only where a driver's pages are taken; else it equals <see cref="Isolated"/>.</summary>
    public PageMask Taken;
}
