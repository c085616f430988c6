using System.Collections.Immutable;

namespace Tutor.Core.Memory;

/// <summary>
/// One distinct value of everything about a page: all that a predicate may read, and the hidden truth
/// (holders, how the owner migrates). Pages that are alike share one; a <see cref="MemoryMap"/> is a
/// palette of these and one small id per pfn. Equal by value.
/// </summary>
public sealed record PageState
{
    /// <summary>The page kind's name (<c>vfio-shmem</c>), or a recording's label and telling flags.</summary>
    public required string Kind { get; init; }

    public PageFlags Flags { get; init; }

    /// <summary>log2 of the pages of a free chunk's head or of a compound page; 0 otherwise.</summary>
    public byte Order { get; init; }

    /// <summary><c>_refcount</c>, without the scanner's own reference.</summary>
    public int RefCount { get; init; }

    /// <summary>Total mapcount of the folio, <c>folio_mapcount()</c>.</summary>
    public int MapCount { get; init; }

    /// <summary>Mapcount of the page itself, <c>page_mapcount()</c>; differs from the total on a large folio.</summary>
    public int PageMapCount { get; init; }

    /// <summary><c>_pincount</c> of a large folio; 0 on small pages.</summary>
    public int PinCount { get; init; }

    /// <summary>
    /// A large folio on the list of those to be split (<c>folio_test_partially_mapped()</c>, 6.12): migration
    /// splits it before anything else.
    /// </summary>
    public bool IsPartiallyMapped { get; init; }

    /// <summary>
    /// A frame of an anonymous large folio that holds only zero bytes: a split does without it (6.12,
    /// <c>try_to_map_unused_to_zeropage()</c>).
    /// </summary>
    public bool IsZeroFilled { get; init; }

    public MapKind MapKind { get; init; }

    public MigrateOp MigrateOp { get; init; }

    /// <summary>Why the owner refuses a migration that the counts would allow.</summary>
    public MigrationRefusal Refusal { get; init; }

    public ZoneType Zone { get; init; } = ZoneType.Normal;

    /// <summary>Of the page's pageblock.</summary>
    public Migratetype Migratetype { get; init; } = Migratetype.Movable;

    /// <summary>Who holds the references; of a recorded page inferred from its counts.</summary>
    public HolderList Holders { get; init; } = HolderList.Empty;

    /// <summary>True for recorded pages: counts are facts, holders are a reading of them.</summary>
    public bool HoldersInferred { get; init; }

    /// <summary>
    /// The page itself, counted from the map's first, where each page of a map is a state of its own so that its answer
    /// can be; null elsewhere. No predicate can read it.
    /// </summary>
    public int? OwnPage { get; init; }

    /// <summary>What a recording's label or the author says of it, or null.</summary>
    public string? About { get; init; }

    /// <summary>Pages of the folio (or free chunk) that this page heads; 1 for a small page and for a tail.</summary>
    public int NrPages => Has(PageFlags.Head | PageFlags.Buddy) ? 1 << Order : 1;

    /// <summary>Whether any of <paramref name="flags"/> is set.</summary>
    public bool Has(PageFlags flags) => (Flags & flags) != 0;

    /// <summary>
    /// References that <paramref name="holder"/> has on this page. 6.1 counts a hugetlb folio's place in its
    /// cache once, every other cache's once a page.
    /// </summary>
    public int ReferencesOf(ReferenceHolder holder)
    {
        ArgumentNullException.ThrowIfNull(holder);
        return holder.References(Has(PageFlags.HugeTlb) && holder.Kind == HolderKind.PageCache ? 1 : NrPages);
    }

    /// <summary>
    /// The same page in <paramref name="pass"/>, numbered from 1: holders that have let go by then are gone
    /// and the counts with them. A recorded page, whose holders are inferred, never changes.
    /// </summary>
    public PageState AtPass(int pass) => Without(h => !h.HoldsIn(pass));

    /// <summary>
    /// The same page after the LRU batches of <paramref name="cpus"/> were drained. A page that waited to be
    /// added to the LRU is on it then.
    /// </summary>
    public PageState Drained(params ReadOnlySpan<BatchCpu> cpus)
    {
        var (local, other) = (cpus.Contains(BatchCpu.Local), cpus.Contains(BatchCpu.Other));
        return DrainedWhere(cpu => cpu == BatchCpu.Local ? local : other);
    }

    /// <summary>The same page once everything that lets go by itself has: timed holders, batches, lock, dirt, writeback.</summary>
    public PageState Settled()
    {
        var quiet = DrainedWhere(_ => true).Without(h => h.Until is not null);
        const PageFlags Passing = PageFlags.Locked | PageFlags.Dirty | PageFlags.Writeback;
        return quiet.Has(Passing) ? quiet with { Flags = quiet.Flags & ~Passing } : quiet;
    }

    PageState DrainedWhere(Func<BatchCpu, bool> isDrained)
    {
        var drained = Without(h => h.Kind == HolderKind.LruBatch && isDrained(h.Cpu));
        var wasWaitingForLru = !ReferenceEquals(drained, this) && !Has(PageFlags.Lru);
        return wasWaitingForLru ? drained with { Flags = drained.Flags | PageFlags.Lru } : drained;
    }

    PageState Without(Func<ReferenceHolder, bool> leaves) =>
        HoldersInferred || !Holders.Items.Any(leaves)
            ? this
            : ReferenceAccounting.WithHolders(this, new HolderList([.. Holders.Items.Where(h => !leaves(h))]));
}

/// <summary>The holders of a page, equal by value.</summary>
public readonly struct HolderList(ImmutableArray<ReferenceHolder> items) : IEquatable<HolderList>
{
    readonly ImmutableArray<ReferenceHolder> _items = items;

    public static HolderList Empty { get; } = new([]);

    public ImmutableArray<ReferenceHolder> Items => _items.IsDefault ? [] : _items;

    /// <summary>Whether somebody of this kind holds the page.</summary>
    public bool Has(HolderKind kind) => Items.Any(h => h.Kind == kind);

    public bool Equals(HolderList other) => Items.AsSpan().SequenceEqual(other.Items.AsSpan());

    public override bool Equals(object? obj) => obj is HolderList other && Equals(other);

    public static bool operator ==(HolderList left, HolderList right) => left.Equals(right);

    public static bool operator !=(HolderList left, HolderList right) => !left.Equals(right);

    /// <summary>For hash tables of one process; no result depends on it.</summary>
    public override int GetHashCode() => Items.Aggregate(17, (h, i) => unchecked(h * 31 + i.Count + (int)i.Kind));
}
