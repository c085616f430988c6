using System.Runtime.CompilerServices;
using Tutor.Core.Predicates.Binding;
using Tutor.Core.Predicates.Syntax;
using Tutor.Core.Text;

namespace Tutor.Core.Predicates.Evaluation;

/// <summary>
/// A plain walk over the bound tree for one page state. Allocates nothing, unless a <see cref="Trace"/>
/// listens. What C leaves undefined halts it (<see cref="Frame.Problem"/>).
/// </summary>
static class Evaluator
{
    /// <summary>The predicate's answer: not 0 is "skip".</summary>
    public static long Run(BoundProgram program, ref Frame frame)
    {
        if (program.Expression is { } expression)
        {
            return Evaluate(expression, ref frame);
        }

        var entry = program.Entry!;
        foreach (var parameter in entry.Parameters)
        {
            Store(parameter, parameter.Scratch >= 0 ? parameter.Scratch + 1 : EntryArgument(parameter.Type, ref frame), ref frame);
        }

        return Execute(entry, ref frame);
    }

    /// <summary>What the scanner hands to the last function, by type.</summary>
    static long EntryArgument(CType type, ref Frame frame) => type switch
    {
        CType.Mapping => BuiltIns.MappingOf(frame.Page),
        CType.Control => BuiltIns.ControlAddress,
        CType.Zone => BuiltIns.ZoneAddress,
        CType.Page or CType.Folio => BuiltIns.PageAddress,
        // No text that binds reads one of these.
        CType.Error or CType.Bool or CType.Int or CType.UInt or CType.Long or CType.ULong or CType.Null
            or CType.BoolPointer or CType.IntPointer or CType.UIntPointer or CType.LongPointer or CType.ULongPointer => 0,
    };

    static long Evaluate(BoundExpression node, ref Frame frame)
    {
        if (frame.Halted)
        {
            return 0;
        }

        if (++frame.Steps > PredicateLimits.Steps)
        {
            frame.Fail(Undefined.TooManySteps, node.Syntax.Span);
            return 0;
        }

        if (!RuntimeHelpers.TryEnsureSufficientExecutionStack())
        {
            frame.Fail(Undefined.TooDeep, node.Syntax.Span);
            return 0;
        }

        var mark = frame.Trace?.Mark() ?? 0;
        var value = node switch
        {
            BoundLiteral literal => literal.Value,
            BoundBuiltIn builtIn => BuiltIn(builtIn, ref frame),
            BoundBinary binary => Binary(binary, ref frame),
            BoundLogical logical => Logical(logical, ref frame),
            BoundUnary unary => Unary(unary, ref frame),
            BoundLocal local => Load(local, ref frame),
            BoundConditional conditional => Conditional(conditional, ref frame),
            BoundCast cast => CArithmetic.Convert(Evaluate(cast.Operand, ref frame), cast.Type),
            BoundAssignment assignment => Assign(assignment, ref frame),
            BoundCall call => Call(call, ref frame),
            BoundExtreme extreme => Extreme(extreme, ref frame),
            BoundAddress address => address.Local.Slot + 1,
            BoundDereference dereference => LoadThrough(dereference, ref frame),
            BoundStore store => StoreThrough(store, ref frame),
            _ => 0,
        };
        frame.Trace?.Value(node, value, mark, frame.Halted);
        return value;
    }

    static long BuiltIn(BoundBuiltIn node, ref Frame frame)
    {
        var first = node.Arguments.Length > 0 ? Argument(node, 0, ref frame) : 0;
        var second = node.Arguments.Length > 1 ? Argument(node, 1, ref frame) : 0;
        if (frame.Halted)
        {
            return 0;
        }

        frame.Loads += node.BuiltIn.LoadsOn(frame.Page, frame.Control);
        return node.BuiltIn.Body(frame.Page, frame.Control, first, second);
    }

    static long Argument(BoundBuiltIn node, int index, ref Frame frame)
    {
        var argument = node.Arguments[index];
        var value = CArithmetic.Convert(Evaluate(argument, ref frame), node.ParameterType(index));
        if (value == 0 && node.Dereferences(index))
        {
            frame.Fail(Undefined.NullPointer, argument.Syntax.Span);
        }

        return value;
    }

