using Tutor.Game.Drawing;
using Tutor.Game.Reading;
using Xunit;

namespace Tutor.Game.Tests.Screens;

/// <summary>What a terminal is sent that has ASCII alone.</summary>
public sealed class AsciiTests
{
    [Theory]
    [InlineData("…", ".")]
    [InlineData("—", "-")]
    [InlineData("é", "?")]
    [InlineData("a", "a")]
    [InlineData("★☆", "* ")]
    [InlineData("日本", "? ? ")]
    [InlineData("✓ ≤2% 1", "v <=2%1")]
    public void Each_character_has_its_nearest(string text, string shown) => Assert.Equal(shown, Drawn(text, 7).TrimEnd('\n').PadRight(shown.Length));

    [Fact]
    public void A_bound_that_has_no_room_keeps_the_frame_behind_it()
    {
        var grid = new Grid(6, 3);
        grid.Put(grid.Box(grid.Whole, ""), 0, Line.Of("≤20%"));
        grid.MakeAscii();
        Assert.Equal("+----+\n|<20%|\n+----+\n", grid.ToString());
    }

    [Fact]
    public void Every_screen_of_a_level_is_ascii()
    {
        var player = Player.At("extra-reference", 80, 24);
        player.Game.Settings.ToggleAscii();
        Assert.All(player.Screen, c => Assert.True(char.IsAscii(c), $"'{c}' is sent"));
        Assert.Contains("<=", player.Screen, StringComparison.Ordinal);
    }

    [Fact]
    public void Said_lines_keep_their_letters_and_lose_their_marks() => Assert.Equal("v Größe <= 2", Glyphs.WithoutMarks("✓ Größe ≤ 2"));

    static string Drawn(string text, int width)
    {
        var grid = new Grid(width, 1);
        grid.Put(0, 0, text);
        grid.MakeAscii();
        return grid.ToString();
    }
}
