using Tutor.Game.Panes;
using Tutor.Game.Playing;
using Tutor.Game.Playing.Progress;
using Xunit;

namespace Tutor.Game.Tests.Screens;

/// <summary>A player's tries by two counts, and in their own past.</summary>
public sealed class PlotStoryTests
{
    [Fact]
    public void Tries_are_laid_out_beside_history()
    {
        var player = new Player(width: 120, height: 40).Press("Enter", "F5").Write("true").Press("F5", "F11", "p");
        player.Sees("@ try 2").Sees("o try 1").Sees("a Skip nothing").Sees("x false skips, less").Sees("y futile, less").Sees("How many of your tries had so many false skips");
    }

    [Fact]
    public void The_counts_are_chosen_by_key_and_never_twice_the_same()
    {
        var player = new Player(width: 120, height: 40).Press("Enter", "F5", "F11", "p", "x").Sees("x blocks freed, more")
            .Sees("had so many blocks freed").Press("x", "x", "x").Sees("x false skips");
        player.Press("y").Sees("y blocks freed");
    }

    [Fact]
    public void The_predicate_under_the_cursor_is_read_in_full_once_the_level_is_passed() =>
        new Player(width: 120, height: 40).Press("Enter").Write(SmallWorld.RightAnswer).Press("F5", "Esc", "F11", "p", "Down", "Down", "Down")
            .Sees("Linux 6.1: pinned anonymous pages").Sees("!mapping && folio_ref_count");

    [Fact]
    public void Before_a_pass_history_gives_no_answer_away() =>
        new Player(width: 120, height: 40).Press("Enter", "F5", "F11", "p", "Down", "Down").Sees("from David Rientjes (2014)").DoesNotSee("!mapping");

    [Fact]
    public void A_forecast_has_no_plot_that_would_tell_it() =>
        new Player().Press("Down", "Down", "Enter", "Right", "Down", "Right", "Enter", "F11").DoesNotSee("plot").Press("p").DoesNotSee("two counts");

    [Fact]
    public void What_another_try_beats_everywhere_is_not_on_the_front()
    {
        Dictionary<string, long>[] tries = [new() { ["futile"] = 1, ["migrated"] = 9 }, new() { ["futile"] = 2, ["migrated"] = 9 }, new() { ["futile"] = 0, ["migrated"] = 1 }, new() { ["futile"] = 0 }];
        Assert.Equal([tries[0], tries[2]], Pareto.Front(tries, ["futile", "migrated"], t => t));
    }

    [Fact]
    public void Equals_are_both_on_the_front()
    {
        Dictionary<string, long>[] tries = [new() { ["futile"] = 1 }, new() { ["futile"] = 1 }];
        Assert.Equal(2, Pareto.Front(tries, ["futile"], t => t).Count());
    }

    [Theory]
    [InlineData(0, 0)]
    [InlineData(10, 10)]
    [InlineData(5, 5)]
    [InlineData(1, 1)]
    public void Bars_are_as_long_as_values_are_large(long value, int cells) => Assert.Equal(cells, new PlotAxis([0, 10, value]).Bar(value, 10));

    [Fact]
    public void A_value_that_would_push_the_others_together_is_drawn_by_powers()
    {
        var axis = new PlotAxis([0, 1, 10_000]);
        Assert.True(axis.IsLogarithmic);
        Assert.True(axis.Bar(1, 30) > 1);
    }

    [Fact]
    public void Nothing_has_no_bar_even_where_all_have_nothing() => Assert.Equal(0, new PlotAxis([0]).Bar(0, 9));

    [Fact]
    public void The_row_of_the_last_try_is_marked_in_ones_own_past()
    {
        var rows = PastBars.Lines([0, 3, 9, 9], 40).Select(l => l.Text).ToList();
        Assert.Equal(5, rows.Count);
        Assert.Single(rows, r => r.EndsWith(" @", StringComparison.Ordinal));
        Assert.EndsWith("1 @", rows[0], StringComparison.Ordinal);
        Assert.EndsWith(" 2", rows[^1], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("futile", new long[] { 2 }, "futile 2: your only try.")]
    [InlineData("futile", new long[] { 2, 5, 2, 1 }, "futile 2: better than 1 of your 3 earlier tries, the same as 1.")]
    [InlineData("migrated", new long[] { 9, 5 }, "migrated 9: better than your earlier try.")]
    public void Ones_own_past_is_said_in_a_sentence(string metric, long[] values, string said) => Assert.Equal(said, OwnPast.Spoken(metric, metric, values));

    [Fact]
    public void Text_mode_lists_the_tries_that_none_beats()
    {
        var world = new SmallWorld();
        world.Attempts.Add(new Attempt("pinned-anon", 1, "a", "fail", """{"futile":3,"false_skips":1,"blocks_freed":0}"""));
        world.Attempts.Add(new Attempt("pinned-anon", 1, "b", "fail", """{"futile":3,"false_skips":2,"blocks_freed":0}"""));
        var said = TextPlayer.Play(world, "play pinned", "best");
        Assert.Contains("  1, tried: futile 3, false skips 1, blocks freed 0.", said, StringComparison.Ordinal);
        Assert.DoesNotContain("  2, tried", said, StringComparison.Ordinal);
        Assert.Contains("false skips 2: not as good as your earlier try.", said, StringComparison.Ordinal);
    }
}
