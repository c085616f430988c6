using System.Collections.Immutable;
using Tutor.Core.Memory;

namespace Tutor.Core.Predicates.Binding;

/// <summary>A bit of <c>page->flags</c>.</summary>
/// <param name="Name"><c>PG_lru</c>.</param>
/// <param name="Number">Its place in 6.1's <c>enum pageflags</c>.</param>
/// <param name="Flag">The flag of the game's pages; <see cref="PageFlags.None"/> where they have none.</param>
/// <param name="Test">The kernel's test of it, or null.</param>
readonly record struct FlagBit(string Name, int Number, PageFlags Flag, string? Test);

/// <summary>
/// <c>page->flags</c> as one word (6.1 include/linux/page-flags.h, <c>enum pageflags</c>). Only the bits whose places no
/// option of the configuration moves are in it, so neither zone nor node nor generation.
/// </summary>
static class FlagWord
{
    public static readonly ImmutableArray<FlagBit> Bits =
    [
        new("PG_locked", 0, PageFlags.Locked, "PageLocked"), new("PG_referenced", 1, PageFlags.Referenced, "PageReferenced"),
        new("PG_uptodate", 2, PageFlags.UpToDate, "PageUptodate"), new("PG_dirty", 3, PageFlags.Dirty, "PageDirty"),
        new("PG_lru", 4, PageFlags.Lru, "PageLRU"), new("PG_active", 5, PageFlags.Active, "PageActive"),
        new("PG_workingset", 6, PageFlags.None, null), new("PG_waiters", 7, PageFlags.None, null), new("PG_error", 8, PageFlags.None, null),
        new("PG_slab", 9, PageFlags.Slab, "PageSlab"), new("PG_swapcache", 10, PageFlags.SwapCache, "PageSwapCache"),
        new("PG_arch_1", 11, PageFlags.None, null), new("PG_reserved", 12, PageFlags.Reserved, "PageReserved"),
        new("PG_private", 13, PageFlags.Private, "PagePrivate"), new("PG_private_2", 14, PageFlags.Private2, "PagePrivate2"),
        new("PG_writeback", 15, PageFlags.Writeback, "PageWriteback"), new("PG_head", 16, PageFlags.Head, "PageHead"),
        new("PG_mappedtodisk", 17, PageFlags.None, null), new("PG_reclaim", 18, PageFlags.None, null),
        new("PG_swapbacked", 19, PageFlags.SwapBacked, "PageSwapBacked"), new("PG_unevictable", 20, PageFlags.Unevictable, "PageUnevictable"),
        new("PG_mlocked", 21, PageFlags.Mlocked, "PageMlocked"),
    ];

    /// <summary>Every bit of <see cref="Bits"/>.</summary>
    public const long Known = (1L << 22) - 1;

    /// <summary>The word of this page.</summary>
    public static long Of(PageState page)
    {
        var word = 0L;
        foreach (var bit in Bits)
        {
            word |= page.Has(bit.Flag) ? 1L << bit.Number : 0;
        }

        return word;
    }
}
