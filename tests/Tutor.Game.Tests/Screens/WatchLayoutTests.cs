using CsCheck;
using Tutor.Game.Drawing;
using Tutor.Game.Panes;
using Tutor.Game.Screens;
using Xunit;

namespace Tutor.Game.Tests.Screens;

public sealed class WatchLayoutTests
{
    [Fact]
    public void Every_pane_is_on_the_screen_and_all_of_the_map_is_seen_at_every_size() =>
        Gen.Select(Gen.Int[ScreenStack.NarrowestWidth, 250], Gen.Int[ScreenStack.LowestHeight, 90], Gen.Int[1, 200], Gen.Int[20, 160])
            .Sample((width, height, blocks, legend) =>
            {
                var pane = new MapPane(SmallMaps.Draw(new string('a', blocks)));
                var layout = WatchLayout.For(width, height, pane.Extent, columns => (legend + columns - 1) / columns);
                var (columns, rows) = pane.Extent(layout.Cells);
                Area[] shown = [layout.Map, layout.Side, layout.Said, layout.Bar, .. layout.Course.Height > 0 ? [layout.Course] : Array.Empty<Area>()];
                return shown.All(a => a is { Width: > 2, Height: > 0, X: >= 0, Y: > 0 } && a.Right <= width && a.Bottom <= height - 1)
                    && columns <= layout.Cells.Width && rows <= layout.Cells.Height
                    && layout.Said.Y >= Math.Max(layout.Map.Bottom, layout.Course.Bottom) && layout.Bar.Y >= layout.Said.Bottom;
            });

    [Theory]
    [InlineData(80, 24, 16)]
    [InlineData(100, 30, 8)]
    [InlineData(120, 40, 4)]
    [InlineData(200, 50, 2)]
    public void A_guest_of_8192_pages_has_as_small_cells_as_its_screen_can_show(int width, int height, int pagesPerCell)
    {
        var pane = new MapPane(SmallMaps.Draw(new string('a', 1024)));
        var layout = WatchLayout.For(width, height, pane.Extent, columns => columns < 60 ? 4 : 2);
        Assert.Equal(pagesPerCell, pane.FittingCell(layout.Cells));
    }
}
