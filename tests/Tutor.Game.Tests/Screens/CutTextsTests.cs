using Tutor.Game.Drawing;
using Tutor.Game.Reading;
using Xunit;

namespace Tutor.Game.Tests.Screens;

/// <summary>Nothing is left out without a sign, and every frame is closed, on every screen at every size.</summary>
public sealed class CutTextsTests
{
    static readonly (int Width, int Height)[] Sizes = [(60, 20), (80, 24), (120, 40), (200, 50)];

    /// <summary>What lies over a level, or beside it.</summary>
    static readonly string[][] OverLevel = [[], ["F2"], ["F3"], ["F4"], ["F7"], ["F7", "End"], ["F8"], ["F11"], ["F12"], ["Ctrl+X"], ["Alt+R"], ["Alt+S"], ["Alt+T"], ["Alt+W"], ["Ctrl+G"], ["F1"], ["Tab"], ["Shift+Tab", "g"], ["F5"]];

    static readonly string[][] OverHome = [[], ["a"], ["g"], ["/"], ["d"], ["s"], ["F1"], ["F10"], ["F1", "r"], ["a", "d"], ["a", "s"], ["a", "b"], ["a", "w"], ["a", "c"], ["Ctrl+G"], ["End"]];

    public static TheoryData<string> Levels =>
        ["first-scan", "held-or-not", "zone-movable", "where-they-meet", "guest-memory", "cannot-be-split", "review-v4", "break-the-function", "read-a-dump"];

    [Theory]
    [MemberData(nameof(Levels))]
    public void On_a_level_and_over_it(string level) => Check(keys => Player.At(level, 80, 24).Press(keys), OverLevel);

    [Fact]
    public void On_the_list_of_levels_and_what_is_opened_from_it() => Check(keys => new Player(TextPlayer.BuiltIn(), 80, 24).Press(keys), OverHome);

    [Fact]
    public void A_text_that_does_not_fit_ends_with_a_sign()
    {
        var grid = new Grid(10, 3);
        grid.Put(0, 0, "a text that is long");
        grid.Put(new Area(0, 1, 6, 1), 0, Line.Of(new Run("seven"), new Run("!"), new Run("eight")));
        grid.Put(0, 2, "0123456789   ");
        Assert.Equal("a text th…\nseven…\n0123456789\n", grid.ToString());
    }

    [Fact]
    public void Lines_that_are_left_out_are_found_until_something_says_so()
    {
        var grid = new Grid(20, 4);
        Line[] lines = [Line.Of("a"), Line.Of("b"), Line.Of("c")];
        var area = new Area(0, 0, 10, 2);
        grid.Put(area, lines);
        Assert.Equal([area], grid.Unsaid);
        grid.ScrollBar(area, 0, 3);
        Assert.Empty(grid.Unsaid);
    }

    [Fact]
    public void An_open_frame_is_found()
    {
        var grid = new Grid(10, 5);
        grid.Box(new Area(0, 0, 8, 4), "a");
        Assert.Empty(Open(grid));
        grid.Set(0, 2, Cell.Blank);
        Assert.Equal(["(0,1)", "(0,3)"], Open(grid));
    }

    static void Check(Func<string[], Player> open, string[][] ways)
    {
        var faults = new List<string>();
        foreach (var keys in ways)
        {
            var player = open(keys);
            foreach (var (width, height) in Sizes)
            {
                (player.Width, player.Height) = (width, height);
                // Drawn twice: the first picture of a size settles what is scrolled.
                _ = player.Picture;
                var picture = player.Picture;
                var what = $"{width}x{height} {string.Join(' ', keys)}";
                faults.AddRange(picture.Unsaid.Select(a => $"{what}: lines left out at {a}\n{picture}"));
                if (!player.Game.Top.IsOverlay)
                {
                    faults.AddRange(Open(picture).Select(at => $"{what}: open frame at {at}\n{picture}"));
                }
            }
        }

        Assert.True(faults.Count == 0, string.Join("\n", faults));
    }

    /// <summary>Pieces of frames with an arm that leads to nothing. A title interrupts a border, and a bar stands in one.</summary>
    static IEnumerable<string> Open(Grid grid)
    {
        for (var y = 0; y < grid.Height; y++)
        {
            for (var x = 0; x < grid.Width; x++)
            {
                var arms = grid.ScrollAt(x, y) is null && grid[x, y].Ink is Ink.Border or Ink.Accent ? Glyphs.ArmsOf(grid[x, y].Letter) : 0;
                var isOpen = arms is not (0 or 5 or 10)
                    && (((arms & 1) != 0 && !Leads(grid, x, y - 1, 4)) || ((arms & 4) != 0 && !Leads(grid, x, y + 1, 1))
                        || ((arms & 2) != 0 && !Leads(grid, x + 1, y, 8)) || ((arms & 8) != 0 && !Leads(grid, x - 1, y, 2)))
                    || arms == 5 && (!Leads(grid, x, y - 1, 4) || !Leads(grid, x, y + 1, 1));
                if (isOpen)
                {
                    yield return $"({x},{y})";
                }
            }
        }
    }

    static bool Leads(Grid grid, int x, int y, int arm) =>
        x >= 0 && y >= 0 && x < grid.Width && y < grid.Height && (grid[x, y].Glyph == Glyphs.Thumb || (Glyphs.ArmsOf(grid[x, y].Letter) & arm) != 0);
}
