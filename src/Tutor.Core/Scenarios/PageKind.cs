using System.Collections.Immutable;
using Tutor.Core.Memory;

namespace Tutor.Core.Scenarios;

/// <summary>How many of something, both ends included; equal ends are a fixed number.</summary>
public readonly record struct CountRange(int Least, int Most)
{
    public int Choices => Most - Least + 1;

    public static implicit operator CountRange(int count) => new(count, count);

    public override string ToString() => Least == Most ? $"{Least}" : $"[{Least}, {Most}]";
}

/// <summary>A holder of a page kind: a <see cref="ReferenceHolder"/> whose count may still be open.</summary>
/// <param name="Count">In a kind with a base, 0 removes the base's holders of this kind.</param>
public sealed record KindHolder(
    HolderKind Kind, CountRange Count, string? By = null, int? Until = null, BatchCpu Cpu = BatchCpu.Local)
{
    public ReferenceHolder With(int count) => new(Kind, count, By, Until, Cpu);
}

/// <summary>
/// An authored recipe of flags and holders. Everything that a predicate can read of such a page follows from
/// them; refcounts are never written.
/// </summary>
public sealed record PageKind
{
    /// <summary>Counts of one holder up to here; 16 holders of it still fit the kernel's 32 bits.</summary>
    public const int MostCount = 100_000;

    public const int MostHolders = 16;

    /// <summary>The highest order of a folio: a pageblock.</summary>
    public const int HighestOrder = Pageblock.Order;

    /// <summary>Kebab case: <c>vfio-shmem</c>.</summary>
    public required string Name { get; init; }

    /// <summary>As authored; derived flags are not in it.</summary>
    public PageFlags Flags { get; init; }

    public ImmutableArray<KindHolder> Holders { get; init; } = [];

    /// <summary>log2 of the folio's pages.</summary>
    public int Order { get; init; }

    /// <summary>
    /// A folio on the list of those to be split (<c>partial: true</c>): 6.12 splits it before anything else.
    /// </summary>
    public bool IsPartiallyMapped { get; init; }

    /// <summary>How the owner migrates; null: what is usual for such memory.</summary>
    public MigrateOp? MigrateOp { get; init; }

    public MigrationRefusal Refuses { get; init; }

    /// <summary>The only zone such a page can be in, or null.</summary>
    public ZoneType? Zone { get; init; }

    /// <summary>The only migratetype of a pageblock such a page can be in, or null.</summary>
    public Migratetype? Migratetype { get; init; }

    /// <summary>The kind that this one was built on, or null.</summary>
    public string? BasedOn { get; init; }

    /// <summary>One or two sentences for the player, or null.</summary>
    public string? About { get; init; }

    /// <summary>Free memory: runs of it become aligned buddy chunks.</summary>
    public bool IsFree => (Flags & PageFlags.Buddy) != 0;

    /// <summary>
    /// The state of a page of this kind (of a folio: of its first page) with these counts, one for each holder.
    /// A count of 0 is no holder.
    /// </summary>
    public PageState ToState(IReadOnlyList<int> counts, ZoneType zone, Migratetype migratetype)
    {
        ArgumentNullException.ThrowIfNull(counts);
        var holders = Holders.Select((h, i) => h.With(counts[i])).Where(h => h.Count > 0);
        var bare = new PageState
        {
            Kind = Name,
            About = About,
            Flags = Order > 0 ? Flags | PageFlags.Head : Flags,
            Order = (byte)Order,
            IsPartiallyMapped = IsPartiallyMapped,
            Refusal = Refuses,
            Zone = zone,
            Migratetype = migratetype,
        };
        var state = ReferenceAccounting.WithHolders(bare, new HolderList([.. holders]));
        return state with { MigrateOp = MigrateOp ?? UsualMigrateOp(state) };
    }

    /// <summary>The same with the least count of every holder, in this zone or the kind's own.</summary>
    public PageState ToState(ZoneType zone = ZoneType.Normal, Migratetype migratetype = Memory.Migratetype.Movable) =>
        ToState([.. Holders.Select(h => h.Count.Least)], Zone ?? zone, Migratetype ?? migratetype);

    /// <summary>
    /// Every page of a folio but the first: no references of its own, and the flags that a tail shows (PG_lru is
    /// its head's).
    /// </summary>
    public PageState ToTail(ZoneType zone, Migratetype migratetype)
    {
        const PageFlags Shown = PageFlags.Lru | PageFlags.SwapBacked | PageFlags.HugeTlb | PageFlags.Slab;
        var tail = new PageState
        {
            Kind = Name,
            About = About,
            Flags = (Flags & Shown) | PageFlags.Tail,
            Order = (byte)Order,
        };
        return ReferenceAccounting.InPlace(tail, zone, migratetype);
    }

    /// <summary>A free chunk's first page.</summary>
    public PageState ToFreeHead(int order, ZoneType zone, Migratetype migratetype) => ReferenceAccounting.InPlace(
        new PageState { Kind = Name, About = About, Flags = Flags, Order = (byte)order }, zone, migratetype);

    /// <summary>A free chunk's other pages: no flags.</summary>
    public PageState ToFreeRest(ZoneType zone, Migratetype migratetype) => ReferenceAccounting.InPlace(
        new PageState { Kind = Name, About = About, Flags = Flags & ~PageFlags.Buddy }, zone, migratetype);

    static MigrateOp UsualMigrateOp(PageState state) => state.MapKind switch
    {
        MapKind.Swap or MapKind.Shmem => Memory.MigrateOp.Simple,
        MapKind.File when state.Refusal == MigrationRefusal.BusyBuffers => Memory.MigrateOp.BufferNoRefs,
        MapKind.File => state.Has(PageFlags.Private) ? Memory.MigrateOp.Buffer : Memory.MigrateOp.Filemap,
        MapKind.NonLru => Memory.MigrateOp.Other,
        MapKind.None or MapKind.Anon or MapKind.Ksm or MapKind.Other => Memory.MigrateOp.Null,
    };
}
