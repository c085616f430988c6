using Tutor.Core.Predicates.Syntax;

namespace Tutor.Core.Predicates.Binding;

sealed partial class Binder
{
    readonly HashSet<string> _notedOptions = new(StringComparer.Ordinal);

    /// <summary>A row of <see cref="Idioms"/>, unless the player has a function of that name; null for every other call.</summary>
    BoundExpression? BindIdiom(CallSyntax syntax)
    {
        var name = syntax.Callee.Name;
        if (Idioms.Find(name) is not { } idiom || _functions.ContainsKey(name) || _laterFunctions.Contains(name) || _locals.ContainsKey(name))
        {
            return null;
        }

        var arguments = syntax.Arguments;
        return (name, arguments.Length) switch
        {
            ("READ_ONCE" or "data_race", 1) => Bind(arguments[0]),
            ("WARN" or "WARN_ONCE", >= 1) => BindWarning(syntax),
            ("min" or "max", 2) => BindExtreme(syntax),
            ("IS_ENABLED" or "IS_BUILTIN" or "IS_REACHABLE", 1) => BindOption(syntax),
            ("test_bit", 2) => BindTestBit(syntax),
            _ => Error(syntax, NameCodes.ArgumentCount, syntax.Span, $"'{name}' does not take {Number(arguments.Length)}",
                $"it is written {idiom.Usage}"),
        };
    }

    /// <summary>The condition; format and what it prints are read over.</summary>
    BoundExpression BindWarning(CallSyntax syntax)
    {
        var condition = BindCondition(syntax.Arguments[0]);
        return condition.Type == CType.Error ? new BoundError(syntax)
            : new BoundBuiltIn(syntax, BuiltIns.Find("WARN_ON")!, [condition]);
    }

    BoundExpression BindExtreme(CallSyntax syntax)
    {
        var (left, right) = (Bind(syntax.Arguments[0]), Bind(syntax.Arguments[1]));
        if (left.Type == CType.Error || right.Type == CType.Error)
        {
            return new BoundError(syntax);
        }

        var name = syntax.Callee.Name;
        if (!left.Type.IsInteger() || !right.Type.IsInteger())
        {
            return Error(syntax, NameCodes.ArgumentType, syntax.Span, $"'{name}' needs numbers, not {left.Type.CName()} and {right.Type.CName()}");
        }

        // 6.12's rule: constants that are not negative go with both.
        var isMixed = left.Type.Promote().IsUnsigned() != right.Type.Promote().IsUnsigned();
        if (isMixed && !IsPlainNumber(left) && !IsPlainNumber(right))
        {
            return Error(syntax, NameCodes.ArgumentType, syntax.Span,
                $"'{name}' has {left.Type.CName()} on one side and {right.Type.CName()} on the other: the kernel does not build this",
                $"write '{name}_t(long, …, …)'");
        }

        return new BoundExtreme(syntax, CTypes.Common(left.Type, right.Type), name == "min", left, right);
    }

    static bool IsPlainNumber(BoundExpression expression) =>
        expression.Constant >= 0 && !expression.Type.Promote().IsUnsigned();

    BoundExpression BindOption(CallSyntax syntax)
    {
        if (Strip(syntax.Arguments[0]) is not NameSyntax option || !KernelConfiguration.IsOption(option.Name))
        {
            return Error(syntax, NameCodes.ArgumentType, syntax.Arguments[0].Span, $"'{syntax.Callee.Name}' takes an option of the configuration",
                "write 'IS_ENABLED(CONFIG_…)'");
        }

        if (_notedOptions.Add(option.Name))
        {
            var (message, help) = KernelConfiguration.Note(option.Name);
            Report(NameCodes.Configuration, option.Span, message, help);
        }

        var value = KernelConfiguration.IsSet(option.Name) ? 1 : 0;
        return new BoundLiteral(syntax, CType.Int, value) { Constant = value };
    }

    /// <summary><c>test_bit(PG_lru, &amp;page->flags)</c>: the bit of the flag word.</summary>
    BoundExpression BindTestBit(CallSyntax syntax)
    {
        var bit = Bind(syntax.Arguments[0]);
        if (bit.Type == CType.Error)
        {
            return new BoundError(syntax);
        }

        var word = Strip(syntax.Arguments[1]) is UnarySyntax { Operator: Symbol.And } address && Strip(address.Operand) is MemberSyntax member
            ? BindFlagWord(member) : null;
        if (word is null || bit.Constant is not (>= 0 and < 64) || (FlagWord.Known >> (int)bit.Constant & 1) == 0)
        {
            return Error(syntax, NameCodes.ArgumentType, syntax.Span, "only the flags of a page are asked bit by bit",
                "write 'test_bit(PG_lru, &page->flags)', or the test itself: 'PageLRU(page)'");
        }

        return word.Type == CType.Error ? word : new BoundBuiltIn(syntax, FlagTest((int)bit.Constant), [word]);
    }

