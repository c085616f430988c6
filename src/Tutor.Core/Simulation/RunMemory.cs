using System.Buffers;
using System.Collections.Immutable;
using System.Runtime.InteropServices;
using Tutor.Core.Memory;
using Tutor.Core.Scenarios.Recordings;

namespace Tutor.Core.Simulation;

/// <summary>
/// The memory as the run changes it: a state id for each frame, skip hints, and what has become of each page.
/// Frames are named by pfn.
/// </summary>
sealed class RunMemory : IDisposable
{
    readonly int[] _ids;
    readonly bool[] _hints;
    readonly bool[] _wasVacated;
    readonly PageVerdict[] _verdicts;
    readonly RecordedFate[] _fates;

    public RunMemory(MemoryMap map)
    {
        Map = map;
        Palette = new RunPalette(map);
        _ids = ArrayPool<int>.Shared.Rent(map.PageCount);
        _hints = new bool[map.Pageblocks.Length];
        _wasVacated = new bool[map.Pageblocks.Length];
        _verdicts = new PageVerdict[map.PageCount];
        _fates = new RecordedFate[map.PageCount];
        CopyIds();
        for (var i = 0; i < _hints.Length; i++)
        {
            _hints[i] = map.Pageblocks[i].SkipHint;
        }
    }

    public MemoryMap Map { get; }

    public RunPalette Palette { get; }

    /// <summary>One id a frame, from the map's first.</summary>
    public Span<int> Ids => _ids.AsSpan(0, Map.PageCount);

    public void Dispose() => ArrayPool<int>.Shared.Return(_ids);

    public int IdAt(long pfn) => _ids[pfn - Map.FirstPfn];

    public void SetId(long pfn, int id) => _ids[pfn - Map.FirstPfn] = id;

    public Pageblock BlockOf(long pfn) => Map.Pageblocks[BlockIndex(pfn)];

    /// <summary>Writes a verdict for the pages of a folio; a tail's is its head's.</summary>
    public void Judge(long pfn, int nrPages, PageVerdict verdict) =>
        _verdicts.AsSpan((int)(pfn - Map.FirstPfn), Fitting(pfn, nrPages)).Fill(verdict);

    public void SetFate(long pfn, int nrPages, RecordedFate fate) =>
        _fates.AsSpan((int)(pfn - Map.FirstPfn), Fitting(pfn, nrPages)).Fill(fate);

    /// <summary>
    /// The pages of a folio or chunk left these frames: nobody has them until the pass is over.
    /// </summary>
    public void Vacate(long pfn, int nrPages)
    {
        nrPages = Fitting(pfn, nrPages);
        Hold(pfn, nrPages);
        for (var block = BlockIndex(pfn); block <= BlockIndex(pfn + nrPages - 1); block++)
        {
            _wasVacated[block] = true;
        }
    }

    /// <summary>The free scanner took this chunk.</summary>
    public void Hold(long pfn, int count) =>
        Ids.Slice((int)(pfn - Map.FirstPfn), Fitting(pfn, count)).Fill(Palette.Blank);

    /// <summary>A page lies in this frame now, and has become one of this zone and pageblock.</summary>
    public void Place(long pfn, int id)
    {
        var zone = Palette.StateOf(id)!.Zone;
        _ids[pfn - Map.FirstPfn] = Palette.InPlace(id, zone, BlockOf(pfn).Migratetype);
    }

    /// <summary><c>get_pageblock_skip()</c>.</summary>
    public bool HasSkipHint(long pfn) => _hints[BlockIndex(pfn)];

    /// <summary><c>set_pageblock_skip()</c>.</summary>
    public void SetSkipHint(long pfn) => _hints[BlockIndex(pfn)] = true;

    /// <summary>Whole pageblocks in which every frame is free now, and was not before.</summary>
    public long BlocksFreed()
    {
        Func<int, int> after = at => Palette.FreeFrames(_ids[at]);
        Func<int, int> before = at => Palette.FreeFrames(Map.StateIdAt(at));
        var freed = 0L;
        for (var block = 0; block < _wasVacated.Length; block++)
        {
            if (_wasVacated[block] && IsWhollyFree(block, after) && !IsWhollyFree(block, before))
            {
                freed++;
            }
        }

        return freed;
    }

    public VerdictMap Verdicts() => VerdictMap.Of(ImmutableCollectionsMarshal.AsImmutableArray(_verdicts));

    public ImmutableArray<RecordedFate> Fates() => ImmutableCollectionsMarshal.AsImmutableArray(_fates);

    /// <summary>A pageblock cut off by the map's end is not whole. A chunk of order 10 covers two.</summary>
    bool IsWhollyFree(int block, Func<int, int> freeFramesFrom)
    {
        var (at, end) = (block << Pageblock.Order, (block + 1) << Pageblock.Order);
        if (end > Map.PageCount)
        {
            return false;
        }

        if (block > 0 && freeFramesFrom(at - Pageblock.Pages) > Pageblock.Pages)
        {
            return true;
        }

        while (at < end && freeFramesFrom(at) is > 0 and var frames)
        {
            at += frames;
        }

        return at >= end;
    }

    int BlockIndex(long pfn) => (int)((pfn - Map.FirstPfn) >> Pageblock.Order);

    int Fitting(long pfn, int nrPages) => (int)Math.Min(nrPages, Map.EndPfn - pfn);

    void CopyIds()
    {
        var narrow = Map.NarrowIds;
        var wide = Map.WideIds;
        for (var i = 0; i < narrow.Length; i++)
        {
            _ids[i] = narrow[i];
        }

        for (var i = 0; i < wide.Length; i++)
        {
            _ids[i] = wide[i];
        }
    }
}
