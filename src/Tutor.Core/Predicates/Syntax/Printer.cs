using System.Text;

namespace Tutor.Core.Predicates.Syntax;

/// <summary>
/// Writes a predicate as kernel style has it: tabs, blanks around operators, brackets where the tree needs
/// them or the author put them. Reading what it writes gives the same tree.
/// </summary>
public static class Printer
{
    const int Assignment = -1;
    const int Conditional = 0;

    /// <summary>A whole predicate; function form ends with a line break.</summary>
    public static string Print(PredicateSyntax predicate)
    {
        ArgumentNullException.ThrowIfNull(predicate);
        if (predicate.Expression is { } expression)
        {
            return Print(expression);
        }

        var output = new StringBuilder();
        foreach (var function in predicate.Functions)
        {
            if (output.Length > 0)
            {
                output.Append('\n');
            }

            Write(function, output);
        }

        return output.ToString();
    }

    public static string Print(ExpressionSyntax expression)
    {
        ArgumentNullException.ThrowIfNull(expression);
        var output = new StringBuilder();
        Write(expression, Assignment, output);
        return output.ToString();
    }

    static void Write(FunctionSyntax function, StringBuilder output)
    {
        Declare(function.ReturnType, function.Name.Name, output);
        output.Append('(');
        for (var i = 0; i < function.Parameters.Length; i++)
        {
            output.Append(i > 0 ? ", " : "");
            Declare(function.Parameters[i].Type, function.Parameters[i].Name.Name, output);
        }

        output.Append(function.Parameters.IsEmpty ? "void)\n" : ")\n");
        Write(function.Body, 0, output);
        output.Append('\n');
    }

    static void Declare(TypeSyntax type, string name, StringBuilder output)
    {
        Write(type, output);
        output.Append(type.Text.EndsWith('*') ? "" : " ").Append(name);
    }

    static void Write(TypeSyntax type, StringBuilder output) => output
        .Append(type.IsConst && !type.Type.IsPointer() ? "const " : "").Append(type.Text)
        .Append(type.IsConst && type.Type.IsPointer() ? "const " : "");

    static StringBuilder Indent(StringBuilder output, int depth) => output.Append('\t', depth);

    static void Write(StatementSyntax statement, int depth, StringBuilder output)
    {
        switch (statement)
        {
            case BlockSyntax block:
                output.Append("{\n");
                foreach (var inner in block.Statements)
                {
                    Write(inner, depth + 1, Indent(output, depth + 1));
                    output.Append('\n');
                }

                Indent(output, depth).Append('}');
                break;
            case IfSyntax branch:
                Write(branch, depth, output);
                break;
            case ReturnSyntax { Value: { } value }:
                output.Append("return ");
                Write(value, Assignment, output);
                output.Append(';');
                break;
            case ReturnSyntax:
                output.Append("return;");
                break;
            case DeclarationSyntax declaration:
                Write(declaration, output);
                break;
            case ExpressionStatementSyntax expression:
                Write(expression.Expression, Assignment, output);
                output.Append(';');
                break;
            default:
                output.Append(';');
                break;
        }
    }

    static void Write(IfSyntax branch, int depth, StringBuilder output)
    {
        output.Append("if (");
        Write(branch.Condition, Assignment, output);
        output.Append(')');
        // Without braces a following 'else' would go to the inner 'if'.
        var guard = branch.Else is not null && EndsInOpenIf(branch.Then);
        WriteBranch(guard ? new BlockSyntax(branch.Then.Span, [branch.Then]) : branch.Then, depth, output);
        if (branch.Else is null)
        {
            return;
        }

        if (guard || branch.Then is BlockSyntax)
        {
            output.Append(" else");
        }
        else
        {
            Indent(output.Append('\n'), depth).Append("else");
        }

        if (branch.Else is IfSyntax chained)
        {
            output.Append(' ');
            Write(chained, depth, output);
            return;
        }

        WriteBranch(branch.Else, depth, output);
    }

    static void WriteBranch(StatementSyntax statement, int depth, StringBuilder output)
    {
        if (statement is BlockSyntax)
        {
            output.Append(' ');
            Write(statement, depth, output);
            return;
        }

        Indent(output.Append('\n'), depth + 1);
        Write(statement, depth + 1, output);
    }

    static bool EndsInOpenIf(StatementSyntax statement) =>
        statement is IfSyntax branch
            && (branch.Else is null || EndsInOpenIf(branch.Else) || EndsInOpenIf(branch.Then));

