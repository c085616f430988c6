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
    const string ControlDot = "\u00b7";

    static readonly string[] Letters = [.. Enumerable.Range(0, 128).Select(c => ((char)c).ToString())];

    /// <summary>A UTF-16 unit as a text.</summary>
    public static string Letter(char unit) => unit < 128 ? Letters[unit] : unit.ToString();

    /// <summary>Every unit is a letter of ASCII, which shows as itself in one column.</summary>
    public static bool IsPlain(ReadOnlySpan<char> text) => !text.ContainsAnyExceptInRange(' ', '~');

    public static int Of(string text) => Of(text.AsSpan());

    public static int Of(ReadOnlySpan<char> text)
    {
        if (Ascii.IsValid(text))
        {
            return text.Length;
        }

        var columns = 0;
        foreach (var (_, width) in Graphemes(text.ToString()))
        {
            columns += width;
        }

        return columns;
    }

    /// <summary>The characters of a text with their columns: 1 or 2. Control characters become a middle dot.</summary>
    public static GraphemeEnumerator Graphemes(string text) => new(text);

    /// <summary>Goes through a text without keeping anything: it is done for every text of every picture.</summary>
    public struct GraphemeEnumerator(string text)
    {
        int _next;

        public (string Glyph, int Columns) Current { get; private set; }

        public readonly GraphemeEnumerator GetEnumerator() => this;

        public bool MoveNext()
        {
            if (_next >= text.Length)
            {
                return false;
            }

            var letter = text[_next];
            // What follows may be combined with it, but never if both are ASCII.
            if (letter < 128 && (_next + 1 == text.Length || text[_next + 1] < 128))
            {
                Current = (letter is < ' ' or '\u007f' ? ControlDot : Letters[letter], 1);
                _next++;
                return true;
            }

            var length = StringInfo.GetNextTextElementLength(text, _next);
            var glyph = length == 1 ? Letter(letter) : text.Substring(_next, length);
            _next += length;
            Current = Rune.TryGetRuneAt(glyph, 0, out var rune) && !Rune.IsControl(rune) && !IsFormat(rune)
                ? (glyph, UnicodeCalculator.GetWidth(rune) == 2 || glyph.Contains('\ufe0f') ? 2 : 1)
                : (ControlDot, 1);
            return true;
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
