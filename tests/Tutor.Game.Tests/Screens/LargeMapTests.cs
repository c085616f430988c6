using CsCheck;
using Tutor.Cli;
using Tutor.Core.Memory;
using Tutor.Core.Predicates.Evaluation;
using Tutor.Core.Simulation;
using Tutor.Core.Simulation.Fast;
using Tutor.Game.Panes;
using Tutor.Game.Playing;
using Xunit;

namespace Tutor.Game.Tests.Screens;

/// <summary>What keeps a terabyte as handy as a page: searching and drawing by states, and a bar while it is built.</summary>
public sealed class LargeMapTests
{
    static readonly MemoryMap Map = SmallMaps.Mixed();

    [Fact]
    public void The_next_page_of_a_state_is_the_one_found_page_by_page() =>
        Gen.Select(Gen.Int[0, Map.PageCount - 1], Gen.Int[0, (1 << Map.Palette.Length) - 1], Gen.Bool).Sample((from, states, backwards) =>
        {
            bool IsWanted(int id) => (states >> id & 1) != 0;
            int? expected = null;
            for (var step = 1; step <= Map.PageCount && expected is null; step++)
            {
                var page = (from + (backwards ? -step : step) + 2 * Map.PageCount) % Map.PageCount;
                expected = IsWanted(Map.StateIdAt(page)) ? page : null;
            }

            Assert.Equal(expected, MapSearch.Next(Map, IsWanted, from, backwards));
        });

    [Theory]
    [InlineData(1)]
    [InlineData(8)]
    [InlineData(64)]
    public void Cells_show_the_same_by_states_as_page_by_page(int pagesPerCell)
    {
        var settings = RunSettings.For(RunTrigger.CompactMemory);
        static SkipAnswer Ask(PageState page, CompactControl cc) => page.RefCount > 1 ? SkipAnswer.Skip : SkipAnswer.Keep;
        var literal = Compaction.Run(Map, Ask, settings).Verdicts;
        var fast = FastCompaction.Run(FastMap.Of(Map, settings)!, Ask).Verdicts;
        Assert.False(fast.OfState.IsDefault);
        Assert.Equal(new MapCells(Map).Looks(0, 5000, pagesPerCell, MapMode.Verdicts, literal, literal),
            new MapCells(Map).Looks(0, 5000, pagesPerCell, MapMode.Verdicts, fast, fast));
    }

    [Fact]
    public void A_large_level_opens_when_its_map_is_there()
    {
        var host = new BusyHost();
        var player = new Player(new SmallWorld(1 << 28, host)).Press("Enter");
        player.Waits(3).Sees("Building a memory map of 268,435,456 pages.").Sees("back");
        host.Finish();
        player.Waits(1).Sees("Skip this page?");
    }

    [Fact]
    public void Building_a_large_map_can_be_left()
    {
        var host = new BusyHost();
        var player = new Player(new SmallWorld(1 << 28, host)).Press("Enter").Press("Esc");
        host.Finish();
        player.Waits(3).Sees("Small pack");
        Assert.Equal(1, player.Game.Depth);
    }

    [Theory]
    [InlineData(0.5, 2, 78, "[####################....................] 50%, 64 Mi pages/s, 2 s left")]
    [InlineData(0, 1, 40, "[...................................] 0%")]
    [InlineData(1, 4, 78, "[########################################] 100%, 64 Mi pages/s, 0 s left")]
    [InlineData(0.25, 1, 24, " 25%, 64 Mi pages/s, 3 …")]
    public void The_bar_says_how_far_how_fast_and_how_long(double done, int seconds, int width, string line) =>
        Assert.Equal(line, new LongWork(1 << 28, done, TimeSpan.FromSeconds(seconds)).Line(width));

    [Fact]
    public void A_command_shows_no_bar_for_what_is_quick_or_unseen()
    {
        var clock = new HandClock();
        Assert.Equal("", Told(clock, isTerminal: true, 0.1));
        Assert.Equal("", Told(clock, isTerminal: false, 3));
        Assert.Contains("50%", Told(clock, isTerminal: true, 3), StringComparison.Ordinal);
    }

    static string Told(HandClock clock, bool isTerminal, double seconds)
    {
        using var error = new StringWriter();
        var host = new CliHost(Stream.Null, TextWriter.Null, error, _ => null, clock, "") { IsErrorTerminal = isTerminal };
        using (var line = new ProgressLine(host, 1 << 28))
        {
            clock.Now += TimeSpan.FromSeconds(seconds);
            line.Report(0.5);
        }

        return error.ToString();
    }

    /// <summary>Time that goes on only when it is told to.</summary>
    sealed class HandClock : TimeProvider
    {
        public TimeSpan Now { get; set; }

        public override long TimestampFrequency => TimeSpan.TicksPerSecond;

        public override long GetTimestamp() => Now.Ticks;
    }
}
