using System.Runtime.InteropServices;
using Tutor.Core.Memory;

namespace Tutor.Core.Simulation;

/// <summary>
/// The map's palette, and behind it what a run adds: frames that the run emptied, free chunks that formed,
/// pages that now lie in a pageblock of another migratetype, folios as a try left them, and pieces of folios.
/// </summary>
sealed class RunPalette
{
    const int Orders = 11;

    readonly MemoryMap _map;
    readonly List<(PageState State, int Origin)> _made = [];
    readonly Dictionary<(int Id, ZoneType Zone, Migratetype Type), int> _places = [];
    readonly Dictionary<(int Id, bool IsPartiallyMapped), int> _marks = [];
    readonly Dictionary<int, int> _released = [];
    readonly Dictionary<(int Id, int Mappings), int> _pieces = [];

    public RunPalette(MemoryMap map) => _map = map;

    /// <summary>
    /// A frame without flags and references: it was moved away from, or it belongs to a free chunk that the
    /// free scanner took.
    /// </summary>
    public int Blank => _map.Palette.Length;

    /// <summary>Inside a free chunk that formed during the run.</summary>
    public int FreeRest => Blank + 1;

    public int Count => FirstMade + _made.Count;

    int FirstFreeHead => Blank + 2;

    int FirstMade => FirstFreeHead + Orders;

    /// <summary>First page of a free chunk that formed during the run.</summary>
    public int FreeHead(int order) => FirstFreeHead + order;

    /// <summary>Order of the free chunk that a page of this state heads, or -1.</summary>
    public int FreeOrder(int id)
    {
        if (id < Blank)
        {
            var state = _map.Palette[id];
            return state.Has(PageFlags.Buddy) ? state.Order : -1;
        }

        return id >= FirstFreeHead && id < FirstMade ? id - FirstFreeHead : -1;
    }

    /// <summary>
    /// Frames that are free from a page of this state on; 0 if it is not free, or inside a chunk.
    /// </summary>
    public int FreeFrames(int id) => id == Blank ? 1 : FreeOrder(id) is >= 0 and var order ? 1 << order : 0;

    /// <summary>
    /// A state of the map, or one of those that the run made; null for frames that the run emptied.
    /// </summary>
    public PageState? StateOf(int id) => id < Blank ? _map.Palette[id]
        : id >= FirstMade ? _made[id - FirstMade].State
        : null;

    /// <summary>
    /// The index in the map's palette that pages of this state had at first; -1 for emptied frames.
    /// </summary>
    public int OriginOf(int id) => id < Blank ? id : id >= FirstMade ? _made[id - FirstMade].Origin : -1;

    /// <summary>The same page in another pageblock: zone and migratetype are part of a page state.</summary>
    public int InPlace(int id, ZoneType zone, Migratetype type)
    {
        var state = StateOf(id)!;
        if (state.Zone == zone && state.Migratetype == type)
        {
            return id;
        }

        ref var place = ref CollectionsMarshal.GetValueRefOrAddDefault(_places, (id, zone, type),
            out var isKnown);
        if (!isKnown)
        {
            place = Make(ReferenceAccounting.InPlace(state, zone, type), id);
        }

        return place;
    }

    /// <summary>The same folio, known to be partially mapped or not.</summary>
    public int Marked(int id, bool isPartiallyMapped)
    {
        var state = StateOf(id)!;
        if (state.IsPartiallyMapped == isPartiallyMapped)
        {
            return id;
        }

        ref var mark = ref CollectionsMarshal.GetValueRefOrAddDefault(_marks, (id, isPartiallyMapped), out var isKnown);
        if (!isKnown)
        {
            mark = Make(state with { IsPartiallyMapped = isPartiallyMapped }, id);
        }

        return mark;
    }

    /// <summary>The same folio without its file system's data.</summary>
    public int WithoutFileSystemData(int id)
    {
        ref var released = ref CollectionsMarshal.GetValueRefOrAddDefault(_released, id, out var isKnown);
        if (!isKnown)
        {
            released = Make(FolioSplit.WithoutFileSystemData(StateOf(id)!), id);
        }

        return released;
    }

    /// <summary>A frame of a folio that was split, which so many page table entries map.</summary>
    public int PieceOf(int id, int mappings)
    {
        ref var piece = ref CollectionsMarshal.GetValueRefOrAddDefault(_pieces, (id, mappings), out var isKnown);
        if (!isKnown)
        {
            piece = Make(FolioSplit.PieceOf(StateOf(id)!, mappings), id);
        }

        return piece;
    }

    int Make(PageState state, int id)
    {
        _made.Add((state, OriginOf(id)));
        return Count - 1;
    }
}
