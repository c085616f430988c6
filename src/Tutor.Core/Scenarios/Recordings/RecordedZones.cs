using System.Collections.Immutable;
using Tutor.Core.Memory;

namespace Tutor.Core.Scenarios.Recordings;

/// <summary>Zones and pageblocks of a recording as a map has them.</summary>
static class RecordedZones
{
    /// <summary>First pfn above 16 MiB: where ZONE_DMA of x86-64 ends.</summary>
    const int DmaEnd = 1 << 12;

    /// <summary>First pfn above 4 GiB: where ZONE_DMA32 ends.</summary>
    const int Dma32End = 1 << 20;

    /// <summary>
    /// A recording numbers its zones as its kernel's configuration does; what they are follows from where
    /// they lie, and from pages that say ZONE_MOVABLE.
    /// </summary>
    public static ImmutableArray<ZoneRange> Ranges(IReadOnlyList<RecordedZone> zones, IEnumerable<int> movablePfns)
    {
        var movable = zones.Select(_ => false).ToArray();
        foreach (var pfn in movablePfns)
        {
            for (var i = 0; i < movable.Length; i++)
            {
                movable[i] |= pfn >= zones[i].Start && pfn < zones[i].End;
            }
        }

        var ranges = ImmutableArray.CreateBuilder<ZoneRange>(zones.Count);
        foreach (var (zone, i) in zones.Select((z, i) => (z, i)))
        {
            var type = movable[i] ? ZoneType.Movable
                : zone.Index == 0 && zone.End <= DmaEnd ? ZoneType.Dma
                : zone.Index == 1 && zone.End <= Dma32End && ranges[0].Type == ZoneType.Dma ? ZoneType.Dma32
                : ZoneType.Normal;
            ranges.Add(new ZoneRange(type, zone.Start, zone.End));
        }

        return ranges.ToImmutable();
    }

    public static ImmutableArray<Pageblock> Pageblocks(
        int pageCount, RecordedPlaces places)
    {
        int IndexOf(int zone) => Enumerable.Range(0, places.Zones.Count)
            .Where(i => places.Zones[i].Index == zone).DefaultIfEmpty(-1).First();
        var result = new Pageblock[(pageCount + Pageblock.Pages - 1) / Pageblock.Pages];
        Array.Fill(result, new Pageblock(Present: false, Migratetype.Unmovable, -1, -1));
        foreach (var block in places.Blocks)
        {
            result[block.Start / Pageblock.Pages] = new Pageblock(Present: true, block.Migratetype,
                IndexOf(block.ZoneFirst), IndexOf(block.ZoneLast), block.SkipHint);
        }

        return [.. result];
    }

    /// <summary>The type of a page's zone and where that ends; pages outside every zone take the nearest above.</summary>
    public static (ZoneType Type, int End) ZoneAt(ImmutableArray<ZoneRange> zones, int pfn)
    {
        foreach (var zone in zones)
        {
            if (pfn < zone.EndPfn)
            {
                return (zone.Type, (int)(pfn < zone.StartPfn ? zone.StartPfn : zone.EndPfn));
            }
        }

        return (zones[^1].Type, int.MaxValue);
    }
}
