using Tutor.Core.Scenarios.Recordings;
using Tutor.Core.Simulation;
using Tutor.Core.Tests.Support;
using Xunit;

namespace Tutor.Core.Tests.Simulation;

/// <summary>The check against a recording finds a difference in every part, and says it in words.</summary>
public class RecordingCheckTests
{
    static readonly Recording Real = Fixtures.Recording("vfio-p2");

    static readonly CompactionResult Run =
        Compaction.Run(Real.Map, ThreadPredicates.Of(2), RecordingCheck.SettingsOf(Real));

    static string? First(Recording recording) => RecordingCheck.FirstDifference(recording, Run);

    [Fact]
    public void A_run_that_agrees_has_no_difference() => Assert.Null(First(Real));

    [Fact]
    public void A_call_that_scanned_more() => Assert.Equal(
        "call 1: recorded 0x200 to 0x293 of the block that ends at 0x400, 9 scanned, 32 taken, "
        + "simulated 0x200 to 0x293 of the block that ends at 0x400, 138 scanned, 32 taken",
        First(Real with { Calls = Real.Calls.SetItem(1, Real.Calls[1] with { Scanned = 9 }) }));

    [Fact]
    public void A_call_that_was_not_made() => Assert.StartsWith("call 172: recorded none, simulated 0x",
        First(Real with { Calls = Real.Calls.RemoveAt(172) }));

    [Fact]
    public void A_free_scanner_call() => Assert.StartsWith("free scanner call 0: recorded",
        First(Real with { Frees = Real.Frees.SetItem(0, Real.Frees[0] with { Taken = 1 }) }));

    [Fact]
    public void A_batch() => Assert.StartsWith("batch 2: recorded",
        First(Real with { Batches = Real.Batches.SetItem(2, Real.Batches[2] with { NoMemory = true }) }));

    [Fact]
    public void A_target() => Assert.StartsWith("target 0: recorded",
        First(Real with { Targets = Real.Targets.SetItem(0, new RecordedTargets(1,
            Real.Targets[0].Count)) }));

    [Fact]
    public void A_fate() => Assert.Equal("page 0x5: recorded stuck, simulated never isolated",
        First(Real with { Fates = Real.Fates.SetItem(5, RecordedFate.Fail) }));

    [Fact]
    public void A_counter() => Assert.Equal("pgmigrate_fail: recorded 3, simulated 2",
        First(Real with { Counters = Real.Counters with { PgmigrateFail = 3 } }));

    [Fact]
    public void Target_rows_may_be_cut_in_any_way()
    {
        var cut = Real.Targets.SelectMany(t => Enumerable.Range(0,
            t.Count).Select(i => new RecordedTargets(t[i], 1)));
        Assert.Null(First(Real with { Targets = [.. cut] }));
    }
}
