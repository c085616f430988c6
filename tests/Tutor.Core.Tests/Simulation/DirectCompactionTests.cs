using Tutor.Core.Memory;
using Tutor.Core.Simulation;
using Tutor.Core.Tests.Support;
using Xunit;

namespace Tutor.Core.Tests.Simulation;

/// <summary>
/// Async direct compaction, which wants one aligned block of its order or nothing (skip_on_failure). No
/// recording has it: written from the 6.1 source.
/// </summary>
public class DirectCompactionTests
{
    static RunSettings Async(int order) => RunSettings.For(RunTrigger.Direct, order);

    static string Verdicts(string drawing, int order) => Scan.Verdicts(drawing, Scan.Stock, Async(order));

    [Fact]
    public void A_page_that_stays_forfeits_what_was_isolated_in_its_aligned_block() =>
        Assert.Equal("mmmmbbp", Verdicts("AAAAAAPAK", 2));

    [Fact]
    public void The_rest_of_the_aligned_block_is_not_looked_at() =>
        Assert.Equal("p...mmmm", Verdicts("PAAAAAAA", 2));

    [Fact]
    public void Blocks_before_it_are_migrated() => Assert.Equal("mmmmp", Verdicts("AAAAPAAA", 2));

    [Fact]
    public void A_full_block_of_the_order_ends_the_call() =>
        Assert.Equal([4, 4], Scan.Run("AAAAAAAA", Scan.Stock, Async(2)).Calls.Take(2).Select(c => c.Taken));

    [Fact]
    public void A_free_chunk_is_no_failure() => Assert.Equal("mm", Verdicts("AA..KKKK", 2));

    [Fact]
    public void Pages_put_back_are_not_candidates()
    {
        var m = Scan.Run("AAPA", Scan.Stock, Async(2)).Metrics;
        Assert.Equal((1L, 0L, 1L, 0L), (m.Candidates, m.Isolated, m.SkippedPins, m.CompactIsolated));
    }

    [Fact]
    public void Pages_put_back_stay_scanned() =>
        Assert.Equal(3, Scan.Run("AAPA K{508}", Scan.Stock, Async(9)).Metrics.CompactMigrateScanned);

    /// <summary>The 32nd page ends the call inside a block of order 6; one of the 32 is stuck.</summary>
    [Fact]
    public void After_a_failed_migration_the_rest_of_the_aligned_block_is_left()
    {
        var result = Scan.Run("K{512} S{31}VS{32} S{64}", settings: Async(6));
        Assert.Equal([512, 576], result.Calls.Skip(1).Take(2).Select(c => c.Start));
        Assert.Equal(new string('m', 31) + "f" + new string('.', 32) + "m", result.Draw()[512..577]);
    }

    [Fact]
    public void Other_kinds_of_pageblocks_are_left_alone()
    {
        var map = MapDrawing.Of("AAAA", migratetype: Migratetype.Unmovable);
        Assert.Empty(Scan.Run(map, settings: Async(2)).Calls);
    }

    [Fact]
    public void A_run_that_waits_a_little_takes_every_kind_of_pageblock()
    {
        var map = MapDrawing.Of("AAAA", migratetype: Migratetype.Unmovable);
        Assert.NotEmpty(Scan.Run(map, settings: RunSettings.For(RunTrigger.Direct, 2,
            MigrateMode.SyncLight)).Calls);
    }

    [Fact]
    public void A_run_that_waits_a_little_does_not_give_up_blocks() => Assert.Equal("mmpm",
        Scan.Verdicts("AAPA", Scan.Stock, RunSettings.For(RunTrigger.Direct, 2, MigrateMode.SyncLight)));
}
