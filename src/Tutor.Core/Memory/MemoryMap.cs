using System.Collections.Immutable;

namespace Tutor.Core.Memory;

/// <summary>
/// Physical memory as the scanner finds it: a palette of page states, one small id per pfn, and beside it
/// a table of pageblocks and zones that serves the scanners only. Immutable once built.
/// </summary>
/// <remarks>
/// Up to 256 page states an id is one byte; with more it is two. Scanners that must be fast take the
/// spans (<see cref="NarrowIds"/>, <see cref="WideIds"/>); everything else asks <see cref="StateIdAt"/>.
/// </remarks>
public sealed class MemoryMap
{
    readonly Lazy<ImmutableArray<int>> _pagesOfState;
    readonly Lazy<PageblockDictionary?> _distinctPageblocks;
    readonly byte[]? _narrowIds;
    readonly ushort[]? _wideIds;

    MemoryMap(long firstPfn, ImmutableArray<PageState> palette, byte[]? narrow, ushort[]? wide,
        ImmutableArray<Pageblock> pageblocks, ImmutableArray<ZoneRange> zones, ImmutableArray<int> pagesOfState)
    {
        FirstPfn = firstPfn;
        Palette = palette;
        _narrowIds = narrow;
        _wideIds = wide;
        Pageblocks = pageblocks;
        Zones = zones;
        _pagesOfState = new Lazy<ImmutableArray<int>>(
            () => pagesOfState.IsDefault ? StateHistogram.Of(this) : pagesOfState);
        _distinctPageblocks = new Lazy<PageblockDictionary?>(() => PageblockDictionary.Of(this));
    }

    /// <summary>The pfn of the first page; a multiple of a pageblock.</summary>
    public long FirstPfn { get; }

    /// <summary>Pages in the map.</summary>
    public int PageCount => _narrowIds?.Length ?? _wideIds!.Length;

    /// <summary>One past the last pfn.</summary>
    public long EndPfn => FirstPfn + PageCount;

    /// <summary>The distinct page states; a page's id is an index into it.</summary>
    public ImmutableArray<PageState> Palette { get; }

    /// <summary>One for each started 512 pages, from <see cref="FirstPfn"/>.</summary>
    public ImmutableArray<Pageblock> Pageblocks { get; }

    /// <summary>In ascending order of zone index: the order in which they are compacted.</summary>
    public ImmutableArray<ZoneRange> Zones { get; }

    /// <summary>Pages of each state, by palette index; counted when first asked for.</summary>
    public ImmutableArray<int> PagesOfState => _pagesOfState.Value;

    /// <summary>
    /// Each different pageblock once; null where that would not be smaller than half the ids. Found when first
    /// asked for.
    /// </summary>
    public PageblockDictionary? DistinctPageblocks => _distinctPageblocks.Value;

    /// <summary>True when an id is one byte.</summary>
    public bool IsNarrow => _narrowIds is not null;

    /// <summary>One id a page; empty when the map is wide.</summary>
    public ReadOnlySpan<byte> NarrowIds => _narrowIds;

    /// <summary>One id a page; empty when the map is narrow.</summary>
    public ReadOnlySpan<ushort> WideIds => _wideIds;

    /// <summary>The palette index of page <paramref name="index"/>, counted from <see cref="FirstPfn"/>.</summary>
    public int StateIdAt(int index) => _narrowIds is not null ? _narrowIds[index] : _wideIds![index];

    /// <summary>The state of page <paramref name="index"/>, counted from <see cref="FirstPfn"/>.</summary>
    public PageState StateAt(int index) => Palette[StateIdAt(index)];

    /// <summary>
    /// Freezes a map. <paramref name="ids"/> is taken over, not copied: do not write to it again.
    /// </summary>
    /// <param name="pagesOfState">Pages of each state where they are known; else they are counted when needed.</param>
    /// <exception cref="ArgumentException">Our bug: an id outside the palette, a first pfn inside a pageblock.</exception>
    public static MemoryMap Create(long firstPfn, ImmutableArray<PageState> palette, byte[] ids,
        ImmutableArray<Pageblock> pageblocks, ImmutableArray<ZoneRange> zones,
        ImmutableArray<int> pagesOfState = default)
    {
        CheckShape(firstPfn, palette.Length, 256, ids.Length, pageblocks.Length);
        return new MemoryMap(firstPfn, palette, ids, null, pageblocks, zones, pagesOfState);
    }

    /// <summary>The same with two bytes a page, for more than 256 page states.</summary>
    public static MemoryMap CreateWide(long firstPfn, ImmutableArray<PageState> palette, ushort[] ids,
        ImmutableArray<Pageblock> pageblocks, ImmutableArray<ZoneRange> zones,
        ImmutableArray<int> pagesOfState = default)
    {
        CheckShape(firstPfn, palette.Length, 65536, ids.Length, pageblocks.Length);
        return new MemoryMap(firstPfn, palette, null, ids, pageblocks, zones, pagesOfState);
    }

    static void CheckShape(long firstPfn, int states, int mostStates, int pages, int pageblocks)
    {
        if (firstPfn < 0 || firstPfn % Pageblock.Pages != 0)
        {
            throw new ArgumentException("a map begins with a pageblock", nameof(firstPfn));
        }

        if (states == 0 || states > mostStates)
        {
            throw new ArgumentException($"1 to {mostStates} page states, not {states}", nameof(states));
        }

        if (pageblocks != (pages + Pageblock.Pages - 1) / Pageblock.Pages)
        {
            throw new ArgumentException($"{pages} pages need another number of pageblocks than {pageblocks}",
                nameof(pageblocks));
        }
    }
}
