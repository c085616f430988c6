using System.Collections.Immutable;
using Tutor.Core.Memory;
using Tutor.Core.Scenarios.Recordings;
using Tutor.Core.Simulation;
using Tutor.Core.Tests.Support;
using Xunit;

namespace Tutor.Core.Tests.Simulation;

/// <summary>Which pageblocks the migrate scanner calls upon, and how far a call goes.</summary>
public class ZoneWalkTests
{
    /// <summary>
    /// Four pageblocks of which this is the second; in the last there is room for what moves.
    /// </summary>
    static MemoryMap WithSecondBlock(string second) =>
        MapDrawing.Of($"A{{10}}K{{502}} {second} A{{10}}K{{502}} K.{{511}}");

    static IEnumerable<long> Starts(CompactionResult result) =>
        result.Calls.Select(c => c.Start / 512).Distinct();

    static MemoryMap InZones(MemoryMap map, ImmutableArray<ZoneRange> zones, params (int First,
        int Last)[] blocks) =>
        MemoryMap.Create(map.FirstPfn, map.Palette, map.NarrowIds.ToArray(),
            [.. map.Pageblocks.Select((b, i) => b with { ZoneFirst = blocks[i].First,
                ZoneLast = blocks[i].Last })], zones);

    [Theory]
    [InlineData("XA{10}K{501}")]
    [InlineData("A{10}K{501}X")]
    public void A_pageblock_whose_first_or_last_page_is_a_hole_is_passed_over(string second)
    {
        Assert.Equal([0, 2, 3], Starts(Scan.Run(WithSecondBlock(second))));
        Assert.Equal([0, 2], Starts(Scan.Run(WithSecondBlock(second), settings: Scan.Both())));
    }

    [Fact]
    public void A_hole_inside_a_pageblock_goes_unnoticed() =>
        Assert.Equal([0, 1, 2, 3], Starts(Scan.Run(WithSecondBlock("A{10}K{245}XK{256}"))));

    [Fact]
    public void A_pageblock_without_memory_is_passed_over()
    {
        var map = WithSecondBlock("A{10}K{502}");
        var holed = MemoryMap.Create(0, map.Palette, map.NarrowIds.ToArray(),
            [.. map.Pageblocks.Select((b, i) => b with { Present = i != 1 })], map.Zones);
        Assert.Equal([0, 2, 3], Starts(Scan.Run(holed)));
    }

    [Fact]
    public void The_free_scanner_takes_nothing_from_a_pageblock_with_a_hole_at_its_edge()
    {
        var map = MapDrawing.Of("A{512} K{512} K.{511} X.{511} K{512}");
        Assert.DoesNotContain(Scan.Run(map, settings: Scan.Both()).Frees, f => f.End == 4 * 512);
    }

    [Fact]
    public void Of_a_pageblock_that_two_zones_share_the_lower_zones_part_is_never_scanned()
    {
        var map = InZones(MapDrawing.Of("A{10}K{502} A{10}K{246}A{10}K{246} K.{511} K{512}"),
            [new(ZoneType.Dma32, 0, 768), new(ZoneType.Normal, 768, 2048)], (0, 0), (0, 1), (1, 1), (1, 1));
        Assert.Equal([768], Scan.Run(map,
            settings: Scan.Both()).Calls.Select(c => c.Start).Where(s => s is >= 512 and < 1024));
    }

    [Fact]
    public void The_migrate_scanner_alone_scans_each_zones_part_of_a_shared_pageblock()
    {
        var map = InZones(MapDrawing.Of("A{1536}"),
            [new(ZoneType.Dma32, 0, 768), new(ZoneType.Normal, 768, 1536)], (0, 0), (0, 1), (1, 1));
        Assert.Equal(1536, Scan.Run(map).Metrics.Migrated);
    }

    [Fact]
    public void Zones_are_compacted_from_the_lowest_up()
    {
        var map = InZones(MapDrawing.Of("A{1024}"),
            [new(ZoneType.Dma32, 0, 512), new(ZoneType.Normal, 512, 1024)], (0, 0), (1, 1));
        Assert.Equal([0, 1], Starts(Scan.Run(map)));
    }