    static BuiltIn FlagTest(int bit) => new()
    {
        Name = "test_bit", Kind = BuiltInKind.Function, Type = CType.Bool, Parameters = [new(CType.ULong, "flags")],
        Summary = $"Bit {bit} of the flags", Source = "6.1 include/linux/bitops.h", Body = (_, _, flags, _) => flags >> bit & 1,
    };

    /// <summary><c>page->flags</c>; null for another member, an error where the level does not lend it.</summary>
    BoundExpression? BindFlagWord(MemberSyntax syntax)
    {
        if (syntax.Member.Name != "flags")
        {
            return null;
        }

        var receiver = Bind(syntax.Receiver);
        return receiver.Type == CType.Error ? receiver
            : BuiltIns.FindMember(receiver.Type, "flags") is not { } row ? null
            : CheckVocabulary(row, syntax.Member) ? new BoundBuiltIn(syntax, row, [receiver])
            : new BoundError(syntax);
    }

    /// <summary>
    /// <c>page->flags &amp; mask</c> and <c>(unsigned long)mapping &amp; PAGE_MAPPING_FLAGS</c>: words of which a predicate
    /// may see some bits, so that the mask has to stand beside them. Null for every other <c>&amp;</c>.
    /// </summary>
    BoundExpression? BindMasked(BinarySyntax syntax)
    {
        foreach (var (wordSyntax, maskSyntax, isLeft) in (ReadOnlySpan<(ExpressionSyntax, ExpressionSyntax, bool)>)
            [(syntax.Left, syntax.Right, true), (syntax.Right, syntax.Left, false)])
        {
            var (word, visible, help) = Strip(wordSyntax) switch
            {
                MemberSyntax member => (BindFlagWord(member), FlagWord.Known, "write one of the bits that predicates know: 1UL << PG_lru"),
                CastSyntax cast => (BindTaggedMapping(cast), BuiltIns.TagBits, "write 'PAGE_MAPPING_FLAGS', or the test itself: 'PageAnon(page)'"),
                _ => (null, 0L, ""),
            };
            if (word is null)
            {
                continue;
            }

            var mask = Bind(maskSyntax);
            if (word.Type == CType.Error || mask.Type == CType.Error)
            {
                return new BoundError(syntax);
            }

            if (!mask.Type.IsInteger() || mask.Constant is not { } bits || (bits & ~visible) != 0)
            {
                return Error(syntax, NameCodes.OperandType, maskSyntax.Span, "only some bits of this word can be asked, by a constant", help);
            }

            return isLeft ? new BoundBinary(syntax, CType.ULong, CType.ULong, word, mask)
                : new BoundBinary(syntax, CType.ULong, CType.ULong, mask, word);
        }

        return null;
    }

    /// <summary><c>(unsigned long)page->mapping</c>, which only stands beside a mask of tags; null for another cast.</summary>
    BoundExpression? BindTaggedMapping(CastSyntax syntax)
    {
        if (syntax.Type.Type is not (CType.ULong or CType.Long) || !MayBeMapping(Strip(syntax.Operand)))
        {
            return null;
        }

        var operand = Bind(syntax.Operand);
        return operand.Type == CType.Error ? operand
            : operand.Type == CType.Mapping ? new BoundCast(syntax, CType.ULong, operand)
            : null;
    }

    /// <summary>Looked at before it is bound: binding counts reads.</summary>
    static bool MayBeMapping(ExpressionSyntax syntax) =>
        syntax is MemberSyntax { Member.Name: "mapping" } or CallSyntax { Callee.Name: "folio_mapping" or "page_mapping" or "READ_ONCE" }
            or NameSyntax { Name: "mapping" };

    /// <summary><c>(struct address_space *)((unsigned long)page->mapping &amp; ~PAGE_MAPPING_FLAGS)</c>: the tags off.</summary>
    BoundExpression? BindUntagged(CastSyntax syntax)
    {
        if (syntax.Type.Type != CType.Mapping || Strip(syntax.Operand) is not BinarySyntax { Operator: Symbol.And or Symbol.Minus } binary
            || Strip(binary.Left) is not CastSyntax cast || BindTaggedMapping(cast) is not { } word)
        {
            return null;
        }

        var mask = Bind(binary.Right);
        if (word.Type == CType.Error || mask.Type == CType.Error)
        {
            return new BoundError(syntax);
        }

        return binary.Operator == Symbol.And && mask.Constant == ~BuiltIns.TagBits && mask.Type.IsInteger()
            ? new BoundCast(syntax, CType.Mapping, new BoundBinary(binary, CType.ULong, CType.ULong, word, mask))
            : Error(syntax, NameCodes.OperandType, binary.Span, "only the tags can be taken off a mapping",
                "write '& ~PAGE_MAPPING_FLAGS'");
    }
}
