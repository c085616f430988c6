using System.Runtime.InteropServices;
using Tutor.Core.Memory;

namespace Tutor.Core.Simulation;

/// <summary>
/// The map's palette, and behind it what a run adds: frames that the run emptied, free chunks that formed,
/// pages that now lie in a pageblock of another migratetype.
/// </summary>
sealed class RunPalette
{
    const int Orders = 11;

    readonly MemoryMap _map;
    readonly List<(PageState State, int Origin)> _moved = [];
    readonly Dictionary<(int Id, ZoneType Zone, Migratetype Type), int> _places = [];

    public RunPalette(MemoryMap map) => _map = map;

    /// <summary>
    /// A frame without flags and references: it was moved away from, or it belongs to a free chunk that the
    /// free scanner took.
    /// </summary>
    public int Blank => _map.Palette.Length;

    /// <summary>Inside a free chunk that formed during the run.</summary>
    public int FreeRest => Blank + 1;

    public int Count => FirstMoved + _moved.Count;

    int FirstFreeHead => Blank + 2;

    int FirstMoved => FirstFreeHead + Orders;

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

        return id >= FirstFreeHead && id < FirstMoved ? id - FirstFreeHead : -1;
    }

    /// <summary>
    /// Frames that are free from a page of this state on; 0 if it is not free, or inside a chunk.
    /// </summary>
    public int FreeFrames(int id) => id == Blank ? 1 : FreeOrder(id) is >= 0 and var order ? 1 << order : 0;

    /// <summary>
    /// A state of the map, or one of those that a move made; null for frames that the run emptied.
    /// </summary>
    public PageState? StateOf(int id) => id < Blank ? _map.Palette[id]
        : id >= FirstMoved ? _moved[id - FirstMoved].State
        : null;

    /// <summary>
    /// The index in the map's palette that pages of this state had at first; -1 for emptied frames.
    /// </summary>
    public int OriginOf(int id) => id < Blank ? id : id >= FirstMoved ? _moved[id - FirstMoved].Origin : -1;

    /// <summary>The same page in another pageblock: zone and migratetype are part of a page state.</summary>
    public int InPlace(int id, ZoneType zone, Migratetype type)
    {
        var state = StateOf(id)!;
        if (state.Zone == zone && state.Migratetype == type)
        {
            return id;
        }

        ref var place = ref CollectionsMarshal.GetValueRefOrAddDefault(_places, (OriginOf(id), zone, type),
            out var isKnown);
        if (!isKnown)
        {
            place = Count;
            _moved.Add((ReferenceAccounting.InPlace(state, zone, type), OriginOf(id)));
        }

        return place;
    }
}
