using System.Numerics;

namespace Tutor.Core.Memory;

/// <summary>
/// Free memory as the buddy allocator keeps it: chunks of 2^order pages, aligned to their size.
/// 6.1 <c>mm/page_alloc.c</c>; its <c>MAX_ORDER</c> 11 is exclusive.
/// </summary>
static class BuddyChunks
{
    /// <summary>Order of the largest free chunk: 4 MiB.</summary>
    public const int HighestOrder = 10;

    /// <summary>Order of the largest chunk that begins at <paramref name="at"/> and ends by <paramref name="end"/>.</summary>
    public static int OrderAt(long at, long end)
    {
        var aligned = at == 0 ? HighestOrder : BitOperations.TrailingZeroCount(at);
        return Math.Min(HighestOrder, Math.Min(aligned, BitOperations.Log2((ulong)(end - at))));
    }
}
