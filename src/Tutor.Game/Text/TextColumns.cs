using System.Globalization;
using System.Text;

namespace Tutor.Game.Text;

/// <summary>How many columns of a terminal a text takes, counted in what a reader calls characters.</summary>
static class TextColumns
{
    static readonly string[] Ascii = [.. Enumerable.Range(0, 128).Select(c => ((char)c).ToString())];

    public static int Of(string text)
    {
        var columns = 0;
        foreach (var (_, width) in Graphemes(text))
        {
            columns += width;
        }

        return columns;
    }

    /// <summary>The characters of a text with their columns: 1 or 2. Control characters become a middle dot.</summary>
    public static IEnumerable<(string Glyph, int Columns)> Graphemes(string text)
    {
        for (var i = 0; i < text.Length;)
        {
            if (text[i] < 128 && (i + 1 == text.Length || text[i + 1] < 128))
            {
                yield return (text[i] is < ' ' or '\u007f' ? "\u00b7" : Ascii[text[i]], 1);
                i++;
                continue;
            }

            var length = StringInfo.GetNextTextElementLength(text, i);
            var glyph = text.Substring(i, length);
            i += length;
            yield return Rune.TryGetRuneAt(glyph, 0, out var rune) && !Rune.IsControl(rune) && !IsFormat(rune)
                ? (glyph, IsWide(rune.Value) || glyph.Contains('\ufe0f') ? 2 : 1)
                : ("\u00b7", 1);
        }
    }

    /// <summary>The text cut to a number of columns, with an ellipsis if something is missing.</summary>
    public static string Fit(string text, int columns)
    {
        if (Of(text) <= columns)
        {
            return text;
        }

        var cut = new StringBuilder();
        var used = 0;
        foreach (var (glyph, width) in Graphemes(text))
        {
            if (used + width > columns - 1)
            {
                break;
            }

            cut.Append(glyph);
            used += width;
        }

        return columns <= 0 ? "" : cut.Append('\u2026').ToString();
    }

    /// <summary>Cut or filled with blanks to exactly this many columns.</summary>
    public static string Pad(string text, int columns, bool right = false)
    {
        var fit = Fit(text, columns);
        var blanks = new string(' ', Math.Max(0, columns - Of(fit)));
        return right ? blanks + fit : fit + blanks;
    }

    static bool IsFormat(Rune rune) => Rune.GetUnicodeCategory(rune)
        is UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator
        or UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark;

    /// <summary>East Asian wide and full-width characters, and emoji.</summary>
    static bool IsWide(int rune) =>
        rune is >= 0x1100 and <= 0x115F or >= 0x2E80 and <= 0x303E or >= 0x3041 and <= 0xA4CF or >= 0xA960 and <= 0xA97C
            or >= 0xAC00 and <= 0xD7A3 or >= 0xF900 and <= 0xFAFF or >= 0xFE30 and <= 0xFE6F or >= 0xFF00 and <= 0xFF60
            or >= 0xFFE0 and <= 0xFFE6 or >= 0x1F300 and <= 0x1F64F or >= 0x1F680 and <= 0x1F6FF
            or >= 0x1F900 and <= 0x1F9FF or >= 0x20000 and <= 0x3FFFD;
}
