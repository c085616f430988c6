using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Tutor.Core.Memory;
using Tutor.Core.Scenarios;

namespace Tutor.Core.Dumps;

/// <summary>A dumped page as a page kind that a level can use: the same counts by named holders.</summary>
public static class DumpKinds
{
    /// <summary>The page kind of a reading, ready to play; null for memory about which no scanner asks.</summary>
    public static PageKind? Of(DumpReading reading)
    {
        ArgumentNullException.ThrowIfNull(reading);
        return KindOf(DumpAccount.Of(reading.Dump));
    }

    /// <summary>The page state of the folio before whoever printed the dump took it.</summary>
    internal static PageState StateOf(DumpAccount account)
    {
        var state = KindOf(account)!.ToState(ZoneOf(account.Dump), account.Dump.IsCma ? Migratetype.Cma : Migratetype.Movable);
        return account.Dump.Head is { MapCount: null } ? state with { PageMapCount = account.Dump.MapCount } : state;
    }

    /// <summary>Counts and flags as printed, without holders.</summary>
    internal static PageState BareState(DumpAccount account, string kind)
    {
        var dump = account.Dump;
        var known = KindOf(account)?.ToState(ZoneOf(dump)) ?? new PageState { Kind = kind };
        return known with
        {
            Kind = kind,
            About = null,
            Order = (byte)(dump.Head?.Order ?? 0),
            RefCount = dump.RefCount,
            MapCount = dump.Head?.MapCount ?? Math.Max(0, dump.MapCount),
            PageMapCount = Math.Max(0, dump.MapCount),
            PinCount = dump.Head?.PinCount ?? 0,
            Holders = HolderList.Empty,
            HoldersInferred = true,
        };
    }

    /// <summary>
    /// The pages of a log as YAML, to be put into a level: equal ones once, those of one pfn with other counts under a
    /// name of their own, and a comment for each page that makes no kind.
    /// </summary>
    public static string WriteAll(IEnumerable<DumpReading> readings)
    {
        ArgumentNullException.ThrowIfNull(readings);
        var yaml = new StringBuilder("# Page kinds made of page dumps: put them into a level, and name them in a map's 'mix' or 'set'.\nkinds:\n");
        var names = new Dictionary<string, int>(StringComparer.Ordinal);
        var written = new HashSet<string>(StringComparer.Ordinal);
        foreach (var reading in readings)
        {
            if (Of(reading) is not { } kind)
            {
                yaml.Append(CultureInfo.InvariantCulture, $"  # The page dumped at line {reading.Dump.Line} makes no kind: {reading.Because}\n");
            }
            else if (written.Add(Write(kind, reading)))
            {
                var seen = names[kind.Name] = names.GetValueOrDefault(kind.Name) + 1;
                yaml.Append(Write(seen == 1 ? kind : kind with { Name = $"{kind.Name}-{seen}" }, reading));
            }
        }

        return yaml.ToString();
    }

    /// <summary>The kind as YAML under a level's <c>kinds:</c>.</summary>
    public static string Write(PageKind kind, DumpReading reading)
    {
        ArgumentNullException.ThrowIfNull(kind);
        ArgumentNullException.ThrowIfNull(reading);
        var yaml = new StringBuilder();
        yaml.Append(CultureInfo.InvariantCulture, $"  {kind.Name}:\n");
        yaml.Append(CultureInfo.InvariantCulture, $"    flags: [{string.Join(", ", MemoryWords.WordsOf(kind.Flags))}]\n");
        yaml.Append("    holders:\n");
        foreach (var holder in kind.Holders)
        {
            var by = holder.By is null ? "" : $", by: \"{holder.By}\"";
            yaml.Append(CultureInfo.InvariantCulture,
                $"      - {{ what: {MemoryWords.Holders.First(w => w.Value == holder.Kind).Word}, count: {holder.Count.Least}{by} }}\n");
        }

        if (kind.Order > 0)
        {
            yaml.Append(CultureInfo.InvariantCulture, $"    order: {kind.Order}\n");
        }

        if (kind.MigrateOp is { } way)
        {
            yaml.Append(CultureInfo.InvariantCulture, $"    migrate_op: {MemoryWords.MigrateOps.First(w => w.Value == way).Word}\n");
        }

        if (kind.Refuses != MigrationRefusal.None)
        {
            yaml.Append(CultureInfo.InvariantCulture, $"    refuses: {MemoryWords.Refusals.First(w => w.Value == kind.Refuses).Word}\n");
        }

        yaml.Append(CultureInfo.InvariantCulture, $"    about: \"From a page dump: refcount:{reading.Dump.RefCount} mapcount:{reading.Dump.MapCount}.\"\n");
        return yaml.ToString();
    }

