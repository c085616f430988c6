using Tutor.Core.Play;
using Tutor.Game.Keys;
using Tutor.Game.Playing;
using Tutor.Game.Screens.Level;
using Xunit;

namespace Tutor.Game.Tests.Screens;

public sealed class ForecastPaneTests
{
    [Fact]
    public void Digits_make_a_number_and_are_taken_back_one_by_one()
    {
        var (sitting, pane) = At("nothing-left-to-fail");
        foreach (var digit in "107")
        {
            pane.Type($"{digit}", isActive: true);
        }

        pane.Do(Command.Backspace);
        Assert.Equal(10, ((ForecastAtHand)sitting.AtHand).Forecast[0]?.Number);
        pane.Do(Command.Backspace);
        pane.Do(Command.Backspace);
        Assert.Null(((ForecastAtHand)sitting.AtHand).Forecast[0]);
    }

    [Fact]
    public void A_digit_on_a_line_that_has_a_number_begins_it_anew()
    {
        var (sitting, pane) = At("nothing-left-to-fail");
        Type(pane, "81");
        pane.Do(Command.Down);
        pane.Do(Command.Up);
        Type(pane, "76");
        Assert.Equal(76, ((ForecastAtHand)sitting.AtHand).Forecast[0]?.Number);
    }

    [Fact]
    public void A_number_that_the_map_cannot_hold_is_not_taken_in_either_front()
    {
        Player.At("nothing-left-to-fail", 80, 24).Press("9", "9", "9", "9", "9").Sees("is not taken").DoesNotSee("99,999 ");
        Assert.Contains("it is not taken", TextPlayer.Play(TextPlayer.BuiltIn(), "play nothing-left-to-fail", "say 1 99999"), StringComparison.Ordinal);
    }

    [Fact]
    public void Home_and_End_go_to_the_first_and_the_last_question()
    {
        var (sitting, pane) = At("nothing-left-to-fail");
        pane.Do(Command.Last);
        Type(pane, "1");
        Assert.Equal(1, ((ForecastAtHand)sitting.AtHand).Forecast[((ForecastAtHand)sitting.AtHand).Forecast.Items.Length - 1]?.Number);
        pane.Do(Command.First);
        Type(pane, "2");
        Assert.Equal(2, ((ForecastAtHand)sitting.AtHand).Forecast[0]?.Number);
    }

    [Fact]
    public void What_was_said_is_read_again_after_a_pass()
    {
        var player = Player.At("nothing-left-to-fail", 80, 60);
        foreach (var number in new[] { "0", "0", "1536", "0", "0" })
        {
            foreach (var digit in number)
            {
                player.Press($"{digit}");
            }

            player.Press("Down");
        }

        player.Press("Enter", "Enter").Sees("What you said").Sees("✓ false skips: 1,536");
    }

    [Fact]
    public void A_number_has_twelve_digits_at_most()
    {
        var (sitting, _) = At("nothing-left-to-fail");
        Assert.NotNull(ForecastWords.Answer(((ForecastAtHand)sitting.AtHand).Forecast.Items[0], 123_456_789_012));
        Assert.Null(ForecastWords.Answer(((ForecastAtHand)sitting.AtHand).Forecast.Items[0], 1_234_567_890_123));
    }

    [Fact]
    public void A_page_card_over_a_forecast_goes_through_the_pages_that_are_asked_about()
    {
        var player = Player.At("longterm-sketch", 120, 40).Press("F4").Sees("page +128");
        player.Press("Left").Sees("page +128");
        player.Press([.. Enumerable.Repeat("Right", 9)]);
        player.Sees("page +134").Press("Esc");
        Assert.Contains(player.Screen.Split('\n'), l => l.Contains('\u25b8', StringComparison.Ordinal) && l.Contains("134", StringComparison.Ordinal));
    }

    [Fact]
    public void Fates_are_turned_through_in_both_directions()
    {
        var (sitting, pane) = At("four-pins");
        var seen = new List<string>();
        for (var i = 0; i < Enum.GetValues<PageFate>().Length + 1; i++)
        {
            pane.Do(Command.Right);
            seen.Add(((ForecastAtHand)sitting.AtHand).Forecast.Write());
        }

        Assert.Equal(seen[0], seen[^1]);
        Assert.Equal(seen.Count - 1, seen.Distinct().Count());
        pane.Do(Command.Left);
        Assert.Equal(seen[^2], ((ForecastAtHand)sitting.AtHand).Forecast.Write());
    }

    [Fact]
    public void Where_nothing_is_skipped_no_skip_is_offered()
    {
        var (sitting, pane) = At("count-the-holders");
        Assert.Equal([PageFate.Migrated, PageFate.Futile, PageFate.NeverCandidate], Forecast.ChoicesOf(((ForecastAtHand)sitting.AtHand).Forecast.Items[0]).Select(c => c.Fate!.Value));
        pane.Type("3", isActive: true);
        Assert.Equal(PageFate.NeverCandidate, ((ForecastAtHand)sitting.AtHand).Forecast[0]?.Fate);
    }

    [Fact]
    public void Every_answer_of_the_item_at_hand_is_in_sight_and_has_its_digit()
    {
        var player = Player.At("four-pins", 80, 24).Sees("What you can say").Sees("1 it moves").Sees("4 skipped; it could move").Sees("5 never a candidate");
        player.Press("2").Sees("▸ 2 it is tried").Press("Right").Sees("▸ 3 skipped");
    }

    static void Type(ForecastPane pane, string digits)
    {
        foreach (var digit in digits)
        {
            pane.Type($"{digit}", isActive: true);
        }
    }

    static (Sitting Sitting, ForecastPane Pane) At(string level)
    {
        var pack = TextPlayer.BuiltIn();
        var sitting = pack.Open(pack.Find(level)!).Sitting!;
        return (sitting, new ForecastPane(new LevelScreen(sitting)));
    }
}