    static void Write(DeclarationSyntax declaration, StringBuilder output)
    {
        for (var i = 0; i < declaration.Variables.Length; i++)
        {
            var variable = declaration.Variables[i];
            if (i == 0)
            {
                Declare(variable.Type, variable.Name.Name, output);
            }
            else
            {
                output.Append(variable.Type.Type.IsPointer() ? ", *" : ", ").Append(variable.Name.Name);
            }

            if (variable.Initializer is not null)
            {
                output.Append(" = ");
                Write(variable.Initializer, Assignment, output);
            }
        }

        output.Append(';');
    }

    /// <param name="weakest">What binds more weakly than this needs brackets here.</param>
    static void Write(ExpressionSyntax expression, int weakest, StringBuilder output)
    {
        var brackets = Strength(expression) < weakest;
        output.Append(brackets ? "(" : "");
        WriteBare(expression, output);
        output.Append(brackets ? ")" : "");
    }

    static int Strength(ExpressionSyntax expression) => expression switch
    {
        AssignmentSyntax => Assignment,
        ConditionalSyntax => Conditional,
        BinarySyntax binary => SyntaxFacts.BinaryPrecedence(binary.Operator),
        UnarySyntax or CastSyntax => SyntaxFacts.UnaryPrecedence,
        _ => SyntaxFacts.UnaryPrecedence + 1,
    };

    static void WriteBare(ExpressionSyntax expression, StringBuilder output)
    {
        switch (expression)
        {
            case LiteralSyntax literal:
                output.Append(literal.Text);
                break;
            case StringSyntax text:
                output.Append(text.Text);
                break;
            case NameSyntax name:
                output.Append(name.Name);
                break;
            case ParenthesizedSyntax parenthesized:
                output.Append('(');
                Write(parenthesized.Inner, Assignment, output);
                output.Append(')');
                break;
            case CallSyntax call:
                WriteCall(call, output);
                break;
            case MemberSyntax member:
                Write(member.Receiver, SyntaxFacts.UnaryPrecedence + 1, output);
                output.Append("->").Append(member.Member.Name);
                break;
            case UnarySyntax unary:
                WriteUnary(unary, output);
                break;
            case CastSyntax cast:
                output.Append('(');
                Write(cast.Type, output);
                output.Append(')');
                Write(cast.Operand, SyntaxFacts.UnaryPrecedence, output);
                break;
            case BinarySyntax binary:
                WriteBinary(binary, output);
                break;
            case ConditionalSyntax conditional:
                Write(conditional.Condition, Conditional + 1, output);
                output.Append(" ? ");
                Write(conditional.WhenTrue, Assignment, output);
                output.Append(" : ");
                Write(conditional.WhenFalse, Conditional, output);
                break;
            case AssignmentSyntax assignment:
                Write(assignment.Target, SyntaxFacts.UnaryPrecedence, output);
                output.Append(' ').Append(SyntaxFacts.Text(assignment.Operator)).Append("= ");
                Write(assignment.Value, Assignment, output);
                break;
        }
    }

    static void WriteCall(CallSyntax call, StringBuilder output)
    {
        output.Append(call.Callee.Name).Append('(');
        for (var i = 0; i < call.Arguments.Length; i++)
        {
            output.Append(i > 0 ? ", " : "");
            Write(call.Arguments[i], Assignment, output);
        }

        output.Append(')');
    }

    static void WriteUnary(UnarySyntax unary, StringBuilder output)
    {
        output.Append(SyntaxFacts.Text(unary.Operator));
        // '- -x' and '& &x' must not grow together to '--x' and '&&x'.
        var grows = unary.Operand is UnarySyntax inner && inner.Operator == unary.Operator
            && unary.Operator is Symbol.Minus or Symbol.Plus or Symbol.And && unary.Operand is UnarySyntax;
        output.Append(grows ? " " : "");
        Write(unary.Operand, SyntaxFacts.UnaryPrecedence, output);
    }

    /// <summary>
    /// Operators of one strength group to the left, so that the right side must bind more strongly. A chain is
    /// written in a loop: it may be thousands of operators long.
    /// </summary>
    static void WriteBinary(BinarySyntax binary, StringBuilder output)
    {
        var chain = new Stack<BinarySyntax>();
        ExpressionSyntax left = binary;
        while (left is BinarySyntax inner && (chain.Count == 0
            || SyntaxFacts.BinaryPrecedence(inner.Operator) >= SyntaxFacts.BinaryPrecedence(
                chain.Peek().Operator)))
        {
            chain.Push(inner);
            left = inner.Left;
        }

        Write(left, SyntaxFacts.BinaryPrecedence(chain.Peek().Operator), output);
        while (chain.TryPop(out var next))
        {
            output.Append(' ').Append(SyntaxFacts.Text(next.Operator)).Append(' ');
            Write(next.Right, SyntaxFacts.BinaryPrecedence(next.Operator) + 1, output);
        }
    }
}
