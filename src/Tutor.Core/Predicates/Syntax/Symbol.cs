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

    /// <summary><c>const</c>, <c>volatile</c>, <c>register</c>, <c>__maybe_unused</c>: accepted, says
    /// nothing.</summary>
    Qualifier,

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

    /// <summary><c>sizeof</c>, <c>typeof</c>, <c>_Alignof</c>.</summary>
    SizeOf,

    /// <summary><c>typedef</c>, <c>union</c>, <c>extern</c>.</summary>
    RefusedDeclaration,
}
