using Tutor.Game.Drawing;
using Tutor.Game.Reading;
using Xunit;

namespace Tutor.Game.Tests.Screens;

/// <summary>Whatever lies over a screen has the same frame.</summary>
public sealed class PopupTests
{
    static readonly (int Width, int Height)[] Sizes = [(60, 20), (80, 24), (100, 30), (120, 40), (200, 50)];

    /// <summary>A level, or none for the list of levels, and the keys that lead to the popup.</summary>
    public static TheoryData<string?, string> Popups => new()
    {
        { null, "Enter" },
        { "guest-memory", "Ctrl+G" },
        { "guest-memory", "F1" },
        { "guest-memory", "F4" },
        { "guest-memory", "F8" },
        { "guest-memory", "F10" },
        { "guest-memory", "Ctrl+X" },
        { "guest-memory", "Shift+Tab g" },
        { "guest-memory", "F5 F12" },
        { "guest-memory", "F5 F11" },
        { "guest-memory", "F5 F11 p" },
        { "guest-memory", "Ctrl+G 1" },
        { null, "a" },
        { null, "a s Enter Ctrl+G m" },
        { null, "a s Enter Ctrl+G m Enter" },
        { null, "a s Enter Ctrl+G r" },
        { null, "a s Enter Ctrl+G K" },
    };

    [Theory]
    [MemberData(nameof(Popups))]
    public void It_has_one_whole_frame_between_title_and_keys_that_touches_no_other(string? level, string keys)
    {
        foreach (var (width, height) in Sizes)
        {
            var player = level is null ? new Player(TextPlayer.BuiltIn(), width, height) : Player.At(level, width, height);
            player.Press(keys.Split(' '));
            Assert.True(player.Game.Top.IsOverlay, $"{keys} opens no popup but {player.Game.Top.Name}");
            var grid = player.Picture;
            var frame = grid.Boxes!.Value;
            var where = $"{player.Game.Top.Name} at {width}x{height}: {frame}\n{grid}";
            Assert.True(frame.Y >= 1 && frame.Bottom <= height - 1 && frame.X >= 0 && frame.Right <= width, where);
            Assert.Equal(("┌", "┐", "└", "┘"), (grid[frame.X, frame.Y].Glyph, grid[frame.Right - 1, frame.Y].Glyph,
                grid[frame.X, frame.Bottom - 1].Glyph, grid[frame.Right - 1, frame.Bottom - 1].Glyph));
            Assert.DoesNotContain(from y in Enumerable.Range(0, height) from x in Enumerable.Range(0, width) where !frame.Contains(x, y) select grid[x, y],
                c => c.Ink == Ink.Accent && Glyphs.ArmsOf(c.Letter) > 0);
            for (var y = frame.Y + 1; y < frame.Bottom - 1; y++)
            {
                Assert.True(IsSide(grid[frame.X, y]) && IsSide(grid[frame.Right - 1, y]), where);
                Assert.True(Beside(grid, frame.X - 1, y) && Beside(grid, frame.Right, y), where);
                // A bar stands in the frame, and nowhere else.
                Assert.DoesNotContain(Enumerable.Range(frame.X + 1, frame.Width - 2), x => grid[x, y].Glyph == Glyphs.Thumb);
            }
        }
    }

    [Theory]
    [InlineData("Shift+Tab g")]
    [InlineData("Ctrl+X")]
    [InlineData("F5 F12")]
    [InlineData("F8")]
    public void What_speaks_of_the_map_leaves_its_first_rows_in_sight_where_there_is_room(string keys)
    {
        var player = Player.At("guest-memory", 120, 40).Press(keys.Split(' '));
        Assert.Contains("Memory map: ", player.Screen, StringComparison.Ordinal);
        Assert.Contains("+512", player.Screen, StringComparison.Ordinal);
    }

    static bool IsSide(Cell cell) => cell.Glyph == Glyphs.Vertical && cell.Ink == Ink.Accent || cell.Glyph == Glyphs.Thumb;

    static bool Beside(Grid grid, int x, int y) => x < 0 || x >= grid.Width || grid[x, y].Glyph == " ";
}
