using System.Collections.Immutable;
using Tutor.Core.Memory;

namespace Tutor.Core.Scenarios;

/// <summary>How a memory map is made: how much of which page kind, how it lies, and what lies in known places.</summary>
/// <remarks>Places are pages counted from the map's first, half-open. Later regions win, key by key; <c>set</c>
/// beats regions, regions beat the map's own mix; among sets the map's own come last, and later ones win. What is drawn
/// goes round a <c>set</c>, and stays where it is under <c>over</c>.</remarks>
public sealed record MapRecipe
{
    /// <summary>268,435,456 pages: 1 TiB.</summary>
    public const int MostPages = 1 << 28;

    public const int MostWeight = 1_000_000;

    /// <summary>Longest run of a layout, in pages.</summary>
    public const int LongestRun = 1 << 15;

    /// <summary>1 to <see cref="MostPages"/>.</summary>
    public required int Pages { get; init; }

    /// <summary>A multiple of a pageblock.</summary>
    public long FirstPfn { get; init; }

    /// <summary>
    /// Where a zone of this type begins on x86-64, and so a map of a level that does not say: DMA at 0, DMA32 at 16 MiB, the
    /// others at 4 GiB (6.1 arch/x86/mm/init.c, <c>zone_sizes_init()</c>; ZONE_MOVABLE may begin higher).
    /// </summary>
    public static long UsualFirstPfn(ZoneType zone) => zone switch
    {
        ZoneType.Dma => 0,
        ZoneType.Dma32 => 0x1000,
        ZoneType.Normal or ZoneType.Movable or ZoneType.Device => 0x100000,
    };

    public ZoneType Zone { get; init; } = ZoneType.Normal;

    public Migratetype Migratetype { get; init; } = Migratetype.Movable;

    /// <summary>Weights in pages.</summary>
    public ImmutableArray<MixEntry> Mix { get; init; } = [];

    public MapLayout Layout { get; init; } = MapLayout.Default;

    public ImmutableArray<MapRegion> Regions { get; init; } = [];

    public ImmutableArray<MapPlacement> Set { get; init; } = [];

    /// <summary>Laid over the memory when it is drawn: no other page becomes another one by it.</summary>
    public ImmutableArray<MapPlacement> Over { get; init; } = [];
}

/// <summary>A page kind and its share of the pages, relative to the other weights of the mix.</summary>
public readonly record struct MixEntry(string Kind, int Weight);

/// <summary>How long runs of one page kind are, in pages, both ends included. 1 to 1 is scattered.</summary>
public readonly record struct MapLayout(int LeastRun, int MostRun)
{
    public static MapLayout Default { get; } = new(8, 64);

    public static MapLayout Scatter { get; } = new(1, 1);
}

/// <summary>Pages of a map, counted from its first; half-open.</summary>
public readonly record struct PageRange(int Start, int End)
{
    public int Count => End - Start;

    public bool Contains(int page) => page >= Start && page < End;

    public override string ToString() => Count == 1 ? $"+{Start}" : $"+{Start}..+{End}";
}

/// <summary>A part of the map that differs from the rest in what is not null.</summary>
public sealed record MapRegion(PageRange At)
{
    public ZoneType? Zone { get; init; }

    /// <summary>Only for whole pageblocks.</summary>
    public Migratetype? Migratetype { get; init; }

    public ImmutableArray<MixEntry>? Mix { get; init; }

    public MapLayout? Layout { get; init; }

    /// <summary>Counted from the map's first page, like everything else.</summary>
    public ImmutableArray<MapPlacement> Set { get; init; } = [];
}

/// <summary>Pages that are of a known kind, and why.</summary>
/// <param name="Because">For the page card, or null.</param>
public sealed record MapPlacement(PageRange At, string Kind, string? Because = null);
