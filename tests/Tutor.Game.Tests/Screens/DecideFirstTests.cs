using Tutor.Core.Levels;
using Tutor.Core.Play;
using Tutor.Game.Drawing;
using Tutor.Game.Playing;
using Tutor.Game.Playing.Progress;
using Tutor.Game.Screens.Level;
using Xunit;

namespace Tutor.Game.Tests.Screens;

/// <summary>Nothing that is seen before a choice tells which one is right.</summary>
public sealed class DecideFirstTests
{
    static readonly PlayedPack Pack = TextPlayer.BuiltIn();

    public static TheoryData<string> Picks => [.. Pack.Entries.Where(e => e.Level?.Kind == LevelKind.Pick).Select(e => e.Id)];

    public static TheoryData<string> Forecasts => [.. Pack.Entries.Where(e => e.Level?.Kind == LevelKind.Predict).Select(e => e.Id)];

    [Theory]
    [MemberData(nameof(Picks))]
    public void Options_look_alike_but_for_their_own_text(string level)
    {
        var player = Player.At(level, 120, 40);
        var first = Around(player.Picture);
        for (var option = 1; option < Pack.Find(level)!.Level!.Options.Length; option++)
        {
            Assert.Equal(first, Around(player.Press("Down").Picture));
        }
    }

    [Theory]
    [MemberData(nameof(Picks))]
    public void Options_sound_alike_but_for_their_own_text(string level)
    {
        string Said(int option) => TextPlayer.Play(TextPlayer.BuiltIn(), $"play {level}", $"pick {option}", "score", "kinds", "page", "map", "wrong", "watch", "terms")
            .Split("Chosen. 'check' hands it in, and tells its run.")[1];
        Assert.Single(Enumerable.Range(1, Pack.Find(level)!.Level!.Options.Length).Select(Said).Distinct());
    }

    [Theory]
    [MemberData(nameof(Forecasts))]
    public void Answers_look_alike_but_for_their_own_text(string level)
    {
        var player = Player.At(level, 120, 40);
        foreach (var item in Pack.Find(level)!.Level!.Predictions)
        {
            var answers = item.Page is null ? new[] { "1", "2", "3", "4" } : ["Right", "Right", "Right", "Right", "Right"];
            Assert.Single(answers.Select(a => Around(player.Press("Backspace", a).Picture)).Distinct());
            player.Press("Down");
        }
    }

    [Theory]
    [MemberData(nameof(Forecasts))]
    public void Answers_sound_alike_whatever_is_said(string level)
    {
        const string mark = "that was said";
        var items = Pack.Find(level)!.Level!.Predictions;
        string[] sayings = [.. items.SelectMany((item, i) => Enumerable.Range(1, item.IsNumber ? 4 : Forecast.ChoicesOf(item).Length).Select(a => $"say {i + 1} {a}"))];
        string[] asked = ["score", "kinds", "map", "page", "wrong", "proof", "compare", "terms", "watch", "why", "text", "words", "tries", "best", "card"];
        var said = TextPlayer.Play(TextPlayer.BuiltIn(), [$"play {level}", .. sayings.SelectMany(s => new[] { s, mark }.Concat(asked)), "say"]).Split(mark)[1..];
        Assert.Equal(sayings.Length, said.Length);
        Assert.Single(said.Select(s => s.Split($"{level}> say")[0]).Distinct());
    }

    [Fact]
    public void The_order_of_options_comes_from_a_number_that_is_kept()
    {
        var level = Pack.Entries.First(e => e.Level?.Kind == LevelKind.Pick).Level!;
        Assert.Equal(level.Options, OptionOrder.Of(level, 0));
        Assert.Equal(OptionOrder.Of(level, 7), OptionOrder.Of(level, 7));
        Assert.True(Enumerable.Range(1, 50).Select(n => string.Join(' ', OptionOrder.Of(level, (ulong)n).Select(o => o.Id))).Distinct().Count() > 5);
        var world = new SmallWorld(host: new PatientHost(TimeProvider.System, 7));
        Assert.Equal(7UL, world.Pack.Order);
        Assert.Equal("7", world.Recall("order"));
    }

    [Fact]
    public void What_a_hidden_map_says_waits_for_the_hand_in_and_can_then_be_walked()
    {
        var player = Player.At("extra-reference").Write("folio_ref_count(folio) > 1000").Sees("✓ Meets every goal on the map you see.")
            .DoesNotSee("pipes").DoesNotSee("✗");
        player.Press("F5").Sees("map pipes").Sees("beats it, and is drawn now").Sees("Map pipes 1: verdicts").Sees("✗ Not yet")
            .Press("Tab", "Tab", "Home", "w").Sees("vmsplice  page +").Sees("You let it through")
            .Press("Alt+M").Sees("✗ other").DoesNotSee("vmsplice  page +");
    }

    [Fact]
    public void A_map_that_beat_an_answer_is_still_there_later_and_scored_as_one_writes()
    {
        var pack = TextPlayer.BuiltIn();
        TextPlayer.Play(pack, "play extra-reference", "skip folio_ref_count(folio) > 1000", "check");
        var kept = Assert.Single(pack.Progress.Events("extra-reference"), e => e.Kind == PlayerEventKind.MapOpened);
        Assert.StartsWith("pipes:", kept.Detail, StringComparison.Ordinal);
        var said = TextPlayer.Play(pack, "play extra-reference", "maps", "score");
        Assert.Contains("pipes", said, StringComparison.Ordinal);
        Assert.Contains("Misses a goal on the maps you see.", said, StringComparison.Ordinal);
    }

    [Fact]
    public void The_words_that_a_level_lends_are_in_sight_and_offered_on_nothing() =>
        Player.At("extra-reference", 80, 24).Sees("Words here:").Write("").Press("Ctrl+Space").Sees("folio_mapcount");

    /// <summary>Every cell but those of the panes in which answers stand, the one at hand and all that can be said.</summary>
    static string Around(Grid grid)
    {
        var rows = grid.ToString().Split('\n');
        var top = Array.FindIndex(rows, r => r.Contains("Choose an answer", StringComparison.Ordinal) || r.Contains("What will become of it?", StringComparison.Ordinal));
        var offered = Array.FindIndex(rows, r => r.Contains("What you can say", StringComparison.Ordinal));
        var card = Array.FindIndex(rows, r => r.Contains("Page card", StringComparison.Ordinal));
        var right = LevelLayout.LeftWidth(grid.Width) - 1;
        var cells = from y in Enumerable.Range(0, grid.Height)
                    from x in Enumerable.Range(0, grid.Width)
                    where (y < top && x <= right) || (x > right && (offered < 0 || y <= offered || y >= card)) || y == grid.Height - 1
                    select grid[x, y].ToString();
        return string.Concat(cells);
    }
}
