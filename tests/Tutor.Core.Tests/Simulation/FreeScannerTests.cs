using Tutor.Core.Memory;
using Tutor.Core.Scenarios.Recordings;
using Tutor.Core.Simulation;
using Tutor.Core.Tests.Support;
using Xunit;

namespace Tutor.Core.Tests.Simulation;

/// <summary>
/// Where target pages come from, drawn; the recordings hold the same rules against the real kernel.
/// </summary>
public class FreeScannerTests
{
    static CompactionResult Run(string drawing, RunSettings? settings = null) =>
        Scan.Run(drawing, settings: Scan.Both(settings));

    static IEnumerable<long> Frames(CompactionResult result) =>
        result.Targets.SelectMany(t => Enumerable.Range(0, t.Count).Select(i => t.Pfn - i));

    [Fact]
    public void It_starts_at_the_zones_last_pageblock_and_goes_up_inside() =>
        Assert.Equal(new RecordedFree(1024, 1536, 4, 1032, 8),
            Run("AAAA K{508} K{512} KKKK....K{504}").Frees[0]);

    [Fact]
    public void The_highest_frame_of_a_chunk_is_handed_out_first() =>
        Assert.Equal([1031, 1030, 1029], Frames(Run("AAA K{509} K{512} KKKK....K{504}")));

    [Fact]
    public void The_chunk_found_last_is_handed_out_first() =>
        Assert.Equal([1029, 1028, 1025, 1024], Frames(Run("AAAA K{508} K{512} ..KK..K{506}")));

    [Fact]
    public void It_takes_whole_chunks_and_what_is_left_stays_for_the_next_batch()
    {
        var result = Run("K{512} A{34}K{478} K.K.K{508} .{64}K{448}");
        Assert.Equal(64, Assert.Single(result.Frees).Taken);
        Assert.Equal([32, 2], result.BatchRows.Select(b => b.Moved));
    }

    [Fact]
    public void It_wants_as_many_pages_as_the_whole_batch_had()
    {
        // A batch of 3 of which one is stuck: 3 are wanted when the list is empty, not 1.
        var result = Run("APA K{509} K{512} .K.K.K.K{505}");
        Assert.Equal(3, result.Frees[0].Taken);
    }

    [Fact]
    public void A_pageblock_that_begins_with_a_free_chunk_of_its_size_is_left() =>
        Assert.DoesNotContain(Run("AA K{510} ..K{510} .{512} K{512}").Frees, f => f.End == 3 * 512);

    [Fact]
    public void Only_movable_pageblocks_receive_pages()
    {
        var map = MapDrawing.Of("AA K{510} K{512} ..K{510}");
        var unmovable = MemoryMap.Create(0, map.Palette, map.NarrowIds.ToArray(),
            [map.Pageblocks[0], map.Pageblocks[1],
                map.Pageblocks[2] with { Migratetype = Migratetype.Unmovable }], map.Zones);
        Assert.Empty(Scan.Run(unmovable, settings: Scan.Both()).Frees);
    }

    [Fact]
    public void Cma_pageblocks_receive_pages()
    {
        var map = MapDrawing.Of("AA K{510} K{512} ..K{510}");
        var cma = MemoryMap.Create(0, map.Palette, map.NarrowIds.ToArray(),
            [map.Pageblocks[0], map.Pageblocks[1],
                map.Pageblocks[2] with { Migratetype = Migratetype.Cma }], map.Zones);
        Assert.Equal(2, Scan.Run(cma, settings: Scan.Both()).Metrics.Migrated);
    }

    [Fact]
    public void The_step_doubles_behind_a_pageblock_that_gave_nothing() =>
        Assert.Equal([512, 256, 128], Run("AA K{510} K{2048} K{512}").Frees.Take(3).Select(f => f.Scanned));

    [Fact]
    public void The_step_is_one_again_behind_a_pageblock_that_gave_pages()
    {
        var frees = Run("A{20} K{492} K{512} K{512} .K{511} K{512}").Frees;
        Assert.Equal([512, 256, 512], frees.Take(3).Select(f => f.Scanned));
    }

