using System.Collections.Immutable;
using Tutor.Core.Predicates.Syntax;
using Tutor.Core.Text;

namespace Tutor.Core.Predicates.Binding;

/// <summary>An expression with its names found and its types settled.</summary>
abstract class BoundExpression(ExpressionSyntax syntax, CType type)
{
    public ExpressionSyntax Syntax { get; } = syntax;

    public CType Type { get; } = type;

    /// <summary>The value, where it is the same for every page by C's rules alone.</summary>
    public long? Constant { get; init; }
}

sealed class BoundLiteral(ExpressionSyntax syntax, CType type, long value)
    : BoundExpression(syntax, type)
{
    public long Value { get; } = value;
}

/// <summary>Stands for a part that has a diagnostic; never evaluated.</summary>
sealed class BoundError(ExpressionSyntax syntax) : BoundExpression(syntax, CType.Error);

sealed class BoundLocal(ExpressionSyntax syntax, LocalSymbol local)
    : BoundExpression(syntax, local.Type)
{
    public LocalSymbol Local { get; } = local;
}

/// <summary>A built-in: constant, parameter, member (one argument: its receiver) or function.</summary>
sealed class BoundBuiltIn(
    ExpressionSyntax syntax, BuiltIn builtIn, ImmutableArray<BoundExpression> arguments)
    : BoundExpression(syntax, builtIn.Type)
{
    public BuiltIn BuiltIn { get; } = builtIn;

    public ImmutableArray<BoundExpression> Arguments { get; } = arguments;

    /// <summary>The type that each argument is converted to.</summary>
    public CType ParameterType(int index) =>
        BuiltIn.Kind == BuiltInKind.Member ? BuiltIn.Receiver : BuiltIn.Parameters[index].Type;

    /// <summary>Whether the kernel would read memory behind this argument.</summary>
    public bool Dereferences(int index) => ParameterType(index).IsPointer()
        && (BuiltIn.Kind == BuiltInKind.Member || !BuiltIn.Parameters[index].MayBeNull);
}

/// <param name="firstTemporary">Slots in which the arguments wait until all are known.</param>
sealed class BoundCall(
    ExpressionSyntax syntax, BoundFunction function, ImmutableArray<BoundExpression> arguments,
        int firstTemporary)
    : BoundExpression(syntax, function.Type)
{
    public BoundFunction Function { get; } = function;

    public ImmutableArray<BoundExpression> Arguments { get; } = arguments;

    public int FirstTemporary { get; } = firstTemporary;
}

sealed class BoundUnary(ExpressionSyntax syntax, CType type, Symbol operation, BoundExpression operand)
    : BoundExpression(syntax, type)
{
    public Symbol Operator { get; } = operation;

    public BoundExpression Operand { get; } = operand;
}

/// <param name="operandType">The type in which the operands meet; for shifts the left one's.</param>
sealed class BoundBinary(
    BinarySyntax syntax, CType type, CType operandType, BoundExpression left, BoundExpression right)
    : BoundExpression(syntax, type)
{
    public Symbol Operator { get; } = syntax.Operator;

    public TextSpan OperatorSpan { get; } = syntax.OperatorSpan;

    public CType OperandType { get; } = operandType;

    public BoundExpression Left { get; } = left;

    public BoundExpression Right { get; } = right;

    /// <summary>Numbers the comparisons of a predicate; -1 for what is none.</summary>
    public int ComparisonIndex { get; init; } = -1;
}

/// <summary><c>&amp;&amp;</c> and <c>||</c>: the right side is evaluated only if the left has not decided.</summary>
sealed class BoundLogical(BinarySyntax syntax, BoundExpression left, BoundExpression right)
    : BoundExpression(syntax, CType.Int)
{
    public bool IsAnd { get; } = syntax.Operator == Symbol.AndAnd;

    public BoundExpression Left { get; } = left;

    public BoundExpression Right { get; } = right;
}

