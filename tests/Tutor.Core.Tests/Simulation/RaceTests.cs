using Tutor.Core.Simulation;
using Xunit;

namespace Tutor.Core.Tests.Simulation;

/// <summary>Scripted events between the check and the migration.</summary>
public class RaceTests
{
    static string WithRace(string drawing, RaceKind kind, int pass = 1) => Scan.Verdicts(drawing,
        settings: RunSettings.For(RunTrigger.CompactMemory) with { Races = [new ScriptedRace(pass, 1,
            kind)] });

    [Fact]
    public void A_reference_taken_after_the_check_makes_a_page_futile() =>
        Assert.Equal("mfm", WithRace("AAA", RaceKind.Referenced));

    [Fact]
    public void A_holder_that_lets_go_after_the_check_lets_the_page_move() =>
        Assert.Equal("mmm", WithRace("APA", RaceKind.Released));

    [Fact]
    public void A_page_freed_after_the_check_counts_as_moved() =>
        Assert.Equal("mmm", WithRace("APA", RaceKind.Freed));

    [Fact]
    public void A_page_freed_after_the_check_needs_no_target()
    {
        var settings = RunSettings.For(RunTrigger.CompactMemory) with { Races = [new ScriptedRace(1, 0,
            RaceKind.Freed)] };
        Assert.Equal(0, Scan.Run("A", settings: settings).Metrics.CompactionAllocCalls);
    }

    [Fact]
    public void A_page_that_leaves_the_lru_after_the_check_is_refused() =>
        Assert.Equal("mrm", WithRace("AAA", RaceKind.LruLost));

    [Fact]
    public void A_race_of_another_pass_changes_nothing() =>
        Assert.Equal("mmm", WithRace("AAA", RaceKind.Referenced, pass: 2));

    [Fact]
    public void A_page_lost_from_the_lru_releases_the_lock()
    {
        var settings = RunSettings.For(RunTrigger.CompactMemory) with { Races = [new ScriptedRace(1, 1,
            RaceKind.LruLost)] };
        Assert.Equal(2, Scan.Run("AAA", settings: settings).Metrics.LruLocks);
    }
}
