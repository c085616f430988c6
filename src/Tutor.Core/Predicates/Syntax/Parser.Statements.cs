using System.Collections.Immutable;
using Tutor.Core.Text;

namespace Tutor.Core.Predicates.Syntax;

sealed partial class Parser
{
    StatementSyntax ParseStatement()
    {
        var start = Current.Start;
        if (!Enter() || !Count())
        {
            Leave();
            return new EmptySyntax(Current.Span);
        }

        StatementSyntax statement = Current switch
        {
            { Operator: Symbol.OpenBrace } => ParseBlock(),
            { Operator: Symbol.Semicolon } => new EmptySyntax(Take().Span),
            { Keyword: Keyword.If } => ParseIf(),
            { Keyword: Keyword.Return } => ParseReturn(),
            { Keyword: Keyword.Loop or Keyword.Switch or Keyword.Goto } => ParseRefused(),
            { Keyword: Keyword.Storage or Keyword.RefusedDeclaration } => ParseRefused(),
            { Kind: TokenKind.Name } when Ahead.Operator == Symbol.Colon => ParseRefused(),
            { Kind: TokenKind.Name } when Ahead.Kind == TokenKind.Name => ParseDeclaration(),
            _ when IsStep() => ParseStep(),
            var token when StartsType(token) => ParseDeclaration(),
            _ => ParseExpressionStatement(start),
        };
        Leave();
        return statement;
    }

    /// <summary>
    /// <c>refs++;</c> as a statement of its own, where its value is nobody's: the kernel's folio_expected_refs()
    /// has one. Inside an expression it stays out of the language.
    /// </summary>
    bool IsStep()
    {
        static bool IsCount(Token token) => token.Operator is Symbol.Increment or Symbol.Decrement;
        var third = _tokens[Math.Min(_at + 2, _tokens.Count - 1)];
        return third.Operator == Symbol.Semicolon
            && (Current.Kind == TokenKind.Name && IsCount(Ahead) || IsCount(Current)
                && Ahead.Kind == TokenKind.Name);
    }

    /// <summary>It means <c>refs += 1;</c>.</summary>
    ExpressionStatementSyntax ParseStep()
    {
        var (first, second) = (Take(), Take());
        var (name, count) = first.Kind == TokenKind.Name ? (first, second) : (second, first);
        Count();
        Count();
        Take();
        var operation = count.Operator == Symbol.Increment ? Symbol.Plus : Symbol.Minus;
        var span = first.Span.Union(second.Span);
        return new ExpressionStatementSyntax(SpanFrom(first.Start), new AssignmentSyntax(span,
            new NameSyntax(name.Span, TextOf(name)), operation, count.Span,
                new LiteralSyntax(count.Span, "1", 1, CType.Int)));
    }

    BlockSyntax ParseBlock()
    {
        var open = Take();
        var statements = ImmutableArray.CreateBuilder<StatementSyntax>();
        while (Current.Operator != Symbol.CloseBrace && !AtEnd)
        {
            var before = _at;
            statements.Add(ParseStatement());
            if (_at == before)
            {
                // A mistake that took no token: without this step the loop would stand still.
                _at++;
            }
        }

        Expect(Symbol.CloseBrace, "at the end of the block", open);
        return new BlockSyntax(SpanFrom(open.Start), statements.DrainToImmutable());
    }

    IfSyntax ParseIf()
    {
        var start = Take().Start;
        var open = Current;
        Expect(Symbol.OpenParen, "after 'if'");
        var condition = ParseExpression();
        Expect(Symbol.CloseParen, "after the condition", open.Operator == Symbol.OpenParen ? open : null);
        var then = ParseStatement();
        StatementSyntax? otherwise = null;
        if (Current.Keyword == Keyword.Else)
        {
            _at++;
            otherwise = ParseStatement();
        }

        return new IfSyntax(SpanFrom(start), condition, then, otherwise);
    }

    ReturnSyntax ParseReturn()
    {
        var start = Take().Start;
        if (Current.Operator == Symbol.Semicolon)
        {
            Error(SyntaxCodes.Unexpected, Current.Span, "'return' needs a value here",
                "write 'return true;' or 'return false;'");
            _at++;
            return new ReturnSyntax(SpanFrom(start), null);
        }

        var value = ParseExpression();
        ExpectSemicolon("after 'return …'");
        return new ReturnSyntax(SpanFrom(start), value);
    }

    StatementSyntax ParseExpressionStatement(int start)
    {
        if (Current.Keyword == Keyword.Else)
        {
            Error(SyntaxCodes.Unexpected, Current.Span, "'else' without an 'if' before it");
            _at++;
        }

        var expression = ParseExpression();
        if (expression is CallSyntax { Callee.Name: var macro } call && macro.Contains("for_each", StringComparison.Ordinal)
            && Current.Operator != Symbol.Semicolon)
        {
            call.Arguments.OfType<NameSyntax>().ToList().ForEach(n => _skippedNames.Add(n.Name));
            RefuseOnce(SyntaxCodes.Loop, call.Callee.Span, $"'{macro}': loops are not in the language", NoLoop);
            return ParseLoopBody();
        }

        ExpectSemicolon("after the statement");
        return new ExpressionStatementSyntax(SpanFrom(start), expression);
    }

