using Tutor.Core.Predicates.Syntax;
using Tutor.Core.Text;

namespace Tutor.Core.Predicates.Binding;

sealed partial class Binder
{
    BoundExpression BindBinary(BinarySyntax syntax)
    {
        if (syntax.Operator is Symbol.AndAnd or Symbol.OrOr)
        {
            return BindLogical(syntax);
        }

        if (syntax.Operator == Symbol.And && BindMasked(syntax) is { } masked)
        {
            return masked;
        }

        var left = Bind(syntax.Left);
        var right = Bind(syntax.Right);
        if (left.Type == CType.Error || right.Type == CType.Error)
        {
            return new BoundError(syntax);
        }

        var isComparison = SyntaxFacts.IsComparison(syntax.Operator);
        if (left.Type.IsPointer() || right.Type.IsPointer())
        {
            return BindPointers(syntax, left, right, isComparison);
        }

        var isShift = syntax.Operator is Symbol.ShiftLeft or Symbol.ShiftRight;
        var operandType = isShift ? left.Type.Promote() : CTypes.Common(left.Type, right.Type);
        if (!CheckRight(syntax.Operator, operandType, left, right, syntax.OperatorSpan))
        {
            return new BoundError(syntax);
        }

        WarnAboutPrecedence(syntax, right);
        if (isComparison)
        {
            WarnAboutSigns(syntax, left, right, operandType);
        }

        return Add(new BoundBinary(syntax, isComparison ? CType.Int : operandType, operandType, left, right)
        {
            Constant = Fold(syntax.Operator, operandType, left.Constant, right.Constant, isShift),
            ComparisonIndex = isComparison ? _comparisons.Count : -1,
        });
    }

    BoundBinary Add(BoundBinary binary)
    {
        if (binary.ComparisonIndex >= 0)
        {
            _comparisons.Add(binary);
        }

        return binary;
    }

    BoundExpression BindLogical(BinarySyntax syntax)
    {
        var left = BindCondition(syntax.Left);
        var right = BindCondition(syntax.Right);
        if (left.Type == CType.Error || right.Type == CType.Error)
        {
            return new BoundError(syntax);
        }

        var isAnd = syntax.Operator == Symbol.AndAnd;
        return new BoundLogical(syntax, left, right)
        {
            Constant = (left.Constant, right.Constant) is ({ } l, { } r)
                ? (isAnd ? l != 0 && r != 0 : l != 0 || r != 0) ? 1 : 0
                : null,
        };
    }

    BoundExpression BindPointers(
        BinarySyntax syntax, BoundExpression left, BoundExpression right, bool isComparison)
    {
        var symbol = SyntaxFacts.Text(syntax.Operator);
        if (!isComparison || syntax.Operator is not (Symbol.Equal or Symbol.NotEqual))
        {
            var pointer = left.Type.IsPointer() ? left : right;
            return Error(syntax, NameCodes.OperandType, syntax.OperatorSpan,
                $"'{symbol}' does not work on {pointer.Type.CName()}",
                    "pointers are tested, or compared with '==' and '!='");
        }

        var fits = left.Type == right.Type
            || left.Type == CType.Null && right.Type.IsPointer() || right.Type == CType.Null
                && left.Type.IsPointer()
            || IsNullConstant(left) || IsNullConstant(right);
        if (!fits)
        {
            return Error(syntax, NameCodes.OperandType, syntax.OperatorSpan,
                $"'{symbol}' cannot compare {left.Type.CName()} with {right.Type.CName()}",
                left.Type is CType.Page or CType.Folio && right.Type is CType.Page or CType.Folio
                    ? "page_folio(page) makes a folio of a page" : null);
        }

        return Add(new BoundBinary(
            syntax, CType.Int, CType.ULong, left, right) { ComparisonIndex = _comparisons.Count });
    }

    /// <summary>What is undefined whatever the page: a constant divisor of 0, a constant shift that is too wide.</summary>
    /// <param name="left">Null where the left side is a variable.</param>
    bool CheckRight(Symbol operation, CType type, BoundExpression? left, BoundExpression right, TextSpan span)
    {
        if (right.Constant is not { } value
            || operation is not (Symbol.Slash or Symbol.Percent or Symbol.ShiftLeft or Symbol.ShiftRight))
        {
            return true;
        }

        var isShift = operation is Symbol.ShiftLeft or Symbol.ShiftRight;
        var known = left?.Constant is { } constant ? CArithmetic.Convert(constant, type) : 1;
        CArithmetic.Apply(
            operation, type, known, isShift ? value : CArithmetic.Convert(value, type), out var undefined);
        if (undefined == Undefined.None)
        {
            return true;
        }

        var (code, message, help) = UndefinedText.Describe(undefined, type);
        Report(code, span, message, help);
        return false;
    }

    static long? Fold(Symbol operation, CType type, long? left, long? right, bool isShift)
    {
        if (left is not { } l || right is not { } r)
        {
            return null;
        }

        var value = CArithmetic.Apply(operation, type, CArithmetic.Convert(l, type),
            isShift ? r : CArithmetic.Convert(r, type), out var undefined);
        return undefined == Undefined.None ? value : null;
    }
}
