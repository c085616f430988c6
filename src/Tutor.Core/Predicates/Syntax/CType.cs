namespace Tutor.Core.Predicates.Syntax;

/// <summary>
/// The types of the predicate language: C's integers as x86-64 Linux has them (LP64) and the kernel's
/// opaque pointers.
/// </summary>
public enum CType : byte
{
    /// <summary>Stands for a part that already has a diagnostic, so that one mistake gives one message.</summary>
    Error,
    Bool,
    Int,
    UInt,
    Long,
    ULong,

    /// <summary>The type of <c>NULL</c>: fits every pointer.</summary>
    Null,

    /// <summary><c>struct page *</c>.</summary>
    Page,

    /// <summary><c>struct folio *</c>.</summary>
    Folio,

    /// <summary><c>struct address_space *</c>.</summary>
    Mapping,

    /// <summary><c>struct compact_control *</c>.</summary>
    Control,

    /// <summary><c>struct zone *</c>.</summary>
    Zone,

    /// <summary><c>bool *</c> and the others: a parameter through which a helper hands a number back.</summary>
    BoolPointer,
    IntPointer,
    UIntPointer,
    LongPointer,
    ULongPointer,
}

/// <summary>Facts about <see cref="CType"/>.</summary>
public static class CTypes
{
    public static bool IsInteger(this CType type) => type is >= CType.Bool and <= CType.ULong;

    public static bool IsPointer(this CType type) => type >= CType.Null;

    public static bool IsUnsigned(this CType type) => type is CType.UInt or CType.ULong;

    /// <summary>Bits of a promoted integer type.</summary>
    public static int Width(this CType type) => type is CType.Long or CType.ULong ? 64 : 32;

    /// <summary>As C spells it, pointers with the star: <c>unsigned long</c>, <c>struct page *</c>.</summary>
    public static string CName(this CType type) => type switch
    {
        CType.Bool => "bool",
        CType.Int => "int",
        CType.UInt => "unsigned int",
        CType.Long => "long",
        CType.ULong => "unsigned long",
        CType.Null => "void *",
        CType.Page => "struct page *",
        CType.Folio => "struct folio *",
        CType.Mapping => "struct address_space *",
        CType.Control => "struct compact_control *",
        CType.Zone => "struct zone *",
        CType.BoolPointer => "bool *",
        CType.IntPointer => "int *",
        CType.UIntPointer => "unsigned int *",
        CType.LongPointer => "long *",
        CType.ULongPointer => "unsigned long *",
        CType.Error => "?",
    };

    /// <summary>A pointer to a number.</summary>
    public static bool IsOut(this CType type) => type >= CType.BoolPointer;

    /// <summary><c>int *</c> of <c>int</c>; <see cref="CType.Error"/> of what is no integer.</summary>
    public static CType PointerTo(this CType type) =>
        type.IsInteger() ? CType.BoolPointer + (type - CType.Bool) : CType.Error;

    /// <summary><c>int</c> of <c>int *</c>; <see cref="CType.Error"/> of every other type.</summary>
    public static CType Pointee(this CType type) =>
        type.IsOut() ? CType.Bool + (type - CType.BoolPointer) : CType.Error;

    /// <summary>C's integer promotion: what is narrower than <c>int</c> becomes <c>int</c>.</summary>
    public static CType Promote(this CType type) => type == CType.Bool ? CType.Int : type;

    /// <summary>C's usual arithmetic conversions for LP64: the type in which two integers meet.</summary>
    public static CType Common(CType left, CType right)
    {
        left = left.Promote();
        right = right.Promote();
        return left > right ? left : right;
    }
}
