using Tutor.Core.Memory;
using Tutor.Core.Scenarios.Recordings;
using Tutor.Core.Simulation;
using Xunit;

namespace Tutor.Core.Tests.Simulation;

/// <summary>
/// What Linux 6.12 does otherwise on the migrate side, and no recording shows: other triggers, orders, skip hints.
/// </summary>
public class Release612Tests
{
    static RunSettings Settings(RunTrigger trigger = RunTrigger.CompactMemory, int? order = null) =>
        RunSettings.For(trigger, order, release: KernelRelease.Linux612);

    static string Verdicts(string drawing, RunSettings? settings = null) =>
        Scan.Verdicts(drawing, Scan.Stock, settings ?? Settings());

    [Fact]
    public void A_folio_smaller_than_a_pageblock_is_taken_whole() =>
        Assert.Equal(new string('m', 17), Verdicts("Ht{15}A"));

    [Fact]
    public void A_folio_of_the_order_wanted_is_left() =>
        Assert.Equal(new string('.', 16) + "m", Verdicts("Ht{15}A", Settings(RunTrigger.Kcompactd, 4)));

    [Fact]
    public void A_folio_below_the_order_wanted_is_taken() =>
        Assert.Equal(new string('m', 17), Verdicts("Ht{15}A", Settings(RunTrigger.Kcompactd, 5)));

    [Fact]
    public void A_huge_page_is_left_whatever_is_wanted() =>
        Assert.Equal(0, Scan.Run("K{512} Ht{511}", Scan.Stock, Settings()).Metrics.Candidates);

    [Fact]
    public void Pages_of_a_jumped_chunk_count_as_scanned() =>
        Assert.Equal(512, Scan.Run(".{256}K{256}", Scan.Stock, Settings()).Metrics.CompactMigrateScanned);

    [Fact]
    public void Pages_of_a_folio_that_is_left_count_as_scanned() => Assert.Equal(512,
        Scan.Run("K{256}Ht{255}", Scan.Stock, Settings(RunTrigger.Kcompactd,
            4)).Metrics.CompactMigrateScanned);

    [Fact]
    public void A_batch_is_full_when_its_pages_are_32()
    {
        var calls = Scan.Run("K{512} Ht{15}Ht{15}AAAA", Scan.Stock, Settings()).Calls;
        Assert.Equal(new RecordedCall(512, 544, 32, 32, 1024, false), calls[1]);
    }

    /// <summary>A wasted try is dear in 6.1, which tries ten times, and cheap in 6.12.</summary>
    [Fact]
    public void A_failed_migration_costs_two_tries_of_ten()
    {
        var stuck = Scan.Run("VK{511}", Scan.Nothing, Settings()).Metrics;
        Assert.Equal((1L, 2L), (stuck.PgmigrateFail, stuck.CompactionAllocCalls));
        Assert.Equal(512 * PriceTable.ScannedPage.Nanoseconds + PriceTable.FailedMigration612.Nanoseconds
            + PriceTable.LruLock.Nanoseconds, stuck.CostNs);
    }

    [Fact]
    public void A_folio_counts_in_pages()
    {
        var m = Scan.Run("Ht{15}A", Scan.Stock, Settings()).Metrics;
        Assert.Equal((17L, 17L, 2L), (m.Candidates, m.Migrated, m.CompactionAllocCalls));
    }

    /// <summary>One missed pin makes kcompactd take the whole pageblock (finish_pageblock).</summary>
    [Fact]
    public void After_a_failed_migration_the_rest_of_the_pageblock_is_taken_without_a_limit()
    {
        var calls = Scan.Run("K{512} VS{511}", Scan.Stock, Settings(RunTrigger.Kcompactd, 9)).Calls;
        Assert.Equal([32, 480], calls.Skip(1).Select(c => c.Taken));
    }

    [Fact]
    public void Without_a_failure_the_next_call_takes_the_rest_as_a_rescan()
    {
        var calls = Scan.Run("K{512} S{512}", Scan.Stock, Settings(RunTrigger.Kcompactd, 9)).Calls;
        Assert.Equal([false, true], calls.Skip(1).Select(c => c.Rescan));
    }

    /// <summary>
    /// With a small order 6.1 forgets where it took pages; 6.12 finishes the pageblock after a failure.
    /// </summary>
    [Fact]
    public void A_failure_finishes_the_pageblock_for_small_orders_too()
    {
        var settings = Settings(RunTrigger.Kcompactd, 3);
        Assert.Equal([32, 480], Takings("K{512} VS{511}", settings));
        Assert.Equal([32, 32], Takings("K{512} S{512}", settings)[..2]);
    }

    /// <summary>
    /// An allocation at its last priority does not wait for hints, nor for all of a pageblock.
    /// </summary>
    [Fact]
    public void A_run_that_ignores_hints_does_not_finish_pageblocks()
    {
        var settings = RunSettings.For(RunTrigger.Direct, 3, MigrateMode.Sync,
            release: KernelRelease.Linux612);
        Assert.Equal([32, 32], Takings("K{512} VS{511}", settings)[..2]);
    }

    [Fact]
    public void A_pageblock_is_marked_when_its_first_page_is_taken_wherever_it_lies()
    {
        var settings = Settings(RunTrigger.Kcompactd, 9);
        var once = Scan.Run("K{512} KV{5}K{506}", settings: settings).Calls.Length;
        var twice = Scan.Run("K{512} KV{5}K{506}", settings: settings with { Passes = 2 }).Calls.Length;
        Assert.Equal(once, twice);
    }

    static int[] Takings(string drawing, RunSettings settings) =>
        [.. Scan.Run(drawing, Scan.Stock, settings).Calls.Skip(1).Select(c => c.Taken)];
}
