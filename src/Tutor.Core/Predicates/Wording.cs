using System.Collections.Immutable;
using System.Text;
using Tutor.Core.Predicates.Binding;
using Tutor.Core.Predicates.Syntax;

namespace Tutor.Core.Predicates;

/// <summary>
/// A predicate in words, from its tree: each test on a line of its own, then what the kernel's names in it say. It says
/// what is asked, not whether that is right.
/// </summary>
static class Wording
{
    public static string Say(BoundProgram program, ImmutableArray<string> names, KernelNames meaning)
    {
        var text = new StringBuilder();
        if (program.Expression is { } expression)
        {
            Decide(text, expression, 0);
        }
        else if (program.Entry is { } entry)
        {
            var said = new HashSet<BoundFunction> { entry };
            var left = new Queue<BoundFunction>(said);
            while (left.TryDequeue(out var function))
            {
                text.Append(function == entry ? "Step by step:\n" : $"\n{function.Name}:\n");
                Say(text, function.Body!, 1, function == entry, called =>
                {
                    if (said.Add(called))
                    {
                        left.Enqueue(called);
                    }
                });
            }
        }

        var rows = names.Select(n => BuiltIns.Find(n, meaning) ?? BuiltIns.Named(n).First()).Where(r => r.Kind != BuiltInKind.Parameter).ToList();
        if (rows.Count > 0)
        {
            text.Append("\nIn it:\n");
            rows.ForEach(r => Indent(text, 1).Append(r.Name).Append(": ").Append(r.Summary).Append('\n'));
        }

        return text.ToString();
    }

    static void Decide(StringBuilder text, BoundExpression expression, int depth)
    {
        if (Fixed(expression) is { } value)
        {
            Indent(text, depth).Append(value != 0 ? "Skip every page.\n" : "Skip no page.\n");
            return;
        }

        Indent(text, depth).Append("Skip the page if");
        Test(text, expression, depth);
    }

    /// <summary>A condition behind a word; one of several parts as a list.</summary>
    static void Test(StringBuilder text, BoundExpression expression, int depth)
    {
        if (expression is not BoundLogical logical)
        {
            text.Append(' ').Append(Condition(expression)).Append('\n');
            return;
        }

        text.Append(logical.IsAnd ? " all of these hold:\n" : " any of these holds:\n");
        foreach (var part in Parts(logical, logical.IsAnd))
        {
            Indent(text, depth + 1).Append('-');
            Test(text, part, depth + 1);
        }
    }

    /// <summary><c>a &amp;&amp; b &amp;&amp; c</c> is one list of three.</summary>
    static IEnumerable<BoundExpression> Parts(BoundExpression expression, bool isAnd) =>
        expression is BoundLogical logical && logical.IsAnd == isAnd
            ? Parts(logical.Left, isAnd).Concat(Parts(logical.Right, isAnd))
            : [expression];

    static string Condition(BoundExpression expression) => expression switch
    {
        BoundUnary { Operator: Symbol.Not } not => Opposite(not.Operand),
        BoundLogical logical => string.Join(logical.IsAnd ? " and " : " or ", Parts(logical, logical.IsAnd)
            .Select(p => p is BoundLogical ? $"({Condition(p)})" : Condition(p))),
        BoundBinary binary when Comparison(binary.Operator) is { } words => $"{Value(binary.Left)} {words} {Value(binary.Right)}",
        BoundCall call => $"{call.Function.Name} says yes",
        BoundCast cast when cast.Type == CType.Bool => Condition(cast.Operand),
        _ when expression.Type.IsPointer() => $"there is a {Value(expression)}",
        BoundBuiltIn { Type: CType.Bool } test => $"{test.BuiltIn.Name} says yes",
        _ => $"{Value(expression)} is not 0",
    };

    static string Opposite(BoundExpression expression) => expression switch
    {
        _ when expression.Type.IsPointer() => $"there is no {Value(expression)}",
        BoundUnary { Operator: Symbol.Not } not => Condition(not.Operand),
        BoundCall call => $"{call.Function.Name} says no",
        BoundBuiltIn { Type: CType.Bool } test => $"{test.BuiltIn.Name} says no",
        BoundLogical or BoundBinary => $"it is not so that {Condition(expression)}",
        _ => $"{Value(expression)} is 0",
    };

