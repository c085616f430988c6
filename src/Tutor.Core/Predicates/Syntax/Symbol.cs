namespace Tutor.Core.Predicates.Syntax;

/// <summary>Operators and punctuation.</summary>
public enum Symbol : byte
{
    None,
    OpenParen,
    CloseParen,
    OpenBrace,
    CloseBrace,
    OpenBracket,
    CloseBracket,
    Comma,
    Semicolon,
    Colon,
    Question,
    Dot,
    Ellipsis,
    Arrow,
    Increment,
    Decrement,
    Not,
    Tilde,
    Plus,
    Minus,
    Star,
    Slash,
    Percent,
    ShiftLeft,
    ShiftRight,
    Less,
    LessEqual,
    Greater,
    GreaterEqual,
    Equal,
    NotEqual,
    And,
    Xor,
    Or,
    AndAnd,
    OrOr,
    Assign,
    PlusAssign,
    MinusAssign,
    StarAssign,
    SlashAssign,
    PercentAssign,
    ShiftLeftAssign,
    ShiftRightAssign,
    AndAssign,
    XorAssign,
    OrAssign,
}

/// <summary>The words that C or the kernel reserves and that the parser treats on its own.</summary>
public enum Keyword : byte
{
    None,

    /// <summary><c>bool</c>, <c>int</c>, <c>signed</c>, …: a part of an integer type.</summary>
    TypeWord,

    /// <summary><c>char</c>, <c>double</c>, …: types that the language does not have.</summary>
    RefusedType,

    /// <summary><c>u32</c>, <c>gfp_t</c>, …: the kernel's name for an integer type, whole by itself.</summary>
    TypeName,

    /// <summary><c>const</c>, <c>volatile</c>, <c>register</c>: accepted, only <c>const</c> says something.</summary>
    Qualifier,

    /// <summary><c>__must_check</c>, <c>__attribute__</c>, …: for gcc and sparse; accepted, says nothing.</summary>
    Annotation,

    /// <summary><c>static</c>, <c>inline</c>, <c>__always_inline</c>: before a function.</summary>
    Storage,
    Struct,
    Enum,
    Void,
    If,
    Else,
    Return,

    /// <summary><c>for</c>, <c>while</c>, <c>do</c>, <c>break</c>, <c>continue</c>.</summary>
    Loop,

    /// <summary><c>switch</c>, <c>case</c>, <c>default</c>.</summary>
    Switch,
    Goto,

    /// <summary><c>sizeof</c>, <c>_Alignof</c>.</summary>
    SizeOf,

    /// <summary><c>typeof</c>.</summary>
    TypeOf,

    /// <summary><c>typedef</c>, <c>union</c>, <c>extern</c>.</summary>
    RefusedDeclaration,
}
