using Tutor.Core.Memory;

namespace Tutor.Core.Tests.Support;

/// <summary>Page states for tests, built from holders as the game builds them.</summary>
static class Pages
{
    const PageFlags AnonFlags = PageFlags.Lru | PageFlags.Anon | PageFlags.SwapBacked | PageFlags.UpToDate;

    const PageFlags ShmemFlags = PageFlags.Lru | PageFlags.SwapBacked | PageFlags.UpToDate;

    const PageFlags FileFlags = PageFlags.Lru | PageFlags.UpToDate;

    public static PageState Of(string kind, PageFlags flags, params ReferenceHolder[] holders) =>
        ReferenceAccounting.WithHolders(new PageState { Kind = kind, Flags = flags }, new HolderList([.. holders]));

    /// <summary>An anonymous page mapped <paramref name="mappings"/> times and held by <paramref name="others"/>.</summary>
    public static PageState Anon(int mappings = 1, params ReferenceHolder[] others) =>
        Of("anon", AnonFlags, [new ReferenceHolder(HolderKind.Mapping, mappings), .. others]);

    public static PageState Shmem(int mappings = 1, params ReferenceHolder[] others) =>
        Of("shmem", ShmemFlags, Cached(mappings, others)) with { MigrateOp = MigrateOp.Simple };

    public static PageState File(int mappings = 0, params ReferenceHolder[] others) =>
        Of("file", FileFlags, Cached(mappings, others)) with { MigrateOp = MigrateOp.Filemap };

    public static PageState FilePrivate(int mappings = 0, params ReferenceHolder[] others) =>
        Of("file-private", FileFlags, Cached(mappings, [new(HolderKind.Private), .. others]))
            with { MigrateOp = MigrateOp.Buffer };

    /// <summary>Memory of the kernel itself: <c>slab</c>, <c>reserved</c>, <c>page-table</c> or <c>kernel</c>.</summary>
    public static PageState Kernel(string kind) => Of(kind, kind switch
    {
        "slab" => PageFlags.Slab,
        "reserved" => PageFlags.Reserved,
        "page-table" => PageFlags.PageTable,
        _ => PageFlags.None,
    }, new ReferenceHolder(HolderKind.Owner));

    /// <summary>A driver's movable page, such as zsmalloc's.</summary>
    public static PageState Driver() =>
        Of("zsmalloc", PageFlags.MovableOps, new ReferenceHolder(HolderKind.Owner)) with { MigrateOp = MigrateOp.Other };

    public static PageState FreeHead(int order) =>
        new() { Kind = "free", Flags = PageFlags.Buddy, Order = (byte)order };

    /// <summary>Inside a free chunk, but not its first page.</summary>
    public static PageState FreeRest() => new() { Kind = "free" };

    /// <summary>The first page of an anonymous folio of 2^<paramref name="order"/> pages.</summary>
    public static PageState Head(int order, int mappings = 1, params ReferenceHolder[] others) =>
        ReferenceAccounting.WithHolders(
            new PageState { Kind = "thp", Flags = AnonFlags | PageFlags.Head, Order = (byte)order },
            new HolderList([new ReferenceHolder(HolderKind.Mapping, mappings), .. others]));

    public static PageState Tail(int order) =>
        new() { Kind = "thp", Flags = PageFlags.Tail | PageFlags.Lru | PageFlags.SwapBacked, Order = (byte)order };

    static ReferenceHolder[] Cached(int mappings, ReferenceHolder[] others) => mappings == 0
        ? [new(HolderKind.PageCache), .. others]
        : [new(HolderKind.PageCache), new(HolderKind.Mapping, mappings), .. others];
}
