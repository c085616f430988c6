namespace Tutor.Core.Predicates.Syntax;

/// <summary>
/// Cuts a text into tokens. Never fails: every code unit belongs to exactly one token, and what C does not
/// know is <see cref="TokenKind.Bad"/>. The editor colours by it; the parser leaves out blanks and comments.
/// </summary>
public struct Lexer(string text)
{
    readonly string _text = text;
    int _at;

    /// <summary>Every token of a text, blanks and comments included, without <see cref="TokenKind.EndOfText"/>.</summary>
    public static IReadOnlyList<Token> Tokens(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var tokens = new List<Token>();
        var lexer = new Lexer(text);
        for (var token = lexer.Next(); token.Kind != TokenKind.EndOfText; token = lexer.Next())
        {
            tokens.Add(token);
        }

        return tokens;
    }

    /// <summary>The next token; at the end <see cref="TokenKind.EndOfText"/>, again and again.</summary>
    public Token Next()
    {
        var start = _at;
        if (start >= _text.Length)
        {
            return new Token(TokenKind.EndOfText, _text.Length, 0, Symbol.None, Keyword.None);
        }

        var c = _text[start];
        if (IsBlank(c) || IsSplice(start))
        {
            return Blanks(start);
        }

        if (char.IsAsciiLetter(c) || c == '_')
        {
            return Word(start);
        }

        if (char.IsAsciiDigit(c) || (c == '.' && char.IsAsciiDigit(Peek(1))))
        {
            return Number(start);
        }

        return c switch
        {
            '/' when Peek(1) == '/' => ToLineEnd(start, TokenKind.Comment),
            '/' when Peek(1) == '*' => BlockComment(start),
            '#' => ToLineEnd(start, TokenKind.Directive),
            '\'' or '"' => Quoted(start, c),
            _ => Operator(start),
        };
    }

    readonly char Peek(int ahead) => _at + ahead < _text.Length ? _text[_at + ahead] : '\0';

    static bool IsBlank(char c) => c is ' ' or '\t' or '\n' or '\r' or '\v' or '\f';

    /// <summary>A backslash at the end of a line joins it to the next.</summary>
    readonly bool IsSplice(int at) =>
        _text[at] == '\\' && at + 1 < _text.Length && (_text[at + 1] is '\n' or '\r');

    Token Take(TokenKind kind, int start, int end, Symbol symbol = Symbol.None,
        Keyword keyword = Keyword.None)
    {
        _at = end;
        return new Token(kind, start, end - start, symbol, keyword);
    }

    Token Blanks(int start)
    {
        var end = start + 1;
        while (end < _text.Length && (IsBlank(_text[end]) || IsSplice(end)))
        {
            end++;
        }

        return Take(TokenKind.Whitespace, start, end);
    }

    Token Word(int start)
    {
        var end = start + 1;
        while (end < _text.Length && (char.IsAsciiLetterOrDigit(_text[end]) || _text[end] == '_'))
        {
            end++;
        }

        var word = _text.AsSpan(start, end - start);
        var symbol = SyntaxFacts.WordOperator(word);
        if (symbol != Symbol.None)
        {
            return Take(TokenKind.Operator, start, end, symbol);
        }

        var keyword = SyntaxFacts.KeywordOf(word);
        return keyword == Keyword.None
            ? Take(TokenKind.Name, start, end)
            : Take(TokenKind.Keyword, start, end, Symbol.None, keyword);
    }

    /// <summary>As greedy as C's own: <c>12ab.5</c> is one (wrong) number, not a number and a name.</summary>
    Token Number(int start)
    {
        var end = start + 1;
        while (end < _text.Length && (char.IsAsciiLetterOrDigit(_text[end]) || _text[end] is '_' or '.'))
        {
            end++;
        }

        return Take(TokenKind.Number, start, end);
    }

    Token ToLineEnd(int start, TokenKind kind)
    {
        var end = start;
        while (end < _text.Length && _text[end] is not '\n' and not '\r')
        {
            end++;
        }

        return Take(kind, start, end);
    }

    Token BlockComment(int start)
    {
        var close = _text.IndexOf("*/", start + 2, StringComparison.Ordinal);
        return close < 0
            ? Take(TokenKind.OpenComment, start, _text.Length)
            : Take(TokenKind.Comment, start, close + 2);
    }

