using Tutor.Core.Text;

namespace Tutor.Core.Predicates.Syntax;

sealed partial class Parser
{
    static readonly Dictionary<string, CType> Structures = new(StringComparer.Ordinal)
    {
        ["page"] = CType.Page,
        ["folio"] = CType.Folio,
        ["address_space"] = CType.Mapping,
        ["compact_control"] = CType.Control,
        ["zone"] = CType.Zone,
    };

    static readonly string[] Enumerations = ["migrate_mode", "migratetype", "zone_type"];

    /// <summary>Integer types of the kernel that the language does not have, with what to write instead.</summary>
    static readonly Dictionary<string, string> NarrowTypes = new(StringComparer.Ordinal)
    {
        ["u8"] = "unsigned int", ["u16"] = "unsigned int", ["uint8_t"] = "unsigned int", ["uint16_t"] = "unsigned int",
        ["s8"] = "int", ["s16"] = "int", ["int8_t"] = "int", ["int16_t"] = "int",
    };

    static bool StartsType(Token token) => token.Keyword
        is Keyword.TypeWord or Keyword.TypeName or Keyword.TypeOf or Keyword.RefusedType or Keyword.Qualifier or Keyword.Annotation
        or Keyword.Struct or Keyword.Enum or Keyword.Void;

    static bool StartsDeclaration(Token token) =>
        StartsType(token) || token.Keyword is Keyword.Storage or Keyword.RefusedDeclaration;

    /// <summary><c>const unsigned long</c>, <c>struct page *</c>; after a mistake of type <see cref="CType.Error"/>.</summary>
    /// <param name="isParameter">Whether <c>int *</c> may stand here.</param>
    TypeSyntax ParseType(bool isParameter = false)
    {
        var start = Current.Start;
        var isConst = TakeQualifiers();
        TypeSyntax type;
        switch (Current.Keyword)
        {
            case Keyword.Struct:
                type = ParseStructure(start);
                break;
            case Keyword.Enum:
                type = ParseEnumeration(start, isConst);
                break;
            case Keyword.Void:
                _at++;
                type = new TypeSyntax(SpanFrom(start), CType.Error, "void", isConst);
                break;
            case Keyword.TypeWord or Keyword.RefusedType:
                type = ParseInteger(start, isConst);
                break;
            case Keyword.TypeName:
                var named = SyntaxFacts.TypeNamed(TextOf(Take()));
                isConst |= TakeQualifiers();
                type = new TypeSyntax(SpanFrom(start), named, named.CName(), isConst);
                break;
            case Keyword.TypeOf:
                type = ParseTypeOf(start);
                break;
            case Keyword.None when Current.Kind == TokenKind.Name && (Ahead.Kind == TokenKind.Name || Ahead.Operator == Symbol.Star):
                type = ParseUnknownTypeName(start);
                break;
            default:
                Error(SyntaxCodes.Unexpected, Current.Span, $"expected a type, found {Quote(Current)}",
                    TypeHelp());
                return new TypeSyntax(new TextSpan(start, 0), CType.Error, "?", isConst);
        }

        return isParameter && Current.Operator == Symbol.Star && type.Type.IsInteger() ? ParseOut(type) : RefusePointer(type);
    }

    /// <summary><c>int *</c> of a parameter: a helper hands a number back through it.</summary>
    TypeSyntax ParseOut(TypeSyntax type)
    {
        _at++;
        TakeQualifiers();
        var pointer = type.Type.PointerTo();
        return RefusePointer(new TypeSyntax(SpanFrom(type.Span.Start), pointer, pointer.CName(), type.IsConst));
    }

    TypeSyntax ParseTypeOf(int start)
    {
        Refuse(SyntaxCodes.SizeOf, Current.Span, $"{Quote(Current)} is not in the language", "write the type itself: 'int' for a count");
        _at++;
        SkipBalanced();
        return new TypeSyntax(SpanFrom(start), CType.Error, "?", false);
    }

    /// <summary>A typedef that the language does not have, with its stars.</summary>
    TypeSyntax ParseUnknownTypeName(int start)
    {
        var name = Take();
        ReportUnknownType(name, TextOf(name));
        while (TryTake(Symbol.Star) || TakeQualifiers())
        {
        }

        return new TypeSyntax(SpanFrom(start), CType.Error, TextOf(name), false);
    }

    void ReportUnknownType(Token token, string name)
    {
        var nearest = Suggestions.Nearest(name, SyntaxFacts.KeywordTexts);
        Refuse(NameCodes.UnknownType, token.Span, $"no type '{name}' here",
            RefusedNames.Reason(name) ?? (NarrowTypes.TryGetValue(name, out var instead) ? $"write '{instead}'"
                : nearest is null ? null : $"did you mean '{nearest}'?"));
    }

    /// <summary>For a short type's name, or a parameter's name without its type.</summary>
    string? TypeHelp()
    {
        if (Current.Kind != TokenKind.Name)
        {
            return null;
        }

        var name = TextOf(Current);
        return NarrowTypes.TryGetValue(name, out var instead) ? $"write '{instead}'"
            : name switch
            {
                "page" or "folio" => $"write 'struct {name} *{name}'",
                "mapping" => "write 'struct address_space *mapping'",
                "cc" => "write 'struct compact_control *cc'",
                _ => null,
            };
    }