sealed class BoundConditional(
    ExpressionSyntax syntax, CType type, BoundExpression condition, BoundExpression whenTrue,
        BoundExpression whenFalse)
    : BoundExpression(syntax, type)
{
    public BoundExpression Condition { get; } = condition;

    public BoundExpression WhenTrue { get; } = whenTrue;

    public BoundExpression WhenFalse { get; } = whenFalse;
}

/// <param name="operandType">For <c>op=</c>: the type in which the operator works.</param>
sealed class BoundAssignment(
    AssignmentSyntax syntax, LocalSymbol local, CType operandType, BoundExpression value)
    : BoundExpression(syntax, local.Type)
{
    public LocalSymbol Local { get; } = local;

    /// <summary><see cref="Symbol.None"/> for plain <c>=</c>.</summary>
    public Symbol Operator { get; } = syntax.Operator;

    public TextSpan OperatorSpan { get; } = syntax.OperatorSpan;

    public TextSpan TargetSpan { get; } = syntax.Target.Span;

    public CType OperandType { get; } = operandType;

    public BoundExpression Value { get; } = value;
}

sealed class BoundCast(ExpressionSyntax syntax, CType type, BoundExpression operand)
    : BoundExpression(syntax, type)
{
    public BoundExpression Operand { get; } = operand;
}

/// <summary><c>min(a, b)</c> and <c>max(a, b)</c>: each side is evaluated once.</summary>
sealed class BoundExtreme(ExpressionSyntax syntax, CType type, bool isMin, BoundExpression left, BoundExpression right)
    : BoundExpression(syntax, type)
{
    public bool IsMin { get; } = isMin;

    public BoundExpression Left { get; } = left;

    public BoundExpression Right { get; } = right;
}

/// <summary><c>&amp;x</c> of a variable, for a helper to hand a number back.</summary>
sealed class BoundAddress(ExpressionSyntax syntax, LocalSymbol local) : BoundExpression(syntax, local.Type.PointerTo())
{
    public LocalSymbol Local { get; } = local;
}

/// <summary><c>*p</c> as a value.</summary>
sealed class BoundDereference(ExpressionSyntax syntax, BoundExpression pointer)
    : BoundExpression(syntax, pointer.Type.Pointee())
{
    public BoundExpression Pointer { get; } = pointer;
}

/// <summary><c>*p = value</c>, <c>*p += value</c>.</summary>
/// <param name="operandType">For <c>op=</c>: the type in which the operator works.</param>
sealed class BoundStore(AssignmentSyntax syntax, BoundExpression pointer, CType operandType, BoundExpression value)
    : BoundExpression(syntax, pointer.Type.Pointee())
{
    public BoundExpression Pointer { get; } = pointer;

    /// <summary><see cref="Symbol.None"/> for plain <c>=</c>.</summary>
    public Symbol Operator { get; } = syntax.Operator;

    public TextSpan OperatorSpan { get; } = syntax.OperatorSpan;

    public CType OperandType { get; } = operandType;

    public BoundExpression Value { get; } = value;
}

/// <summary>The parts of a node, in the order of the text.</summary>
static class BoundParts
{
    public static ImmutableArray<BoundExpression> Of(BoundExpression node) => node switch
    {
        BoundBuiltIn builtIn => builtIn.Arguments,
        BoundCall call => call.Arguments,
        BoundUnary unary => [unary.Operand],
        BoundCast cast => [cast.Operand],
        BoundBinary binary => [binary.Left, binary.Right],
        BoundLogical logical => [logical.Left, logical.Right],
        BoundExtreme extreme => [extreme.Left, extreme.Right],
        BoundConditional c => [c.Condition, c.WhenTrue, c.WhenFalse],
        BoundAssignment assignment => [assignment.Value],
        BoundDereference dereference => [dereference.Pointer],
        BoundStore store => [store.Pointer, store.Value],
        _ => [],
    };
}