    DeclarationSyntax ParseDeclaration()
    {
        var start = Current.Start;
        var type = ParseType();
        if (type.Text == "void")
        {
            Error(SyntaxCodes.Unexpected, type.Span, "a variable cannot be void");
        }

        var variables = ImmutableArray.CreateBuilder<VariableSyntax>();
        do
        {
            // In 'struct page *a, *b' the star belongs to each name.
            if (variables.Count > 0 && type.Type.IsPointer())
            {
                Expect(Symbol.Star, $"before the next name: each has its own");
            }

            var name = Current;
            if (name.Kind != TokenKind.Name)
            {
                Error(SyntaxCodes.Unexpected, name.Span, $"expected a variable's name, found {Quote(name)}");
                break;
            }

            _at++;
            Count();
            TakeAnnotations();
            if (Current.Operator == Symbol.OpenBracket)
            {
                Refuse(SyntaxCodes.MemoryAccess, Current.Span, "arrays are not in the language");
                SkipBalanced();
            }

            if (Current.Operator == Symbol.OpenParen)
            {
                Error(SyntaxCodes.Declaration, name.Span, "a function cannot be declared inside a function",
                    "put it above");
                SkipStatement();
                return new DeclarationSyntax(SpanFrom(start), variables.DrainToImmutable());
            }

            var initializer = TryTake(Symbol.Assign) ? ParseAssignment() : null;
            variables.Add(
                new VariableSyntax(
                SpanFrom(name.Start), type, new NameSyntax(name.Span, TextOf(name)), initializer));
        }
        while (TryTake(Symbol.Comma));
        ExpectSemicolon("after the declaration");
        return new DeclarationSyntax(SpanFrom(start), variables.DrainToImmutable());
    }

    void ExpectSemicolon(string after)
    {
        if (TryTake(Symbol.Semicolon))
        {
            return;
        }

        // The missing ';' belongs behind the last token, not before the next one, a line further down.
        var end = _at > 0 ? _tokens[_at - 1].End : Current.Start;
        var misspelt = Misspelt();
        var nextLine = _source.PositionOf(Math.Max(0, end)).Line != _source.PositionOf(Current.Start).Line;
        Error(SyntaxCodes.Unexpected, AtEnd || nextLine ? new TextSpan(end, 0) : Current.Span,
            $"expected ';' {after}, found {Quote(Current)}", misspelt);
        SkipStatement();
    }

    /// <summary>To behind the next <c>;</c>, or before the <c>}</c> that ends the block.</summary>
    void SkipStatement()
    {
        while (!AtEnd && Current.Operator != Symbol.CloseBrace)
        {
            if (Current.Operator is Symbol.OpenParen or Symbol.OpenBracket or Symbol.OpenBrace)
            {
                var isBlock = Current.Operator == Symbol.OpenBrace;
                SkipBalanced();
                if (isBlock)
                {
                    return;
                }

                continue;
            }

            Skipped(Current);
            if (Take().Operator == Symbol.Semicolon)
            {
                return;
            }
        }
    }

    const string NoLoop = "every predicate must end; the scanner itself goes from page to page";

    StatementSyntax ParseRefused()
    {
        var token = Current;
        var text = Quote(token);
        switch (token.Keyword)
        {
            case Keyword.Loop:
                return ParseLoop(token);
            case Keyword.Switch:
                RefuseOnce(SyntaxCodes.Switch, token.Span, $"{text} is not in the language",
                    "write 'if' and 'else if'");
                break;
            case Keyword.Storage or Keyword.RefusedDeclaration:
                Refuse(SyntaxCodes.Declaration, token.Span, $"{text} is not in the language inside a function",
                    token.Keyword == Keyword.Storage ? "a predicate keeps nothing from one page to the next"
                        : null);
                break;
            default:
                RefuseOnce(SyntaxCodes.Goto, token.Span,
                    token.Keyword == Keyword.Goto ? $"{text} is not in the language"
                        : "labels are not in the language",
                    "'return true;' skips the page, 'return false;' keeps it");
                break;
        }

        if (token.Kind == TokenKind.Name)
        {
            _at += 2;
        }
        else
        {
            SkipStatement();
        }

        return new EmptySyntax(SpanFrom(token.Start));
    }

    /// <summary>A loop is refused once; what stands in it is read as if it ran once, so that its names are looked up.</summary>
    StatementSyntax ParseLoop(Token token)
    {
        var text = TextOf(token);
        var isJump = text is "break" or "continue";
        if (!isJump || _loopDepth == 0)
        {
            RefuseOnce(SyntaxCodes.Loop, token.Span, $"'{text}': loops are not in the language", NoLoop);
        }

        if (isJump)
        {
            SkipStatement();
            return new EmptySyntax(SpanFrom(token.Start));
        }

        _at++;
        SkipBalanced();
        var body = ParseLoopBody();
        if (text == "do" && TextOf(Current) == "while")
        {
            SkipStatement();
        }

        return body;
    }

    StatementSyntax ParseLoopBody()
    {
        _loopDepth++;
        var body = ParseStatement();
        _loopDepth--;
        return body;
    }
}
