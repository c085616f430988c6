using System.Runtime.CompilerServices;
using Tutor.Core.Predicates.Syntax;
using Tutor.Core.Text;

namespace Tutor.Core.Predicates.Binding;

sealed partial class Binder
{
    BoundExpression Bind(ExpressionSyntax syntax) => RuntimeHelpers.TryEnsureSufficientExecutionStack()
        ? BindKind(syntax)
        : Error(syntax, LimitCodes.NestedTooDeeply, syntax.Span,
            "nested too deeply for this machine's stack");

    BoundExpression BindKind(ExpressionSyntax syntax) => syntax switch
    {
        LiteralSyntax literal =>
            new BoundLiteral(literal, literal.Type, literal.Value) { Constant = literal.Value },
        NameSyntax name => BindName(name),
        ParenthesizedSyntax parenthesized => Bind(parenthesized.Inner),
        CallSyntax call => BindCall(call),
        UnarySyntax unary => BindUnary(unary),
        BinarySyntax binary => BindBinary(binary),
        ConditionalSyntax conditional => BindConditional(conditional),
        AssignmentSyntax assignment => BindAssignment(assignment),
        CastSyntax cast => BindCast(cast),
        MemberSyntax member => BindMember(member, addressed: false, member),
        StringSyntax text => Error(text, SyntaxCodes.Quoted, text.Span, "characters and strings are not in the language"),
        _ => new BoundError(syntax),
    };

    /// <summary>What is asked for true or false: a number or a pointer.</summary>
    BoundExpression BindCondition(ExpressionSyntax syntax)
    {
        if (syntax is AssignmentSyntax { Operator: Symbol.None } assignment
            && Strip(assignment.Target) is NameSyntax name && _locals.ContainsKey(name.Name))
        {
            Report(NameCodes.AssignmentAsCondition, assignment.OperatorSpan,
                "'=' assigns, and the condition is what was assigned",
                "write '==' to compare, or double brackets if you mean it");
        }

        return Bind(syntax);
    }

    BoundExpression BindUnary(UnarySyntax syntax)
    {
        if (syntax.Operator == Symbol.And)
        {
            return Strip(syntax.Operand) switch
            {
                MemberSyntax member => BindMember(member, addressed: true, syntax),
                NameSyntax name when _locals.TryGetValue(name.Name, out var local) && local.Type.IsInteger() => BindAddress(syntax, local),
                NameSyntax name when _skippedNames.Contains(name.Name) || RefusedNames.FindListed(name.Name) is not null =>
                    UnknownName(name, calls: false),
                _ => Error(syntax, SyntaxCodes.MemoryAccess, syntax.OperatorSpan, "a predicate takes no addresses",
                    "only '&folio->page' is in the language, and '&x' of a number for a helper to set"),
            };
        }

        if (syntax.Operator == Symbol.Star)
        {
            return BindDereference(syntax);
        }

        var operand = syntax.Operator == Symbol.Not ? BindCondition(syntax.Operand) : Bind(syntax.Operand);
        if (operand.Type == CType.Error)
        {
            return new BoundError(syntax);
        }

        if (syntax.Operator == Symbol.Not)
        {
            return new BoundUnary(syntax, CType.Int, Symbol.Not, operand)
            {
                Constant = operand.Constant is { } value ? value == 0 ? 1 : 0 : null,
            };
        }

        if (!operand.Type.IsInteger())
        {
            return Error(syntax, NameCodes.OperandType, syntax.Operand.Span,
                $"'{SyntaxFacts.Text(syntax.Operator)}' needs a number, not {operand.Type.CName()}");
        }

        var type = operand.Type.Promote();
        return new BoundUnary(syntax, type, syntax.Operator, operand)
        {
            Constant = operand.Constant is { } constant ? CArithmetic.Apply(syntax.Operator, type, constant)
                : null,
        };
    }

    static ExpressionSyntax Strip(ExpressionSyntax syntax)
    {
        while (syntax is ParenthesizedSyntax parenthesized)
        {
            syntax = parenthesized.Inner;
        }

        return syntax;
    }

    BoundExpression BindConditional(ConditionalSyntax syntax)
    {
        var condition = BindCondition(syntax.Condition);
        var whenTrue = Bind(syntax.WhenTrue);
        var whenFalse = Bind(syntax.WhenFalse);
        if (condition.Type == CType.Error || whenTrue.Type == CType.Error || whenFalse.Type == CType.Error)
        {
            return new BoundError(syntax);
        }

        var type = ConditionalType(whenTrue, whenFalse);
        if (type == CType.Error)
        {
            return Error(syntax, NameCodes.OperandType, syntax.WhenTrue.Span.Union(syntax.WhenFalse.Span),
                $"'? :' cannot give {whenTrue.Type.CName()} here and {whenFalse.Type.CName()} there");
        }

        var chosen = condition.Constant switch { null => null, 0 => whenFalse, _ => whenTrue };
        return new BoundConditional(syntax, type, condition, whenTrue, whenFalse)
        {
            Constant = chosen?.Constant is { } value && whenTrue.Constant is not null
                && whenFalse.Constant is not null
                ? CArithmetic.Convert(value, type) : null,
        };
    }

