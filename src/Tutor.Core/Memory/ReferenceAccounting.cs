namespace Tutor.Core.Memory;

/// <summary>
/// The one function from flags and holders to everything that a predicate can read: counts, mapping, pin flag.
/// Source: kernel release 6.1; where a count comes from is said at each <see cref="HolderKind"/>.
/// </summary>
public static class ReferenceAccounting
{
    /// <summary>Flags that this class decides; an author's <c>private_2</c> stays without a holder (btrfs).</summary>
    public const PageFlags Derived = PageFlags.Mapping | PageFlags.RawMapping | PageFlags.DmaPinned
        | PageFlags.SwapCache | PageFlags.Private | PageFlags.ZoneMovable | PageFlags.Cma;

    /// <summary>
    /// <paramref name="state"/> with these holders, and with counts, mapping and flags to match. The flag of a
    /// holder that left (private_2) goes with it. Zone and migratetype decide their flags too.
    /// </summary>
    public static PageState WithHolders(PageState state, HolderList holders)
    {
        ArgumentNullException.ThrowIfNull(state);
        var nrPages = state.NrPages;
        long refs = 0;
        long maps = 0;
        long pins = 0;
        foreach (var holder in holders.Items)
        {
            refs += state.ReferencesOf(holder);
            maps += holder.Kind == HolderKind.Mapping ? holder.Count : 0;
            pins += holder.Kind == HolderKind.Pin && nrPages > 1 ? holder.Count : 0;
        }

        var flags = FlagsOf(state, holders);
        var isPinned = nrPages > 1 ? pins > 0 : refs >= ReferenceHolder.GupPinCountingBias;
        return state with
        {
            Holders = holders,
            Flags = isPinned ? flags | PageFlags.DmaPinned : flags,
            RefCount = checked((int)refs),
            MapCount = checked((int)maps),
            PageMapCount = (int)MappingsOfOnePage(maps, nrPages),
            PinCount = checked((int)pins),
            MapKind = MapKindOf(flags),
        };
    }

    /// <summary>The same page in this zone and in a pageblock of this migratetype: a palette has them folded in.</summary>
    public static PageState InPlace(PageState state, ZoneType zone, Migratetype migratetype)
    {
        ArgumentNullException.ThrowIfNull(state);
        var place = (zone == ZoneType.Movable ? PageFlags.ZoneMovable : 0)
            | (migratetype == Migratetype.Cma ? PageFlags.Cma : 0);
        return state with
        {
            Zone = zone,
            Migratetype = migratetype,
            Flags = state.Flags & ~(PageFlags.ZoneMovable | PageFlags.Cma) | place,
        };
    }

    /// <summary>Whether the counts of <paramref name="state"/> are the sums of its holders.</summary>
    public static bool IsConsistent(PageState state)
    {
        ArgumentNullException.ThrowIfNull(state);
        return WithHolders(state, state.Holders) == state;
    }

    /// <summary>
    /// <c>page_mapcount()</c> of the head. Fewer mappings than pages are of the whole folio (PMD), each of
    /// which counts for every page; more are spread evenly over the pages (PTE).
    /// </summary>
    static long MappingsOfOnePage(long mappings, int nrPages) =>
        mappings < nrPages ? mappings : (mappings + nrPages - 1) / nrPages;

    static PageFlags FlagsOf(PageState state, HolderList holders)
    {
        var flags = state.Flags & ~Derived;
        if (state.Holders.Has(HolderKind.Private2) && !holders.Has(HolderKind.Private2))
        {
            flags &= ~PageFlags.Private2;
        }

        flags |= holders.Has(HolderKind.Private2) ? PageFlags.Private2 : 0;
        flags |= holders.Has(HolderKind.Private) ? PageFlags.Private : 0;
        flags |= holders.Has(HolderKind.SwapCache) ? PageFlags.SwapCache | PageFlags.Mapping : 0;
        flags |= holders.Has(HolderKind.PageCache) ? PageFlags.Mapping | PageFlags.RawMapping : 0;
        flags |= (flags & PageFlags.Ksm) != 0 ? PageFlags.Anon : 0;
        flags |= (flags & (PageFlags.Anon | PageFlags.MovableOps)) != 0 ? PageFlags.RawMapping : 0;
        flags |= state.Zone == ZoneType.Movable ? PageFlags.ZoneMovable : 0;
        flags |= state.Migratetype == Migratetype.Cma ? PageFlags.Cma : 0;
        return flags;
    }

    static MapKind MapKindOf(PageFlags flags)
    {
        bool Has(PageFlags some) => (flags & some) != 0;
        return Has(PageFlags.MovableOps) ? MapKind.NonLru
            : Has(PageFlags.SwapCache) ? MapKind.Swap
            : Has(PageFlags.Ksm) ? MapKind.Ksm
            : Has(PageFlags.Anon) ? MapKind.Anon
            : !Has(PageFlags.Mapping) ? MapKind.None
            : Has(PageFlags.SwapBacked) ? MapKind.Shmem
            : MapKind.File;
    }
}
