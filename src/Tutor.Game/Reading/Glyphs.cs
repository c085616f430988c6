using System.Collections.Frozen;
using System.Text;
using Tutor.Game.Text;

namespace Tutor.Game.Reading;

/// <summary>
/// The characters that draw frames and marks; all are one column wide. Everything is drawn with them: for a terminal
/// that has ASCII alone the finished picture is translated, and so are the lines of the game without screens.
/// </summary>
static class Glyphs
{
    public const string Horizontal = "─";
    public const string DoubleHorizontal = "═";
    public const string Vertical = "│";
    public const string Thumb = "┃";
    public const string Bullet = "•";
    public const string Check = "✓";
    public const string Cross = "✗";
    public const string Arrow = "▸";
    public const string Down = "↓";
    public const string Gold = "★★★";
    public const string Silver = "★★☆";
    public const string Pass = "★☆☆";
    public const string Full = "█";
    public const string Circle = "○";
    public const string AtMost = "≤";
    public const string AtLeast = "≥";

    /// <summary>From a low bar to a whole cell.</summary>
    public const string Bars = "▁▂▃▄▅▆▇█";

    /// <summary>By the arms of a piece of a frame: 1 up, 2 right, 4 down, 8 left.</summary>
    const string Joints = " ╵╶└╷│┌├╴┘─┴┐┤┬┼";

    /// <summary>What replaces a mark on a terminal with ASCII alone. Some marks need two characters to stay clear.</summary>
    static readonly FrozenDictionary<string, string> Marks = Rows().ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>What stands for a character of a text there.</summary>
    static readonly FrozenDictionary<string, string> Letters = new Dictionary<string, string>
    {
        ["…"] = ".", ["–"] = "-", ["—"] = "-", ["−"] = "-", ["‘"] = "'", ["’"] = "'", ["“"] = "\"", ["”"] = "\"", ["×"] = "x",
        ["·"] = "*", ["→"] = ">",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>The piece of a frame with these arms.</summary>
    public static char Joint(int arms) => Joints[arms];

    /// <summary>The arms of a piece of a frame; 0 for anything else.</summary>
    public static int ArmsOf(char glyph) => Math.Max(0, Joints.IndexOf(glyph));

    /// <summary>A character as a terminal with ASCII alone can show it: its nearest, or a question mark.</summary>
    public static string Ascii(string glyph) =>
        glyph.All(char.IsAscii) ? glyph : Marks.GetValueOrDefault(glyph) ?? Letters.GetValueOrDefault(glyph) ?? "?";

    /// <summary>
    /// A text with its marks in ASCII and all other characters as they are. A screen reader would spell the marks out, and a
    /// dumb terminal would show question marks.
    /// </summary>
    public static string WithoutMarks(string text)
    {
        if (text.All(char.IsAscii))
        {
            return text;
        }

        var said = new StringBuilder();
        foreach (var (glyph, _) in TextColumns.Graphemes(text))
        {
            said.Append(Marks.GetValueOrDefault(glyph, glyph));
        }

        return said.ToString();
    }

    static IEnumerable<KeyValuePair<string, string>> Rows()
    {
        for (var arms = 1; arms < Joints.Length; arms++)
        {
            yield return new(Joints[arms].ToString(), arms == 5 ? "|" : arms == 10 ? "-" : "+");
        }

        const string bars = ".:-=+*%#";
        for (var i = 0; i < bars.Length; i++)
        {
            yield return new(Bars[i..(i + 1)], bars[i..(i + 1)]);
        }

        foreach (var (mark, ascii) in new[]
        {
            (DoubleHorizontal, "="), (Thumb, "#"), (Bullet, "*"), (Check, "v"), (Cross, "x"), (Arrow, ">"), (Down, "v"),
            ("★", "*"), ("☆", " "), (Circle, "o"), (AtMost, "<="), (AtLeast, ">="),
        })
        {
            yield return new(mark, ascii);
        }
    }
}