    Token Quoted(int start, char quote)
    {
        var end = start + 1;
        while (end < _text.Length && _text[end] != quote && _text[end] is not '\n' and not '\r')
        {
            end += _text[end] == '\\' && end + 1 < _text.Length ? 2 : 1;
        }

        return Take(TokenKind.Quoted, start,
            Math.Min(_text.Length, end < _text.Length && _text[end] == quote ? end + 1 : end));
    }

    Token Operator(int start)
    {
        var (symbol, length) = Longest(_text[start], Peek(1), Peek(2));
        if (symbol == Symbol.None)
        {
            var pair = char.IsHighSurrogate(_text[start]) && char.IsLowSurrogate(Peek(1));
            return Take(TokenKind.Bad, start, start + (pair ? 2 : 1));
        }

        var kind = symbol <= Symbol.Semicolon ? TokenKind.Punctuation : TokenKind.Operator;
        return Take(kind, start, start + length, symbol);
    }

    static (Symbol Symbol, int Length) Longest(char c, char next, char third) => (c, next, third) switch
    {
        ('<', '<', '=') => (Symbol.ShiftLeftAssign, 3),
        ('>', '>', '=') => (Symbol.ShiftRightAssign, 3),
        ('.', '.', '.') => (Symbol.Ellipsis, 3),
        ('<', '<', _) => (Symbol.ShiftLeft, 2),
        ('>', '>', _) => (Symbol.ShiftRight, 2),
        ('<', '=', _) => (Symbol.LessEqual, 2),
        ('>', '=', _) => (Symbol.GreaterEqual, 2),
        ('=', '=', _) => (Symbol.Equal, 2),
        ('!', '=', _) => (Symbol.NotEqual, 2),
        ('&', '&', _) => (Symbol.AndAnd, 2),
        ('|', '|', _) => (Symbol.OrOr, 2),
        ('+', '+', _) => (Symbol.Increment, 2),
        ('-', '-', _) => (Symbol.Decrement, 2),
        ('-', '>', _) => (Symbol.Arrow, 2),
        ('+', '=', _) => (Symbol.PlusAssign, 2),
        ('-', '=', _) => (Symbol.MinusAssign, 2),
        ('*', '=', _) => (Symbol.StarAssign, 2),
        ('/', '=', _) => (Symbol.SlashAssign, 2),
        ('%', '=', _) => (Symbol.PercentAssign, 2),
        ('&', '=', _) => (Symbol.AndAssign, 2),
        ('^', '=', _) => (Symbol.XorAssign, 2),
        ('|', '=', _) => (Symbol.OrAssign, 2),
        ('<', _, _) => (Symbol.Less, 1),
        ('>', _, _) => (Symbol.Greater, 1),
        ('=', _, _) => (Symbol.Assign, 1),
        ('!', _, _) => (Symbol.Not, 1),
        ('~', _, _) => (Symbol.Tilde, 1),
        ('&', _, _) => (Symbol.And, 1),
        ('|', _, _) => (Symbol.Or, 1),
        ('^', _, _) => (Symbol.Xor, 1),
        ('+', _, _) => (Symbol.Plus, 1),
        ('-', _, _) => (Symbol.Minus, 1),
        ('*', _, _) => (Symbol.Star, 1),
        ('/', _, _) => (Symbol.Slash, 1),
        ('%', _, _) => (Symbol.Percent, 1),
        ('?', _, _) => (Symbol.Question, 1),
        (':', _, _) => (Symbol.Colon, 1),
        ('.', _, _) => (Symbol.Dot, 1),
        (',', _, _) => (Symbol.Comma, 1),
        (';', _, _) => (Symbol.Semicolon, 1),
        ('(', _, _) => (Symbol.OpenParen, 1),
        (')', _, _) => (Symbol.CloseParen, 1),
        ('{', _, _) => (Symbol.OpenBrace, 1),
        ('}', _, _) => (Symbol.CloseBrace, 1),
        ('[', _, _) => (Symbol.OpenBracket, 1),
        (']', _, _) => (Symbol.CloseBracket, 1),
        _ => (Symbol.None, 1),
    };
}
