using System.Collections.Concurrent;
using System.Globalization;

namespace Tutor.Game.Drawing;

/// <summary>How many colours the terminal shows.</summary>
enum ColourDepth : byte
{
    None,
    Sixteen,

    /// <summary>xterm's palette of 256, of which the last 240 look the same everywhere.</summary>
    TwoFiftySix,
    True,
}

/// <summary>A colour as red, green, blue, and the nearest of the sixteen (0 to 15), or the terminal's own (-1).</summary>
readonly record struct Colour(int Rgb, int Ansi)
{
    public static Colour Own { get; } = new(-1, -1);
}

/// <summary>What inks and papers look like. Every meaning that a colour has stands in a letter or a word too.</summary>
sealed partial class Theme
{
    readonly Colour[] _inks = new Colour[(int)Ink.CodeComment + 1];
    readonly Colour[] _papers = new Colour[(int)Paper.Code + 1];
    readonly ConcurrentDictionary<(Ink, Paper, CellStyle, ColourDepth), string> _sequences = [];

    Theme(string id, string title)
    {
        Id = id;
        Title = title;
    }

    public string Id { get; }

    public string Title { get; }

    public Colour this[Ink ink] => _inks[(int)ink];

    public Colour this[Paper paper] => _papers[(int)paper];

    /// <summary>The escape sequence that sets exactly this look, whatever was set before.</summary>
    public string Sequence(in Cell cell, ColourDepth depth)
    {
        var key = (cell.Ink, cell.Paper, cell.Style, depth);
        return _sequences.TryGetValue(key, out var sequence) ? sequence : _sequences[key] = Make(cell, depth);
    }

    string Make(in Cell cell, ColourDepth depth)
    {
        var style = cell.Style;
        if (depth == ColourDepth.None || this == Mono)
        {
            style |= WithoutColour(cell.Ink);
            style ^= cell.Paper is Paper.Selected or Paper.Bar ? CellStyle.Reverse : CellStyle.None;
        }

        var codes = "0"
            + (style.HasFlag(CellStyle.Bold) ? ";1" : "") + (style.HasFlag(CellStyle.Faint) ? ";2" : "")
            + (style.HasFlag(CellStyle.Italic) ? ";3" : "") + (style.HasFlag(CellStyle.Underline) ? ";4" : "")
            + (style.HasFlag(CellStyle.Reverse) ? ";7" : "");
        if (depth != ColourDepth.None)
        {
            codes += Code(this[cell.Ink], depth, isPaper: false) + Code(this[cell.Paper], depth, isPaper: true);
        }

        return $"\e[{codes}m";
    }

    static CellStyle WithoutColour(Ink ink) => ink switch
    {
        Ink.Strong or Ink.Title or Ink.Accent or Ink.Key or Ink.Bad or Ink.Futile or Ink.FalseSkip or Ink.Good => CellStyle.Bold,
        Ink.Link => CellStyle.Underline,
        Ink.Error or Ink.Warning => CellStyle.Bold | CellStyle.Underline,
        _ => CellStyle.None,
    };

    static string Code(Colour colour, ColourDepth depth, bool isPaper)
    {
        if (colour.Rgb < 0)
        {
            return "";
        }

        if (depth == ColourDepth.True)
        {
            return string.Create(CultureInfo.InvariantCulture,
                $";{(isPaper ? 48 : 38)};2;{colour.Rgb >> 16 & 255};{colour.Rgb >> 8 & 255};{colour.Rgb & 255}");
        }

        if (depth == ColourDepth.TwoFiftySix)
        {
            return string.Create(CultureInfo.InvariantCulture, $";{(isPaper ? 48 : 38)};5;{Palette256.Nearest(colour.Rgb)}");
        }

        var base16 = colour.Ansi < 8 ? (isPaper ? 40 : 30) + colour.Ansi : (isPaper ? 100 : 90) + colour.Ansi - 8;
        return ";" + base16.ToString(CultureInfo.InvariantCulture);
    }
}
