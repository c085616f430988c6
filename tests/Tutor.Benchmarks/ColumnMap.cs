using System.Runtime.InteropServices;
using Tutor.Core.Memory;
using Tutor.Core.Predicates;
using Tutor.Core.Predicates.Binding;
using Tutor.Core.Predicates.Evaluation;
using Tutor.Core.Text;

namespace Tutor.Benchmarks;

/// <summary>
/// A memory map as a C program would hold it: a column for each thing that the predicate reads, 10 bytes a page; and
/// bitmaps of what it does not decide. Worked out from the page states alone, not by the engine that is measured.
/// </summary>
sealed unsafe class ColumnMap : IDisposable
{
    const uint IsAsked = 1 << 0;
    const uint IsPinned = 1 << 1;
    const uint IsFree = 1 << 2;

    const byte NotScanned = 255;

    readonly List<nint> _memory = [];

    public ColumnMap(MemoryMap map, CompactControl cc)
    {
        Blocks = map.PageCount / Pageblock.Pages;
        Flags = (uint*)Allocate(4L * map.PageCount);
        Ref = (ushort*)Allocate(2L * map.PageCount);
        Expected = (ushort*)Allocate(2L * map.PageCount);
        MapCount = (ushort*)Allocate(2L * map.PageCount);
        Asked = (ulong*)Allocate(map.PageCount / 8);
        Pinned = (ulong*)Allocate(map.PageCount / 8);
        Free = (ulong*)Allocate(map.PageCount / 8);
        Limited = (byte*)Allocate(Blocks);
        ClassTable = (byte*)Allocate(257);
        var rows = map.Palette.Select(s => new Row(s, cc)).ToArray();
        Parallel.For(0, Blocks, block => Fill(map, rows, block));
        FillLimits(map);
        FillClassTable(rows);
    }

    public long Blocks { get; }

    public uint* Flags { get; }

    public ushort* Ref { get; }

    public ushort* Expected { get; }

    public ushort* MapCount { get; }

    public ulong* Asked { get; }

    public ulong* Pinned { get; }

    public ulong* Free { get; }

    public byte* Limited { get; }

    public byte* ClassTable { get; }

    public void Dispose()
    {
        foreach (var block in _memory)
        {
            NativeMemory.AlignedFree((void*)block);
        }
    }

    void* Allocate(long bytes)
    {
        var memory = NativeMemory.AlignedAlloc((nuint)bytes, 64);
        NativeMemory.Clear(memory, (nuint)bytes);
        _memory.Add((nint)memory);
        return memory;
    }

    void Fill(MemoryMap map, Row[] rows, long block)
    {
        var ids = map.NarrowIds.Slice((int)block * Pageblock.Pages, Pageblock.Pages);
        for (var i = 0; i < ids.Length; i++)
        {
            var row = rows[ids[i]];
            var page = block * Pageblock.Pages + i;
            Flags[page] = row.Flags;
            Ref[page] = row.Ref;
            Expected[page] = row.Expected;
            MapCount[page] = row.MapCount;
            var bit = 1UL << i;
            Asked[page / 64] |= (row.Flags & IsAsked) != 0 ? bit : 0;
            Pinned[page / 64] |= (row.Flags & IsPinned) != 0 ? bit : 0;
            Free[page / 64] |= (row.Flags & IsFree) != 0 ? bit : 0;
        }
    }

    /// <summary>Pageblocks of one huge page are passed over; behind those the first visit comes twice.</summary>
    void FillLimits(MemoryMap map)
    {
        var wasPassedOver = false;
        for (var block = 0; block < Blocks; block++)
        {
            var first = map.StateAt(block * Pageblock.Pages);
            var isPassedOver = first.Has(PageFlags.Compound) && first.Order >= Pageblock.Order;
            Limited[block] = isPassedOver ? NotScanned : wasPassedOver ? (byte)2 : (byte)1;
            wasPassedOver = isPassedOver;
        }
    }

    /// <summary>The bits of <c>native/ids.c</c>, for the benchmark's predicate.</summary>
    void FillClassTable(Row[] rows)
    {
        for (var id = 0; id < rows.Length; id++)
        {
            var row = rows[id];
            var isAsked = (row.Flags & IsAsked) != 0;
            var isPinned = (row.Flags & IsPinned) != 0;
            var isIsolated = isAsked && row.Ref - row.Expected <= row.MapCount;
            var moves = isIsolated && !isPinned;
            ClassTable[id] = (byte)((isIsolated ? 0x80 : 0) | (isAsked ? 0x40 : 0) | (moves ? 0x20 : 0) | (isPinned ? 0x10 : 0)
                | (moves || (row.Flags & IsFree) != 0 ? 0 : 0x08));
        }

        ClassTable[256] = (byte)((rows.Length + 15) / 16);
    }

    /// <summary>A page state in columns.</summary>
    readonly struct Row
    {
        public Row(PageState state, CompactControl cc)
        {
            var isAsked = state.Has(PageFlags.Lru) && !state.Has(PageFlags.Compound) && state.RefCount > 0;
            var isFree = state.Has(PageFlags.Buddy) || state is { Flags: PageFlags.None, RefCount: 0 };
            Flags = (isAsked ? IsAsked : 0) | (isAsked && !Migration.MovableNow(state, cc) ? IsPinned : 0) | (isFree ? IsFree : 0)
                | (state.Has(PageFlags.Buddy | PageFlags.Head) ? (uint)state.Order << 8 : 0);
            Ref = (ushort)(state.RefCount + cc.OwnReferences);
            MapCount = (ushort)state.MapCount;
            Expected = isAsked ? ExpectedRefs(state, cc) : (ushort)0;
        }

        public uint Flags { get; }

        public ushort Ref { get; }

        public ushort Expected { get; }

        public ushort MapCount { get; }

        static ushort ExpectedRefs(PageState state, CompactControl cc)
        {
            for (ushort refs = 0; ; refs++)
            {
                var isMore = Predicate.Compile(SourceText.From("expected", $"folio_expected_refs(mapping, folio) > {refs}"),
                    PredicateScope.All).Predicate!;
                if (isMore.Ask(state, cc) == SkipAnswer.Keep)
                {
                    return refs;
                }
            }
        }
    }
}
