using Tutor.Core.Memory;
using Tutor.Core.Simulation;
using Tutor.Core.Tests.Support;
using Xunit;

namespace Tutor.Core.Tests.Simulation;

/// <summary>Several passes, what is drained before each, and what a budget cuts off.</summary>
public class PassTests
{
    static readonly Dictionary<char, PageState> Timed = new()
    {
        ['1'] = Held("held-in-1", new(HolderKind.Get, Until: 1)),
        ['2'] = Held("held-in-2", new(HolderKind.Get, Until: 2)),
        ['l'] = Held("local-batch", new(HolderKind.LruBatch, Cpu: BatchCpu.Local)),
        ['o'] = Held("other-batch", new(HolderKind.LruBatch, Cpu: BatchCpu.Other)),
        ['n'] = NewPage(BatchCpu.Local),
        ['N'] = NewPage(BatchCpu.Other),
    };

    static PageState Held(string kind, ReferenceHolder holder) => Pages.Anon(1, holder) with { Kind = kind };

    /// <summary>A new page waits in a batch to be put on the LRU.</summary>
    static PageState NewPage(BatchCpu cpu) => Held("new", new(HolderKind.LruBatch, Cpu: cpu)) is var page
        ? page with { Flags = page.Flags & ~PageFlags.Lru } : page;

    static CompactionResult Run(string drawing, int passes, RunTrigger trigger = RunTrigger.CompactMemory,
        Func<PageState, CompactControl, Core.Predicates.Evaluation.SkipAnswer>? ask = null) =>
        Scan.Run(MapDrawing.Of(drawing, legend: Timed), ask,
            RunSettings.For(trigger) with { Passes = passes });

    [Fact]
    public void A_holder_that_lets_go_after_the_first_pass_lets_the_page_move_in_the_second() =>
        Assert.Equal(("ff", "mf", "mm"), (Run("12", 1).Draw(), Run("12", 2).Draw(), Run("12", 3).Draw()));

    [Fact]
    public void A_page_stuck_twice_counts_twice()
    {
        var m = Run("PA", 2).Metrics;
        Assert.Equal((3L, 2L, 1L), (m.Candidates, m.Futile, m.Migrated));
    }

    [Fact]
    public void A_skipped_pin_is_short_if_its_holder_is_gone_before_the_last_pass()
    {
        var m = Run("12P", 2, ask: Scan.Stock).Metrics;
        Assert.Equal((5L, 1L), (m.SkippedPins, m.SkippedShort));
    }

    [Fact]
    public void In_a_single_pass_nothing_is_short() =>
        Assert.Equal(0, Run("12P", 1, ask: Scan.Stock).Metrics.SkippedShort);

    [Fact]
    public void A_frame_that_was_left_is_free_in_the_next_pass()
    {
        // 512 emptied frames merge to one chunk: the second pass sees one step.
        var calls = Run("A{512}", 2).Calls;
        Assert.Equal([512, 1], calls.Select(c => c.Scanned));
    }

    [Fact]
    public void Emptied_frames_merge_with_chunks_that_were_free_before() =>
        Assert.Equal(1, Run("A{256}.{256}", 2).Calls[^1].Scanned);

    /// <summary>
    /// Of a chunk's second pageblock the scanner sees pages without flags, and looks at each.
    /// </summary>
    [Fact]
    public void Chunks_grow_over_a_pageblock_but_not_beyond_order_10() =>
        Assert.Equal([1, 512, 1, 512], Run("A{2048}",
            2).Calls.Where(c => c.Taken == 0).Select(c => c.Scanned));

    [Fact]
    public void A_pageblock_freed_by_two_passes_together_is_freed()
    {
        var (once, twice) = (Run("1A{511}", 1).Metrics, Run("1A{511}", 2).Metrics);
        Assert.Equal((0L, 1L), (once.BlocksFreed, twice.BlocksFreed));
    }

    [Fact]
    public void A_pageblock_is_freed_once() => Assert.Equal(1, Run("A{512}", 3).Metrics.BlocksFreed);

    /// <summary>
    /// Two chunks that have not merged fill the third pageblock. The page that moves there in the first pass
    /// moves on in the second, to a frame that was left over.
    /// </summary>
    [Fact]
    public void A_pageblock_that_was_free_took_a_page_and_lost_it_again_is_not_freed()
    {
        var chunk = new Dictionary<char, PageState> { ['c'] = Pages.FreeHead(8), ['z'] = Pages.FreeRest() };
        var map = MapDrawing.Of("AVK{510} K{512} cz{255}cz{255} K{512} .K{511}", legend: chunk);
        var m = Scan.Run(map, settings: Scan.Both() with { Passes = 2 }).Metrics;
        Assert.Equal((2L, 0L), (m.Migrated, m.BlocksFreed));
    }

    [Theory]
    [InlineData(RunTrigger.CompactMemory, "mmmm")]
    [InlineData(RunTrigger.ContigRange, "mmmm")]
    [InlineData(RunTrigger.Kcompactd, "mfm")]
    public void Compact_memory_and_contiguous_ranges_drain_every_cpus_batch_and_kcompactd_its_own(
        RunTrigger trigger, string verdicts) => Assert.Equal(verdicts, Run("lonN", 1, trigger).Draw());

    [Fact]
    public void A_run_is_over_when_its_budget_is_spent()
    {
        var settings = RunSettings.For(RunTrigger.CompactMemory) with { BudgetNs = 600 * 33 };
        var result = Scan.Run("K{512} K{512} A{512}", settings: settings);
        Assert.Equal((true, 2), (result.IsBudgetSpent, result.Calls.Length));
    }

    [Fact]
    public void A_budget_that_is_not_spent_changes_nothing()
    {
        var settings = RunSettings.For(RunTrigger.CompactMemory);
        Assert.Equal(Scan.Run("AAP").Metrics, Scan.Run("AAP",
            settings: settings with { BudgetNs = 1 << 30 }).Metrics);
    }

    [Fact]
    public void A_spent_budget_ends_every_pass() => Assert.Single(
        Scan.Run("A{512}", settings: RunSettings.For(RunTrigger.CompactMemory) with { BudgetNs = 1,
            Passes = 3 }).Calls);

    [Fact]
    public void A_contiguous_range_has_a_budget_too() => Assert.Single(
        Scan.Run("A{512}", settings: RunSettings.For(RunTrigger.ContigRange) with { BudgetNs = 1 }).Calls);

    [Fact]
    public void The_predicate_is_asked_again_in_every_pass()
    {
        var refs = new List<int>();
        Run("1P", 2, ask: (p, _) =>
        {
            refs.Add(p.RefCount);
            return Core.Predicates.Evaluation.SkipAnswer.Skip;
        });
        Assert.Equal([2, 1025, 1, 1025], refs);
    }
}
