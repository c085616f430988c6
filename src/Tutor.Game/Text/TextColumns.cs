using System.Globalization;
using System.Text;
using Wcwidth;

namespace Tutor.Game.Text;

/// <summary>
/// How many columns of a terminal a text takes, counted in what a reader calls characters; by the tables of the Unicode
/// consortium that the package Wcwidth carries.
/// </summary>
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
                ? (glyph, UnicodeCalculator.GetWidth(rune) == 2 || glyph.Contains('\ufe0f') ? 2 : 1)
                : ("\u00b7", 1);
        }
    }

    /// <summary>The first of these that has no more columns; the last one where none fits.</summary>
    public static string FirstThatFits(int columns, params ReadOnlySpan<string> texts)
    {
        foreach (var text in texts)
        {
            if (Of(text) <= columns)
            {
                return text;
            }
        }

        return texts[^1];
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
}
