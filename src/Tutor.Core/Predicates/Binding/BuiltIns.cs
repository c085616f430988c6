using System.Collections.Frozen;
using System.Collections.Immutable;
using Tutor.Core.Memory;
using Tutor.Core.Predicates.Syntax;

namespace Tutor.Core.Predicates.Binding;

/// <summary>The table of everything that a predicate can ask the kernel.</summary>
public static partial class BuiltIns
{
    /// <summary>Values of the opaque pointers. A folio lies where its first page lies, as in the kernel.</summary>
    internal const long PageAddress = 0x1000;
    internal const long CacheAddress = 0x2000;
    internal const long SwapAddress = 0x3000;
    internal const long TaggedAddress = 0x4000;
    internal const long ControlAddress = 0x5000;
    internal const long ZoneAddress = 0x6000;

    /// <summary>The low bits of the mapping field: 1 anonymous, 2 a driver's, 3 KSM (6.1 include/linux/page-flags.h).</summary>
    internal const long TagBits = 3;

    const int PageShift = 12;

    static readonly BuiltInParameter PageParameter = new(CType.Page, "page");
    static readonly BuiltInParameter FolioParameter = new(CType.Folio, "folio");
    static readonly BuiltInParameter MappingParameter = new(CType.Mapping, "mapping");
    static readonly BuiltInParameter ZoneParameter = new(CType.Zone, "zone");

    /// <summary>Every row that is offered: first what is part of the language, then group by group.</summary>
    public static ImmutableArray<BuiltIn> All { get; } =
    [
        .. LanguageRows(), .. CountRows(), .. MappingRows(), .. FlagRows(), .. ExpectedRefRows(), .. PinRows(),
        .. FolioRows(), .. ZoneRows(), .. TypeRows(), .. ControlRows(),
    ];

    /// <summary>
    /// Names of other releases, and names that only pasted code needs. They are understood and explained, but completion
    /// does not offer them. A level that lends what a row means lends the row.
    /// </summary>
    public static ImmutableArray<BuiltIn> Spellings { get; } =
        [.. CountSpellings(), .. FolioSpellings(), .. ZoneSpellings(), .. MappingSpellings(), .. TypeSpellings(), .. FlagSpellings(), .. ControlSpellings()];

    /// <summary>Every meaning of a name, oldest first.</summary>
    static readonly FrozenDictionary<string, ImmutableArray<BuiltIn>> ByName = All.Concat(Spellings).Where(b => b.Kind != BuiltInKind.Member)
        .GroupBy(b => b.Name, StringComparer.Ordinal)
        .ToFrozenDictionary(g => g.Key, g => g.OrderBy(b => b.Since).ToImmutableArray(), StringComparer.Ordinal);

    static readonly FrozenDictionary<(CType, string), BuiltIn> ByMember = All.Concat(Spellings)
        .Where(b => b.Kind == BuiltInKind.Member).ToFrozenDictionary(b => (b.Receiver, b.Name));

    /// <summary>The function, constant or parameter of this name, in its oldest meaning; or null.</summary>
    public static BuiltIn? Find(string name) => Find(name, KernelNames.Linux61);

    /// <summary>
    /// What this name means in <paramref name="names"/>; in a release that has it not yet, what the first one that has
    /// it means. Null where no release has it.
    /// </summary>
    public static BuiltIn? Find(string name, KernelNames names) => !ByName.TryGetValue(name, out var meanings) ? null
        : meanings.Length == 1 ? meanings[0] : Meaning(meanings, names);

    static BuiltIn Meaning(ImmutableArray<BuiltIn> meanings, KernelNames names) =>
        meanings.FirstOrDefault(b => b.Backported.Contains(names)) ?? meanings.LastOrDefault(b => b.Since <= names) ?? meanings[0];

    /// <summary>The releases in which the name has this meaning, as they are spelled: <c>6.1, 6.12, 6.19</c>.</summary>
    public static string ReleasesOf(BuiltIn builtIn) =>
        string.Join(", ", Enum.GetValues<KernelNames>().Where(n => Find(builtIn.Name, n) == builtIn).Select(n => n.Word()));

    /// <summary>The member <paramref name="name"/> behind a pointer of type <paramref name="receiver"/>, or null.</summary>
    public static BuiltIn? FindMember(CType receiver, string name) => ByMember.GetValueOrDefault((receiver, name));

    /// <summary>Whether the name has another meaning in another release.</summary>
    public static bool HasOtherMeanings(BuiltIn builtIn)
    {
        ArgumentNullException.ThrowIfNull(builtIn);
        return builtIn.Kind != BuiltInKind.Member && ByName[builtIn.Name].Length > 1;
    }

