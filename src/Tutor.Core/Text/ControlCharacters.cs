namespace Tutor.Core.Text;

/// <summary>
/// Characters that a terminal obeys instead of showing them: C0 but tab and line breaks, DEL, C1, and those that turn
/// the direction of writing (Unicode's bidirectional controls), with which a text can pose as another.
/// </summary>
public static class ControlCharacters
{
    /// <summary>What stands for one on the screen.</summary>
    public const char Shown = '\u00b7';

    /// <summary>Where the first stands, or -1.</summary>
    public static int IndexIn(ReadOnlySpan<char> text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (IsControl(text[i]))
            {
                return i;
            }
        }

        return -1;
    }

    public static bool IsControl(char c) =>
        (char.IsControl(c) && c is not ('\t' or '\n' or '\r'))
        || c is '\u061c' or '\u200e' or '\u200f' or (>= '\u202a' and <= '\u202e') or (>= '\u2066' and <= '\u2069');

    /// <summary>The text with a dot for each of them.</summary>
    public static string Neutralise(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return IndexIn(text) < 0 ? text : string.Create(text.Length, text, static (shown, raw) =>
        {
            for (var i = 0; i < raw.Length; i++)
            {
                shown[i] = IsControl(raw[i]) ? Shown : raw[i];
            }
        });
    }
}
