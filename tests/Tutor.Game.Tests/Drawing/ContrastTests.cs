using Tutor.Game.Drawing;
using Tutor.Game.Reading;
using Xunit;

namespace Tutor.Game.Tests.Drawing;

/// <summary>Text that carries meaning has a contrast of 4.5 or more on whatever it stands (WCAG 2, AA).</summary>
public sealed class ContrastTests
{
    /// <summary>Frames, and pages that nobody decides on: they recede, and their letters say the same.</summary>
    static readonly (Ink Ink, double Least)[] Receding = [(Ink.Border, 2), (Ink.Passive, 3), (Ink.Free, 3)];

    /// <summary>xterm's own sixteen colours.</summary>
    static readonly int[] Xterm =
    [
        0x000000, 0xcd0000, 0x00cd00, 0xcdcd00, 0x0000ee, 0xcd00cd, 0x00cdcd, 0xe5e5e5,
        0x7f7f7f, 0xff0000, 0x00ff00, 0xffff00, 0x5c5cff, 0xff00ff, 0x00ffff, 0xffffff,
    ];

    /// <summary>Solarized's (Ethan Schoonover): the bright ones are greys, 8 and 15 the backgrounds.</summary>
    static readonly int[] Solarized =
    [
        0x073642, 0xdc322f, 0x859900, 0xb58900, 0x268bd2, 0xd33682, 0x2aa198, 0xeee8d5,
        0x002b36, 0xcb4b16, 0x586e75, 0x657b83, 0x839496, 0x6c71c4, 0x93a1a1, 0xfdf6e3,
    ];

    [Fact]
    public void The_ratio_is_the_one_of_WCAG()
    {
        Assert.Equal(21, Contrast.Ratio(0x000000, 0xffffff), 3);
        Assert.Equal(1, Contrast.Ratio(0x123456, 0x123456), 3);
        Assert.Equal(4.48, Contrast.Ratio(0x777777, 0xffffff), 2);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Every_ink_can_be_read_on_every_paper_of_every_theme(bool isPalette)
    {
        int Shown(int rgb) => isPalette ? Palette256.Rgb(Palette256.Nearest(rgb)) : rgb;
        Assert.Empty(from theme in Theme.All.Where(t => t != Theme.Mono)
                     from ink in Enum.GetValues<Ink>()
                     from paper in Enum.GetValues<Paper>().Where(p => ink != Ink.Border || p is not (Paper.Selected or Paper.Bar))
                     let contrast = Contrast.Ratio(Shown(theme[ink]), Shown(theme[paper]))
                     where contrast < Least(ink)
                     select $"{theme.Id}: {ink} on {paper} {contrast:0.0}");
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void The_letter_in_a_block_of_its_colour_can_be_read(bool isPalette)
    {
        Assert.Empty(from theme in Theme.All.Where(t => t != Theme.Mono)
                     from ink in Enum.GetValues<Ink>().Where(i => i is >= Ink.Migrated and < Ink.Code and not (Ink.Passive or Ink.Free))
                     from paper in new[] { Paper.Normal, Paper.Code }
                     let under = theme.Dimmed(ink, paper)
                     let contrast = !isPalette ? Contrast.Ratio(theme[ink], under)
                         : Contrast.Ratio(Palette256.Rgb(Palette256.Nearest(theme[ink])), Palette256.Rgb(Palette256.Block(theme[ink], under)))
                     where contrast < Contrast.Text
                     select $"{theme.Id}: {ink} on {paper} {contrast:0.0}");
    }

    [Fact]
    public void Sixteen_colours_can_be_read_in_xterms_palette_and_in_Solarizeds() =>
        Assert.Empty(from theme in Theme.All.Where(t => t != Theme.Mono)
                     from palette in new[] { Xterm, Solarized }
                     let paper = theme == Theme.Light ? palette[15] : palette == Xterm ? palette[0] : palette[8]
                     from ink in Enum.GetValues<Ink>()
                     let contrast = Contrast.Ratio(palette[theme.Sixteen(ink).Number], paper)
                     where contrast < Least(ink)
                     select $"{theme.Id}: {ink} {contrast:0.0} in {(palette == Xterm ? "xterm's" : "Solarized's")} palette");

    [Fact]
    public void Bold_is_never_sent_with_one_of_sixteen_colours() =>
        Assert.DoesNotContain(from ink in Enum.GetValues<Ink>() from paper in Enum.GetValues<Paper>() select (ink, paper),
            c => Theme.Dark.Sequence(new Cell("x", c.ink, c.paper, CellStyle.Bold), ColourDepth.Sixteen).Contains(";1;", StringComparison.Ordinal));

    [Fact]
    public void Focus_verdicts_and_warnings_share_no_colour() =>
        Assert.All(Theme.All.Where(t => t != Theme.Mono), theme =>
        {
            var colours = new[] { Ink.Accent, Ink.Warning, Ink.Futile, Ink.FalseSkip, Ink.Migrated, Ink.SkippedPin }.Select(i => theme[i]).ToList();
            Assert.Equal(colours.Count, colours.Distinct().Count());
        });

    static double Least(Ink ink) => Receding.FirstOrDefault(r => r.Ink == ink) is { Least: > 0 } receding ? receding.Least : 4.5;
}