    [Fact]
    public void An_async_run_begins_with_the_longest_step() => Assert.Equal(16,
        Run("AA K{510} K{1024}", RunSettings.For(RunTrigger.CompactMemory,
            mode: MigrateMode.Async)).Frees[0].Scanned);

    [Fact]
    public void Without_a_target_the_batch_ends_and_the_zone_is_given_up()
    {
        var result = Run("K{512} A{40}K{472} K{512} .K.K{509}");
        Assert.Equal(new RecordedBatch(512, 32, 2, 30, true), Assert.Single(result.BatchRows));
        Assert.Equal(new string('n', 30) + "mm", result.Draw()[512..]);
    }

    [Fact]
    public void Running_out_counts_one_failure_and_those_that_would_be_tried_again()
    {
        // Newest first: the pin at 2 is tried and waits, the page at 1 takes the only frame, the page at 0
        // has none.
        var m = Run("AAP K{509} K{512} .K{511}").Metrics;
        Assert.Equal((1L, 2L, 1L, 1L), (m.PgmigrateSuccess, m.PgmigrateFail, m.NoTarget, m.Futile));
    }

    [Fact]
    public void A_page_that_was_tried_before_targets_ran_out_is_futile_and_one_that_was_not_has_no_target() =>
        Assert.Equal("nmf", Run("AAP K{509} K{512} .K{511}").Draw());

    [Fact]
    public void The_scanners_never_share_a_pageblock()
    {
        var result = Run("AA..K{508}");
        Assert.Empty(result.Calls);
    }

    [Fact]
    public void The_free_scanners_pageblock_is_not_scanned_when_those_before_it_are_passed_over() =>
        Assert.Equal(0, Assert.Single(Run("A{10}K{502} Ht{511} .{20}KA{10}K{481}").Calls).Start);

    /// <summary>
    /// 63 frames that nobody used merge to chunks of 32, 16, 8, 4, 2, 1, of which the first is enough.
    /// </summary>
    [Fact]
    public void Targets_that_nobody_used_are_free_again_in_the_next_pass()
    {
        var map = MapDrawing.Of("A*K{510} K{512} .{64}K{448}", legend: new Dictionary<char, PageState>
        {
            ['*'] = Pages.Anon(1, new ReferenceHolder(HolderKind.Get, Until: 1)),
        });
        var settings = Scan.Both() with { Passes = 2 };
        Assert.Equal([64, 32], Scan.Run(map, settings: settings).Frees.Select(f => f.Taken));
    }

    [Fact]
    public void A_moved_page_lies_in_its_target_in_the_next_pass()
    {
        // Pass 1 moves the page to the last pageblock, which the scanner does not reach.
        var settings = RunSettings.For(RunTrigger.CompactMemory) with { Passes = 2 };
        var result = Run("A K{511} K{512} .{64}K{448}", settings);
        Assert.Equal((1L, 1L), (result.Metrics.Migrated, result.Metrics.Candidates));
    }

    [Fact]
    public void A_run_for_an_order_ends_when_a_chunk_of_it_has_formed()
    {
        var settings = RunSettings.For(RunTrigger.Kcompactd, order: 3);
        var result = Run("K{512} A{8}K{504} A{8}K{504} K{512} .{7}K.{7}K{497}", settings);
        Assert.Equal([0, 512], result.Calls.Select(c => c.Start));
    }

    [Fact]
    public void A_run_for_an_order_does_nothing_when_there_is_such_a_chunk() =>
        Assert.Empty(Run("A{8}K{504} A{8}K{504} .{8}K{504} .{64}K{448}",
            RunSettings.For(RunTrigger.Kcompactd, order: 3)).Calls);

    [Fact]
    public void A_run_without_an_order_goes_on_until_the_scanners_meet() =>
        Assert.Equal(2, Run("A{8}K{504} A{8}K{504} .{64}K{448}").Calls.Length);
}
