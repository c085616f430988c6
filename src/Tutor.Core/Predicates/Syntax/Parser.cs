using System.Collections.Immutable;
using System.Text;
using Tutor.Core.Text;

namespace Tutor.Core.Predicates.Syntax;

/// <summary>What a text reads as.</summary>
/// <param name="Root">Complete even after errors, with <see cref="MissingSyntax"/> in the gaps.</param>
/// <param name="NodeCount">Parts, as <see cref="PredicateLimits.Nodes"/> counts them.</param>
/// <param name="IsWhole">
/// Whether the tree says all that the text does, but for what the language knows and refuses: then the names in it can
/// be looked up in spite of the errors.
/// </param>
/// <param name="SkippedNames">Names in the parts that were read over; any of them may be declared there.</param>
public sealed record ParseResult(
    PredicateSyntax Root, int NodeCount, bool IsWhole, IReadOnlySet<string> SkippedNames, ImmutableArray<Diagnostic> Diagnostics)
{
    public bool HasErrors => Diagnostics.Any(d => d.IsError);
}

/// <summary>
/// Recursive descent over C's grammar, as far as the language goes. Never throws: what C has and the
/// language has not is recognised and refused by name, then reading goes on behind it.
/// </summary>
sealed partial class Parser
{
    readonly SourceText _source;
    readonly DiagnosticBag _diagnostics = new();
    readonly List<Token> _tokens = [];
    readonly Dictionary<string, string> _names = new(StringComparer.Ordinal);
    readonly HashSet<string> _skippedNames = new(StringComparer.Ordinal);
    readonly HashSet<DiagnosticCode> _refusedOnce = [];
    bool _isBroken;
    int _loopDepth;
    int _at;
    int _depth;
    int _nodeCount;
    int _lastErrorAt = -1;
    int _lastBadEnd = -1;

    Parser(SourceText source) => _source = source;

    Token Current => _tokens[_at];

    Token Ahead => _tokens[Math.Min(_at + 1, _tokens.Count - 1)];

    bool AtEnd => Current.Kind == TokenKind.EndOfText;

    public static ParseResult Parse(SourceText source)
    {
        ArgumentNullException.ThrowIfNull(source);
        var parser = new Parser(source);
        var root = parser.ParsePredicate();
        return new ParseResult(root, parser._nodeCount, !parser._isBroken, parser._skippedNames, parser._diagnostics.ToImmutable());
    }

    PredicateSyntax ParsePredicate()
    {
        if (_source.Length > PredicateLimits.SourceBytes
            || Encoding.UTF8.GetByteCount(_source.Text) > PredicateLimits.SourceBytes)
        {
            _isBroken = true;
            _diagnostics.Report(LimitCodes.PredicateTooLong, _source, new TextSpan(0, 1),
                "a predicate has at most 64 KiB of source",
                "the kernel's own is one line: was the right text pasted?");
            return Missing();
        }

        if (PastedText.Find(_source) is { } pasted)
        {
            _isBroken = true;
            _diagnostics.Add(pasted);
            return Missing();
        }

        ReadTokens();
        if (AtEnd)
        {
            _isBroken = true;
            if (!_diagnostics.HasErrors)
            {
                _diagnostics.Report(SyntaxCodes.Empty, _source, Current.Span, "the predicate is empty",
                    "'false' skips nothing, 'true' skips every page");
            }

            return Missing();
        }

        return StartsDeclaration(Current) || StartsMacroLine() ? ParseFunctions() : ParseWholeExpression();
    }

    PredicateSyntax Missing() =>
        new(new TextSpan(0, _source.Length), new MissingSyntax(new TextSpan(0, 0)), []);

    PredicateSyntax ParseWholeExpression()
    {
        if (Current is { Kind: TokenKind.Keyword } or { Operator: Symbol.OpenBrace }
            && IsStatementStart(Current))
        {
            Error(SyntaxCodes.OutsideFunction, Current.Span, $"{Quote(Current)} stands outside a function",
                "write the bare condition, or a whole function: bool skip(struct page *page) { … }");
            return Missing();
        }

        var expression = ParseExpression();
        if (Current.Operator == Symbol.Semicolon && Ahead.Kind == TokenKind.EndOfText)
        {
            Error(SyntaxCodes.Semicolon, Current.Span, "an expression has no ';' at its end",
                "take the ';' away");
        }
        else if (Current.Operator == Symbol.Semicolon)
        {
            Error(SyntaxCodes.OutsideFunction, expression.Span, "statements stand outside a function", LoopBody);
        }
        else if (!AtEnd)
        {
            ReportExtraText();
        }

        return new PredicateSyntax(expression.Span, expression, []);
    }

    const string LoopBody = "put them into one: bool skip(struct folio *folio, struct address_space *mapping) { … }; "
        + "where the scanner's loop says 'goto' or 'continue', a predicate says 'return true;'";