    [Fact]
    public void An_allocation_compacts_zones_from_the_highest_down()
    {
        var map = InZones(MapDrawing.Of("A{1024}"),
            [new(ZoneType.Dma32, 0, 512), new(ZoneType.Normal, 512, 1024)], (0, 0), (1, 1));
        Assert.Equal([1, 0], Starts(Scan.Run(map, settings: RunSettings.For(RunTrigger.Direct, 3,
            MigrateMode.SyncLight))));
    }

    [Fact]
    public void A_pageblock_that_a_huge_page_fills_is_passed_over_without_a_call() =>
        Assert.Equal([0, 2, 3], Starts(Scan.Run(WithSecondBlock("Ht{511}"))));

    [Fact]
    public void A_huge_page_inside_a_pageblock_is_one_step()
    {
        var call = Scan.Run("K{256}Ht{255}").Calls[0];
        Assert.Equal((257, 0), (call.Scanned, call.Taken));
    }

    [Fact]
    public void A_free_chunk_is_one_step() =>
        Assert.Equal(1 + 256, Scan.Run(".{256}K{256}").Calls[0].Scanned);

    [Fact]
    public void From_a_tail_the_scanner_goes_on_by_one()
    {
        // A pageblock that begins inside a folio of order 4: 16 tails, 16 steps.
        var map = MapDrawing.Of("*{16}K{496}", legend: new Dictionary<char,
            PageState> { ['*'] = Pages.Tail(4) });
        Assert.Equal(512, Scan.Run(map).Calls[0].Scanned);
    }

    [Fact]
    public void A_first_visit_ends_behind_the_page_that_fills_the_batch()
    {
        var result = Scan.Run("K{512}A{100}");
        Assert.Equal(new RecordedCall(512, 544, 32, 32, 1024, false), result.Calls[1]);
    }

    [Fact]
    public void The_second_visit_is_a_rescan_and_has_no_limit()
    {
        var result = Scan.Run("K{512}A{100}");
        Assert.Equal(new RecordedCall(544, 1024, 480, 68, 1024, true), result.Calls[2]);
    }

    [Fact]
    public void The_first_visit_of_the_pageblock_at_pfn_0_is_a_rescan_already() =>
        Assert.Equal(new RecordedCall(0, 512, 512, 100, 512, true), Scan.Run("A{100}").Calls[0]);

    [Fact]
    public void Elsewhere_the_first_visit_is_none()
    {
        var result = Scan.Run(MapDrawing.Of("A{100}", firstPfn: 1024));
        Assert.Equal(new RecordedCall(1024, 1056, 32, 32, 1536, false), result.Calls[0]);
    }

    [Fact]
    public void A_call_that_took_nothing_does_not_make_the_next_a_rescan() =>
        Assert.All(Scan.Run("K{1024}A{20}K{492}").Calls.Skip(1), c => Assert.False(c.Rescan));

    [Fact]
    public void With_a_small_order_the_next_call_in_the_pageblock_is_a_first_visit_again()
    {
        var settings = RunSettings.For(RunTrigger.Kcompactd, order: 3);
        Assert.Equal([32, 32, 32, 4], Scan.Run("K{512}A{100}",
            settings: settings).Calls.Skip(1).Select(c => c.Taken));
    }

    [Fact]
    public void With_a_huge_pages_order_the_next_call_in_the_pageblock_is_a_rescan()
    {
        var settings = RunSettings.For(RunTrigger.Kcompactd, order: 9);
        Assert.Equal([32, 68], Scan.Run("K{512}A{100}",
            settings: settings).Calls.Skip(1).Select(c => c.Taken));
    }

    /// <summary>
    /// Fewer references than v4 expects, as in the middle of a change: its unsigned difference wraps to a
    /// huge number, and the page is skipped. No recorded page is like that.
    /// </summary>
    [Fact]
    public void An_unsigned_difference_below_zero_skips_the_page()
    {
        var page = Pages.FilePrivate() with { RefCount = 1 };
        var map = MapDrawing.Of("A*A", legend: new Dictionary<char, PageState> { ['*'] = page });
        Assert.Equal("mpm", Scan.Run(map, ThreadPredicates.Of(2)).Draw());
    }
}