    /// <summary>A star behind an integer or a second star.</summary>
    TypeSyntax RefusePointer(TypeSyntax type)
    {
        if (Current.Operator != Symbol.Star)
        {
            return type;
        }

        Refuse(SyntaxCodes.MemoryAccess, Current.Span,
            $"there are no pointers to '{type.Text}' here: a predicate does not reach into memory",
            type.Type.IsInteger() ? "only a helper's parameter may be one, to hand a number back" : null);
        while (TryTake(Symbol.Star) || TakeQualifiers())
        {
        }

        return type with { Type = CType.Error, Span = SpanFrom(type.Span.Start) };
    }

    bool TakeQualifiers()
    {
        var found = false;
        while (Current.Keyword == Keyword.Qualifier || TakeAnnotations())
        {
            found |= Current.Keyword == Keyword.Qualifier && TextOf(Take()) == "const";
        }

        return found;
    }

    /// <summary><c>__must_check</c>, <c>__attribute__((pure))</c>: read over. False where none stands.</summary>
    bool TakeAnnotations()
    {
        var before = _at;
        while (Current.Keyword == Keyword.Annotation)
        {
            _at++;
            SkipBalanced();
        }

        return _at > before;
    }

    TypeSyntax ParseStructure(int start)
    {
        _at++;
        var name = Current;
        if (name.Kind != TokenKind.Name)
        {
            Error(SyntaxCodes.Unexpected, name.Span,
                $"expected a structure's name after 'struct', found {Quote(name)}");
            return new TypeSyntax(SpanFrom(start), CType.Error, "struct", false);
        }

        _at++;
        var text = $"struct {TextOf(name)} *";
        if (!Structures.TryGetValue(TextOf(name), out var type))
        {
            var nearest = Suggestions.Nearest(TextOf(name), Structures.Keys);
            Refuse(NameCodes.UnknownType, name.Span, $"no structure '{TextOf(name)}' here",
                RefusedNames.Reason(TextOf(name)) is { } reason ? reason
                : nearest is null ? "known are struct page, folio, address_space, compact_control and zone"
                    : $"did you mean 'struct {nearest}'?");
        }

        TakeQualifiers();
        if (!TryTake(Symbol.Star))
        {
            Refuse(SyntaxCodes.MemoryAccess, name.Span, $"'struct {TextOf(name)}' is only known as a pointer",
                $"write '{text}'");
            type = CType.Error;
        }

        var isConst = TakeQualifiers();
        if (TryTake(Symbol.Star))
        {
            Refuse(SyntaxCodes.MemoryAccess, name.Span, $"there are no pointers to '{text}' here: a predicate does not reach into memory");
            type = CType.Error;
            while (TryTake(Symbol.Star) || TakeQualifiers())
            {
            }
        }

        return new TypeSyntax(SpanFrom(start), type, text, isConst);
    }

    TypeSyntax ParseEnumeration(int start, bool isConst)
    {
        _at++;
        var name = Current;
        if (name.Kind != TokenKind.Name || !Enumerations.Contains(TextOf(name), StringComparer.Ordinal))
        {
            Refuse(NameCodes.UnknownType, name.Span, $"no enumeration {Quote(name)} here",
                "known are enum migrate_mode, migratetype and zone_type");
            _at += name.Kind == TokenKind.Name ? 1 : 0;
            return new TypeSyntax(SpanFrom(start), CType.Error, "enum", isConst);
        }

        _at++;
        isConst |= TakeQualifiers();
        return new TypeSyntax(SpanFrom(start), CType.UInt, $"enum {TextOf(name)}", isConst);
    }

    /// <summary>The words of an integer type in any order, as C has it: <c>long unsigned int</c>.</summary>
    TypeSyntax ParseInteger(int start, bool isConst)
    {
        int signed = 0, unsigned = 0, longs = 0, ints = 0, bools = 0;
        var refused = false;
        while (Current.Keyword is Keyword.TypeWord or Keyword.RefusedType or Keyword.Qualifier or Keyword.Annotation)
        {
            if (TakeAnnotations())
            {
                continue;
            }

            var word = TextOf(Current);
            isConst |= word == "const";
            refused |= Current.Keyword == Keyword.RefusedType;
            _ = word switch
            {
                "signed" => signed++,
                "unsigned" => unsigned++,
                "long" => longs++,
                "int" => ints++,
                "bool" or "_Bool" => bools++,
                _ => 0,
            };
            _at++;
        }

        var span = SpanFrom(start);
        if (refused || longs > 1)
        {
            Refuse(SyntaxCodes.RefusedType, span,
                $"'{_source.ToString(span)}' is not in the language",
                longs > 1 ? "on 64-bit Linux 'long' is as wide"
                    : "there are bool, int, unsigned int, long and unsigned long");
            return new TypeSyntax(span, CType.Error, "?", isConst);
        }

        var contradiction = signed + unsigned > 1 || ints > 1 || bools > 1
            || (bools == 1 && signed + unsigned + longs + ints > 0);
        if (contradiction)
        {
            Error(SyntaxCodes.Unexpected, span, $"'{_source.ToString(span)}' is not a type");
            return new TypeSyntax(span, CType.Error, "?", isConst);
        }

        var type = bools == 1 ? CType.Bool
            : longs == 1 ? unsigned == 1 ? CType.ULong : CType.Long
            : unsigned == 1 ? CType.UInt : CType.Int;
        return new TypeSyntax(span, type, type.CName(), isConst);
    }
}
