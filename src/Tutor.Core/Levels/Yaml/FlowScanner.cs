using Tutor.Core.Text;

namespace Tutor.Core.Levels.Yaml;

/// <summary>
/// Reads what stands between brackets, as YAML does, and stops at the first slip: where a parser says only that
/// something ended too early, this says what began it.
/// </summary>
/// <param name="stop">Offset at which the brackets must have been closed: the next line that stands no deeper.</param>
sealed class FlowScanner(string text, int stop)
{
    readonly Stack<(int At, bool IsMapping)> _open = new();

    public YamlSlip? Slip { get; private set; }

    /// <summary>Reads from an opening bracket to behind its closing one; what <see cref="Slip"/> says, it stopped at.</summary>
    public int Read(int at)
    {
        var isValue = false;
        do
        {
            at = SkipBlank(at);
            if (at >= stop)
            {
                var (open, _) = _open.Count > 0 ? _open.Peek() : (at, false);
                Slip = YamlSlip.OpenBracket(open, text[open]);
                return stop;
            }

            (at, isValue) = text[at] switch
            {
                '{' or '[' => Open(at),
                '}' or ']' => Close(at),
                ',' => (at + 1, false),
                ':' when IsColon(at) => (at + 1, true),
                '"' or '\'' => (Quoted(at), isValue),
                _ => (Plain(at, isValue), isValue),
            };
        }
        while (_open.Count > 0 && Slip is null);

        return at;
    }

    (int At, bool IsValue) Open(int at)
    {
        _open.Push((at, text[at] == '{'));
        return (at + 1, false);
    }

    (int At, bool IsValue) Close(int at)
    {
        var (open, isMapping) = _open.Pop();
        if (isMapping != (text[at] == '}'))
        {
            Slip = YamlSlip.OpenBracket(open, text[open]);
        }

        return (Behind(at + 1), false);
    }

    int Quoted(int at)
    {
        var end = EndOfQuoted(text, at, stop);
        if (end < 0)
        {
            Slip = YamlSlip.OpenQuote(at, text[at]);
            return stop;
        }

        return end < stop && !char.IsWhiteSpace(text[end]) && text[end] is not (',' or ':' or '}' or ']')
            ? Fail(YamlSlip.AfterQuote(text, end))
            : Behind(end);
    }

    /// <summary>What follows a whole entry: a comma, a colon, a bracket. Anything else is a slip.</summary>
    int Behind(int at)
    {
        var next = SkipBlank(at);
        if (_open.Count == 0 || next >= stop || text[next] is ',' or '}' or ']' || IsColon(next))
        {
            return at;
        }

        var word = WordAt(next);
        var quote = text[at - 1] is '"' or '\'' && !LooksLikeEntry(next, word);
        return Fail(quote ? YamlSlip.AfterQuote(text, at) : YamlSlip.MissingComma(next, word));
    }

    int Plain(int at, bool isValue)
    {
        var first = text[at];
        var end = at;
        while (end < stop && !IsEndOfPlain(end))
        {
            end++;
        }

        var trimmed = text.AsSpan(at, end - at).TrimEnd().Length;
        var span = new TextSpan(at, Math.Max(1, trimmed));
        if (first is '!' or '@' or '`' or '%' or '|' or '>' || (first is '&' or '*' && text.AsSpan(at, trimmed).Contains(' ')))
        {
            return Fail(YamlSlip.Indicator(span, first, isInBrackets: true));
        }

        if (isValue && end < stop && IsColon(end) && _open.Peek().IsMapping)
        {
            var last = text.AsSpan(at, trimmed);
            var blank = last.LastIndexOf(' ');
            var word = last[(blank + 1)..].ToString();
            // One word, and then another with a colon: 'anon: 50 file: 20'. A key begins with a letter: 'Linux 6.1: mm' is one text.
            return Fail(blank > 0 && last[..blank].TrimEnd().IndexOf(' ') < 0 && char.IsAsciiLetterLower(word[0]) && KebabName.Is(word.Replace('_', '-'))
                ? YamlSlip.MissingComma(at + blank + 1, word)
                : YamlSlip.ColonInside(TextSpan.FromBounds(at, end + 1)));
        }

        return Math.Max(end, at + 1);
    }

    bool IsEndOfPlain(int at) =>
        text[at] is ',' or '[' or ']' or '{' or '}' || IsColon(at) || (text[at] == '#' && at > 0 && char.IsWhiteSpace(text[at - 1]));

    bool IsColon(int at) => text[at] == ':' && (at + 1 >= text.Length || char.IsWhiteSpace(text[at + 1]) || text[at + 1] is ',' or '[' or ']' or '{' or '}'
        || (at > 0 && text[at - 1] is '"' or '\''));

    bool LooksLikeEntry(int at, string word) =>
        text[at] is '"' or '\'' or '{' or '[' || (word.Length > 0 && at + word.Length < stop && text[at + word.Length] == ':');

    string WordAt(int at)
    {
        var end = at;
        while (end < stop && (char.IsLetterOrDigit(text[end]) || text[end] is '_' or '-'))
        {
            end++;
        }

        return text[at..Math.Max(end, Math.Min(stop, at + 1))];
    }

    int SkipBlank(int at)
    {
        while (at < stop && (char.IsWhiteSpace(text[at]) || (text[at] == '#' && at > 0 && char.IsWhiteSpace(text[at - 1]))))
        {
            if (text[at] == '#')
            {
                while (at < stop && text[at] is not ('\n' or '\r'))
                {
                    at++;
                }
            }
            else
            {
                at++;
            }
        }

        return at;
    }

    int Fail(YamlSlip slip)
    {
        Slip = slip;
        return stop;
    }

    /// <summary>Behind the quote that closes the one at <paramref name="at"/>, or -1.</summary>
    public static int EndOfQuoted(string text, int at, int stop)
    {
        var quote = text[at];
        for (var i = at + 1; i < stop; i++)
        {
            if (text[i] == '\\' && quote == '"')
            {
                i++;
            }
            else if (text[i] == quote)
            {
                if (quote == '"' || i + 1 >= stop || text[i + 1] != '\'')
                {
                    return i + 1;
                }

                i++;
            }
        }

        return -1;
    }
}
