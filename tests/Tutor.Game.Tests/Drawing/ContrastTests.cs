using System.Collections.Immutable;
using Tutor.Game.Drawing;
using Tutor.Game.Reading;
using Xunit;

namespace Tutor.Game.Tests.Drawing;

/// <summary>Text that carries meaning has a contrast of 4.5 or more on whatever it stands (WCAG 2, AA).</summary>
public sealed class ContrastTests
{
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

    /// <summary>The Linux console's (drivers/tty/vt/vt.c, default_red and its neighbours).</summary>
    static readonly int[] Console =
    [
        0x000000, 0xaa0000, 0x00aa00, 0xaa5500, 0x0000aa, 0xaa00aa, 0x00aaaa, 0xaaaaaa,
        0x555555, 0xff5555, 0x55ff55, 0xffff55, 0x5555ff, 0xff55ff, 0x55ffff, 0xffffff,
    ];

    /// <summary>Degrees by which a hue may turn in a palette of fewer colours: further, and it has another name.</summary>
    const double MostTurned = 30;

    static readonly ImmutableArray<Theme> Coloured = [.. Theme.All.Where(t => t != Theme.Mono)];

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
        Assert.Empty(from theme in Coloured
                     from ink in Enum.GetValues<Ink>()
                     from paper in Enum.GetValues<Paper>().Where(p => Theme.StandsOn(ink, p))
                     let contrast = isPalette ? Contrast.Ratio(Shown(theme, ink), Palette256.Rgb(theme.TwoFiftySix(paper))) : Contrast.Ratio(theme[ink], theme[paper])
                     where contrast < Theme.LeastContrast(ink)
                     select $"{theme.Id}: {ink} on {paper} {contrast:0.0}");
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void The_letter_in_a_block_of_its_colour_can_be_read(bool isPalette)
    {
        Assert.Empty(from theme in Coloured
                     from ink in BlockInks
                     from paper in new[] { Paper.Normal, Paper.Code }
                     let contrast = !isPalette ? Contrast.Ratio(theme[ink], theme.Dimmed(ink, paper))
                         : Contrast.Ratio(Shown(theme, ink), Palette256.Rgb(theme.Block256(ink)))
                     where contrast < Contrast.Text
                     select $"{theme.Id}: {ink} on {paper} {contrast:0.0}");
    }

    [Fact]
    public void Inks_that_differ_still_do_in_256_colours() =>
        Assert.Empty(from theme in Coloured
                     from one in Enum.GetValues<Ink>()
                     from other in Enum.GetValues<Ink>()
                     where one < other && theme[one] != theme[other] && theme.TwoFiftySix(one) == theme.TwoFiftySix(other)
                     select $"{theme.Id}: {one} and {other} are both {theme.TwoFiftySix(one)}");

    [Fact]
    public void An_ink_keeps_its_hue_in_256_colours() =>
        Assert.Empty(from theme in Coloured
                     from ink in Enum.GetValues<Ink>()
                     let whole = Oklab.Of(theme[ink])
                     let shown = Oklab.Of(Shown(theme, ink))
                     where whole.Chroma >= Oklab.LeastChroma && (shown.Chroma < Oklab.LeastChroma || whole.HueFrom(shown) > MostTurned)
                     select $"{theme.Id}: {ink} {theme[ink]:x6} is {Shown(theme, ink):x6}");

    [Fact]
    public void A_block_has_the_hue_of_its_letter_in_256_colours() =>
        Assert.Empty(from theme in Coloured
                     from ink in BlockInks
                     let letter = Oklab.Of(Shown(theme, ink))
                     let under = Oklab.Of(Palette256.Rgb(theme.Block256(ink)))
                     where under.Chroma < Oklab.LeastChroma || letter.HueFrom(under) > 45
                     select $"{theme.Id}: {ink} {Shown(theme, ink):x6} on {Palette256.Rgb(theme.Block256(ink)):x6}");

    [Theory]
    [InlineData((int)Ink.Migrated, (int)Ink.Futile, (int)Ink.SkippedPin, (int)Ink.FalseSkip)]
    [InlineData((int)Ink.Anon, (int)Ink.File, (int)Ink.Shmem, (int)Ink.Pinned, (int)Ink.Kernel)]
    public void What_lies_beside_each_other_on_a_map_lies_on_different_colours(params int[] inks) =>
        Assert.All(Coloured, theme => Assert.Equal(inks.Length, inks.Select(i => theme.Block256((Ink)i)).Distinct().Count()));

    [Theory]
    [InlineData((int)ColourDepth.TwoFiftySix)]
    [InlineData((int)ColourDepth.True)]
    public void Every_other_pageblock_lies_on_another_ground(int depth) =>
        Assert.All(from theme in Coloured from ink in BlockInks select (theme, ink), c =>
            Assert.NotEqual(c.theme.Sequence(new Cell("x", c.ink, Paper.Normal, CellStyle.Block), (ColourDepth)depth),
                c.theme.Sequence(new Cell("x", c.ink, Paper.Code, CellStyle.Block), (ColourDepth)depth)));

    [Fact]
    public void A_chosen_row_and_a_bar_differ_from_what_lies_round_them() =>
        Assert.Empty(from theme in Coloured
                     from pair in new[] { (Paper.Selected, Paper.Normal), (Paper.Selected, Paper.Bar), (Paper.Selected, Paper.Popup) }
                     where theme.TwoFiftySix(pair.Item1) == theme.TwoFiftySix(pair.Item2) || theme[pair.Item1] == theme[pair.Item2]
                     select $"{theme.Id}: {pair}");

