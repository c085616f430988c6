using System.Collections.Immutable;
using System.Globalization;
using Tutor.Core.Predicates.Binding;
using Tutor.Core.Predicates.Syntax;
using Tutor.Core.Text;

namespace Tutor.Core.Predicates.Evaluation;

/// <summary>Why a predicate says what it says of one page.</summary>
/// <param name="Root">Expression form: the expression. Function form: what the last function returned, or
/// null.</param>
/// <param name="Entry">Function form: the last function's run. Null in expression form.</param>
/// <param name="Problem">What C leaves undefined, or null.</param>
/// <param name="Loads">Words of memory read on the way.</param>
public sealed record Explanation(
    SkipAnswer Answer, ExplainedPart? Root, ExplainedCall? Entry, Diagnostic? Problem, int Loads);

/// <summary>One run of a function.</summary>
/// <param name="ReturnSpan">The <c>return</c> that ended it; empty if none did.</param>
/// <param name="Parts">Every expression that its statements evaluated, in order.</param>
/// <param name="Returned">The returned expression, or null.</param>
/// <param name="Conditions">The expressions that an <c>if</c> asked, in order.</param>
/// <param name="Locals">Parameters, then variables, with what they held in the end.</param>
public sealed record ExplainedCall(
    string Function, TextSpan ReturnSpan, ImmutableArray<ExplainedPart> Parts, ExplainedPart? Returned,
    ImmutableArray<ExplainedPart> Conditions, ImmutableArray<ExplainedLocal> Locals);

/// <summary>A parameter or variable; <paramref name="ValueText"/> is null if it never got a value.</summary>
public sealed record ExplainedLocal(string Name, string Type, string? ValueText);

/// <summary>One sub-expression and what it was worth.</summary>
public sealed class ExplainedPart
{
    internal ExplainedPart(BoundExpression node, long? value)
    {
        Node = node;
        Value = value;
        Evaluated = value is not null;
    }

    internal BoundExpression Node { get; }

    public TextSpan Span => Node.Syntax.Span;

    /// <summary>As the pretty-printer writes it.</summary>
    public string Text => Printer.Print(Node.Syntax);

    /// <summary>As C spells it.</summary>
    public string Type => Node.Type.CName();

    /// <summary>
    /// The value in its type's canonical form (<see cref="CArithmetic"/>), or null where it was not evaluated
    /// or C leaves it undefined.
    /// </summary>
    public long? Value { get; }

    /// <summary>False: skipped by <c>&amp;&amp;</c>, <c>||</c> or <c>? :</c>, and so it cost nothing.</summary>
    public bool Evaluated { get; }

    /// <summary>Whether the answer hangs on this part: turn it round, and the whole turns round or changes its reason.</summary>
    public bool Decided { get; internal set; }

    /// <summary>A truth value rather than a number.</summary>
    public bool IsTruth => Node.Type == CType.Bool
        || Node is BoundLogical or BoundBinary { ComparisonIndex: >= 0 } or BoundUnary { Operator: Symbol.Not }
            or BoundBuiltIn { BuiltIn.Name: "true" or "false" };

    /// <summary>A number that needs no explanation: a literal or a constant.</summary>
    public bool IsConstant => Node.Constant is not null;

    public ImmutableArray<ExplainedPart> Children { get; internal init; } = [];

    /// <summary>What happened inside, for a call of the player's own function.</summary>
    public ExplainedCall? Call { get; internal init; }

    /// <summary><c>true</c>, <c>1026</c>, <c>NULL</c>, <c>-</c> for what was not evaluated.</summary>
    public string ValueText => Value is not { } value ? "-"
        : IsTruth ? value != 0 ? "true" : "false"
        : Write(value, Node.Type);

    internal static string Write(long value, CType type) => type switch
    {
        CType.Bool => value != 0 ? "true" : "false",
        CType.ULong => unchecked((ulong)value).ToString(CultureInfo.InvariantCulture),
        CType.Int or CType.UInt or CType.Long or CType.Error => value.ToString(CultureInfo.InvariantCulture),
        CType.Null or CType.Page or CType.Folio or CType.Mapping or CType.Control or CType.Zone
            or CType.BoolPointer or CType.IntPointer or CType.UIntPointer or CType.LongPointer or CType.ULongPointer =>
            value == 0 ? "NULL" : "not NULL",
    };

    public override string ToString() => $"{Text} = {ValueText}";
}