    static CType ConditionalType(BoundExpression left, BoundExpression right)
    {
        var (l, r) = (left.Type, right.Type);
        return l.IsInteger() && r.IsInteger() ? CTypes.Common(l, r)
            : l == r ? l
            : l.IsPointer() && (r == CType.Null || IsNullConstant(right)) ? l
            : r.IsPointer() && (l == CType.Null || IsNullConstant(left)) ? r
            : CType.Error;
    }

    /// <summary>C: an integer constant 0 is a null pointer too.</summary>
    static bool IsNullConstant(BoundExpression expression) => expression.Constant == 0
        && expression.Type.IsInteger();

    BoundExpression BindAssignment(AssignmentSyntax syntax)
    {
        var value = Bind(syntax.Value);
        if (Strip(syntax.Target) is UnarySyntax { Operator: Symbol.Star } target)
        {
            return BindStore(syntax, target, value);
        }

        if (Strip(syntax.Target) is not NameSyntax name)
        {
            Bind(syntax.Target);
            return Error(
                syntax, NameCodes.NotAssignable, syntax.Target.Span, "only a variable can be assigned",
                syntax.Operator == Symbol.None ? "write '==' to compare" : null);
        }

        if (!_locals.TryGetValue(name.Name, out var local))
        {
            return BuiltIns.Find(name.Name, _scope.NamesInUse) is null
                ? UnknownName(name, calls: false)
                : Error(syntax, NameCodes.NotAssignable, name.Span, $"'{name.Name}' cannot be assigned",
                    syntax.Operator == Symbol.None ? "write '==' to compare" : null);
        }

        local.Writes++;
        if (syntax.Operator != Symbol.None && local.Reads++ == 0)
        {
            local.FirstRead = name.Span;
        }

        if (local.IsConst)
        {
            return Error(syntax, NameCodes.NotAssignable, name.Span, $"'{name.Name}' is const");
        }

        if (local.Type == CType.Error || value.Type == CType.Error)
        {
            return new BoundError(syntax);
        }

        _assignments++;
        if (syntax.Operator == Symbol.None)
        {
            return CheckConversion(value, local.Type, $"'{local.Name}' is", NameCodes.Conversion)
                ? new BoundAssignment(syntax, local, local.Type, value)
                : new BoundError(syntax);
        }

        if (!local.Type.IsInteger() || !value.Type.IsInteger())
        {
            return Error(syntax, NameCodes.OperandType, syntax.OperatorSpan,
                $"'{SyntaxFacts.Text(syntax.Operator)}=' needs numbers, not {local.Type.CName()} and {value.Type.CName()}");
        }

        var isShift = syntax.Operator is Symbol.ShiftLeft or Symbol.ShiftRight;
        var type = isShift ? local.Type.Promote() : CTypes.Common(local.Type, value.Type);
        return CheckRight(syntax.Operator, type, null, value, syntax.OperatorSpan)
            ? new BoundAssignment(syntax, local, type, value)
            : new BoundError(syntax);
    }

    BoundExpression BindCast(CastSyntax syntax)
    {
        if (BindUntagged(syntax) is { } untagged)
        {
            return untagged;
        }

        var operand = Bind(syntax.Operand);
        var type = syntax.Type.Type;
        if (operand.Type == CType.Error || (type == CType.Error && syntax.Type.Text != "void"))
        {
            return new BoundError(syntax);
        }

        var isFolio = type is CType.Page or CType.Folio && operand.Type is CType.Page or CType.Folio;
        var fits = type != CType.Error && (type == operand.Type || isFolio
            || (type.IsInteger() && operand.Type.IsInteger())
            || (type == CType.Bool && operand.Type.IsPointer())
            || (type.IsPointer() && (operand.Type == CType.Null || IsNullConstant(operand))));
        if (!fits)
        {
            return Error(syntax, NameCodes.Conversion, syntax.Type.Span,
                $"{operand.Type.CName()} cannot be cast to {syntax.Type.Text}",
                operand.Type.IsPointer() && type.IsInteger()
                    ? "a pointer is compared with NULL: a predicate sees no addresses; of a mapping the tags may be asked: "
                        + "'(unsigned long)page->mapping & PAGE_MAPPING_FLAGS'"
                    : null);
        }

        return new BoundCast(syntax, type, operand)
        {
            Constant = operand.Constant is { } value ? CArithmetic.Convert(value, type) : null,
        };
    }

    /// <summary>C's conversion as if by assignment; reports and gives false where there is none.</summary>
    bool CheckConversion(BoundExpression value, CType to, string wanted, DiagnosticCode code)
    {
        var from = value.Type;
        if (from == CType.Error || to == CType.Error)
        {
            return true;
        }

        if (to.IsInteger() && from.IsInteger())
        {
            CheckFits(value, to);
            return true;
        }

        if (from == to || (to == CType.Bool && from.IsPointer())
            || (to.IsPointer() && (from == CType.Null || IsNullConstant(value))))
        {
            return true;
        }

        var text = _source.ToString(value.Syntax.Span);
        var help = to == CType.Mapping ? "a mapping comes from folio_mapping(folio)"
            : from == CType.Page && to == CType.Folio ? $"write 'page_folio({Short(text)})', or use the function's page_… form"
            : from == CType.Folio && to == CType.Page ? $"write '&{Short(text)}->page', or use the function's folio_… form"
            : null;
        Report(code, value.Syntax.Span, $"{wanted} {to.CName()}, and this is {from.CName()}", help);
        return false;
    }

    static string Short(string text) => text.Length > 40 ? text[..38] + "…" : text;
}
