using System.Collections.Immutable;
using Tutor.Core.Text;

namespace Tutor.Core.Predicates.Syntax;

sealed partial class Parser
{
    /// <summary>An expression as a statement or condition has it; a comma behind it is C's comma operator.</summary>
    ExpressionSyntax ParseExpression()
    {
        var expression = ParseAssignment();
        while (Current.Operator == Symbol.Comma)
        {
            Refuse(SyntaxCodes.Comma, Current.Span, "the comma operator is not in the language",
                "write two statements, or '&&'");
            _at++;
            ParseAssignment();
        }

        return expression;
    }

    ExpressionSyntax ParseAssignment()
    {
        if (!Enter())
        {
            Leave();
            return MissingHere();
        }

        var left = ParseConditional();
        var operation = Current;
        if (SyntaxFacts.IsAssignment(operation.Operator))
        {
            _at++;
            Count();
            var value = ParseAssignment();
            left = new AssignmentSyntax(left.Span.Union(value.Span), left,
                SyntaxFacts.AssignmentOperator(operation.Operator), operation.Span, value);
        }

        Leave();
        return left;
    }

    ExpressionSyntax ParseConditional()
    {
        var condition = ParseBinary(1);
        if (Current.Operator != Symbol.Question)
        {
            return condition;
        }

        var question = Take();
        Count();
        if (Current.Operator == Symbol.Colon)
        {
            Error(SyntaxCodes.ElvisOperator, TextSpan.FromBounds(question.Start, Current.End),
                "'?:' without a middle is not in the language", "write 'a ? a : b'");
            _at++;
            ParseAssignment();
            return condition;
        }

        var whenTrue = ParseExpression();
        if (!Expect(Symbol.Colon, "after the middle of '? :'", question))
        {
            return condition;
        }

        // C's last operand is a conditional expression: 'a ? b : c = d' is no assignment to c there either.
        if (!Enter())
        {
            Leave();
            return condition;
        }

        var whenFalse = ParseConditional();
        Leave();
        return new ConditionalSyntax(condition.Span.Union(whenFalse.Span), condition, whenTrue, whenFalse);
    }

    ExpressionSyntax ParseBinary(int weakest)
    {
        var left = ParseUnary();
        while (true)
        {
            var operation = Current;
            var precedence = SyntaxFacts.BinaryPrecedence(operation.Operator);
            if (precedence < weakest || !Count())
            {
                return left;
            }

            _at++;
            var right = ParseBinary(precedence + 1);
            left = new BinarySyntax(
                left.Span.Union(right.Span), left, operation.Operator, operation.Span, right);
        }
    }

    ExpressionSyntax ParseUnary()
    {
        var token = Current;
        switch (token.Operator)
        {
            case Symbol.Minus or Symbol.Plus or Symbol.Not or Symbol.Tilde or Symbol.And or Symbol.Star
                or Symbol.AndAnd or Symbol.Increment or Symbol.Decrement:
                return ParsePrefix(token);
            case Symbol.OpenParen when StartsType(Ahead):
                return ParseCast();
            default:
                return ParsePostfix(ParsePrimary());
        }
    }

    ExpressionSyntax ParsePrefix(Token token)
    {
        if (!Enter())
        {
            Leave();
            return MissingHere();
        }

        if (token.Operator is Symbol.Increment or Symbol.Decrement)
        {
            ReportIncrement(token);
        }
        else if (token.Operator == Symbol.AndAnd)
        {
            Error(SyntaxCodes.Unexpected, token.Span, $"{Quote(token)} needs something on its left");
        }

        _at++;
        Count();
        var operand = ParseUnary();
        Leave();
        return token.Operator is Symbol.Minus or Symbol.Plus or Symbol.Not or Symbol.Tilde or Symbol.And or Symbol.Star
            ? new UnarySyntax(TextSpan.FromBounds(token.Start, Math.Max(token.End, operand.Span.End)),
                token.Operator, token.Span, operand)
            : operand;
    }

