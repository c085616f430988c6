using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Tutor.Core.Memory;

namespace Tutor.Core.Simulation.Fast;

/// <summary>
/// Looks once at every pageblock: are chunks and folios aligned, is there nothing under a jump that the scanner would
/// have stopped at, and which states are always inside free chunks?
/// </summary>
sealed class LayoutCheck
{
    const byte Head = ScanBits.Isolated;
    const byte Active = ScanBits.TouchesLock;
    const byte MayBeFree = ScanBits.Taken;
    const byte Stays = ScanBits.Stays;

    /// <summary>Pageblocks of one task.</summary>
    const int Chunk = 2048;

    /// <summary>Chunks do not grow beyond; with one of this order the next pageblock is free too.</summary>
    const int HighestOrder = 10;

    readonly MemoryMap _map;
    readonly StateRoles _roles;
    readonly byte[] _table;
    readonly bool _mergesLater;
    readonly bool[] _isBuddy;

    /// <summary>The only state that may be inside free chunks, or -1: there are several.</summary>
    readonly int _onlyRest;
    readonly bool[] _isInside;
    readonly bool[] _isOutside;
    volatile bool _isBroken;

    LayoutCheck(MemoryMap map, RunSettings settings, StateRoles roles)
    {
        _map = map;
        _roles = roles;
        _mergesLater = settings.Passes > 1;
        _isBuddy = [.. map.Palette.Select(s => s.Has(PageFlags.Buddy))];
        _onlyRest = roles.MayBeFree.Count(r => r) == 1 ? Array.IndexOf(roles.MayBeFree, true) : -1;
        _isInside = new bool[map.Palette.Length];
        _isOutside = new bool[map.Palette.Length];
        _table = new byte[Math.Max(256, map.Palette.Length)];
        for (var id = 0; id < map.Palette.Length; id++)
        {
            _table[id] = (byte)((IsHead(id) ? Head : 0) | (roles.IsActive[id] ? Active : 0)
                | (roles.MayBeFree[id] ? MayBeFree : 0)
                | (roles.MayLeave[id] || roles.MayBeFree[id] || map.Palette[id].Has(PageFlags.Buddy) ? 0 : Stays));
        }
    }

    /// <summary>Null: not for the fast engine.</summary>
    /// <returns>By palette index whether pages of this state lie inside free chunks; and the way, with what may be
    /// freed.</returns>
    public static (bool[] IsInside, ScannedBlock[] Way)? Of(MemoryMap map, RunSettings settings, StateRoles roles, ScannedBlock[] way)
    {
        var check = new LayoutCheck(map, settings, roles);
        if (check.HasOddHead())
        {
            return null;
        }

        if (way.Length <= Chunk)
        {
            check.Look(way, 0, way.Length);
        }
        else
        {
            Parallel.For(0, (way.Length + Chunk - 1) / Chunk,
                i => check.Look(way, i * Chunk, Math.Min((i + 1) * Chunk, way.Length)));
        }

        // The state cannot tell: inside a chunk here, somebody's there.
        return check._isBroken || check._isInside.Zip(check._isOutside).Any(s => s.First && s.Second) ? null
            : (check._isInside, way);
    }

    bool IsHead(int id) => _roles.Jump[id] > 1 || _map.Palette[id].Has(PageFlags.Buddy);

    bool HasOddHead() => Enumerable.Range(0, _map.Palette.Length).Any(id =>
        _map.Palette[id].Has(PageFlags.Buddy) && (_map.Palette[id].Order > HighestOrder || _roles.IsActive[id]));

    void Look(ScannedBlock[] way, int from, int to)
    {
        switch (VectorPaths.Best)
        {
            case VectorPath.Vector512:
                Look(new Path512(_table), way, from, to);
                break;
            case VectorPath.Vector256:
                Look(new Path256(_table), way, from, to);
                break;
            case VectorPath.Vector128:
                Look(new Path128(_table), way, from, to);
                break;
            case VectorPath.Scalar:
                Look(new ScalarPath(_table), way, from, to);
                break;
        }
    }

    /// <remarks>Left out of tiered compilation, as the kernels are: it runs once, over the whole map.</remarks>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    void Look<TPath>(TPath path, ScannedBlock[] way, int from, int to)
        where TPath : struct, IMaskPath
    {
        var masks = default(BlockMasks);
        var odd = new ScalarPath(_table);
        for (var i = from; i < to && !_isBroken; i++)
        {
            var start = way[i].Index << Pageblock.Order;
            var length = Math.Min(Pageblock.Pages, _map.PageCount - start);
            bool hasStaying;
            if (!_map.IsNarrow)
            {
                odd.Fill(_map.WideIds.Slice(start, length), ref masks);
                hasStaying = odd.HasStaying(_map.WideIds.Slice(start, length));
            }
            else if (length < Pageblock.Pages)
            {
                odd.Fill(_map.NarrowIds.Slice(start, length), ref masks);
                hasStaying = true;
            }
            else
            {
                ref var first = ref MemoryMarshal.GetReference(_map.NarrowIds.Slice(start, length));
                path.Fill(ref first, ref masks, withTaken: true);
                hasStaying = path.HasStaying(ref first);
            }

            if (!Holds(way[i].Index, start, length, masks))
            {
                _isBroken = true;
            }
            else if (!hasStaying && length == Pageblock.Pages && !IsWhollyFree(masks))
            {
                way[i] = way[i] with { MayBeFreed = true };
            }
        }
    }

