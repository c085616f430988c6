using System.Buffers;
using Tutor.Core.Text;

namespace Tutor.Core.Levels.Yaml;

/// <summary>What the characters of one line are to YAML: dashes, keys, plain text. Offsets are the whole text's.</summary>
static class LineMarks
{
    /// <summary>What may stand behind a <c>|</c> or <c>&gt;</c>.</summary>
    static readonly SearchValues<char> HeaderMarks = SearchValues.Create("+-123456789");

    static readonly SearchValues<char> WordCharacters =
        SearchValues.Create("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_-.");

    /// <summary>Whether a value is <c>|</c> or <c>&gt;</c> with its marks: its text follows in the lines below.</summary>
    public static bool IsBlockHeader(ReadOnlySpan<char> value)
    {
        var header = value.IndexOf(" #") is >= 0 and var comment ? value[..comment] : value;
        return header.TrimEnd()[1..].IndexOfAnyExcept(HeaderMarks) < 0;
    }

    public static bool IsBeforeBracket(string text, int at, int end)
    {
        var blank = text.AsSpan(at, end - at).IndexOf(' ');
        return blank >= 0 && SkipBlank(text, at + blank, end) is var next && next < end && text[next] is '{' or '[';
    }

    public static bool IsDash(string text, int at, int end) => text[at] == '-' && (at + 1 >= end || text[at + 1] is ' ' or '\t');

    /// <summary>The offset of the colon that ends a key which begins here, or -1.</summary>
    public static int KeyEnd(string text, int at, int end)
    {
        if (at >= end || text[at] is '{' or '[' or '#' or '|' or '>' or '@' or '`' or '%' or ',' || IsDash(text, at, end))
        {
            return -1;
        }

        if (text[at] is '"' or '\'')
        {
            var close = FlowScanner.EndOfQuoted(text, at, end);
            var colon = close < 0 ? end : SkipBlank(text, close, end);
            return colon < end && text[colon] == ':' ? colon : -1;
        }

        for (var i = at; i < end; i++)
        {
            if (text[i] == ':' && (i + 1 >= end || text[i + 1] is ' ' or '\t'))
            {
                return i;
            }

            if (text[i] == '#' && i > at && text[i - 1] == ' ')
            {
                return -1;
            }
        }

        return -1;
    }

    public static int EndOfPlain(string text, int at, int end)
    {
        var comment = text.AsSpan(at, end - at).IndexOf(" #");
        return at + text.AsSpan(at, comment < 0 ? end - at : comment).TrimEnd().Length;
    }

    public static int SkipBlank(string text, int at, int end)
    {
        while (at < end && text[at] == ' ')
        {
            at++;
        }

        return at;
    }

    public static int WordLength(ReadOnlySpan<char> line)
    {
        var length = line.IndexOfAnyExcept(WordCharacters);
        return length < 0 ? line.Length : length;
    }

    /// <summary>The word that begins here, one character at least.</summary>
    public static TextSpan Word(string text, int at, int end) => new(at, Math.Max(1, WordLength(text.AsSpan(at, end - at))));
}
