using CsCheck;
using Tutor.Game.Panes;
using Tutor.Game.Screens;
using Tutor.Game.Screens.Level;
using Xunit;

namespace Tutor.Game.Tests.Screens;

public sealed class LevelLayoutTests
{
    [Fact]
    public void Every_pane_has_room_at_every_size_and_for_every_text() =>
        Gen.Select(Gen.Int[ScreenStack.NarrowestWidth, 250], Gen.Int[ScreenStack.LowestHeight, 90], Gen.Int[0, 120], Gen.Int[0, 120], Gen.Int[0, 30], Gen.Bool, Gen.Bool, Gen.Int[0, 20])
            .Sample((width, height, answer, brief, score, isCoached, isChoosing, spare) =>
            {
                // What is left over under the map, and never what it needs, is the brief's.
                var isReadWhole = answer % 2 == 0;
                var without = LevelLayout.For(width, height, answer, brief, score, isCoached, isChoosing, isReadWhole);
                var layout = LevelLayout.For(width, height, answer, brief, score, isCoached, isChoosing, isReadWhole, Math.Min(spare, without.Map.Height - 3));
                var panes = new[] { layout.Brief, layout.Map, layout.Answer, layout.Score, layout.Card };
                return panes.All(p => p.Height >= 3 && p.Width >= 3 && p.Right <= width && p.Bottom <= height - 1)
                    && layout.Answer.Bottom == height - 1 && layout.Card.Bottom == height - 1;
            });

    [Theory]
    [InlineData(120, 40, 8)]
    [InlineData(200, 50, 2)]
    public void A_row_of_the_map_of_a_large_screen_is_a_power_of_two_of_cells_and_all_pages_fit(int width, int height, int pagesPerCell)
    {
        var layout = LevelLayout.For(width, height, 6, 8, 6);
        var pane = new MapPane(SmallMaps.Draw(new string('a', 1024)));
        var inside = layout.Map.Inset();
        pane.Fit(inside with { Height = inside.Height - MapLegend.Rows(pane, inside) });
        Assert.Equal(pagesPerCell, pane.PagesPerCell);
    }
}
