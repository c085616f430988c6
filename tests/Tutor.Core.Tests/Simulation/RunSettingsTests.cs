using Tutor.Core.Memory;
using Tutor.Core.Simulation;
using Xunit;

namespace Tutor.Core.Tests.Simulation;

/// <summary>The kernel's callers and what they ask for (kernel reference, table of callers).</summary>
public class RunSettingsTests
{
    [Theory]
    [InlineData(RunTrigger.CompactMemory, null, null, MigrateMode.Sync, -1, false, true, false, false)]
    [InlineData(RunTrigger.Kcompactd, 9, null, MigrateMode.SyncLight, 9, false, false, false, false)]
    [InlineData(RunTrigger.Kcompactd, null, null, MigrateMode.SyncLight, -1, false, true, false, false)]
    [InlineData(RunTrigger.Direct, 4, null, MigrateMode.Async, 4, true, false, false, false)]
    [InlineData(RunTrigger.Direct, 4, MigrateMode.SyncLight, MigrateMode.SyncLight, 4, true, false, false,
        false)]
    [InlineData(RunTrigger.Direct, 4, MigrateMode.Sync, MigrateMode.SyncLight, 4, true, true, false, false)]
    [InlineData(RunTrigger.Direct, null, null, MigrateMode.Async, 9, true, false, false, false)]
    [InlineData(RunTrigger.ContigRange, null, null, MigrateMode.Sync, -1, false, true, true, true)]
    public void A_caller_asks_for_what_it_asks_in_the_kernel(RunTrigger trigger, int? order,
        MigrateMode? given,
        MigrateMode mode, int wanted, bool direct, bool ignoresHints, bool setsNoHints, bool allocContig)
    {
        var cc = RunSettings.For(trigger, order, given).Control;
        Assert.Equal((mode, wanted, direct, ignoresHints, setsNoHints, allocContig),
            (cc.Mode, cc.Order, cc.DirectCompaction, cc.IgnoreSkipHint, cc.NoSetSkipHint, cc.AllocContig));
    }

    [Fact]
    public void Only_kcompactd_without_an_order_is_proactive() => Assert.Equal((true, false),
        (RunSettings.For(RunTrigger.Kcompactd).Control.ProactiveCompaction,
            RunSettings.For(RunTrigger.Kcompactd, 9).Control.ProactiveCompaction));

    [Fact]
    public void What_a_level_says_reaches_the_predicate()
    {
        var cc = RunSettings.For(RunTrigger.CompactMemory, unevictable: false, gfpFs: false, ownReferences: 0,
            release: KernelRelease.Linux612).Control;
        Assert.Equal((false, false, 0, KernelRelease.Linux612),
            (cc.IsolateUnevictable, cc.GfpFs, cc.OwnReferences, cc.Release));
    }
}
