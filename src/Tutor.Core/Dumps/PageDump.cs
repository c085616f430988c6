using System.Collections.Immutable;

namespace Tutor.Core.Dumps;

/// <summary>What the line before <c>flags:</c> says of the memory's kind.</summary>
public enum DumpedType : byte
{
    /// <summary>Nothing: a file's page, or the kernel's own.</summary>
    None,
    Anon,
    Ksm,
}

/// <summary>The <c>head:</c> line of a compound page, as printed.</summary>
/// <param name="Order">log2 of the folio's pages.</param>
/// <param name="MapCount">Every mapping of the folio; null where the release does not print it (before 6.9).</param>
/// <param name="EntireMapCount">PMD mappings: <c>compound_mapcount</c> up to 6.2, <c>entire_mapcount</c> since.</param>
/// <param name="PinCount">FOLL_PINs of the folio; null where it is not printed.</param>
/// <param name="IsOfFolios">The line of 6.9 and later, whose counts are the folio's.</param>
public sealed record DumpedHead(int Order, int? MapCount, int? EntireMapCount, int? PinCount, bool IsOfFolios)
{
    public int NrPages => 1 << Order;
}

/// <summary>What memory offlining said of the page on the line before its dump.</summary>
public enum OfflineWord : byte
{
    None,

    /// <summary><c>migrating pfn X failed ret:N</c></summary>
    Migrating,

    /// <summary><c>failed to isolate pfn X</c></summary>
    FailedToIsolate,
}

/// <summary>
/// One report of <c>dump_page()</c>, as printed. What is null was not printed; nothing is derived.
/// </summary>
public sealed record PageDump
{
    /// <summary>Line of its first line, numbered from 1.</summary>
    public required int Line { get; init; }

    /// <summary>The release whose format it has, or null.</summary>
    public string? ReleaseHint { get; init; }

    /// <summary>Whether dumps with known holders were held against that format.</summary>
    public bool IsCheckedFormat { get; init; }

    public ulong? Pfn { get; init; }

    public int RefCount { get; init; }

    /// <summary>Of this page as its release counts it; where a page has a type up to 6.8, the type.</summary>
    public int MapCount { get; init; }

    /// <summary>The <c>mapping</c> field is not 0.</summary>
    public bool HasMapping { get; init; }

    public ulong? Index { get; init; }

    public DumpedHead? Head { get; init; }

    public DumpedType Type { get; init; }

    /// <summary>The owner's <c>address_space_operations</c>, or null.</summary>
    public string? Aops { get; init; }

    public ulong FlagsWord { get; init; }

    /// <summary>Names of the flags that are set, in the order of the line.</summary>
    public ImmutableArray<string> Flags { get; init; } = [];

    /// <summary>The zone's number, or null.</summary>
    public int? Zone { get; init; }

    /// <summary>The line ends in <c>CMA</c>.</summary>
    public bool IsCma { get; init; }

    /// <summary><c>slab</c>, <c>hugetlb</c>, <c>table</c>, <c>buddy</c>, <c>zsmalloc</c> …, or null.</summary>
    public string? PageType { get; init; }

    /// <summary>The words of its struct page; empty if they were not printed.</summary>
    public ImmutableArray<ulong> Raw { get; init; } = [];

    /// <summary>The words of its head's struct page: of a tail in 6.1, of every compound page since 6.12.</summary>
    public ImmutableArray<ulong> HeadRaw { get; init; } = [];

    public required string Reason { get; init; }

    public OfflineWord Offline { get; init; }

    /// <summary>What <c>ret:</c> said: pages of the batch that did not move, or a negative error.</summary>
    public int? OfflineResult { get; init; }

    /// <summary>Things to say of how it was read.</summary>
    public ImmutableArray<string> Notes { get; init; } = [];

    public int NrPages => Head?.NrPages ?? 1;

    public bool IsLarge => Head is { Order: > 0 };

    public bool Has(string flag) => Flags.Contains(flag, StringComparer.Ordinal);

    /// <summary>A tail: the second word of its struct page points at the head.</summary>
    public bool IsTail => Raw.Length > 1 && IsLarge && (Raw[1] & 1) != 0;

    /// <summary>What the page's own <c>mapping</c> word is tagged with: 1 anon, 2 a driver's, 3 KSM, 0 none; null: no words.</summary>
    public int? MappingTag => Raw.Length > 3 && !IsTail ? (int)(Raw[3] & 3) : null;
}
