using Tutor.Core.Memory;
using Tutor.Core.Predicates.Evaluation;
using Tutor.Core.Simulation;
using Tutor.Core.Tests.Support;
using Xunit;

namespace Tutor.Core.Tests.Simulation;

/// <summary>
/// Which test of the scanner decides about a page: the kernel reference, in the order of the code.
/// </summary>
public class IsolationStepTests
{
    static readonly PageFlags[] InTheWay = [PageFlags.Locked, PageFlags.Writeback, PageFlags.Dirty];

    static ScanEvent LookAt(PageState page, RunSettings settings, SkipAnswer answer = SkipAnswer.Keep)
    {
        var trace = new ScanTrace();
        var map = MapDrawing.Of("*", legend: new Dictionary<char, PageState> { ['*'] = page });
        Compaction.Run(map, (_, _) => answer, settings, trace);
        return trace.Events.First(e => e.Kind == ScanEventKind.Look);
    }

    static ScanStep StepOf(PageState page, RunSettings? settings = null,
        SkipAnswer answer = SkipAnswer.Keep) =>
        LookAt(page, settings ?? RunSettings.For(RunTrigger.CompactMemory), answer).Step;

    static PageState With(PageState page, PageFlags flags) => page with { Flags = page.Flags | flags };

    [Fact]
    public void A_free_chunk_is_jumped_over() => Assert.Equal(ScanStep.Buddy, StepOf(Pages.FreeHead(0)));

    [Fact]
    public void Kernel_memory_is_not_on_the_lru() =>
        Assert.Equal(ScanStep.NotLru, StepOf(Pages.Kernel("slab")));

    [Fact]
    public void A_large_folio_is_turned_away_in_6_1() =>
        Assert.Equal(ScanStep.Compound, StepOf(Pages.Head(0)));

    [Fact]
    public void A_page_that_nobody_holds_fails_before_the_predicate() =>
        Assert.Equal(ScanStep.NoReference, StepOf(Pages.Anon() with { RefCount = 0, MapCount = 0 }));

    [Fact]
    public void A_skipped_page_was_decided_by_the_predicate() =>
        Assert.Equal(ScanStep.Predicate, StepOf(Pages.Anon(), answer: SkipAnswer.Skip));

    [Fact]
    public void A_kept_page_is_isolated() => Assert.Equal(ScanStep.Isolated, StepOf(Pages.Anon()));

    [Fact]
    public void Without_gfp_fs_a_page_with_a_mapping_is_left() => Assert.Equal(ScanStep.GfpNoFs,
        StepOf(Pages.File(), RunSettings.For(RunTrigger.Direct, 3, MigrateMode.SyncLight, gfpFs: false)));

    [Fact]
    public void Without_gfp_fs_an_anonymous_page_is_taken() => Assert.Equal(ScanStep.Isolated,
        StepOf(Pages.Anon(), RunSettings.For(RunTrigger.Direct, 3, MigrateMode.SyncLight, gfpFs: false)));

    [Fact]
    public void An_unevictable_page_is_left_where_the_sysctl_says_so() => Assert.Equal(ScanStep.Unevictable,
        StepOf(With(Pages.Anon(), PageFlags.Unevictable), RunSettings.For(RunTrigger.CompactMemory,
            unevictable: false)));

    [Fact]
    public void A_contiguous_range_takes_unevictable_pages_whatever_the_sysctl_says() =>
        Assert.Equal(ScanStep.Isolated,
        StepOf(With(Pages.Anon(), PageFlags.Unevictable), RunSettings.For(RunTrigger.ContigRange,
            unevictable: false)));

    [Fact]
    public void Who_does_not_wait_leaves_a_page_under_writeback() => Assert.Equal(ScanStep.Writeback,
        StepOf(With(Pages.File(), PageFlags.Writeback), RunSettings.For(RunTrigger.Kcompactd, 9)));

    [Fact]
    public void Who_does_not_wait_leaves_a_dirty_page_whose_owner_cannot_migrate_it() =>
        Assert.Equal(ScanStep.Dirty,
        StepOf(With(Pages.File(), PageFlags.Dirty) with { MigrateOp = MigrateOp.Null },
            RunSettings.For(RunTrigger.Kcompactd, 9)));

    [Fact]
    public void Who_does_not_wait_takes_a_dirty_page_whose_owner_can_migrate_it() =>
        Assert.Equal(ScanStep.Isolated,
        StepOf(With(Pages.File(), PageFlags.Dirty), RunSettings.For(RunTrigger.Kcompactd, 9)));

    [Fact]
    public void Who_does_not_wait_leaves_a_dirty_page_that_is_locked() => Assert.Equal(ScanStep.Dirty,
        StepOf(With(Pages.File(), PageFlags.Dirty | PageFlags.Locked), RunSettings.For(RunTrigger.Kcompactd,
            9)));

    [Fact]
    public void Compact_memory_waits_for_all_of_them() => Assert.All(InTheWay,
        f => Assert.Equal(ScanStep.Isolated, StepOf(With(Pages.File(),
            f) with { MigrateOp = MigrateOp.Null })));

    [Fact]
    public void A_driver_is_asked_for_its_page() =>
        Assert.True(LookAt(Pages.Driver(), new RunSettings()).IsTaken);

    [Theory]
    [InlineData(PageFlags.Locked)]
    [InlineData(PageFlags.Isolated)]
    public void A_drivers_page_that_is_busy_is_left(PageFlags busy) =>
        Assert.False(LookAt(With(Pages.Driver(), busy), new RunSettings()).IsTaken);

    [Fact]
    public void The_answer_of_a_later_refused_page_decides_nothing()
    {
        var look = LookAt(With(Pages.File(), PageFlags.Writeback), RunSettings.For(RunTrigger.Kcompactd, 9),
            SkipAnswer.Skip);
        Assert.Equal((ScanStep.Predicate, PageVerdict.Refused), (look.Step, look.Verdict));
    }

    [Fact]
    public void The_predicate_is_asked_once_a_state_and_never_about_pages_that_do_not_reach_it()
    {
        var asked = new List<string>();
        Scan.Run("AAPP....KKLLTTZZ,,AASS", (page, _) =>
        {
            asked.Add(page.Kind);
            return SkipAnswer.Keep;
        });
        Assert.Equal(["anon", "vfio-anon", "shmem"], asked);
    }
}
