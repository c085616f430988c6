using System.Text.RegularExpressions;
using CsCheck;
using Tutor.Game.Drawing;
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

    [Fact]
    public void Every_ink_can_be_read_on_every_paper_of_every_theme()
    {
        var faint = from theme in Theme.All.Where(t => t != Theme.Mono)
                    from ink in Enum.GetValues<Ink>().Where(i => i is not (Ink.Border or Ink.Passive or Ink.Free))
                    from paper in Enum.GetValues<Paper>()
                    let contrast = Contrast(theme[ink].Rgb, theme[paper].Rgb)
                    where contrast < 3
                    select $"{theme.Id}: {ink} on {paper} {contrast:0.0}";
        Assert.Empty(faint);
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

    /// <summary>WCAG 2.1.</summary>
    static double Contrast(int one, int other)
    {
        var (a, b) = (Luminance(one), Luminance(other));
        return (Math.Max(a, b) + 0.05) / (Math.Min(a, b) + 0.05);
    }

    static double Luminance(int rgb)
    {
        static double Part(int c) => c / 255.0 is var v && v <= 0.03928 ? v / 12.92 : Math.Pow((c / 255.0 + 0.055) / 1.055, 2.4);
        return 0.2126 * Part(rgb >> 16 & 255) + 0.7152 * Part(rgb >> 8 & 255) + 0.0722 * Part(rgb & 255);
    }
}