    void ReportExtraText()
    {
        if (Current.Operator is Symbol.CloseParen or Symbol.CloseBrace or Symbol.CloseBracket)
        {
            Error(SyntaxCodes.Unclosed, Current.Span, $"{Quote(Current)} closes nothing", "take it away");
            return;
        }

        var help = Current.Kind == TokenKind.Name && TextOf(Current).ToUpperInvariant() is "AND" or "OR"
            ? $"write '{TextOf(Current).ToLowerInvariant()}' in small letters, or C's own operator"
            : Current.Kind is TokenKind.Name or TokenKind.Number || Current.Operator == Symbol.OpenParen
                ? "an operator is missing before it, such as '&&' or '=='"
            : StartsDeclaration(Current)
                ? "functions and a bare expression do not mix: make it 'return …;' in the last function"
            : null;
        Error(SyntaxCodes.ExtraText, Current.Span, $"the expression ends before {Quote(Current)}", help);
    }

    static bool IsStatementStart(Token token) => token.Operator == Symbol.OpenBrace
        || token.Keyword is Keyword.If or Keyword.Else or Keyword.Return;

    Token Take()
    {
        var token = Current;
        if (!AtEnd)
        {
            _at++;
        }

        return token;
    }

    bool TryTake(Symbol symbol)
    {
        if (Current.Operator != symbol)
        {
            return false;
        }

        _at++;
        return true;
    }

    /// <summary>Takes <paramref name="symbol"/>, or says what stands there instead and takes nothing.</summary>
    bool Expect(Symbol symbol, string after, Token? opener = null)
    {
        if (TryTake(symbol))
        {
            return true;
        }

        var text = SyntaxFacts.Text(symbol);
        if (opener is { } open && AtEnd)
        {
            Error(SyntaxCodes.Unclosed, open.Span, $"{Quote(open)} is never closed", $"add '{text}'");
            return false;
        }

        Error(SyntaxCodes.Unexpected, Current.Span, $"expected '{text}' {after}, found {Quote(Current)}",
            Misspelt());
        return false;
    }

    /// <summary>A keyword that the name before the current token may have meant to be.</summary>
    string? Misspelt()
    {
        if (_at == 0 || _tokens[_at - 1].Kind != TokenKind.Name)
        {
            return null;
        }

        var nearest = Suggestions.Nearest(_source.ToString(_tokens[_at - 1].Span), SyntaxFacts.KeywordTexts);
        return nearest is null ? null : $"did you mean '{nearest}'?";
    }

    /// <summary>One message a place: what follows a mistake is often no mistake of its own.</summary>
    void Error(DiagnosticCode code, TextSpan span, string message, string? help = null)
    {
        if (_at == _lastErrorAt && code != LimitCodes.NestedTooDeeply && code != LimitCodes.TooManyNodes)
        {
            return;
        }

        _lastErrorAt = _at;
        _isBroken = true;
        _diagnostics.Report(code, _source, span, message, help);
    }

    /// <summary>
    /// Something that C has and the language has not: reading goes on behind it, and names are looked up all the same.
    /// </summary>
    void Refuse(DiagnosticCode code, TextSpan span, string message, string? help = null) =>
        _diagnostics.Report(code, _source, span, message, help);

    /// <summary>The same, but said at its first place only: a function has many a 'goto'.</summary>
    void RefuseOnce(DiagnosticCode code, TextSpan span, string message, string? help = null)
    {
        if (_refusedOnce.Add(code))
        {
            Refuse(code, span, message, help);
        }
    }

    string Quote(Token token)
    {
        if (token.Kind == TokenKind.EndOfText)
        {
            return "the end";
        }

        var text = _source.ToString(token.Span);
        return text.Length > 40 ? $"'{text[..38]}…'" : $"'{text}'";
    }

    string TextOf(Token token)
    {
        var span = _source.Text.AsSpan(token.Start, token.Length);
        var lookup = _names.GetAlternateLookup<ReadOnlySpan<char>>();
        if (!lookup.TryGetValue(span, out var text))
        {
            text = span.ToString();
            _names[text] = text;
        }

        return text;
    }

    /// <summary>From <paramref name="start"/> to the last token taken.</summary>
    TextSpan SpanFrom(int start)
    {
        var end = _at > 0 ? _tokens[_at - 1].End : start;
        return TextSpan.FromBounds(start, Math.Max(start, end));
    }

    bool Count()
    {
        if (++_nodeCount == PredicateLimits.Nodes + 1)
        {
            Error(LimitCodes.TooManyNodes, Current.Span, "a predicate has at most 10,000 parts",
                "take what repeats out into a function");
            _at = _tokens.Count - 1;
            _lastErrorAt = _at;
        }

        return _nodeCount <= PredicateLimits.Nodes;
    }

    bool Enter()
    {
        if (++_depth == PredicateLimits.Nesting + 1)
        {
            Error(LimitCodes.NestedTooDeeply, Current.Span, "nested deeper than 256",
                "take parts out into variables or functions");
            _at = _tokens.Count - 1;
            _lastErrorAt = _at;
        }

        return _depth <= PredicateLimits.Nesting;
    }

    void Leave() => _depth--;
}
