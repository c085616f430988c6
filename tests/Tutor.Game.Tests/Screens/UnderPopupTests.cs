using Xunit;

namespace Tutor.Game.Tests.Screens;

/// <summary>A level goes on being scored while a popup lies over it, but opens nothing.</summary>
public sealed class UnderPopupTests
{
    readonly BusyHost _host = new() { Time = new SlowClock() };

    [Fact]
    public void A_score_that_comes_under_a_popup_is_seen_there()
    {
        var player = Scoring().Press("F10").Sees("Scoring …");
        _host.Finish();
        player.Waits(1).Sees("Settings").DoesNotSee("Scoring …");
    }

    [Fact]
    public void Under_a_popup_the_clock_turns_until_the_score_is_there()
    {
        var player = Scoring().Press("F10");
        Assert.NotNull(player.Game.NextTick);
        _host.Finish();
        Assert.Null(player.Waits(1).Game.NextTick);
    }

    [Fact]
    public void A_key_that_waits_for_the_score_waits_until_the_popup_is_gone()
    {
        var player = Scoring().Press("F7", "F10");
        _host.Finish();
        player.Waits(1).Sees("Settings").Sees("Scoring …");
        player.Press("Esc").Waits(1).Sees("Watching the scan");
    }

    [Fact]
    public void A_verdict_is_said_when_the_popup_is_gone()
    {
        var player = Scoring().Press("F5", "F10");
        _host.Finish();
        player.Waits(1).Sees("Settings").Sees("Judging …");
        player.Press("Esc").Waits(1).DoesNotSee("Judging …").Sees("Not yet");
    }

    Player Scoring() => new Player(new SmallWorld(host: _host)).Press("Enter", "Esc").Write("false").Sees("Scoring …");

    /// <summary>Everything takes longer than a frame.</summary>
    sealed class SlowClock : TimeProvider
    {
        long _now;

        public override long TimestampFrequency => TimeSpan.TicksPerSecond;

        public override long GetTimestamp() => _now += TimeSpan.TicksPerSecond;
    }
}