    internal static PageKind? KindOf(DumpAccount account)
    {
        var dump = account.Dump;
        if (DumpedOwners.IsKernels(account.Owner) || account.Owner == DumpedOwner.Free || account.Rest < 0 || dump.RefCount == 0
            || dump.Head is { Order: > PageKind.HighestOrder })
        {
            return null;
        }

        var isHugeTlb = DumpedOwners.IsHugeTlb(dump);
        return new PageKind
        {
            Name = dump.Pfn is { } pfn ? string.Create(CultureInfo.InvariantCulture, $"dump-{pfn:x}") : $"dump-line-{dump.Line}",
            Flags = FlagsOf(account) | (isHugeTlb ? PageFlags.HugeTlb : 0),
            Holders = HoldersOf(account),
            Order = dump.Head?.Order ?? 0,
            MigrateOp = DumpedOwnersWays.Of(dump.Aops),
            Refuses = dump.Aops == "secretmem_aops" ? MigrationRefusal.Secretmem : MigrationRefusal.None,
        };
    }

    static ImmutableArray<KindHolder> HoldersOf(DumpAccount account)
    {
        var holders = ImmutableArray.CreateBuilder<KindHolder>();
        foreach (var row in account.Accounted)
        {
            // A cache holds one reference a page by itself. The code that printed the dump no longer holds the page when a level begins.
            var holder = row.Holder switch
            {
                AccountedHolder.Mapping => new KindHolder(HolderKind.Mapping, row.Count),
                AccountedHolder.PageCache => new KindHolder(HolderKind.PageCache, 1),
                AccountedHolder.SwapCache => new KindHolder(HolderKind.SwapCache, 1),
                AccountedHolder.Private => new KindHolder(HolderKind.Private, 1),
                AccountedHolder.Pin => new KindHolder(HolderKind.Pin, row.Count, row.IsCertain ? null : "FOLL_PIN, or 1,024 references"),
                AccountedHolder.Printer => null,
            };
            if (holder is not null)
            {
                holders.Add(holder);
            }
        }

        if (account.Rest > 0)
        {
            holders.Add(new KindHolder(HolderKind.Get, account.Rest, "unknown"));
        }

        return holders.ToImmutable();
    }

    static readonly ImmutableArray<(string Name, PageFlags Flag)> SameFlags =
    [
        ("lru", PageFlags.Lru), ("dirty", PageFlags.Dirty), ("writeback", PageFlags.Writeback),
        ("unevictable", PageFlags.Unevictable), ("mlocked", PageFlags.Mlocked), ("locked", PageFlags.Locked),
        ("swapbacked", PageFlags.SwapBacked), ("referenced", PageFlags.Referenced), ("uptodate", PageFlags.UpToDate),
        ("active", PageFlags.Active), ("private_2", PageFlags.Private2),
    ];

    /// <summary>The printing code took the page off the LRU, so the page was on it before.</summary>
    static PageFlags FlagsOf(DumpAccount account)
    {
        var flags = SameFlags.Where(f => account.Dump.Has(f.Name)).Aggregate(PageFlags.None, (all, f) => all | f.Flag);
        flags |= account.Owner is DumpedOwner.Anon or DumpedOwner.Ksm ? PageFlags.Anon : 0;
        flags |= account.Owner == DumpedOwner.Ksm ? PageFlags.Ksm : 0;
        return DumpPrinter.Of(account.Dump.Reason).TookItOffTheLru ? flags | PageFlags.Lru : flags;
    }

    /// <summary>Zones are numbered as in a kernel with DMA, DMA32, Normal, Movable and Device: x86-64 and arm64.</summary>
    static ZoneType ZoneOf(PageDump dump) => dump.Zone is { } zone and <= (int)ZoneType.Device ? (ZoneType)zone : ZoneType.Normal;
}