    static long Binary(BoundBinary node, ref Frame frame)
    {
        var left = CArithmetic.Convert(Evaluate(node.Left, ref frame), node.OperandType);
        var right = Evaluate(node.Right, ref frame);
        if (frame.Halted)
        {
            return 0;
        }

        var value = Apply(node.Operator, node.OperandType, left, right, node.OperatorSpan, ref frame);
        if (node.ComparisonIndex >= 0 && !frame.Outcomes.IsEmpty)
        {
            frame.Outcomes[node.ComparisonIndex] |= value == 0 ? (byte)1 : (byte)2;
        }

        return value;
    }

    /// <summary>The right side of a shift keeps its own type; every other one meets the left in theirs.</summary>
    static long Apply(Symbol operation, CType type, long left, long right, TextSpan span, ref Frame frame)
    {
        var isShift = operation is Symbol.ShiftLeft or Symbol.ShiftRight;
        var value = CArithmetic.Apply(
            operation, type, left, isShift ? right : CArithmetic.Convert(right, type), out var undefined);
        if (undefined != Undefined.None)
        {
            frame.Fail(undefined, span, type);
        }

        return value;
    }

    static long Logical(BoundLogical node, ref Frame frame)
    {
        var left = Evaluate(node.Left, ref frame) != 0;
        if (frame.Halted)
        {
            return 0;
        }

        return left != node.IsAnd ? left ? 1 : 0 : Evaluate(node.Right, ref frame) != 0 ? 1 : 0;
    }

    static long Unary(BoundUnary node, ref Frame frame)
    {
        var operand = Evaluate(node.Operand, ref frame);
        return node.Operator == Symbol.Not
            ? operand == 0 ? 1 : 0
            : CArithmetic.Apply(node.Operator, node.Type, CArithmetic.Convert(operand, node.Type));
    }

    static long Conditional(BoundConditional node, ref Frame frame)
    {
        var condition = Evaluate(node.Condition, ref frame) != 0;
        return frame.Halted ? 0
            : CArithmetic.Convert(Evaluate(condition ? node.WhenTrue : node.WhenFalse, ref frame), node.Type);
    }

    static long Load(BoundLocal node, ref Frame frame)
    {
        if (!frame.Assigned[node.Local.Slot])
        {
            frame.Fail(Undefined.Uninitialized, node.Syntax.Span);
        }

        return frame.Slots[node.Local.Slot];
    }

    static void Store(LocalSymbol local, long value, ref Frame frame)
    {
        frame.Slots[local.Slot] = value;
        frame.Assigned[local.Slot] = true;
    }

    static long Assign(BoundAssignment node, ref Frame frame)
    {
        var value = Evaluate(node.Value, ref frame);
        if (node.Operator != Symbol.None)
        {
            if (!frame.Assigned[node.Local.Slot])
            {
                frame.Fail(Undefined.Uninitialized, node.TargetSpan);
            }

            if (frame.Halted)
            {
                return 0;
            }

            var left = CArithmetic.Convert(frame.Slots[node.Local.Slot], node.OperandType);
            value = Apply(node.Operator, node.OperandType, left, value, node.OperatorSpan, ref frame);
        }

        if (frame.Halted)
        {
            return 0;
        }

        value = CArithmetic.Convert(value, node.Type);
        Store(node.Local, value, ref frame);
        frame.Trace?.Stored(node.Local, value);
        return value;
    }

    static long Extreme(BoundExtreme node, ref Frame frame)
    {
        var left = CArithmetic.Convert(Evaluate(node.Left, ref frame), node.Type);
        var right = CArithmetic.Convert(Evaluate(node.Right, ref frame), node.Type);
        var isLeftLess = CArithmetic.Apply(Symbol.Less, node.Type, left, right, out _) != 0;
        return isLeftLess == node.IsMin ? left : right;
    }

    /// <summary>
    /// The slot that a pointer means, or -1 with the frame halted. A pointer to a number is the number of a variable's
    /// slot plus one, so that 0 is NULL.
    /// </summary>
    static int SlotOf(BoundExpression pointer, ref Frame frame)
    {
        var slot = (int)Evaluate(pointer, ref frame) - 1;
        if (slot < 0)
        {
            frame.Fail(Undefined.NullPointer, pointer.Syntax.Span);
        }

        return frame.Halted ? -1 : slot;
    }

