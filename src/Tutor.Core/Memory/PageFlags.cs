namespace Tutor.Core.Memory;

/// <summary>
/// What is set about a page, bit for bit as the recordings write it (column <c>bits</c>). Most are
/// <c>page-flags.h</c> bits of Linux 6.1; <see cref="Mapping"/>, <see cref="RawMapping"/>,
/// <see cref="DmaPinned"/>, <see cref="ZoneMovable"/> and <see cref="Cma"/> are answers of kernel functions.
/// </summary>
[Flags]
public enum PageFlags : uint
{
    None = 0,
    Lru = 1u << 0,
    Reserved = 1u << 1,
    Slab = 1u << 2,

    /// <summary>First page of a free chunk of 2^order frames; the rest of the chunk has no flags.</summary>
    Buddy = 1u << 3,
    Head = 1u << 4,
    Tail = 1u << 5,
    HugeTlb = 1u << 6,
    Anon = 1u << 7,
    Ksm = 1u << 8,
    SwapCache = 1u << 9,

    /// <summary>PG_private: buffer heads or the file system's own data, one reference.</summary>
    Private = 1u << 10,

    /// <summary>PG_private_2: takes a reference with netfs/fscache, none in btrfs up to 6.12.</summary>
    Private2 = 1u << 11,
    Dirty = 1u << 12,
    Writeback = 1u << 13,
    Unevictable = 1u << 14,
    Mlocked = 1u << 15,
    Locked = 1u << 16,

    /// <summary>A driver's movable page (<c>__PageMovable</c>): balloon, zsmalloc.</summary>
    MovableOps = 1u << 17,
    Isolated = 1u << 18,
    SwapBacked = 1u << 19,
    Referenced = 1u << 20,
    UpToDate = 1u << 21,
    Active = 1u << 22,

    /// <summary><c>folio_mapping()</c> is not NULL: page cache or swap cache, not plain anonymous memory.</summary>
    Mapping = 1u << 23,

    /// <summary>The mapping is marked unevictable (<c>AS_UNEVICTABLE</c>).</summary>
    MappingUnevictable = 1u << 24,

    /// <summary><c>folio_maybe_dma_pinned()</c> when it was recorded: derived, never a source.</summary>
    DmaPinned = 1u << 25,

    /// <summary>The <c>mapping</c> field itself is not zero (anonymous memory too).</summary>
    RawMapping = 1u << 26,
    PageTable = 1u << 27,
    Offline = 1u << 28,

    /// <summary><c>is_zone_movable_page()</c>.</summary>
    ZoneMovable = 1u << 29,

    /// <summary>There is no such page: a hole in physical memory.</summary>
    Invalid = 1u << 30,

    /// <summary><c>is_migrate_cma_page()</c>: the pageblock's migratetype is CMA.</summary>
    Cma = 1u << 31,

    /// <summary>Head or tail of a compound page.</summary>
    Compound = Head | Tail,
}
