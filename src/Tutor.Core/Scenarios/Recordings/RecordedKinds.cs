using System.Collections.Frozen;
using Tutor.Core.Memory;

namespace Tutor.Core.Scenarios.Recordings;

/// <summary>Names for recorded pages without a label, and what the recordings' workload did to those with one.</summary>
static class RecordedKinds
{
    static readonly FrozenDictionary<string, string> Labels = new Dictionary<string, string>
    {
        ["A"] = "Private anonymous memory: its page table entry holds it.",
        ["P"] = "Anonymous memory under a long-term pin: a registered io_uring buffer or a vfio DMA mapping adds"
            + " 1024 references a page.",
        ["S"] = "Shared memory (a memfd): the page cache and a page table entry hold it.",
        ["SP"] = "Shared memory under a long-term pin: page cache, page table entry, and 1024 references of the pin.",
        ["V"] = "Anonymous memory given to a pipe by vmsplice(): one plain reference (FOLL_GET) as long as the pipe"
            + " is full.",
        ["VS"] = "Shared memory given to a pipe by vmsplice(): one plain reference (FOLL_GET) as long as the pipe"
            + " is full.",
        ["OD"] = "The target of asynchronous O_DIRECT reads: one reference more while a read is in flight.",
        ["M"] = "Anonymous memory locked with mlock(): on the unevictable list, and movable all the same.",
        ["C"] = "Anonymous memory shared with two forked children: mapped up to three times.",
        ["Z"] = "Anonymous memory that was swapped out to zram and read back.",
        ["FM"] = "A mapping of an ext2 file: the page cache, page table entries and buffer heads hold it; in some"
            + " recordings half of it is pinned by vfio.",
        ["L"] = "Anonymous memory in large folios: page table entries hold it, one a frame.",
        ["LP"] = "Anonymous memory in large folios under a long-term pin: the folio counts its pins, one a pinned frame,"
            + " and each is one reference.",
        ["LV"] = "Anonymous memory in large folios, given to pipes by vmsplice(): plain references as long as the pipes"
            + " are full.",
        ["LC"] = "Anonymous memory in large folios, shared with two forked children: each frame mapped up to three"
            + " times.",
        ["SL"] = "Shared memory (a memfd) in large folios: the page cache holds every frame, and a page table entry.",
        ["SLP"] = "Shared memory in large folios under a long-term pin: the page cache, page table entries, and the"
            + " pin.",
        ["XM"] = "A mapping of a file on xfs, in large folios: the page cache and page table entries hold it.",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    public static string? About(RecordedPage page, string? label) =>
        label is not null ? Labels.GetValueOrDefault(label, $"Region {label} of the recorded workload.")
        : page.HasBusyBuffers ? "A block device's page whose buffer heads are in use: no reference count shows it."
        : page.IsAioRing ? "A page of an aio ring: its owner holds a reference that only the owner's way to migrate"
            + " knows about."
        : null;

    public static string NameOf(RecordedPage page)
    {
        var name = BaseName(page);
        return page.Has(PageFlags.Tail) ? $"{name}-tail"
            : page.Has(PageFlags.Head) && !page.Has(PageFlags.Slab | PageFlags.HugeTlb | PageFlags.Reserved)
                ? $"{name}-large"
            : page.Has(PageFlags.Lru) && page.Has(PageFlags.Mlocked) ? $"{name}-mlocked"
            : name;
    }

    static string BaseName(RecordedPage page) =>
        page.Has(PageFlags.Invalid) ? "hole"
        : page.IsRestOfChunk || page.Has(PageFlags.Buddy) ? "free"
        : page.Has(PageFlags.Slab) ? "slab"
        : page.Has(PageFlags.PageTable) ? "page-table"
        : page.Has(PageFlags.Reserved) ? "reserved"
        : page.Has(PageFlags.HugeTlb) ? "hugetlb"
        : page.Has(PageFlags.MovableOps) ? "driver"
        : page.Has(PageFlags.Offline) ? "offline"
        : page.Has(PageFlags.Lru | PageFlags.Anon | PageFlags.Mapping) ? OwnerName(page)
        : "kernel";

    static string OwnerName(RecordedPage page) => page.MapKind switch
    {
        MapKind.Anon => "anon",
        MapKind.Ksm => "ksm",
        MapKind.Swap => "swapcache",
        MapKind.Shmem => "shmem",
        MapKind.File when page.IsAioRing => "aio-ring",
        MapKind.File when page.HasBusyBuffers => "blockdev-busy",
        MapKind.File when page.MigrateOp == MigrateOp.BufferNoRefs => "blockdev",
        MapKind.File when page.Has(PageFlags.Private) => "file-private",
        MapKind.File => "file",
        MapKind.None or MapKind.NonLru or MapKind.Other => page.Has(PageFlags.Tail) ? "folio" : "other",
    };
}
