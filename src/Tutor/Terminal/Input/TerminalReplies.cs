using System.Globalization;

namespace Tutor.Terminal.Input;

/// <summary>What terminals answer when they are asked, read out of what stands between its first and last bytes.</summary>
static class TerminalReplies
{
    /// <summary>An answer that is a control sequence with a mark before its numbers.</summary>
    public static TerminalInput? OfControl(ControlSequence sequence) => (sequence.Parameters[0], sequence.Final) switch
    {
        ('?', 'c') => new LastReply(sequence.Parameters[1..].Split(';').Contains("52")),
        ('?', 'u') => new KeyboardReply(),
        _ => null,
    };

    /// <summary>An answer to OSC (<c>]</c>) or DCS (<c>P</c>).</summary>
    public static TerminalInput? OfString(char kind, string text)
    {
        if (kind == ']')
        {
            return text.StartsWith("11;", StringComparison.Ordinal) && Colour(text[3..]) is { } rgb ? new BackgroundReply(rgb) : null;
        }

        // DECRQSS: 1 $ r, the attributes, m. Asked is what became of 1, 2, 3.
        return text.StartsWith("1$r", StringComparison.Ordinal) && text.EndsWith('m')
            ? new ColourReply(text.Replace(':', ';').Replace(";;", ";", StringComparison.Ordinal).Contains("48;2;1;2;3", StringComparison.Ordinal))
            : null;
    }

    /// <summary><c>rgb:hh/hh/hh</c> with one to four digits each, or <c>#hhhhhh</c>; null for anything else.</summary>
    static int? Colour(string text)
    {
        if (text is ['#', _, _, _, _, _, _] && int.TryParse(text[1..], NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var rgb))
        {
            return rgb;
        }

        var start = text.IndexOf(':', StringComparison.Ordinal);
        if (!text.StartsWith("rgb", StringComparison.Ordinal) || start < 0)
        {
            return null;
        }

        var colour = 0;
        var parts = text[(start + 1)..].Split('/');
        foreach (var part in parts.Take(3))
        {
            if (part.Length is 0 or > 4 || !int.TryParse(part, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var value))
            {
                return null;
            }

            colour = colour << 8 | value * 255 / ((1 << 4 * part.Length) - 1);
        }

        return parts.Length >= 3 ? colour : null;
    }
}