    /// <summary>Every name a person may ask about: functions, constants, parameters and members.</summary>
    public static IEnumerable<BuiltIn> Named(string name) => All.Concat(Spellings).Where(b => string.Equals(b.Name, name, StringComparison.Ordinal));

    static IEnumerable<BuiltIn> LanguageRows()
    {
        const string Local = "the scanner's local variable";
        const string StddefH = "6.1 include/linux/stddef.h";
        return
        [
            Parameter("page", CType.Page, "The page that the scanner looks at", Local, (_, _, _, _) => PageAddress),
            Parameter("folio", CType.Folio, "The folio that the page belongs to: page_folio(page)", Local, (_, _, _, _) => PageAddress),
            Parameter("mapping", CType.Mapping, "What folio_mapping(folio) returned: NULL for plain anonymous memory", Local,
                (p, _, _, _) => MappingOf(p)) with { Group = VocabularyGroups.Mapping },
            Parameter("cc", CType.Control, "The compaction run that asks: mode, order and who wants it", InternalH,
                (_, _, _, _) => ControlAddress) with { Group = VocabularyGroups.Control },
            Function("page_folio", CType.Folio, [PageParameter], "The folio that a page belongs to", FlagsH, 1, null,
                (_, _, page, _) => page),
            Member(CType.Folio, "page", CType.Page, "The folio's first page; write it &folio->page", "6.1 include/linux/mm_types.h", 0, null,
                (_, _, folio, _) => folio),
            Constant("true", CType.Int, 1, "1", StddefH, null),
            Constant("false", CType.Int, 0, "0", StddefH, null),
            Constant("NULL", CType.Null, 0, "The pointer that points at nothing", StddefH, null),
            Truth("likely", "The condition itself, 0 or 1, as a long; in the kernel a hint to the compiler", "6.1 include/linux/compiler.h"),
            Truth("unlikely", "The condition itself, 0 or 1, as a long; in the kernel a hint to the compiler", "6.1 include/linux/compiler.h"),
            .. Extremes(),
        ];
    }

    /// <summary>A macro that gives its condition back.</summary>
    static BuiltIn Truth(string name, string summary, string source) =>
        Function(name, CType.Long, [new(CType.Bool, "condition")], summary, source, 0, null, (_, _, condition, _) => condition);

    static IEnumerable<BuiltIn> Extremes()
    {
        const string Source = "6.1 include/vdso/limits.h";
        return
        [
            Constant("INT_MAX", CType.Int, int.MaxValue, "The largest int, 2147483647", Source, null),
            Constant("INT_MIN", CType.Int, int.MinValue, "The smallest int, -2147483648", Source, null),
            Constant("UINT_MAX", CType.UInt, uint.MaxValue, "The largest unsigned int, 4294967295", Source, null),
            Constant("LONG_MAX", CType.Long, long.MaxValue, "The largest long, 2^63 - 1", Source, null),
            Constant("LONG_MIN", CType.Long, long.MinValue, "The smallest long, -2^63", Source, null),
            Constant("ULONG_MAX", CType.ULong, -1, "The largest unsigned long, 2^64 - 1", Source, null),
        ];
    }

    /// <summary><c>folio_mapping()</c>: the page cache's or the swap cache's address space, else NULL.</summary>
    internal static long MappingOf(PageState page) => !page.Has(PageFlags.Mapping | PageFlags.SwapCache) ? 0
        : page.Has(PageFlags.SwapCache) ? SwapAddress : CacheAddress;

    static BuiltIn Parameter(string name, CType type, string summary, string source, BuiltInBody body) => new()
    {
        Name = name, Kind = BuiltInKind.Parameter, Type = type, Summary = summary, Source = source, Body = body,
    };

    static BuiltIn Function(string name, CType type, ImmutableArray<BuiltInParameter> parameters, string summary,
        string source, int loads, string? group, BuiltInBody body) => new()
    {
        Name = name, Kind = BuiltInKind.Function, Type = type, Parameters = parameters, Summary = summary,
        Source = source, Loads = loads, Group = group, Body = body,
    };

    static BuiltIn Member(CType receiver, string name, CType type, string summary, string source, int loads,
        string? group, BuiltInBody body) => new()
    {
        Name = name, Kind = BuiltInKind.Member, Receiver = receiver, Type = type, Summary = summary,
        Source = source, Loads = loads, Group = group, Body = body,
    };

    static BuiltIn Constant(string name, CType type, long value, string summary, string source, string? group) => new()
    {
        Name = name, Kind = BuiltInKind.Constant, Type = type, Summary = summary, Source = source, Group = group,
        Body = (_, _, _, _) => value,
    };
}
