namespace Tutor.Core.Memory;

/// <summary>
/// What the scanners read of one pageblock: 512 pages, 2 MiB. <see cref="ZoneFirst"/> and
/// <see cref="ZoneLast"/> index <see cref="MemoryMap.Zones"/>: the zone of its first and of its last page.
/// </summary>
/// <param name="Present">False: no memory there, both scanners pass over it.</param>
/// <param name="SkipHint">PB_migrate_skip.</param>
public readonly record struct Pageblock(
    bool Present, Migratetype Migratetype, int ZoneFirst, int ZoneLast, bool SkipHint = false)
{
    /// <summary>log2 of a pageblock's pages: x86-64 with 2 MiB huge pages.</summary>
    public const int Order = 9;

    /// <summary>Pages in a pageblock.</summary>
    public const int Pages = 1 << Order;

    /// <summary>First pfn of the pageblock that holds <paramref name="pfn"/>.</summary>
    public static long Start(long pfn) => pfn & ~(long)(Pages - 1);
}

/// <summary>A zone: its type and the half-open range of pfns <c>[StartPfn, EndPfn)</c>.</summary>
public readonly record struct ZoneRange(ZoneType Type, long StartPfn, long EndPfn);
