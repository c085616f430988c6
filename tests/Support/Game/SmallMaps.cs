using System.Collections.Immutable;
using Tutor.Core.Memory;

namespace Tutor.Tests.Support;

/// <summary>Maps drawn with one letter a run of eight pages.</summary>
static class SmallMaps
{
    const PageFlags Lru = PageFlags.Lru | PageFlags.UpToDate;

    static readonly (char Letter, PageState State)[] Palette =
    [
        ('.', new PageState { Kind = "free", Flags = PageFlags.Buddy, Order = 3 }),
        (',', new PageState { Kind = "free" }),
        ('a', Page("anon", Lru | PageFlags.Anon | PageFlags.SwapBacked, new ReferenceHolder(HolderKind.Mapping))
            with { About = "Private memory of a process, mapped once." }),
        ('p', Page("rdma-anon", Lru | PageFlags.Anon | PageFlags.SwapBacked, new ReferenceHolder(HolderKind.Mapping),
            new ReferenceHolder(HolderKind.Pin, By: "rdma"))),
        ('f', Page("file", Lru, new ReferenceHolder(HolderKind.PageCache)) with { MigrateOp = MigrateOp.Filemap }),
        ('k', Page("slab", PageFlags.Slab, new ReferenceHolder(HolderKind.Owner))),
    ];

    public static MemoryMap Mixed() => Draw(string.Concat(Enumerable.Repeat("aaaaffffk..aappaffaaaa.kffffaaap", 4)));

    public static MemoryMap Draw(string drawing)
    {
        var ids = new byte[drawing.Length * 8];
        for (var i = 0; i < ids.Length; i++)
        {
            var letter = drawing[i / 8] == '.' && i % 8 > 0 ? ',' : drawing[i / 8];
            ids[i] = (byte)Array.FindIndex(Palette, p => p.Letter == letter);
        }

        var blocks = Enumerable.Repeat(new Pageblock(true, Migratetype.Movable, 0, 0), (ids.Length + 511) / 512);
        return MemoryMap.Create(0x10000, [.. Palette.Select(p => p.State)], ids, [.. blocks],
            [new ZoneRange(ZoneType.Normal, 0x10000, 0x10000 + ids.Length)]);
    }

    static PageState Page(string kind, PageFlags flags, params ImmutableArray<ReferenceHolder> holders) =>
        ReferenceAccounting.WithHolders(new PageState { Kind = kind, Flags = flags }, new HolderList(holders));
}
