using Tutor.Core.Predicates.Syntax;

namespace Tutor.Core.Predicates.Binding;

/// <summary>What C leaves undefined, and our own limit of steps.</summary>
enum Undefined : byte
{
    None,
    DivisionByZero,
    ShiftRange,
    QuotientRange,
    Uninitialized,
    NullPointer,
    TooManySteps,

    /// <summary>The thread's stack is too small for this tree.</summary>
    TooDeep,
}

/// <summary>
/// C's integers as gcc computes them on x86-64 with <c>-fno-strict-overflow</c>. A value is kept in a
/// <c>long</c> in its type's canonical form: <c>int</c> sign-extended, <c>unsigned int</c> zero-extended,
/// <c>unsigned long</c> bit for bit, <c>bool</c> and pointers 0 or not.
/// </summary>
static class CArithmetic
{
    /// <summary>C's conversion of a canonical value to another type (6.3.1.2, 6.3.1.3).</summary>
    public static long Convert(long value, CType to) => to switch
    {
        CType.Bool => value != 0 ? 1 : 0,
        CType.Int => unchecked((int)value),
        CType.UInt => unchecked((uint)value),
        CType.Long or CType.ULong => value,
        CType.Error or CType.Null or CType.Page or CType.Folio or CType.Mapping or CType.Control or CType.Zone
            or CType.BoolPointer or CType.IntPointer or CType.UIntPointer or CType.LongPointer or CType.ULongPointer => value,
    };

    /// <summary>
    /// A binary operator in <paramref name="type"/>: the operands' common type, for shifts the left one's.
    /// Both operands are already converted (the right one of a shift only promoted). Comparisons give 0 or 1.
    /// </summary>
    public static long Apply(Symbol operation, CType type, long left, long right, out Undefined undefined)
    {
        undefined = Undefined.None;
        unchecked
        {
            switch (operation)
            {
                case Symbol.Plus:
                    return Convert(left + right, type);
                case Symbol.Minus:
                    return Convert(left - right, type);
                case Symbol.Star:
                    return Convert(left * right, type);
                case Symbol.And:
                    return left & right;
                case Symbol.Or:
                    return left | right;
                case Symbol.Xor:
                    return left ^ right;
                case Symbol.Slash or Symbol.Percent:
                    return Divide(operation == Symbol.Slash, type, left, right, out undefined);
                case Symbol.ShiftLeft or Symbol.ShiftRight:
                    return Shift(operation == Symbol.ShiftLeft, type, left, right, out undefined);
                default:
                    return Compare(operation, type, left, right) ? 1 : 0;
            }
        }
    }

    /// <summary><c>-x</c>, <c>+x</c>, <c>~x</c> in a promoted type.</summary>
    public static long Apply(Symbol operation, CType type, long operand) => unchecked(operation switch
    {
        Symbol.Minus => Convert(-operand, type),
        Symbol.Tilde => Convert(~operand, type),
        _ => operand,
    });

    static long Divide(bool quotient, CType type, long left, long right, out Undefined undefined)
    {
        undefined = Undefined.None;
        if (right == 0)
        {
            undefined = Undefined.DivisionByZero;
            return 0;
        }

        if (type == CType.ULong)
        {
            return unchecked((long)(quotient ? (ulong)left / (ulong)right : (ulong)left % (ulong)right));
        }

        // The processor traps on this one, whatever -fwrapv says, for the remainder too.
        if (right == -1 && left == (type == CType.Int ? int.MinValue : long.MinValue))
        {
            undefined = Undefined.QuotientRange;
            return 0;
        }

        return quotient ? left / right : left % right;
    }

    static long Shift(bool toLeft, CType type, long left, long right, out Undefined undefined)
    {
        undefined = Undefined.None;
        if (unchecked((ulong)right) >= (ulong)type.Width())
        {
            undefined = Undefined.ShiftRange;
            return 0;
        }

        var count = (int)right;
        return toLeft ? Convert(left << count, type) : type == CType.ULong ? left >>> count : left >> count;
    }

    static bool Compare(Symbol operation, CType type, long left, long right)
    {
        // Zero-extended unsigned ints compare rightly as longs; only unsigned long needs its own order.
        var order = type == CType.ULong ? unchecked((ulong)left).CompareTo(unchecked((ulong)right))
            : left.CompareTo(right);
        return operation switch
        {
            Symbol.Less => order < 0,
            Symbol.LessEqual => order <= 0,
            Symbol.Greater => order > 0,
            Symbol.GreaterEqual => order >= 0,
            Symbol.Equal => order == 0,
            _ => order != 0,
        };
    }
}
