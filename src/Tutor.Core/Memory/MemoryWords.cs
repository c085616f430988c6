using System.Collections.Immutable;

namespace Tutor.Core.Memory;

/// <summary>
/// The memory's words as authors write them, in lower snake case: one table each for reader, schema and guide.
/// </summary>
public static class MemoryWords
{
    /// <summary>
    /// Flags that an author may set on a page kind. What follows from holders or from the place is not here:
    /// mapping, private, swapcache, dma_pinned, head, tail, ZONE_MOVABLE, CMA.
    /// </summary>
    public static ImmutableArray<(string Word, PageFlags Value)> Flags { get; } =
    [
        ("lru", PageFlags.Lru),
        ("reserved", PageFlags.Reserved),
        ("slab", PageFlags.Slab),
        ("buddy", PageFlags.Buddy),
        ("hugetlb", PageFlags.HugeTlb),
        ("anon", PageFlags.Anon),
        ("ksm", PageFlags.Ksm),
        ("private_2", PageFlags.Private2),
        ("dirty", PageFlags.Dirty),
        ("writeback", PageFlags.Writeback),
        ("unevictable", PageFlags.Unevictable),
        ("mlocked", PageFlags.Mlocked),
        ("locked", PageFlags.Locked),
        ("movable_ops", PageFlags.MovableOps),
        ("isolated", PageFlags.Isolated),
        ("swapbacked", PageFlags.SwapBacked),
        ("referenced", PageFlags.Referenced),
        ("uptodate", PageFlags.UpToDate),
        ("active", PageFlags.Active),
        ("page_table", PageFlags.PageTable),
        ("offline", PageFlags.Offline),
        ("invalid", PageFlags.Invalid),
    ];

    /// <summary>What a holder of a page kind is; <see cref="HolderKind.Unknown"/> is only ever inferred.</summary>
    public static ImmutableArray<(string Word, HolderKind Value)> Holders { get; } =
    [
        ("mapping", HolderKind.Mapping),
        ("page_cache", HolderKind.PageCache),
        ("swap_cache", HolderKind.SwapCache),
        ("private", HolderKind.Private),
        ("private_2", HolderKind.Private2),
        ("pin", HolderKind.Pin),
        ("get", HolderKind.Get),
        ("lru_batch", HolderKind.LruBatch),
        ("owner", HolderKind.Owner),
    ];

    public static ImmutableArray<(string Word, BatchCpu Value)> Cpus { get; } =
        [("local", BatchCpu.Local), ("other", BatchCpu.Other)];

    public static ImmutableArray<(string Word, MigrateOp Value)> MigrateOps { get; } =
    [
        ("none", MigrateOp.Null),
        ("simple", MigrateOp.Simple),
        ("buffer", MigrateOp.Buffer),
        ("buffer_norefs", MigrateOp.BufferNoRefs),
        ("filemap", MigrateOp.Filemap),
        ("other", MigrateOp.Other),
    ];

    public static ImmutableArray<(string Word, MigrationRefusal Value)> Refusals { get; } =
        [("secretmem", MigrationRefusal.Secretmem), ("busy-buffers", MigrationRefusal.BusyBuffers)];

    public static ImmutableArray<(string Word, ZoneType Value)> Zones { get; } =
    [
        ("dma", ZoneType.Dma),
        ("dma32", ZoneType.Dma32),
        ("normal", ZoneType.Normal),
        ("movable", ZoneType.Movable),
        ("device", ZoneType.Device),
    ];

    public static ImmutableArray<(string Word, Migratetype Value)> Migratetypes { get; } =
    [
        ("unmovable", Migratetype.Unmovable),
        ("movable", Migratetype.Movable),
        ("reclaimable", Migratetype.Reclaimable),
        ("highatomic", Migratetype.HighAtomic),
        ("cma", Migratetype.Cma),
        ("isolate", Migratetype.Isolate),
    ];

    /// <summary>The value of a word of one of these tables, or null.</summary>
    public static T? Find<T>(ImmutableArray<(string Word, T Value)> table, string word) where T : struct
    {
        foreach (var row in table)
        {
            if (row.Word == word)
            {
                return row.Value;
            }
        }

        return null;
    }

    /// <summary>The words of the flags that are set, in the order of the bits; those that nobody writes too.</summary>
    public static IEnumerable<string> WordsOf(PageFlags flags) =>
        from bit in Enumerable.Range(0, 32)
        let flag = (PageFlags)(1u << bit)
        where (flags & flag) != 0
        select Flags.Concat(DerivedFlags).First(f => f.Value == flag).Word;

    /// <summary>Flags that follow from holders, folios and places: nobody writes them.</summary>
    static readonly ImmutableArray<(string Word, PageFlags Value)> DerivedFlags =
    [
        ("head", PageFlags.Head),
        ("tail", PageFlags.Tail),
        ("swapcache", PageFlags.SwapCache),
        ("private", PageFlags.Private),
        ("mapping", PageFlags.Mapping),
        ("mapping_unevictable", PageFlags.MappingUnevictable),
        ("dma_pinned", PageFlags.DmaPinned),
        ("raw_mapping", PageFlags.RawMapping),
        ("zone_movable", PageFlags.ZoneMovable),
        ("cma", PageFlags.Cma),
    ];
}
