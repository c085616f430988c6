using Tutor.Core.Predicates.Syntax;

namespace Tutor.Core.Tests.Predicates;

/// <summary>A tree without places and brackets, as text: two trees are the same if their shapes are.</summary>
static class SyntaxShape
{
    public static string Of(PredicateSyntax predicate) => predicate.Expression is { } expression
        ? Of(expression)
        : string.Join(' ', predicate.Functions.Select(f =>
            $"({f.ReturnType.Text} {f.Name.Name} [{string.Join(' ', f.Parameters.Select(p => $"{Type(p.Type)} {p.Name.Name}"))}] {Of(f.Body)})"));

    public static string Of(ExpressionSyntax expression) => expression switch
    {
        LiteralSyntax literal => literal.Text,
        StringSyntax text => text.Text,
        NameSyntax name => name.Name,
        ParenthesizedSyntax parenthesized => Of(parenthesized.Inner),
        CallSyntax call => $"({Of(call.Callee)} {string.Join(' ', call.Arguments.Select(Of))})",
        UnarySyntax unary => $"({unary.Operator} {Of(unary.Operand)})",
        BinarySyntax binary => $"({binary.Operator} {Of(binary.Left)} {Of(binary.Right)})",
        ConditionalSyntax c => $"(? {Of(c.Condition)} {Of(c.WhenTrue)} {Of(c.WhenFalse)})",
        AssignmentSyntax a => $"(= {a.Operator} {Of(a.Target)} {Of(a.Value)})",
        CastSyntax cast => $"(cast {Type(cast.Type)} {Of(cast.Operand)})",
        MemberSyntax member => $"(-> {Of(member.Receiver)} {member.Member.Name})",
        _ => "missing",
    };

    static string Type(TypeSyntax type) => (type.IsConst ? "const " : "") + type.Text;

    /// <summary>A block of one statement is that statement: the printer may add braces to keep an 'else' in its place.</summary>
    static string Of(StatementSyntax statement) => statement switch
    {
        BlockSyntax { Statements: [IfSyntax only] } => Of(only),
        BlockSyntax block => $"{{{string.Join(' ', block.Statements.Select(Of))}}}",
        IfSyntax branch =>
            $"(if {Of(branch.Condition)} {Of(branch.Then)} {(branch.Else is null ? "" : Of(branch.Else))})",
        ReturnSyntax result => $"(return {(result.Value is null ? "" : Of(result.Value))})",
        DeclarationSyntax declaration => string.Join(' ', declaration.Variables.Select(v =>
            $"(var {Type(v.Type)} {v.Name.Name} {(v.Initializer is null ? "" : Of(v.Initializer))})")),
        ExpressionStatementSyntax expression => $"(do {Of(expression.Expression)})",
        _ => ";",
    };
}
