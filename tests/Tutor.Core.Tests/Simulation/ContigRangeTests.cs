using Tutor.Core.Memory;
using Tutor.Core.Simulation;
using Tutor.Core.Tests.Support;
using Xunit;

namespace Tutor.Core.Tests.Simulation;

/// <summary>
/// alloc_contig_range(), one request a pageblock. No recording has it: written from the 6.1 source.
/// </summary>
public class ContigRangeTests
{
    static readonly RunSettings Contig = RunSettings.For(RunTrigger.ContigRange);

    static readonly Dictionary<char, PageState> Hugetlb = new()
    {
        ['h'] = Pages.Head(6) with { Kind = "hugetlb",
            Flags = PageFlags.HugeTlb | PageFlags.Head | PageFlags.Anon },
        ['o'] = Pages.Tail(6) with { Kind = "hugetlb", Flags = PageFlags.HugeTlb | PageFlags.Tail },
    };

    [Fact]
    public void A_large_folio_is_asked_about_and_moves_whole() =>
        Assert.Equal(new string('m', 17), Scan.Verdicts("Ht{15}A", Scan.Stock, Contig));

    [Fact]
    public void A_large_folio_counts_in_pages()
    {
        var m = Scan.Run("Ht{15}A", Scan.Stock, Contig).Metrics;
        Assert.Equal((17L, 17L, 17L, 2L), (m.Candidates, m.Migrated, m.PgmigrateSuccess,
            m.CompactionAllocCalls));
    }

    [Fact]
    public void A_large_folio_that_is_skipped_is_walked_through_page_by_page()
    {
        var result = Scan.Run("Ht{15}A", Scan.Everything, Contig);
        Assert.Equal((new string('x', 17), 512), (result.Draw(), result.Calls.Sum(c => c.Scanned)));
    }

    [Fact]
    public void A_huge_page_that_fills_the_pageblock_is_taken() =>
        Assert.Equal(512, Scan.Run("Ht{511}", Scan.Stock, Contig).Metrics.Migrated);

    [Fact]
    public void Hugetlb_is_taken_without_asking()
    {
        var map = MapDrawing.Of("ho{63}", legend: Hugetlb);
        Assert.Equal(64, Scan.Run(map, Scan.Everything, Contig).Metrics.IsolatedDriver);
    }

    [Fact]
    public void Elsewhere_hugetlb_is_turned_away()
    {
        var map = MapDrawing.Of("ho{63}", legend: Hugetlb);
        Assert.Equal(0, Scan.Run(map).Metrics.IsolatedDriver);
    }

    [Fact]
    public void A_stuck_page_is_tried_fifty_times()
    {
        var m = Scan.Run("AV", settings: Contig).Metrics;
        Assert.Equal((51L, 5L, 1L), (m.CompactionAllocCalls, m.PgmigrateFail, m.Futile));
    }

    [Fact]
    public void The_request_for_a_pageblock_ends_at_its_first_stuck_batch()
    {
        var drawing = "VA{100}K{411} A{10}";
        Assert.Equal(31 + 10, Scan.Run(drawing, settings: Scan.Both(Contig)).Metrics.Migrated);
    }

    [Fact]
    public void The_migrate_scanner_alone_goes_on_behind_it() =>
        Assert.Equal(110, Scan.Run("VA{100}K{411} A{10}", settings: Contig).Metrics.Migrated);

    [Fact]
    public void Every_call_ends_with_the_32nd_page() =>
        Assert.Equal([32, 32, 32, 4], Scan.Run("A{100}", settings: Contig).Calls.Select(c => c.Taken));

    [Fact]
    public void Pageblocks_of_every_kind_are_asked_for()
    {
        var map = MapDrawing.Of("AAAA", migratetype: Migratetype.Unmovable);
        Assert.Equal(4, Scan.Run(map, settings: Contig).Metrics.Migrated);
    }
}
