using System.Collections.Frozen;

namespace Tutor.Core.Predicates.Syntax;

/// <summary>What operators look like and how strongly they bind; which words C reserves.</summary>
static class SyntaxFacts
{
    /// <summary>Binary operators bind from 1 (<c>||</c>) to 10 (<c>*</c>); assignment and <c>?:</c>
    /// less.</summary>
    public const int UnaryPrecedence = 11;

    static readonly Dictionary<string, Keyword> KeywordTable = new(StringComparer.Ordinal)
    {
        ["bool"] = Keyword.TypeWord, ["_Bool"] = Keyword.TypeWord, ["int"] = Keyword.TypeWord,
        ["signed"] = Keyword.TypeWord, ["unsigned"] = Keyword.TypeWord, ["long"] = Keyword.TypeWord,
        ["char"] = Keyword.RefusedType, ["short"] = Keyword.RefusedType, ["float"] = Keyword.RefusedType,
        ["double"] = Keyword.RefusedType,
        ["const"] = Keyword.Qualifier, ["volatile"] = Keyword.Qualifier, ["register"] = Keyword.Qualifier,
        ["auto"] = Keyword.Qualifier,
        ["static"] = Keyword.Storage, ["inline"] = Keyword.Storage, ["__always_inline"] = Keyword.Storage,
        ["noinline"] = Keyword.Storage, ["__inline"] = Keyword.Storage,
        ["struct"] = Keyword.Struct, ["enum"] = Keyword.Enum, ["void"] = Keyword.Void,
        ["if"] = Keyword.If, ["else"] = Keyword.Else, ["return"] = Keyword.Return,
        ["for"] = Keyword.Loop, ["while"] = Keyword.Loop, ["do"] = Keyword.Loop, ["break"] = Keyword.Loop,
        ["continue"] = Keyword.Loop,
        ["switch"] = Keyword.Switch, ["case"] = Keyword.Switch, ["default"] = Keyword.Switch,
        ["goto"] = Keyword.Goto,
        ["sizeof"] = Keyword.SizeOf, ["_Alignof"] = Keyword.SizeOf,
        ["typeof"] = Keyword.TypeOf, ["__typeof__"] = Keyword.TypeOf, ["__auto_type"] = Keyword.TypeOf,
        ["typedef"] = Keyword.RefusedDeclaration, ["union"] = Keyword.RefusedDeclaration,
        ["extern"] = Keyword.RefusedDeclaration,
    };

    /// <summary>The kernel's names of integer types that the language has under C's name (6.1 include/linux/types.h).</summary>
    static readonly Dictionary<string, CType> TypeNames = new(StringComparer.Ordinal)
    {
        ["u32"] = CType.UInt, ["uint32_t"] = CType.UInt, ["uint"] = CType.UInt, ["gfp_t"] = CType.UInt, ["isolate_mode_t"] = CType.UInt,
        ["s32"] = CType.Int, ["int32_t"] = CType.Int,
        ["u64"] = CType.ULong, ["uint64_t"] = CType.ULong, ["ulong"] = CType.ULong, ["size_t"] = CType.ULong, ["pgoff_t"] = CType.ULong,
        ["s64"] = CType.Long, ["int64_t"] = CType.Long, ["ssize_t"] = CType.Long,
    };

    /// <summary>Words for gcc and sparse (6.1 include/linux/compiler_attributes.h, compiler_types.h, init.h).</summary>
    static readonly string[] Annotations =
    [
        "__attribute__", "__attribute", "__maybe_unused", "__always_unused", "__must_check", "__pure", "__attribute_const__", "__cold", "__used",
        "__weak", "__malloc", "__deprecated", "__visible", "__init", "__meminit", "__ref", "__sched", "notrace", "noinline_for_stack",
        "__no_kcsan", "__no_sanitize_address", "__nocfi", "__force", "__bitwise", "__user", "__flatten", "asmlinkage", "__section",
    ];