    /// <summary>Of a pageblock in which nothing stays: chunks' heads and what is inside them, and nothing else.</summary>
    static bool IsWhollyFree(in BlockMasks masks)
    {
        for (var word = 0; word < PageMask.Words; word++)
        {
            if ((masks.Isolated[word] | masks.Taken[word]) != ulong.MaxValue)
            {
                return false;
            }
        }

        return true;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    bool Holds(int block, int start, int length, in BlockMasks masks)
    {
        var free = default(PageMask);
        var covered = default(PageMask);
        if (IsCoveredFromBefore(block))
        {
            Add(ref free, 0, length);
            Add(ref covered, 0, length);
        }

        for (var word = 0; word < PageMask.Words; word++)
        {
            for (var heads = masks.Isolated[word]; heads != 0; heads &= heads - 1)
            {
                var at = word * 64 + BitOperations.TrailingZeroCount(heads);
                if (!AddHead(start, at, length, ref free, ref covered))
                {
                    return false;
                }
            }
        }

        for (var word = 0; word < PageMask.Words; word++)
        {
            if (((~masks.Passive[word] | masks.Isolated[word]) & covered[word]) != 0 || (free[word] & ~masks.Taken[word]) != 0)
            {
                return false;
            }

            NoteStates(start + word * 64, masks.Taken[word] & free[word], _isInside);
            NoteStates(start + word * 64, masks.Taken[word] & ~free[word], _isOutside);
        }

        return true;
    }

    /// <summary>The pages behind a head; false if it is not aligned.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    bool AddHead(int start, int at, int length, ref PageMask free, ref PageMask covered)
    {
        var id = _map.StateIdAt(start + at);
        var pages = _roles.Jump[id];
        if ((at & (Math.Min(pages, Pageblock.Pages) - 1)) != 0
            || (pages > Pageblock.Pages && (_map.FirstPfn + start) % pages != 0))
        {
            return false;
        }

        var isBuddy = _isBuddy[id];
        if (isBuddy && _mergesLater && HasFreeTwin(start + at, _map.Palette[id].Order))
        {
            return false;
        }

        if (pages == 1)
        {
            return true;
        }

        var end = Math.Min(at + pages, length);
        Add(ref covered, at + 1, end);
        if (isBuddy)
        {
            Add(ref free, at + 1, end);
        }

        return true;
    }

    /// <summary>Two chunks that could be one: whether they merge later depends on what is freed beside them.</summary>
    bool HasFreeTwin(int page, int order)
    {
        var twin = ((_map.FirstPfn + page) ^ (1L << order)) - _map.FirstPfn;
        return order < HighestOrder && twin >= 0 && twin < _map.PageCount
            && _map.StateAt((int)twin) is var state && state.Has(PageFlags.Buddy) && state.Order == order;
    }

    bool IsCoveredFromBefore(int block) => block > 0
        && _map.StateAt((block - 1) << Pageblock.Order) is var state && state.Has(PageFlags.Buddy)
        && state.Order > Pageblock.Order;

    void NoteStates(int start, ulong pages, bool[] states)
    {
        if (_onlyRest >= 0)
        {
            states[_onlyRest] |= pages != 0;
            return;
        }

        for (; pages != 0; pages &= pages - 1)
        {
            var id = _map.StateIdAt(start + BitOperations.TrailingZeroCount(pages));
            states[id] = true;
            if (_map.IsNarrow)
            {
                // The rest of a run says nothing new.
                var ids = _map.NarrowIds[start..Math.Min(start + 64, _map.PageCount)];
                var from = BitOperations.TrailingZeroCount(pages);
                var run = ids[from..].IndexOfAnyExcept((byte)id);
                pages &= run < 0 ? 0 : ~(((1UL << run) - 1) << from) | 1UL << from;
                if (run < 0)
                {
                    return;
                }
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    static void Add(ref PageMask mask, int from, int to)
    {
        for (var at = from; at < to;)
        {
            var end = Math.Min(to, (at | 63) + 1);
            mask[at / 64] |= (end - at == 64 ? ulong.MaxValue : (1UL << (end - at)) - 1) << at;
            at = end;
        }
    }
}
