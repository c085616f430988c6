using System.Runtime.CompilerServices;
using Tutor.Core.Predicates.Syntax;

namespace Tutor.Core.Predicates.Binding;

sealed partial class Binder
{
    /// <summary>Assignments in the full expression that is being bound.</summary>
    int _assignments;

    /// <summary>
    /// C does not order the operands of most operators: <c>(x = 1) + x</c> is undefined. Only <c>&amp;&amp;</c>,
    /// <c>||</c> and <c>? :</c> say which comes first.
    /// </summary>
    void CheckOrder(BoundExpression expression)
    {
        var needed = _assignments > (expression is BoundAssignment ? 1 : 0);
        _assignments = 0;
        if (needed)
        {
            Effects(expression);
        }
    }

    /// <summary>Variables that an expression reads and assigns.</summary>
    sealed class EffectSet
    {
        public HashSet<LocalSymbol> Reads { get; } = [];

        public HashSet<LocalSymbol> Writes { get; } = [];

        public void Add(EffectSet other)
        {
            Reads.UnionWith(other.Reads);
            Writes.UnionWith(other.Writes);
        }
    }

    EffectSet Effects(BoundExpression expression)
    {
        if (!RuntimeHelpers.TryEnsureSufficientExecutionStack())
        {
            Report(LimitCodes.NestedTooDeeply, expression.Syntax.Span,
                "nested too deeply for this machine's stack");
            return new EffectSet();
        }

        switch (expression)
        {
            case BoundLocal local:
                return new EffectSet { Reads = { local.Local } };
            case BoundUnary unary:
                return Effects(unary.Operand);
            case BoundCast cast:
                return Effects(cast.Operand);
            case BoundBinary binary:
                return Unordered(expression, Effects(binary.Left), Effects(binary.Right));
            case BoundLogical logical:
                return Ordered(logical.Left, logical.Right);
            case BoundConditional conditional:
                return Ordered(conditional.Condition, conditional.WhenTrue, conditional.WhenFalse);
            case BoundBuiltIn builtIn:
                return builtIn.Arguments.Aggregate(
                    new EffectSet(), (all, a) => Unordered(expression, all, Effects(a)));
            case BoundCall call:
                var called = call.Arguments.Aggregate(
                    new EffectSet(), (all, a) => Unordered(expression, all, Effects(a)));
                AddWhatIsHandedOver(call, called);
                return called;
            case BoundExtreme extreme:
                return Unordered(expression, Effects(extreme.Left), Effects(extreme.Right));
            case BoundDereference dereference:
                var read = Effects(dereference.Pointer);
                read.Reads.Add(Pointed);
                return read;
            case BoundStore store:
                var stored = Unordered(expression, Effects(store.Pointer), Effects(store.Value));
                stored.Writes.Add(Pointed);
                return stored;
            case BoundAssignment assignment:
                var value = Effects(assignment.Value);
                // A function has done all it does before its value is assigned.
                if (value.Writes.Contains(assignment.Local) && WithoutCasts(assignment.Value) is not BoundCall)
                {
                    ReportOrder(expression, assignment.Local);
                }

                value.Writes.Add(assignment.Local);
                if (assignment.Operator != Symbol.None)
                {
                    value.Reads.Add(assignment.Local);
                }

                return value;
            default:
                return new EffectSet();
        }
    }

    /// <summary>Whatever a pointer to a number may point at.</summary>
    static readonly LocalSymbol Pointed = new("*", CType.Int, default, -1, false, false);

    /// <summary>A function may read and set what it is given the address of.</summary>
    static void AddWhatIsHandedOver(BoundCall call, EffectSet effects)
    {
        foreach (var argument in call.Arguments.Where(a => a.Type.IsOut()))
        {
            var target = argument is BoundAddress address ? address.Local : Pointed;
            effects.Reads.Add(target);
            effects.Writes.Add(target);
        }
    }

    static BoundExpression WithoutCasts(BoundExpression expression)
    {
        while (expression is BoundCast cast)
        {
            expression = cast.Operand;
        }

        return expression;
    }

    EffectSet Ordered(params ReadOnlySpan<BoundExpression> parts)
    {
        var all = new EffectSet();
        foreach (var part in parts)
        {
            all.Add(Effects(part));
        }

        return all;
    }

    EffectSet Unordered(BoundExpression whole, EffectSet left, EffectSet right)
    {
        var both = left.Writes.FirstOrDefault(w => right.Reads.Contains(w) || right.Writes.Contains(w))
            ?? right.Writes.FirstOrDefault(left.Reads.Contains);
        if (both is not null)
        {
            ReportOrder(whole, both);
        }

        var (large, small) = left.Reads.Count >= right.Reads.Count ? (left, right) : (right, left);
        large.Add(small);
        return large;
    }

    void ReportOrder(BoundExpression whole, LocalSymbol local) =>
        Report(NameCodes.Unsequenced, whole.Syntax.Span,
            $"'{local.Name}' is assigned and used here, and C does not say which comes first",
                "make two statements of it");
}
