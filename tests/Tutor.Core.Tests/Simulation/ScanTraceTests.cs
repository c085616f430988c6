using Tutor.Core.Simulation;
using Tutor.Core.Tests.Support;
using Xunit;

namespace Tutor.Core.Tests.Simulation;

/// <summary>The record of a run that the screen replays.</summary>
public class ScanTraceTests
{
    static IReadOnlyList<ScanEvent> Trace(string drawing, RunSettings? settings = null)
    {
        var trace = new ScanTrace();
        Scan.Run(drawing, Scan.Stock, settings, trace);
        return trace.Events;
    }

    public static TheoryData<string> Names => ["vfio-deb", "mixed-p2", "zram-deb"];

    [Theory, MemberData(nameof(Names))]
    public void Who_watches_changes_nothing(string name)
    {
        var map = Fixtures.Recording(name).Map;
        var watched = Scan.Run(map, Scan.Stock, Scan.Both(), new ScanTrace());
        var alone = Scan.Run(map, Scan.Stock, Scan.Both());
        Assert.Equal(alone.Metrics, watched.Metrics);
        Assert.Equal(alone.Calls, watched.Calls);
        Assert.Equal(alone.Verdicts, watched.Verdicts);
        Assert.Equal(alone.Targets, watched.Targets);
    }

    [Fact]
    public void A_small_run_step_by_step()
    {
        var steps = Trace("APA").Where(e => e.Pfn < 3
            && e.Kind > ScanEventKind.CallBegins || e.Kind == ScanEventKind.Moved)
            .Select(e => e.Kind == ScanEventKind.Look ? $"{e.Pfn} {e.Step} {e.Answer}" : $"{e.Pfn} {e.Kind}");
        Assert.Equal(
        [
            "0 Isolated Keep", "0 LockTaken", "1 Predicate Skip", "1 LockReleased", "2 Isolated Keep",
                "2 LockTaken",
            "0 BatchBegins", "2 Moved", "0 Moved", "0 BatchEnds",
        ], steps);
    }

    [Fact]
    public void Every_step_counted_as_scanned_is_a_look()
    {
        var map = Fixtures.Recording("vfio-deb").Map;
        var trace = new ScanTrace();
        var result = Scan.Run(map, Scan.Stock, Scan.Both(), trace);
        Assert.Equal(result.Metrics.CompactMigrateScanned,
            trace.Events.Count(e => e.Kind == ScanEventKind.Look));
        Assert.Equal(result.Metrics.LruLocks, trace.Events.Count(e => e.Kind == ScanEventKind.LockTaken));
        Assert.Equal(result.Frees.Length, trace.Events.Count(e => e.Kind == ScanEventKind.FreeCallEnds));
    }

    [Fact]
    public void Every_lock_that_is_taken_is_released()
    {
        var events = Trace("AAPAA K{40} SSVSS");
        Assert.Equal(events.Count(e => e.Kind == ScanEventKind.LockTaken),
            events.Count(e => e.Kind == ScanEventKind.LockReleased));
    }

    [Fact]
    public void A_moved_page_says_to_which_frame() => Assert.Contains(
        Trace("A K{511} K{512} .K{511}", Scan.Both()), e => e is { Kind: ScanEventKind.Moved, Pfn: 0,
            Count: 1024 });

    /// <summary>Every page that was taken is told of once more: moved, stays, or goes back.</summary>
    [Theory, MemberData(nameof(Names))]
    public void The_end_of_every_isolated_page_is_told(string name)
    {
        var trace = new ScanTrace();
        Scan.Run(Fixtures.Recording(name).Map, settings: Scan.Both(), trace: trace);
        var taken = trace.Events.Where(e => e is { Kind: ScanEventKind.Look,
            IsTaken: true }).Select(e => e.Pfn);
        var told = trace.Events.Where(e => e.Kind is ScanEventKind.Moved or ScanEventKind.TryRefused
            or ScanEventKind.OutOfTargets).Select(e => e.Pfn);
        Assert.Equal(taken, told.Order());
    }

    [Fact]
    public void Pages_that_go_back_are_told() => Assert.Contains(
        Trace("AAPA", RunSettings.For(RunTrigger.Direct, 2)), e => e is { Kind: ScanEventKind.RolledBack,
            Pfn: 2, Count: 2 });

    [Fact]
    public void A_look_names_the_page_state()
    {
        var map = MapDrawing.Of("AP");
        var trace = new ScanTrace();
        Scan.Run(map, trace: trace);
        Assert.Equal(["anon", "vfio-anon"], trace.Events.Where(e => e.Kind == ScanEventKind.Look).Take(2)
            .Select(e => map.Palette[e.StateId].Kind));
    }
}
