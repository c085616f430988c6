using Tutor.Core.Memory;
using Tutor.Core.Simulation;
using Tutor.Core.Tests.Support;
using Xunit;

namespace Tutor.Core.Tests.Simulation;

/// <summary>
/// How often a target is asked for, by what stands in a page's way (6.1 mm/migrate.c). No recording has such
/// pages: written from the source.
/// </summary>
public class MigrationTryTests
{
    static (long Requests, long Moved, long Failed) Tries(PageState page, RunSettings? settings = null)
    {
        var map = MapDrawing.Of("*", legend: new Dictionary<char, PageState> { ['*'] = page });
        var m = Scan.Run(map, settings: settings).Metrics;
        return (m.CompactionAllocCalls, m.PgmigrateSuccess, m.PgmigrateFail);
    }

    static PageState With(PageState page, PageFlags flags) => page with { Flags = page.Flags | flags };

    [Fact]
    public void A_movable_page_asks_once() => Assert.Equal((1, 1, 0), Tries(Pages.Anon()));

    [Fact]
    public void A_locked_page_moves_in_the_fourth_try_when_the_run_waits() =>
        Assert.Equal((4, 1, 0), Tries(With(Pages.Anon(), PageFlags.Locked)));

    [Fact]
    public void A_locked_page_is_stuck_when_the_run_does_not_wait() => Assert.Equal((10, 0, 1),
        Tries(With(Pages.Anon(), PageFlags.Locked), RunSettings.For(RunTrigger.CompactMemory,
            mode: MigrateMode.Async)));

    [Fact]
    public void A_page_under_writeback_moves_in_the_fourth_try() =>
        Assert.Equal((4, 1, 0), Tries(With(Pages.File(), PageFlags.Writeback)));

    [Fact]
    public void An_owner_that_refuses_is_not_asked_again() => Assert.Equal((1, 0, 1),
        Tries(Pages.Shmem() with { Refusal = MigrationRefusal.Secretmem }));

    [Fact]
    public void A_dirty_page_without_a_way_to_migrate_is_written_out_first() => Assert.Equal((2, 1, 0),
        Tries(With(Pages.File(), PageFlags.Dirty) with { MigrateOp = MigrateOp.Null }));

    [Fact]
    public void A_truncated_page_with_buffers_is_freed_by_the_first_try() => Assert.Equal((1, 1, 0),
        Tries(Pages.Of("orphan", PageFlags.Lru, new ReferenceHolder(HolderKind.Private))));

    [Fact]
    public void Busy_buffers_cost_ten_tries() => Assert.Equal((10, 0, 1),
        Tries(Pages.FilePrivate() with { Refusal = MigrationRefusal.BusyBuffers,
            MigrateOp = MigrateOp.BufferNoRefs }));

    [Fact]
    public void Newest_first_the_page_that_moves_in_the_first_try_comes_last()
    {
        var trace = new ScanTrace();
        Scan.Run("APA", trace: trace);
        Assert.Equal([2, 0], trace.Events.Where(e => e.Kind == ScanEventKind.Moved).Select(e => e.Pfn));
    }

    [Fact]
    public void A_watched_run_makes_all_ten_tries_and_tells_the_last_one_apart()
    {
        var trace = new ScanTrace();
        Scan.Run("P", trace: trace);
        Assert.Equal(9, trace.Events.Count(e => e.Kind == ScanEventKind.TryFailed));
        Assert.Equal(9, Assert.Single(trace.Events, e => e.Kind == ScanEventKind.TryRefused).Count);
    }
}
