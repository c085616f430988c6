using Tutor.Core.Predicates.Syntax;

namespace Tutor.Core.Predicates.Binding;

sealed partial class Binder
{
    static bool IsRelational(Symbol symbol) => symbol is >= Symbol.Less and <= Symbol.GreaterEqual;

    void WarnAboutPrecedence(BinarySyntax syntax, BoundExpression right)
    {
        var symbol = SyntaxFacts.Text(syntax.Operator);
        if (syntax.Operator is Symbol.And or Symbol.Or or Symbol.Xor
            && FirstComparison(syntax.Left, syntax.Right) is { } comparison)
        {
            var inner = SyntaxFacts.Text(comparison.Operator);
            Report(NameCodes.BitPrecedence, syntax.OperatorSpan, $"'{inner}' binds before '{symbol}'",
                $"bracket the '{symbol}' part if that comes first; to join conditions write '{symbol}{symbol}'");
        }

        if (!SyntaxFacts.IsComparison(syntax.Operator))
        {
            return;
        }

        if (syntax.Left is BinarySyntax chained && SyntaxFacts.IsComparison(chained.Operator)
            && IsRelational(chained.Operator) == IsRelational(syntax.Operator))
        {
            Report(NameCodes.ChainedComparison, syntax.OperatorSpan,
                $"the first '{SyntaxFacts.Text(chained.Operator)}' gives 0 or 1, and that is compared here",
                "write 'a < b && b < c'");
        }

        if (syntax.Left is UnarySyntax { Operator: Symbol.Not } && !IsTruth(right))
        {
            Report(NameCodes.NotBeforeComparison, syntax.Left.Span,
                $"'!' binds before '{symbol}': 0 or 1 is compared",
                "bracket the comparison: '!(…)'");
        }
    }

    static BinarySyntax? FirstComparison(ExpressionSyntax left, ExpressionSyntax right) =>
        left is BinarySyntax l && SyntaxFacts.IsComparison(l.Operator) ? l
            : right is BinarySyntax r && SyntaxFacts.IsComparison(r.Operator) ? r : null;

    /// <summary>Whether a value is 0 or 1 by its nature.</summary>
    static bool IsTruth(BoundExpression expression) => expression.Type == CType.Bool
        || expression is BoundLogical
        || expression is BoundUnary { Operator: Symbol.Not }
            || expression is BoundBinary { ComparisonIndex: >= 0 }
        || expression is BoundBuiltIn { BuiltIn.Name: "true" or "false" or "likely" or "unlikely" };

    void WarnAboutSigns(BinarySyntax syntax, BoundExpression left, BoundExpression right, CType type)
    {
        if (!type.IsUnsigned())
        {
            return;
        }

        if (WarnAboutNegative(syntax.Operator, left, right, syntax)
            || WarnAboutNegative(Mirror(syntax.Operator), right, left, syntax))
        {
            return;
        }

        var signed = !left.Type.Promote().IsUnsigned() ? left : !right.Type.Promote().IsUnsigned() ? right
            : null;
        if (signed is null || IsTruth(signed) || signed.Constant >= 0)
        {
            return;
        }

        var other = signed == left ? right : left;
        var huge = type == CType.ULong ? "18446744073709551615" : "4294967295";
        var wraps = Strip(other.Syntax) is BinarySyntax { Operator: Symbol.Minus }
            ? $"the difference is {type.CName()} too: below 0 it wraps to a huge number"
            : $"make both sides signed, or cast this one to show that you mean it";
        Report(NameCodes.MixedSigns, signed.Syntax.Span,
            $"'{Short(_source.ToString(signed.Syntax.Span))}' is {signed.Type.CName()} and is compared as {type.CName()}: -1 would be {huge}",
            wraps);
    }

    /// <summary><c>unsigned &lt; 0</c> and <c>unsigned >= 0</c>.</summary>
    bool WarnAboutNegative(Symbol operation, BoundExpression left, BoundExpression right, BinarySyntax syntax)
    {
        if (right.Constant != 0 || !left.Type.IsUnsigned()
            || operation is not (Symbol.Less or Symbol.GreaterEqual))
        {
            return false;
        }

        Report(NameCodes.UnsignedNegative, syntax.Span,
            $"{left.Type.CName()} is never below 0: this is always {(operation == Symbol.Less ? "false" : "true")}",
            "a difference that should go below 0 must be signed: cast a side to 'long'");
        return true;
    }

    static Symbol Mirror(Symbol comparison) => comparison switch
    {
        Symbol.Less => Symbol.Greater,
        Symbol.LessEqual => Symbol.GreaterEqual,
        Symbol.Greater => Symbol.Less,
        Symbol.GreaterEqual => Symbol.LessEqual,
        _ => comparison,
    };

    /// <summary>A constant that is another one after conversion; <c>-1</c> for "all bits" is C's own idiom.</summary>
    void CheckFits(BoundExpression value, CType to)
    {
        if (to is CType.Bool || to.Width() == 64 || value.Constant is not { } constant)
        {
            return;
        }

        var isHuge = value.Type == CType.ULong && constant < 0;
        if (isHuge || constant is < int.MinValue or > uint.MaxValue
            || (to == CType.Int && value.Type.Width() == 64 && constant > int.MaxValue))
        {
            Report(NameCodes.LostBits, value.Syntax.Span,
                $"'{Short(_source.ToString(value.Syntax.Span))}' does not fit into {to.CName()}: it becomes {CArithmetic.Convert(constant, to)}");
        }
    }
}