    static string? Comparison(Symbol symbol) => symbol switch
    {
        Symbol.Less => "is less than",
        Symbol.LessEqual => "is at most",
        Symbol.Greater => "is more than",
        Symbol.GreaterEqual => "is at least",
        Symbol.Equal => "is",
        Symbol.NotEqual => "is not",
        _ => null,
    };

    /// <summary>A number: names without their arguments, sums in words, everything rarer as C has it.</summary>
    static string Value(BoundExpression expression) => expression switch
    {
        BoundBuiltIn builtIn => builtIn.BuiltIn.Name,
        BoundCall call => $"what {call.Function.Name} gives",
        BoundBinary { Operator: Symbol.Plus } sum => $"{Value(sum.Left)} plus {Operand(sum.Right)}",
        BoundBinary { Operator: Symbol.Minus } difference => $"{Value(difference.Left)} less {Operand(difference.Right)}",
        BoundLogical or BoundUnary { Operator: Symbol.Not } => $"(1 if {Condition(expression)}, else 0)",
        BoundConditional choice => $"({Value(choice.WhenTrue)} if {Condition(choice.Condition)}, else {Value(choice.WhenFalse)})",
        _ => Printer.Print(expression.Syntax),
    };

    static string Operand(BoundExpression expression) =>
        expression is BoundBinary { Operator: Symbol.Plus or Symbol.Minus } ? $"({Value(expression)})" : Value(expression);

    static void Say(StringBuilder text, BoundStatement statement, int depth, bool isEntry, Action<BoundFunction> calls)
    {
        switch (statement)
        {
            case BoundBlock block:
                block.Statements.ToList().ForEach(s => Say(text, s, depth, isEntry, calls));
                break;
            case BoundIf choice:
                Calls(choice.Condition, calls);
                Indent(text, depth).Append("If");
                Test(text, choice.Condition, depth);
                Indent(text, depth).Append("then\n");
                Say(text, choice.Then, depth + 1, isEntry, calls);
                if (choice.Else is { } otherwise)
                {
                    Indent(text, depth).Append("otherwise\n");
                    Say(text, otherwise, depth + 1, isEntry, calls);
                }

                break;
            case BoundReturn { Value: var value }:
                Calls(value, calls);
                if (isEntry)
                {
                    Decide(text, value, depth);
                }
                else if (value.Type == CType.Bool || value is BoundLogical || (value is BoundBinary b && Comparison(b.Operator) is not null))
                {
                    Indent(text, depth).Append(Fixed(value) is { } known ? known != 0 ? "It says yes.\n" : "It says no.\n" : "It says yes if");
                    if (Fixed(value) is null)
                    {
                        Test(text, value, depth);
                    }
                }
                else
                {
                    Indent(text, depth).Append("It gives ").Append(Value(value)).Append(".\n");
                }

                break;
            case BoundDeclaration declaration:
                foreach (var (local, value) in declaration.Variables.Where(v => v.Value is not null))
                {
                    Calls(value!, calls);
                    Indent(text, depth).Append("Let ").Append(local.Name).Append(" be ").Append(Value(value!)).Append(".\n");
                }

                break;
            case BoundExpressionStatement { Expression: var expression }:
                Calls(expression, calls);
                Indent(text, depth).Append("Then ").Append(Printer.Print(expression.Syntax)).Append(".\n");
                break;
        }
    }

    static long? Fixed(BoundExpression expression) =>
        expression.Constant ?? (expression is BoundLiteral literal ? literal.Value : null);

    static void Calls(BoundExpression expression, Action<BoundFunction> calls)
    {
        if (expression is BoundCall called)
        {
            calls(called.Function);
        }

        foreach (var part in BoundParts.Of(expression))
        {
            Calls(part, calls);
        }
    }

    static StringBuilder Indent(StringBuilder text, int depth) => text.Append(' ', 2 * depth);
}
