using System.Buffers;
using System.Collections.Immutable;
using Tutor.Core.Memory;

namespace Tutor.Core.Scenarios.Recordings;

/// <summary>
/// What a recording says of a page, and the page state made of it: counts as recorded, holders inferred.
/// </summary>
readonly record struct RecordedPage()
{
    /// <summary>Of a folio on an LRU list: a pageblock.</summary>
    public const int HighestFolioOrder = Pageblock.Order;

    public PageFlags Flags { get; init; }
    public int Ref { get; init; }
    public int MapCount { get; init; }
    public byte Order { get; init; }
    public MapKind MapKind { get; init; }
    public MigrateOp MigrateOp { get; init; }

    /// <summary>Pin count of a large folio, busy buffer heads of a block device's page, else a file system's magic.</summary>
    public int Pin { get; init; }

    /// <summary>Entries that map a head's own frame, where the rows of its tails tell; else -1.</summary>
    public int OwnMapCount { get; init; } = -1;

    /// <summary>The frame is of an anonymous large folio and holds only zero bytes.</summary>
    public bool IsZeroFilled { get; init; }

    /// <summary>A large folio on the list of those to be split.</summary>
    public bool IsPartiallyMapped { get; init; }

    /// <summary>Number of its label, 0 for none.</summary>
    public byte Label { get; init; }

    /// <summary>Not the first page of a free chunk.</summary>
    public bool IsRestOfChunk { get; init; }
    public ZoneType Zone { get; init; }
    public Migratetype Migratetype { get; init; }

    public static SearchValues<byte> LabelBytes { get; } =
        SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_"u8);

    /// <summary>Slab and driver pages keep something else in that word.</summary>
    public bool HasMeaninglessMapCount => Has(PageFlags.Slab | PageFlags.MovableOps);

    public bool Has(PageFlags flags) => (Flags & flags) != 0;

    public PageState ToState(string? label)
    {
        var nrPages = Has(PageFlags.Head | PageFlags.Buddy) ? 1 << Order : 1;
        var mapCount = HasMeaninglessMapCount ? 0 : MapCount;
        var pinCount = Has(PageFlags.Head) && Has(PageFlags.Lru | PageFlags.HugeTlb) ? Pin : 0;
        return new PageState
        {
            Kind = label ?? RecordedKinds.NameOf(this),
            About = RecordedKinds.About(this, label),
            Flags = Flags,
            Order = Order,
            RefCount = Ref,
            MapCount = mapCount,
            PageMapCount = OwnMapCount >= 0 ? OwnMapCount
                : mapCount < nrPages ? mapCount : (int)(((long)mapCount + nrPages - 1) / nrPages),
            PinCount = pinCount,
            IsZeroFilled = IsZeroFilled,
            IsPartiallyMapped = IsPartiallyMapped,
            MapKind = MapKind,
            MigrateOp = MigrateOp,
            Refusal = HasBusyBuffers ? MigrationRefusal.BusyBuffers : MigrationRefusal.None,
            Zone = Zone,
            Migratetype = Migratetype,
            Holders = new HolderList(InferHolders(nrPages, mapCount, pinCount)),
            HoldersInferred = true,
        };
    }

    public bool HasBusyBuffers => MigrateOp == MigrateOp.BufferNoRefs && Has(PageFlags.Private) && Pin > 0;

    public bool IsAioRing => MapKind == MapKind.File && MigrateOp == MigrateOp.Other;

    /// <summary>
    /// A reading of the counts: mappings, caches and private data first; of the rest whole multiples of 1024
    /// as pins, which a count alone cannot tell from 1024 plain references; what remains is unknown.
    /// </summary>
    ImmutableArray<ReferenceHolder> InferHolders(int nrPages, int mapCount, int pinCount)
    {
        var holders = ImmutableArray.CreateBuilder<ReferenceHolder>();
        var rest = Ref;
        void Take(HolderKind kind, int count, string? by = null)
        {
            var holder = new ReferenceHolder(kind, count, by);
            var references = kind == HolderKind.PageCache && nrPages > 1 ? nrPages : holder.References(nrPages);
            if (count > 0 && references <= rest)
            {
                holders.Add(holder);
                rest -= references;
            }
        }

        if (!Has(PageFlags.Lru | PageFlags.Anon | PageFlags.Mapping))
        {
            Take(HolderKind.Owner, rest);
            return holders.ToImmutable();
        }

        Take(HolderKind.Mapping, mapCount);
        Take(HolderKind.SwapCache, Has(PageFlags.SwapCache) ? 1 : 0);
        Take(HolderKind.PageCache, Has(PageFlags.Mapping) && !Has(PageFlags.SwapCache) ? 1 : 0);
        Take(HolderKind.Private, Has(PageFlags.Private) && Has(PageFlags.Mapping) ? 1 : 0);
        Take(HolderKind.Owner, IsAioRing ? 1 : 0, "aio ring");
        Take(HolderKind.Pin, pinCount);
        Take(HolderKind.Pin, nrPages == 1 ? rest / ReferenceHolder.GupPinCountingBias : 0,
            "somebody, or 1,024 plain references: cannot be told");
        Take(HolderKind.Unknown, rest);
        return holders.ToImmutable();
    }
}
