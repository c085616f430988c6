using Tutor.Core.Memory;
using Tutor.Core.Predicates.Evaluation;
using Tutor.Core.Simulation;
using Tutor.Core.Tests.Support;
using Xunit;

namespace Tutor.Core.Tests.Simulation;

/// <summary>What becomes of pages in one pass of the migrate scanner, drawn.</summary>
public class VerdictTests
{
    [Fact]
    public void Without_a_predicate_pins_are_futile() =>
        Assert.Equal("mm..ff.mmf", Scan.Verdicts("AA..PPKSSV"));

    [Fact]
    public void Stock_sees_pins_of_anonymous_memory_only() =>
        Assert.Equal("mm..pp.mmf", Scan.Verdicts("AA..PPKSSV", Scan.Stock));

    [Fact]
    public void Skipping_everything_skips_pins_and_others() =>
        Assert.Equal("xx..pp.xxp", Scan.Verdicts("AA..PPKSSV", Scan.Everything));

    [Fact]
    public void A_drivers_page_is_taken_without_asking() =>
        Assert.Equal("xdx", Scan.Verdicts("AZA", Scan.Everything));

    [Fact]
    public void A_free_chunk_hides_nothing_behind_it() =>
        Assert.Equal("................m", Scan.Verdicts(".{16}A"));

    [Fact]
    public void A_page_without_a_defined_answer_is_left_and_the_run_says_so()
    {
        var result = Scan.Run("AAF", (p, _) => p.Kind == "file" ? SkipAnswer.Error : SkipAnswer.Keep);
        Assert.Equal(("mme", true, 2L), (result.Draw(), result.HasErrors, result.Metrics.Candidates));
    }

    [Fact]
    public void An_undefined_answer_for_a_page_that_is_not_there_is_no_error() =>
        Assert.False(Scan.Run("AA", (p,
            _) => p.Kind == "file" ? SkipAnswer.Error : SkipAnswer.Keep).HasErrors);

    [Fact]
    public void Counts_of_a_drawing()
    {
        var m = Scan.Run("AAPPSSVVZKB", Scan.Stock).Metrics;
        Assert.Equal((9L, 7L, 5L, 2L, 0L, 2L, 0L, 0L, 1L),
            (m.Candidates, m.Isolated, m.Migrated, m.Futile, m.NoTarget, m.SkippedPins, m.FalseSkips,
                m.Refused,
                m.IsolatedDriver));
    }

    [Fact]
    public void The_score_of_each_page_state_stands_beside_it()
    {
        var map = MapDrawing.Of("AAAPPS");
        var result = Scan.Run(map, Scan.SkipKind("vfio-anon"));
        var counts = Enumerable.Range(0, map.Palette.Length).ToDictionary(i => map.Palette[i].Kind,
            i => result.ByState[i]);
        Assert.Equal(new StateCounts(3, 3, 0, 0, 0), counts["anon"]);
        Assert.Equal(new StateCounts(2, 0, 0, 2, 0), counts["vfio-anon"]);
    }

    [Fact]
    public void A_stuck_page_costs_ten_target_requests_and_one_failure()
    {
        var m = Scan.Run("AP").Metrics;
        Assert.Equal((11L, 1L, 1L), (m.CompactionAllocCalls, m.PgmigrateFail, m.PgmigrateSuccess));
    }

    [Fact]
    public void The_cost_is_the_price_table_applied()
    {
        var m = Scan.Run("AAPK").Metrics;
        Assert.Equal(512 * 33 + 2 * PriceTable.MigratedPage.Nanoseconds + 2200
            + PriceTable.LruLock.Nanoseconds, m.CostNs);
    }

    [Fact]
    public void Every_price_says_where_it_comes_from() =>
        Assert.All(PriceTable.All, p => Assert.NotEmpty(p.Source));

    [Fact]
    public void A_pageblock_that_was_emptied_is_freed() =>
        Assert.Equal(1, Scan.Run("A{512}").Metrics.BlocksFreed);

    [Fact]
    public void One_stuck_page_keeps_a_pageblock() =>
        Assert.Equal(0, Scan.Run("A{511}P").Metrics.BlocksFreed);

    [Fact]
    public void A_pageblock_that_was_free_before_is_not_freed() =>
        Assert.Equal(0, Scan.Run(".{512}").Metrics.BlocksFreed);

    [Fact]
    public void Free_chunks_count_towards_a_freed_pageblock() =>
        Assert.Equal(1, Scan.Run("A{100}.{412}").Metrics.BlocksFreed);

    [Fact]
    public void A_page_on_a_cpus_own_list_is_not_free() =>
        Assert.Equal(0, Scan.Run("A{511},").Metrics.BlocksFreed);

    [Fact]
    public void A_pageblock_that_the_maps_end_cuts_off_is_not_whole() =>
        Assert.Equal(0, Scan.Run(MapDrawing.Of(Enumerable.Repeat(Pages.Anon(),
            100).ToList())).Metrics.BlocksFreed);

    [Fact]
    public void The_zones_last_pages_are_scanned_where_there_is_no_free_scanner() =>
        Assert.Equal(100, Scan.Run(MapDrawing.Of(Enumerable.Repeat(Pages.Anon(),
            100).ToList())).Metrics.Migrated);

    [Fact]
    public void A_recorded_map_cannot_say_which_pins_are_short() =>
        Assert.Null(Scan.Run(Fixtures.Recording("vfio-p2").Map, Scan.Stock).Metrics.SkippedShort);

    [Fact]
    public void A_map_with_two_bytes_a_page_gives_the_same()
    {
        var narrow = Fixtures.Recording("mixed-deb").Map;
        var wide = MemoryMap.CreateWide(0, [.. narrow.Palette, .. Enumerable.Range(0,
            400).Select(i => Pages.Anon(i + 5000))],
            Array.ConvertAll(narrow.NarrowIds.ToArray(), i => (ushort)i), narrow.Pageblocks, narrow.Zones);
        Assert.Equal(Scan.Run(narrow, Scan.Stock, Scan.Both()).Metrics, Scan.Run(wide, Scan.Stock,
            Scan.Both()).Metrics);
    }
}
