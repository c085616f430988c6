namespace Tutor.Core.Predicates.Syntax;

/// <summary>What a token is; enough for the parser and for colours.</summary>
public enum TokenKind : byte
{
    EndOfText,
    Whitespace,
    Comment,

    /// <summary>A comment without its end.</summary>
    OpenComment,

    /// <summary><c>#define</c> and the like, to the end of the line.</summary>
    Directive,
    Name,

    /// <summary>A word of C: <c>if</c>, <c>unsigned</c>, and the words that are refused
    /// (<c>while</c>).</summary>
    Keyword,
    Number,

    /// <summary>A character literal or a string, closed or not.</summary>
    Quoted,
    Operator,

    /// <summary><c>( ) { } [ ] , ;</c></summary>
    Punctuation,

    /// <summary>A character that C does not know.</summary>
    Bad,
}

/// <summary>A piece of the text.</summary>
/// <param name="Start">Offset of its first code unit.</param>
/// <param name="Length">Code units.</param>
/// <param name="Operator">Which operator or punctuation; <see cref="Symbol.None"/> for the rest.</param>
/// <param name="Keyword">Which word of C; <see cref="Syntax.Keyword.None"/> for the rest.</param>
public readonly record struct Token(TokenKind Kind, int Start, int Length, Symbol Operator, Keyword Keyword)
{
    public int End => Start + Length;

    public Text.TextSpan Span => new(Start, Length);
}
