using Tutor.Core.Text;

namespace Tutor.Core.Predicates.Syntax;

sealed partial class Parser
{
    ExpressionSyntax ParsePrimary()
    {
        var token = Current;
        switch (token.Kind)
        {
            // KERN_INFO "text": the level belongs to the string.
            case TokenKind.Name when Ahead.Kind == TokenKind.Quoted && TextOf(token).StartsWith("KERN_", StringComparison.Ordinal):
                _at++;
                return ParsePrimary();
            case TokenKind.Name when Count():
                _at++;
                return new NameSyntax(token.Span, TextOf(token));
            case TokenKind.Number when Count():
                _at++;
                return ParseNumber(token);
            case TokenKind.Quoted when Count():
                return ParseQuoted(token);
            case TokenKind.Keyword when token.Keyword == Keyword.SizeOf:
                Refuse(SyntaxCodes.SizeOf, token.Span, $"{Quote(token)} is not in the language",
                    "pages are counted in pages: folio_nr_pages(folio)");
                _at++;
                SkipBalanced();
                return new MissingSyntax(token.Span);
            case TokenKind.Name or TokenKind.Number or TokenKind.Quoted or TokenKind.Keyword or TokenKind.Operator
                or TokenKind.Punctuation or TokenKind.EndOfText:
                break;
            // These were read away before anything is parsed.
            case TokenKind.Whitespace or TokenKind.Comment or TokenKind.OpenComment or TokenKind.Directive or TokenKind.Bad:
                break;
        }

        return token.Operator == Symbol.OpenParen ? ParseParenthesized(token) : MissingHere();
    }

    /// <summary>A string is read, for the lines that print; whether it may stand here says the binder.</summary>
    ExpressionSyntax ParseQuoted(Token first)
    {
        while (Current.Kind == TokenKind.Quoted || (Current.Kind == TokenKind.Name && Ahead.Kind == TokenKind.Quoted))
        {
            _at++;
        }

        if (_source.Text[first.Start] == '"')
        {
            var span = SpanFrom(first.Start);
            return new StringSyntax(span, _source.ToString(span));
        }

        Refuse(SyntaxCodes.Quoted, first.Span, "characters and strings are not in the language");
        return new MissingSyntax(first.Span);
    }

    ParenthesizedSyntax ParseParenthesized(Token open)
    {
        _at++;
        var inner = ParseExpression();
        Expect(Symbol.CloseParen, "to close '('", open);
        return new ParenthesizedSyntax(SpanFrom(open.Start), inner);
    }

    MissingSyntax MissingHere()
    {
        var help = MissingHelp(_at > 0 ? _tokens[_at - 1].Operator : Symbol.None);
        var after = _at > 0 ? $" after {Quote(_tokens[_at - 1])}" : "";
        var span = AtEnd && _at > 0 ? new TextSpan(_tokens[_at - 1].End, 0) : Current.Span;
        Error(SyntaxCodes.Unexpected, span, AtEnd
            ? $"something is missing{after}: the text ends here"
            : $"expected a value{after}, found {Quote(Current)}", help);
        return new MissingSyntax(span);
    }

    /// <summary>Other languages' operators, and the '+' of a patch.</summary>
    string? MissingHelp(Symbol before) => (before, Current.Operator) switch
    {
        (Symbol.Plus, _) when StartsDeclaration(Current) => "take the patch's column of '+' away",
        (Symbol.Equal, Symbol.Assign) => "C's is '=='",
        (Symbol.NotEqual, Symbol.Assign) => "C's is '!='",
        (Symbol.Less, Symbol.Greater) => "C's is '!='",
        (Symbol.Assign, Symbol.Greater) => "C's is '>='",
        (Symbol.Assign, Symbol.Less) => "C's is '<='",
        _ when SyntaxFacts.BinaryPrecedence(Current.Operator) > 0 => "an operand is missing before it",
        _ => null,
    };

    /// <summary>What is read over may declare names.</summary>
    void Skipped(Token token)
    {
        if (token.Kind == TokenKind.Name)
        {
            _skippedNames.Add(TextOf(token));
        }
    }

    /// <summary>Over a bracketed group, if one begins here.</summary>
    void SkipBalanced()
    {
        if (Current.Operator is not (Symbol.OpenParen or Symbol.OpenBracket or Symbol.OpenBrace))
        {
            return;
        }

        var depth = 0;
        do
        {
            var token = Take();
            Skipped(token);
            var symbol = token.Operator;
            depth += symbol is Symbol.OpenParen or Symbol.OpenBracket or Symbol.OpenBrace ? 1
                : symbol is Symbol.CloseParen or Symbol.CloseBracket or Symbol.CloseBrace ? -1 : 0;
        }
        while (depth > 0 && !AtEnd);
    }
}
