using Tutor.Core.Predicates.Syntax;

namespace Tutor.Core.Predicates.Binding;

/// <summary>Pointers to numbers: through a parameter <c>int *</c> a helper hands a number back.</summary>
sealed partial class Binder
{
    BoundAddress BindAddress(UnarySyntax syntax, LocalSymbol local)
    {
        _assignments++;
        local.Writes++;
        if (local.Reads++ == 0)
        {
            local.FirstRead = syntax.Span;
        }

        return new BoundAddress(syntax, local);
    }

    BoundExpression BindDereference(UnarySyntax syntax)
    {
        var pointer = Bind(syntax.Operand);
        return pointer.Type == CType.Error ? new BoundError(syntax)
            : pointer.Type.IsOut() ? new BoundDereference(syntax, pointer)
            : Error(syntax, SyntaxCodes.MemoryAccess, syntax.OperatorSpan, "a predicate does not reach into memory: no '*p'",
                "use the kernel's functions, such as folio_ref_count(folio)");
    }

    BoundExpression BindStore(AssignmentSyntax syntax, UnarySyntax target, BoundExpression value)
    {
        if (BindDereference(target) is not BoundDereference { Pointer: var pointer })
        {
            return new BoundError(syntax);
        }

        if (pointer is BoundLocal { Local.IsConst: true } constant)
        {
            return Error(syntax, NameCodes.NotAssignable, target.Span, $"'*{constant.Local.Name}' is const");
        }

        if (value.Type == CType.Error)
        {
            return new BoundError(syntax);
        }

        _assignments++;
        var type = pointer.Type.Pointee();
        if (syntax.Operator == Symbol.None)
        {
            return CheckConversion(value, type, $"'{Short(_source.ToString(target.Span))}' is", NameCodes.Conversion)
                ? new BoundStore(syntax, pointer, type, value) : new BoundError(syntax);
        }

        if (!value.Type.IsInteger())
        {
            return Error(syntax, NameCodes.OperandType, syntax.OperatorSpan,
                $"'{SyntaxFacts.Text(syntax.Operator)}=' needs numbers, not {type.CName()} and {value.Type.CName()}");
        }

        var isShift = syntax.Operator is Symbol.ShiftLeft or Symbol.ShiftRight;
        var operandType = isShift ? type.Promote() : CTypes.Common(type, value.Type);
        return CheckRight(syntax.Operator, operandType, null, value, syntax.OperatorSpan)
            ? new BoundStore(syntax, pointer, operandType, value)
            : new BoundError(syntax);
    }
}