    static readonly FrozenDictionary<string, Keyword>.AlternateLookup<ReadOnlySpan<char>> KeywordLookup = KeywordTable
        .Concat(TypeNames.Keys.Select(name => KeyValuePair.Create(name, Keyword.TypeName)))
        .Concat(Annotations.Select(name => KeyValuePair.Create(name, Keyword.Annotation)))
        .ToFrozenDictionary(StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>The words themselves, for "did you mean".</summary>
    public static IEnumerable<string> KeywordTexts => KeywordTable.Keys;

    /// <summary>The type that the kernel's name stands for; only of <see cref="Keyword.TypeName"/>.</summary>
    public static CType TypeNamed(string name) => TypeNames[name];

    /// <summary>Which reserved word this is, or <see cref="Keyword.None"/>.</summary>
    public static Keyword KeywordOf(ReadOnlySpan<char> word) =>
        KeywordLookup.TryGetValue(word, out var keyword) ? keyword : Keyword.None;

    /// <summary><c>and</c>, <c>or</c>, <c>not</c>, as &lt;iso646.h&gt; defines them; they spare YAML authors quotes.</summary>
    public static Symbol WordOperator(ReadOnlySpan<char> word) => word switch
    {
        "and" => Symbol.AndAnd,
        "or" => Symbol.OrOr,
        "not" => Symbol.Not,
        _ => Symbol.None,
    };

    /// <summary>1 for <c>||</c> to 10 for <c>* / %</c>; 0 for what is no binary operator.</summary>
    public static int BinaryPrecedence(Symbol symbol) => symbol switch
    {
        Symbol.OrOr => 1,
        Symbol.AndAnd => 2,
        Symbol.Or => 3,
        Symbol.Xor => 4,
        Symbol.And => 5,
        Symbol.Equal or Symbol.NotEqual => 6,
        Symbol.Less or Symbol.LessEqual or Symbol.Greater or Symbol.GreaterEqual => 7,
        Symbol.ShiftLeft or Symbol.ShiftRight => 8,
        Symbol.Plus or Symbol.Minus => 9,
        Symbol.Star or Symbol.Slash or Symbol.Percent => 10,
        _ => 0,
    };

    /// <summary>True for <c>=</c> and <c>op=</c>.</summary>
    public static bool IsAssignment(Symbol symbol) => symbol >= Symbol.Assign;

    /// <summary>The operator inside <c>op=</c>; <see cref="Symbol.None"/> for plain <c>=</c>.</summary>
    public static Symbol AssignmentOperator(Symbol symbol) => symbol switch
    {
        Symbol.PlusAssign => Symbol.Plus,
        Symbol.MinusAssign => Symbol.Minus,
        Symbol.StarAssign => Symbol.Star,
        Symbol.SlashAssign => Symbol.Slash,
        Symbol.PercentAssign => Symbol.Percent,
        Symbol.ShiftLeftAssign => Symbol.ShiftLeft,
        Symbol.ShiftRightAssign => Symbol.ShiftRight,
        Symbol.AndAssign => Symbol.And,
        Symbol.XorAssign => Symbol.Xor,
        Symbol.OrAssign => Symbol.Or,
        _ => Symbol.None,
    };

    public static bool IsComparison(Symbol symbol) => symbol is >= Symbol.Less and <= Symbol.NotEqual;

    public static string Text(Symbol symbol) => symbol switch
    {
        Symbol.OpenParen => "(",
        Symbol.CloseParen => ")",
        Symbol.OpenBrace => "{",
        Symbol.CloseBrace => "}",
        Symbol.OpenBracket => "[",
        Symbol.CloseBracket => "]",
        Symbol.Comma => ",",
        Symbol.Semicolon => ";",
        Symbol.Colon => ":",
        Symbol.Question => "?",
        Symbol.Dot => ".",
        Symbol.Ellipsis => "...",
        Symbol.Arrow => "->",
        Symbol.Increment => "++",
        Symbol.Decrement => "--",
        Symbol.Not => "!",
        Symbol.Tilde => "~",
        Symbol.Plus => "+",
        Symbol.Minus => "-",
        Symbol.Star => "*",
        Symbol.Slash => "/",
        Symbol.Percent => "%",
        Symbol.ShiftLeft => "<<",
        Symbol.ShiftRight => ">>",
        Symbol.Less => "<",
        Symbol.LessEqual => "<=",
        Symbol.Greater => ">",
        Symbol.GreaterEqual => ">=",
        Symbol.Equal => "==",
        Symbol.NotEqual => "!=",
        Symbol.And => "&",
        Symbol.Xor => "^",
        Symbol.Or => "|",
        Symbol.AndAnd => "&&",
        Symbol.OrOr => "||",
        Symbol.Assign => "=",
        Symbol.None => "",
        _ => Text(AssignmentOperator(symbol)) + "=",
    };
}
