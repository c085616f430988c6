using System.Collections.Immutable;
using Tutor.Core.Memory;
using Tutor.Core.Predicates.Syntax;

namespace Tutor.Core.Predicates.Binding;

public enum BuiltInKind : byte
{
    Function,
    Constant,

    /// <summary>What stands behind <c>-></c>.</summary>
    Member,

    /// <summary><c>page</c>, <c>folio</c>, <c>mapping</c>, <c>cc</c>.</summary>
    Parameter,
}

/// <summary>What a built-in says of one page. Pointers are opaque numbers, 0 is NULL.</summary>
/// <param name="first">First argument, or a member's receiver.</param>
/// <param name="second">Second argument.</param>
public delegate long BuiltInBody(PageState page, CompactControl control, long first, long second);

/// <summary>A parameter of a built-in function.</summary>
/// <param name="MayBeNull">False: the kernel reads memory behind it, so that NULL is a crash there.</param>
public sealed record BuiltInParameter(CType Type, string Name, bool MayBeNull = false);

/// <summary>
/// One name of the kernel that predicates may use: a row of <see cref="BuiltIns.All"/>, from which the binder,
/// completion, the reference pages, <c>tutor explain</c> and the levels' schema all read.
/// </summary>
public sealed record BuiltIn
{
    public required string Name { get; init; }

    public required BuiltInKind Kind { get; init; }

    public required CType Type { get; init; }

    /// <summary>How C spells the type, where that says more than <see cref="Type"/>: an enumeration's name.</summary>
    public string? TypeText { get; init; }

    public ImmutableArray<BuiltInParameter> Parameters { get; init; } = [];

    /// <summary>Of a member: what stands before the arrow.</summary>
    public CType Receiver { get; init; }

    /// <summary>One sentence without a full stop.</summary>
    public required string Summary { get; init; }

    /// <summary>Kernel release and file.</summary>
    public required string Source { get; init; }

    /// <summary>
    /// The first release in which the name has this meaning. A name has one row for each of its meanings;
    /// <see cref="BuiltIns.Find(string, KernelNames)"/> chooses.
    /// </summary>
    public KernelNames Since { get; init; }

    /// <summary>Older releases whose stable kernels took this meaning: the game's 6.1 is 6.1.192, and its 6.12 is 6.12.117.</summary>
    public ImmutableArray<KernelNames> Backported { get; init; } = [];

    /// <summary>Whether it is a name of another release, understood and not offered.</summary>
    public bool IsSpelling { get; init; }

    /// <summary>The offered name that says the same or holds this one's place in a level's vocabulary; or null.</summary>
    public string? Means { get; init; }

    /// <summary>Words of memory read each time it is evaluated (small page).</summary>
    public int Loads { get; init; }

    /// <summary>On a large folio 6.1 reads each of its pages instead.</summary>
    public bool ReadsEachPage { get; init; }

    /// <summary>Row of <see cref="VocabularyGroups"/>; null: part of the language, in every level.</summary>
    public string? Group { get; init; }

    public required BuiltInBody Body { get; init; }

    /// <summary>As it is written: a function with its usual arguments.</summary>
    public string Usage => Kind == BuiltInKind.Function ? $"{Name}({string.Join(", ", Parameters.Select(p => p.Name))})" : Name;

    /// <summary>As C declares it: <c>int folio_ref_count(struct folio *folio)</c>.</summary>
    public string Signature
    {
        get
        {
            var type = Declare(TypeText ?? Type.CName(), "");
            return Kind switch
            {
                BuiltInKind.Function =>
                    $"{type}{Name}({string.Join(", ", Parameters.Select(p => Declare(p.Type.CName(), p.Name)))})",
                BuiltInKind.Member => $"{type}{ReceiverName}->{Name}",
                BuiltInKind.Constant or BuiltInKind.Parameter => type + Name,
            };
        }
    }

    string ReceiverName => Receiver switch
    {
        CType.Control => "cc",
        CType.Folio => "folio",
        CType.Page => "page",
        CType.Mapping => "mapping",
        CType.Zone => "zone",
        CType.Error or CType.Bool or CType.Int or CType.UInt or CType.Long or CType.ULong or CType.Null or CType.BoolPointer
            or CType.IntPointer or CType.UIntPointer or CType.LongPointer or CType.ULongPointer =>
            throw new InvalidOperationException($"'{Receiver.CName()}' has no member {Name}"),
    };

    /// <summary>Loads on this page under this release.</summary>
    public int LoadsOn(PageState page, CompactControl control) =>
        ReadsEachPage && control.Release == KernelRelease.Linux61 && page.Has(PageFlags.Head) ? Loads
            + page.NrPages : Loads;

    /// <summary>A star belongs to the name: <c>struct page *page</c>.</summary>
    internal static string Declare(string type, string name) => type.EndsWith('*') ? type + name : $"{type} {name}";
}
