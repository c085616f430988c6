using System.Text.RegularExpressions;
using CsCheck;
using Tutor.Game.Drawing;
using Tutor.Game.Reading;
using Xunit;

namespace Tutor.Game.Tests.Screens;

public sealed partial class FrameWriterTests
{
    static readonly Gen<Grid> AnyGrid =
        from words in Gen.Select(Gen.Int[0, 18], Gen.Int[0, 5], Gen.Int[0, 4].Select(i => new[] { "a", "memory", "世界", "x世", "=!" }[i]), Gen.Enum<Ink>()).Array[0, 12]
        select Draw(words);

    [Fact]
    public void What_is_sent_after_changes_shows_the_same_as_a_whole_frame() =>
        Gen.Select(AnyGrid, AnyGrid, AnyGrid).Sample((first, second, third) =>
        {
            var terminal = new TerminalModel(20, 6);
            var writer = new FrameWriter();
            foreach (var grid in new[] { first, second, third })
            {
                terminal.Send(writer.Write(grid, Theme.Dark, ColourDepth.True));
                var whole = new TerminalModel(20, 6);
                whole.Send(new FrameWriter().Write(grid, Theme.Dark, ColourDepth.True));
                if (terminal.Show() != whole.Show())
                {
                    return false;
                }
            }

            return true;
        });

    [Fact]
    public void Nothing_is_sent_when_nothing_changed()
    {
        var writer = new FrameWriter();
        writer.Write(new Player().Picture, Theme.Dark, ColourDepth.True);
        Assert.Empty(writer.Write(new Player().Picture, Theme.Dark, ColourDepth.True));
    }

    [Fact]
    public void Without_colours_none_are_sent()
    {
        var player = new Player().Press("Enter");
        var output = new FrameWriter().Write(player.Picture, Theme.Mono, ColourDepth.None);
        var codes = Sgr().Matches(output).SelectMany(m => m.Groups[1].Value.Split(';')).Select(int.Parse);
        Assert.DoesNotContain(codes, c => c is >= 30 and <= 48 or >= 90 and <= 107);
    }

    [Fact]
    public void Sixteen_colours_send_no_others()
    {
        var output = new FrameWriter().Write(new Player().Press("Enter").Picture, Theme.Dark, ColourDepth.Sixteen);
        Assert.DoesNotContain("38;", output, StringComparison.Ordinal);
        Assert.DoesNotContain("48;", output, StringComparison.Ordinal);
    }

    /// <summary>Whoever sees no colours loses none of the letters, and nothing stands elsewhere.</summary>
    [Fact]
    public void Every_theme_and_depth_shows_the_same_characters()
    {
        foreach (var player in new[] { new Player().Press("Enter", "Esc", "F6"), new Player().Press("Enter", "Esc", "F7", "End"), new Player() })
        {
            var shown = (from theme in Theme.All
                         from depth in Enum.GetValues<ColourDepth>()
                         select Text(new FrameWriter().Write(player.Picture, theme, depth))).Distinct().ToList();
            Assert.Equal(TrimmedRows(player.Screen), TrimmedRows(Assert.Single(shown)));
        }

        static string Text(string output)
        {
            var terminal = new TerminalModel(80, 24);
            terminal.Send(output);
            return terminal.Text();
        }

        static string TrimmedRows(string text) => string.Join('\n', text.Split('\n').Select(r => r.TrimEnd())).TrimEnd();
    }

    [GeneratedRegex(@"\e\[([0-9;]+)m")]
    private static partial Regex Sgr();

    static Grid Draw((int X, int Y, string Text, Ink Ink)[] words)
    {
        var grid = new Grid(20, 6);
        foreach (var (x, y, text, ink) in words)
        {
            grid.Put(x, y, text, ink);
        }

        return grid;
    }
}