    [Fact]
    public void Sixteen_colours_can_be_read_in_three_palettes() =>
        Assert.Empty(from theme in Coloured
                     from palette in new[] { Xterm, Solarized, Console }
                     from ink in Enum.GetValues<Ink>()
                     let contrast = Contrast.Ratio(palette[theme.SixteenNumber(ink, DepthOf(palette))], PaperOf(theme, palette))
                     where contrast < Theme.LeastContrast(ink)
                     select $"{theme.Id}: {ink} {contrast:0.0} in {NameOf(palette)} palette");

    [Fact]
    public void A_bar_of_sixteen_colours_can_be_read_in_three_palettes() =>
        Assert.Empty(from theme in Coloured
                     from palette in new[] { Xterm, Solarized, Console }
                     let contrast = Contrast.Ratio(palette[theme.SixteenBar.Ink], palette[theme.SixteenBar.Ground])
                     where contrast < Contrast.Text
                     select $"{theme.Id}: {contrast:0.0} in {NameOf(palette)} palette");

    [Fact]
    public void A_key_on_a_bar_can_be_read_on_the_console() =>
        Assert.All(Coloured, theme => Assert.InRange(Contrast.Ratio(Console[theme.ConsoleBarKey], Console[theme.SixteenBar.Ground]), Contrast.Text, 21));

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void A_bar_has_one_ground_from_end_to_end_in_sixteen_colours(bool isLight)
    {
        var theme = isLight ? Theme.Light : Theme.Dark;
        Assert.All(from depth in SixteenDepths from ink in Enum.GetValues<Ink>() from paper in new[] { Paper.Bar, Paper.Selected } select (depth, ink, paper), c =>
        {
            var sent = theme.Sequence(new Cell("x", c.ink, c.paper, CellStyle.Bold), c.depth);
            Assert.Contains(isLight ? ";40m" : ";47m", sent, StringComparison.Ordinal);
            Assert.DoesNotContain(";7;", sent, StringComparison.Ordinal);
            Assert.DoesNotContain("0;2;", sent, StringComparison.Ordinal);
        });
    }

    [Fact]
    public void The_cursor_of_a_map_differs_from_every_letter_round_it_in_sixteen_colours() =>
        Assert.All(from theme in Coloured from ink in BlockInks select (theme, ink), c =>
            Assert.NotEqual(c.theme.Sequence(new Cell("x", c.ink, Paper.Normal, CellStyle.Block), ColourDepth.Sixteen),
                c.theme.Sequence(new Cell("x", c.ink, Paper.Normal, CellStyle.Block | CellStyle.Reverse), ColourDepth.Sixteen)));

    [Fact]
    public void No_sentence_is_reversed_or_underlined_in_sixteen_colours() =>
        Assert.All(from theme in Coloured from ink in new[] { Ink.Bad, Ink.Warning, Ink.Error, Ink.Futile, Ink.Muted } select (theme, ink), c =>
            Assert.DoesNotMatch(";[47](;|m)", c.theme.Sequence(new Cell("x", c.ink), ColourDepth.SixteenUnpainted)));

    [Fact]
    public void Bold_is_never_sent_with_one_of_sixteen_colours() =>
        Assert.DoesNotContain(from depth in SixteenDepths from ink in Enum.GetValues<Ink>() from paper in Enum.GetValues<Paper>() select (depth, ink, paper),
            c => Theme.Dark.Sequence(new Cell("x", c.ink, c.paper, CellStyle.Bold), c.depth).Contains(";1;", StringComparison.Ordinal));

    [Fact]
    public void The_console_is_sent_no_faint_which_it_shows_too_dark() =>
        Assert.DoesNotContain(Enum.GetValues<Ink>(), ink => Theme.Dark.Sequence(new Cell("x", ink), ColourDepth.Console).StartsWith("\e[0;2;", StringComparison.Ordinal));

    [Fact]
    public void Focus_verdicts_and_warnings_share_no_colour() =>
        Assert.All(Coloured, theme =>
        {
            var colours = new[] { Ink.Accent, Ink.Warning, Ink.Futile, Ink.FalseSkip, Ink.Migrated, Ink.SkippedPin }.Select(i => theme[i]).ToList();
            Assert.Equal(colours.Count, colours.Distinct().Count());
        });

    static readonly ColourDepth[] SixteenDepths = [ColourDepth.Sixteen, ColourDepth.SixteenUnpainted, ColourDepth.Console];

    static IEnumerable<Ink> BlockInks => Enum.GetValues<Ink>().Where(i => i is >= Ink.Migrated and < Ink.Code and not (Ink.Passive or Ink.Free));

    static int Shown(Theme theme, Ink ink) => Palette256.Rgb(theme.TwoFiftySix(ink));

    static string NameOf(int[] palette) => palette == Xterm ? "xterm's" : palette == Solarized ? "Solarized's" : "the console's";

    static ColourDepth DepthOf(int[] palette) => palette == Console ? ColourDepth.Console : ColourDepth.Sixteen;

    /// <summary>What the terminal has below the text, as its user has set it up; the console can show no bright ground.</summary>
    static int PaperOf(Theme theme, int[] palette) => palette == Console ? palette[theme == Theme.Light ? 7 : 0]
        : palette == Solarized ? palette[theme == Theme.Light ? 15 : 8] : palette[theme == Theme.Light ? 15 : 0];
}
