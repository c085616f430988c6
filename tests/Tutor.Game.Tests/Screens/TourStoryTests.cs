using Tutor.Game.Reading;
using Tutor.Game.Screens;
using Xunit;

namespace Tutor.Game.Tests.Screens;

/// <summary>The first minute of somebody who has never played.</summary>
public sealed class TourStoryTests
{
    static Player Beginner(SmallWorld? world = null, int width = 80, int height = 24)
    {
        var player = new Player(world, width, height);
        TourScreen.OfferFirst(player.Game, player.World.Pack);
        return player;
    }

    [Fact]
    public void The_tour_teaches_by_doing_and_leaves_nothing_behind()
    {
        var player = Beginner().Sees("Tour, 1 of 6").Sees("eight pages of memory").DoesNotSee("not saved");
        player.Press("Tab", "Tab", "Right", "Right").Sees("Tour, 1 of 6").Press("Right").Sees("Tour, 2 of 6").Sees("a pin (FOLL_PIN) by a")
            .Press("F4").Sees("A network card writes").Press("Esc").Sees("Tour, 3 of 6")
            .Press("Tab", "Ctrl+K").Type("folio_may").Sees("bool folio_maybe_dma_pinned").Press("Tab").Sees("Tour, 4 of 6").Sees("skipped, and rightly")
            .Press("F5").Sees("Tour, 5 of 6").Sees("Gold").Press("F7").Sees("Until now").Press("End", "Esc").Sees("Tour, 6 of 6")
            .Press("F1").Sees("Keys: Tour").Press("Esc").Sees("That is all it takes.").Press("Esc").Sees("Small pack").Sees("0 of 5 passed");
        Assert.Empty(player.World.Attempts);
    }

    [Fact]
    public void It_comes_on_the_first_start_only()
    {
        var world = new SmallWorld();
        Beginner(world).Sees("Tour, 1 of 6");
        Beginner(world).DoesNotSee("Tour, 1").Sees("Small pack");
    }

    [Fact]
    public void It_is_left_with_one_key_and_steps_can_be_skipped() =>
        Beginner().Press("Alt+N", "Alt+N").Sees("Tour, 3 of 6").Press("Alt+N", "Alt+N", "Alt+N", "Alt+N", "Alt+N").Sees("That is all it takes.").Press("Esc").Sees("Small pack");

    [Fact]
    public void It_is_taken_again_from_the_help_of_any_screen() =>
        new Player().Press("F1").Sees("tour").Press("t").Sees("Tour, 1 of 6").Press("Esc").Sees("Small pack")
            .Press("Enter", "Esc", "F1", "t").Sees("Tour, 1 of 6").Press("Esc").Sees("Memory map");

    [Fact]
    public void Who_has_played_before_is_not_taught_again()
    {
        var world = new SmallWorld();
        new Player(world).Press("Enter", "F5");
        Beginner(world).Sees("Small pack");
    }

    [Theory]
    [InlineData(80, 24)]
    [InlineData(120, 40)]
    public void What_to_do_is_never_cut_off(int width, int height)
    {
        var player = Beginner();
        (player.Width, player.Height) = (width, height);
        for (var step = 0; step < TourSteps.All.Length; step++)
        {
            var last = MarkdownText.Lines(TourSteps.All[step].Text, 44)[^1].Text.Trim().Split(' ')[^1];
            Assert.Contains(last, player.Screen, StringComparison.Ordinal);
            Assert.DoesNotContain("█", player.Screen, StringComparison.Ordinal);
            player.Press("Alt+N");
        }
    }

    [Fact]
    public void It_looks_as_it_did() => Golden.CheckBeside("tour-80x24", Pictures.ChangedBy(Beginner(null, 80, 24), "Alt+N"));
}