    static long LoadThrough(BoundDereference node, ref Frame frame)
    {
        var slot = SlotOf(node.Pointer, ref frame);
        if (slot >= 0 && !frame.Assigned[slot])
        {
            frame.Fail(Undefined.Uninitialized, node.Syntax.Span);
        }

        return frame.Halted ? 0 : frame.Slots[slot];
    }

    static long StoreThrough(BoundStore node, ref Frame frame)
    {
        var slot = SlotOf(node.Pointer, ref frame);
        var value = Evaluate(node.Value, ref frame);
        if (frame.Halted)
        {
            return 0;
        }

        if (node.Operator != Symbol.None)
        {
            if (!frame.Assigned[slot])
            {
                frame.Fail(Undefined.Uninitialized, node.Pointer.Syntax.Span);
                return 0;
            }

            var left = CArithmetic.Convert(frame.Slots[slot], node.OperandType);
            value = Apply(node.Operator, node.OperandType, left, value, node.OperatorSpan, ref frame);
        }

        value = CArithmetic.Convert(value, node.Type);
        frame.Slots[slot] = value;
        frame.Assigned[slot] = true;
        frame.Trace?.StoredThrough(slot, value);
        return value;
    }

    static long Call(BoundCall node, ref Frame frame)
    {
        // An argument may itself call this function, so that no parameter is set before all are known.
        for (var i = 0; i < node.Arguments.Length; i++)
        {
            frame.Slots[node.FirstTemporary + i] =
                CArithmetic.Convert(Evaluate(node.Arguments[i], ref frame), node.Function.Parameters[i].Type);
        }

        if (frame.Halted)
        {
            return 0;
        }

        for (var i = 0; i < node.Arguments.Length; i++)
        {
            Store(node.Function.Parameters[i], frame.Slots[node.FirstTemporary + i], ref frame);
        }

        return Execute(node.Function, ref frame);
    }

    static long Execute(BoundFunction function, ref Frame frame)
    {
        frame.Trace?.Enter(function, ref frame);
        Execute(function.Body!, function, ref frame, out var result);
        frame.Trace?.Leave();
        return result;
    }

    /// <summary>True when the function has returned (or halted).</summary>
    static bool Execute(BoundStatement statement, BoundFunction function, ref Frame frame, out long result)
    {
        result = 0;
        if (frame.Halted || ++frame.Steps > PredicateLimits.Steps)
        {
            frame.Fail(Undefined.TooManySteps, statement.Syntax.Span);
            return true;
        }

        switch (statement)
        {
            case BoundBlock block:
                foreach (var inner in block.Statements)
                {
                    if (Execute(inner, function, ref frame, out result))
                    {
                        return true;
                    }
                }

                return false;
            case BoundIf branch:
                var condition = Evaluate(branch.Condition, ref frame) != 0;
                frame.Trace?.Branch();
                var taken = condition ? branch.Then : branch.Else;
                return frame.Halted || (taken is not null && Execute(taken, function, ref frame, out result));
            case BoundReturn result2:
                result = CArithmetic.Convert(Evaluate(result2.Value, ref frame), function.Type);
                frame.Trace?.Return(result2, result);
                return true;
            case BoundDeclaration declaration:
                Execute(declaration, ref frame);
                return frame.Halted;
            case BoundExpressionStatement expression:
                Evaluate(expression.Expression, ref frame);
                return frame.Halted;
            default:
                return false;
        }
    }

    static void Execute(BoundDeclaration declaration, ref Frame frame)
    {
        foreach (var (local, initializer) in declaration.Variables)
        {
            frame.Assigned[local.Slot] = false;
            if (initializer is null)
            {
                continue;
            }

            var value = CArithmetic.Convert(Evaluate(initializer, ref frame), local.Type);
            if (frame.Halted)
            {
                return;
            }

            Store(local, value, ref frame);
            frame.Trace?.Stored(local, value);
        }
    }
}
