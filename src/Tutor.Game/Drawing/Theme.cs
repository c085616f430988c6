using System.Globalization;
using Tutor.Game.Reading;

namespace Tutor.Game.Drawing;

/// <summary>How many colours the terminal shows.</summary>
enum ColourDepth : byte
{
    None,
    Sixteen,

    /// <summary>The same on the terminal's own background, which is known to fit the theme.</summary>
    SixteenUnpainted,

    /// <summary>xterm's palette of 256, of which the last 240 look the same everywhere.</summary>
    TwoFiftySix,
    True,

    /// <summary>The Linux console's sixteen: its faint is too dark to read, and its underline another colour.</summary>
    Console,
}

/// <summary>What inks and papers look like. Every meaning that a colour has stands in a letter or a word too.</summary>
sealed partial class Theme
{
    /// <summary>Per cent of the ink in a block's colour: as much as leaves the letter its contrast, and less on every other pageblock.</summary>
    int BlockShare(Paper paper) => (this == Light ? 5 : 12) + (paper == Paper.Code ? this == Light ? 7 : 10 : 0);

    readonly int[] _inks = new int[(int)Ink.CodeComment + 1];
    readonly int[] _papers = new int[(int)Paper.Code + 1];

    /// <summary>By depth, and in it by ink, paper and style: made when first asked for, by whatever thread.</summary>
    readonly string?[]?[] _sequences = new string?[Enum.GetValues<ColourDepth>().Length][];

    public string Id { get; }

    public string Title { get; }

    /// <summary>Red, green, blue in the lower 24 bits.</summary>
    public int this[Ink ink] => _inks[(int)ink];

    public int this[Paper paper] => _papers[(int)paper];

    /// <summary>The escape sequence that sets exactly this look, whatever was set before.</summary>
    public string Sequence(in Cell cell, ColourDepth depth)
    {
        const int styles = (int)CellStyle.Block * 2;
        // The video of an ink is its letters': blanks between them have none.
        var ink = cell.Letter == ' ' && IsSixteen(depth) ? Ink.Text : cell.Ink;
        var made = _sequences[(int)depth] ??= new string?[_inks.Length * _papers.Length * styles];
        return made[((int)ink * _papers.Length + (int)cell.Paper) * styles + (int)cell.Style] ??= Make(cell with { Ink = ink }, depth);
    }

    string Make(in Cell cell, ColourDepth depth)
    {
        var kept = this == Mono ? ColourDepth.None : depth;
        var style = StyleOf(cell, kept);
        var codes = "0"
            + (style.HasFlag(CellStyle.Bold) ? ";1" : "") + (style.HasFlag(CellStyle.Faint) ? ";2" : "")
            + (style.HasFlag(CellStyle.Italic) ? ";3" : "") + (style.HasFlag(CellStyle.Underline) ? ";4" : "")
            + (style.HasFlag(CellStyle.Reverse) ? ";7" : "");
        return $"\e[{codes}{Colours(cell, kept)}m";
    }

    CellStyle StyleOf(in Cell cell, ColourDepth depth) => depth switch
    {
        ColourDepth.None => (cell.Style | WithoutColour(cell.Ink)) ^ (IsBar(cell.Paper) ? CellStyle.Reverse : CellStyle.None),
        ColourDepth.Sixteen or ColourDepth.SixteenUnpainted or ColourDepth.Console => SixteenStyle(cell, depth),
        ColourDepth.TwoFiftySix or ColourDepth.True => cell.Style,
    };

    /// <summary>Rows that have one ground from end to end.</summary>
    static bool IsBar(Paper paper) => paper is Paper.Selected or Paper.Bar;

    string Colours(in Cell cell, ColourDepth depth) => depth switch
    {
        ColourDepth.None => "",
        ColourDepth.Sixteen or ColourDepth.SixteenUnpainted or ColourDepth.Console => SixteenColours(cell, depth),
        ColourDepth.TwoFiftySix => string.Create(CultureInfo.InvariantCulture,
            $";38;5;{TwoFiftySix(cell.Ink)};48;5;{Under256(cell)}"),
        ColourDepth.True => True(38, this[cell.Ink]) + True(48, Under(cell)),
    };

    /// <summary>
    /// Every other pageblock has no colour below its letters: the palette has no second one of every hue that is as dark,
    /// or as light.
    /// </summary>
    int Under256(in Cell cell) => cell.Style.HasFlag(CellStyle.Block) && cell.Paper != Paper.Code ? Block256(cell.Ink) : TwoFiftySix(cell.Paper);

    int Under(in Cell cell) => cell.Style.HasFlag(CellStyle.Block) ? Dimmed(cell.Ink, cell.Paper) : this[cell.Paper];

    /// <summary>An ink as a paper for its own letter: mostly the paper that would lie there.</summary>
    public int Dimmed(Ink ink, Paper paper)
    {
        int Mixed(int shift) => ((this[ink] >> shift & 255) * BlockShare(paper) + (this[paper] >> shift & 255) * (100 - BlockShare(paper))) / 100 << shift;
        return Mixed(16) | Mixed(8) | Mixed(0);
    }

    static CellStyle WithoutColour(Ink ink) => ink switch
    {
        Ink.Strong or Ink.Title or Ink.Accent or Ink.Key or Ink.Bad or Ink.Futile or Ink.FalseSkip or Ink.Good => CellStyle.Bold,
        Ink.Error or Ink.Warning => CellStyle.Bold,
        Ink.Link => CellStyle.Underline,
        Ink.Text or Ink.Muted or Ink.Border or Ink.Migrated or Ink.SkippedPin or Ink.Passive => CellStyle.None,
        Ink.Anon or Ink.File or Ink.Shmem or Ink.Pinned or Ink.Driver or Ink.Kernel or Ink.Free => CellStyle.None,
        Ink.Code or Ink.CodeName or Ink.CodeWord or Ink.CodeNumber or Ink.CodeComment => CellStyle.None,
    };

    static string True(int what, int rgb) =>
        string.Create(CultureInfo.InvariantCulture, $";{what};2;{rgb >> 16 & 255};{rgb >> 8 & 255};{rgb & 255}");
}
