using System.Collections;
using System.Collections.Immutable;
using Tutor.Core.Memory;

namespace Tutor.Core.Simulation;

/// <summary>
/// What became of each page, from the map's first: written page by page by the literal engine, or looked up by page
/// state where the state decides. The second kind costs nothing however large the map is.
/// </summary>
public sealed class VerdictMap : IReadOnlyList<PageVerdict>
{
    readonly ImmutableArray<PageVerdict> _ofPage;
    readonly ImmutableArray<PageVerdict> _ofState;
    readonly MemoryMap? _map;
    readonly BitArray? _unscanned;

    VerdictMap(ImmutableArray<PageVerdict> ofPage, MemoryMap? map, ImmutableArray<PageVerdict> ofState, BitArray? unscanned)
    {
        _ofPage = ofPage;
        _map = map;
        _ofState = ofState;
        _unscanned = unscanned;
    }

    /// <summary>Pages.</summary>
    public int Count => _map?.PageCount ?? _ofPage.Length;

    /// <summary>
    /// By palette index, where a page's state alone decides; else default.
    /// </summary>
    public ImmutableArray<PageVerdict> OfState => _unscanned is null ? _ofState : default;

    /// <summary>The verdict of page <paramref name="index"/>, counted from the map's first.</summary>
    public PageVerdict this[int index] => _map is null ? _ofPage[index]
        : _unscanned is not null && _unscanned[index >> Pageblock.Order] ? PageVerdict.NeverCandidate
        : _ofState[_map.StateIdAt(index)];

    /// <summary>A verdict a page.</summary>
    public static VerdictMap Of(ImmutableArray<PageVerdict> ofPage) => new(ofPage, null, default, null);

    /// <summary>A verdict a page state.</summary>
    /// <param name="unscanned">Pageblocks that no scanner came by, if they hold pages that it would have asked about.</param>
    public static VerdictMap Of(MemoryMap map, ImmutableArray<PageVerdict> ofState, BitArray? unscanned) =>
        new(default, map, ofState, unscanned);

    /// <summary>Whether every page has the same verdict in both; of two runs over one map.</summary>
    public bool SameAs(VerdictMap other)
    {
        ArgumentNullException.ThrowIfNull(other);
        return _map is not null && _map == other._map
            ? _ofState.AsSpan().SequenceEqual(other._ofState.AsSpan())
            : Count == other.Count && this.SequenceEqual(other);
    }

    public IEnumerator<PageVerdict> GetEnumerator()
    {
        for (var i = 0; i < Count; i++)
        {
            yield return this[i];
        }
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
