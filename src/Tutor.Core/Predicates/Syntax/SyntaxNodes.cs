using System.Collections.Immutable;
using Tutor.Core.Text;

namespace Tutor.Core.Predicates.Syntax;

/// <summary>A part of a predicate as it was written.</summary>
/// <param name="Span">From its first to its last character.</param>
public abstract record SyntaxNode(TextSpan Span);

/// <summary>A predicate: one expression, or one or more functions of which the last is asked.</summary>
public sealed record PredicateSyntax(
    TextSpan Span, ExpressionSyntax? Expression, ImmutableArray<FunctionSyntax> Functions) : SyntaxNode(Span)
{
    public bool IsFunctionForm => Expression is null;
}

public abstract record ExpressionSyntax(TextSpan Span) : SyntaxNode(Span);

/// <summary>An integer as written; <paramref name="Value"/> are its bits, <paramref name="Type"/> is C's.</summary>
sealed record LiteralSyntax(TextSpan Span, string Text, long Value, CType Type)
    : ExpressionSyntax(Span);

public sealed record NameSyntax(TextSpan Span, string Name) : ExpressionSyntax(Span);

sealed record CallSyntax(TextSpan Span, NameSyntax Callee, ImmutableArray<ExpressionSyntax> Arguments)
    : ExpressionSyntax(Span);

/// <summary><c>-x</c>, <c>+x</c>, <c>!x</c>, <c>~x</c>, <c>&amp;x</c>.</summary>
sealed record UnarySyntax(
    TextSpan Span, Symbol Operator, TextSpan OperatorSpan, ExpressionSyntax Operand)
    : ExpressionSyntax(Span);

sealed record BinarySyntax(
    TextSpan Span, ExpressionSyntax Left, Symbol Operator, TextSpan OperatorSpan, ExpressionSyntax Right)
    : ExpressionSyntax(Span);

sealed record ConditionalSyntax(
    TextSpan Span, ExpressionSyntax Condition, ExpressionSyntax WhenTrue, ExpressionSyntax WhenFalse)
    : ExpressionSyntax(Span);

/// <param name="Operator"><see cref="Symbol.None"/> for <c>=</c>, the operator inside for <c>op=</c>.</param>
sealed record AssignmentSyntax(
    TextSpan Span, ExpressionSyntax Target, Symbol Operator, TextSpan OperatorSpan, ExpressionSyntax Value)
    : ExpressionSyntax(Span);

sealed record CastSyntax(TextSpan Span, TypeSyntax Type, ExpressionSyntax Operand)
    : ExpressionSyntax(Span);

/// <summary><c>cc->mode</c>.</summary>
sealed record MemberSyntax(TextSpan Span, ExpressionSyntax Receiver, NameSyntax Member)
    : ExpressionSyntax(Span);

sealed record ParenthesizedSyntax(TextSpan Span, ExpressionSyntax Inner) : ExpressionSyntax(Span);

/// <summary>A string, or strings side by side: only what prints has one.</summary>
sealed record StringSyntax(TextSpan Span, string Text) : ExpressionSyntax(Span);

/// <summary>Stands where an expression should be; it has a diagnostic.</summary>
sealed record MissingSyntax(TextSpan Span) : ExpressionSyntax(Span);

/// <summary>A type as written: <c>const unsigned long</c>, <c>struct page *</c>.</summary>
/// <param name="Text">In C's usual spelling: <c>enum migrate_mode</c> stays what it is.</param>
public sealed record TypeSyntax(TextSpan Span, CType Type, string Text, bool IsConst) : SyntaxNode(Span);

public abstract record StatementSyntax(TextSpan Span) : SyntaxNode(Span);

public sealed record BlockSyntax(TextSpan Span, ImmutableArray<StatementSyntax> Statements)
    : StatementSyntax(Span);

sealed record IfSyntax(
    TextSpan Span, ExpressionSyntax Condition, StatementSyntax Then, StatementSyntax? Else)
        : StatementSyntax(Span);

sealed record ReturnSyntax(TextSpan Span, ExpressionSyntax? Value) : StatementSyntax(Span);

/// <summary><c>int a = 1, b;</c></summary>
sealed record DeclarationSyntax(TextSpan Span, ImmutableArray<VariableSyntax> Variables)
    : StatementSyntax(Span);

/// <summary>One variable of a declaration.</summary>
sealed record VariableSyntax(
    TextSpan Span, TypeSyntax Type, NameSyntax Name, ExpressionSyntax? Initializer)
    : SyntaxNode(Span);

sealed record ExpressionStatementSyntax(TextSpan Span, ExpressionSyntax Expression)
    : StatementSyntax(Span);

/// <summary>A lone <c>;</c>.</summary>
sealed record EmptySyntax(TextSpan Span) : StatementSyntax(Span);

public sealed record ParameterSyntax(TextSpan Span, TypeSyntax Type, NameSyntax Name) : SyntaxNode(Span);

public sealed record FunctionSyntax(
    TextSpan Span, TypeSyntax ReturnType, NameSyntax Name, ImmutableArray<ParameterSyntax> Parameters,
    BlockSyntax Body) : SyntaxNode(Span);