    ExpressionSyntax ParseCast()
    {
        if (!Enter())
        {
            Leave();
            return MissingHere();
        }

        var open = Take();
        Count();
        var type = ParseType();
        Expect(Symbol.CloseParen, "after the type", open);
        var operand = ParseUnary();
        Leave();
        return new CastSyntax(
            TextSpan.FromBounds(open.Start, Math.Max(open.End, operand.Span.End)), type, operand);
    }

    ExpressionSyntax ParsePostfix(ExpressionSyntax expression)
    {
        while (true)
        {
            var token = Current;
            switch (token.Operator)
            {
                case Symbol.Arrow:
                    _at++;
                    if (Current.Kind != TokenKind.Name || !Count())
                    {
                        Error(SyntaxCodes.Unexpected, Current.Span,
                            $"expected a member's name after '->', found {Quote(Current)}");
                        return expression;
                    }

                    var member = Take();
                    expression = new MemberSyntax(
                        TextSpan.FromBounds(expression.Span.Start, member.End), expression,
                        new NameSyntax(member.Span, TextOf(member)));
                    break;
                case Symbol.OpenParen:
                    expression = ParseCall(expression);
                    break;
                case Symbol.OpenBracket:
                    Refuse(SyntaxCodes.MemoryAccess, token.Span,
                        "a predicate does not reach into memory: no '[…]'");
                    SkipBalanced();
                    break;
                case Symbol.Dot:
                    Refuse(SyntaxCodes.MemoryAccess, token.Span,
                        "a predicate has no structures, only pointers: no '.'",
                        "members of 'cc' are read with '->'");
                    _at += Ahead.Kind == TokenKind.Name ? 2 : 1;
                    expression = new MissingSyntax(SpanFrom(expression.Span.Start));
                    break;
                case Symbol.Increment or Symbol.Decrement:
                    ReportIncrement(token);
                    _at++;
                    break;
                default:
                    return expression;
            }
        }
    }

    void ReportIncrement(Token token) =>
        Refuse(SyntaxCodes.Increment, token.Span,
            $"{Quote(token)} inside an expression is not in the language",
            token.Operator == Symbol.Increment ? "make it a statement of its own: 'x += 1;'"
                : "make it a statement of its own: 'x -= 1;'");

    ExpressionSyntax ParseCall(ExpressionSyntax callee)
    {
        var open = Take();
        if (!Enter() || !Count())
        {
            Leave();
            return callee;
        }

        if (callee is NameSyntax { Name: "min_t" or "max_t" } typed && StartsType(Current))
        {
            return ParseTypedExtreme(typed, open);
        }

        var arguments = ImmutableArray.CreateBuilder<ExpressionSyntax>();
        if (Current.Operator != Symbol.CloseParen)
        {
            do
            {
                arguments.Add(ParseAssignment());
            }
            while (TryTake(Symbol.Comma));
        }

        Expect(Symbol.CloseParen, "after the arguments", open);
        Leave();
        if (callee is NameSyntax name)
        {
            return new CallSyntax(SpanFrom(callee.Span.Start), name, arguments.DrainToImmutable());
        }

        if (callee is not MissingSyntax)
        {
            _diagnostics.Report(
                NameCodes.NotAFunction, _source, callee.Span, "only a function's name can be called");
        }

        return callee;
    }

    /// <summary><c>min_t(int, a, b)</c> is <c>min((int)(a), (int)(b))</c> (6.1 include/linux/minmax.h).</summary>
    CallSyntax ParseTypedExtreme(NameSyntax callee, Token open)
    {
        var type = ParseType();
        var arguments = ImmutableArray.CreateBuilder<ExpressionSyntax>();
        while (TryTake(Symbol.Comma))
        {
            var argument = ParseAssignment();
            Count();
            arguments.Add(new CastSyntax(argument.Span, type, new ParenthesizedSyntax(argument.Span, argument)));
        }

        Expect(Symbol.CloseParen, "after the arguments", open);
        Leave();
        var name = new NameSyntax(callee.Span, callee.Name == "min_t" ? "min" : "max");
        return new CallSyntax(SpanFrom(callee.Span.Start), name, arguments.DrainToImmutable());
    }
}
