using System.Collections.Immutable;
using Tutor.Core.Memory;

namespace Tutor.Core.Dumps;

/// <summary>
/// The references of a dump, holder by holder. 6.1 and 6.12: what each holder adds is said at
/// <see cref="HolderKind"/>.
/// </summary>
sealed record DumpAccount
{
    public required PageDump Dump { get; init; }

    public required DumpedOwner Owner { get; init; }

    public required ImmutableArray<AccountedReferences> Accounted { get; init; }

    /// <summary>The refcount less everything accounted.</summary>
    public int Rest { get; init; }

    /// <summary>
    /// A large folio of a release that does not print how often its pages are mapped one by one (up to 6.8):
    /// what is left may be mappings.
    /// </summary>
    public bool HidesMappings => Dump.Head is { Order: > 0, MapCount: null };

    /// <summary>The unexplained rest, if it can be told. Null if the rest may be mappings or references of the kernel's own.</summary>
    public int? Unexplained => HidesMappings || DumpedOwners.IsKernels(Owner) ? null : Rest;

    public bool Has(AccountedHolder holder) => Accounted.Any(a => a.Holder == holder);

    public int CountOf(AccountedHolder holder) => Accounted.FirstOrDefault(a => a.Holder == holder)?.Count ?? 0;

    public static DumpAccount Of(PageDump dump)
    {
        var owner = DumpedOwners.Of(dump);
        var rows = ImmutableArray.CreateBuilder<AccountedReferences>();
        var rest = dump.RefCount;
        void Take(AccountedHolder holder, int count, int each = 1, bool isCertain = true)
        {
            if (count > 0)
            {
                rows.Add(new AccountedReferences(holder, count, count * each, isCertain));
                rest -= count * each;
            }
        }

        Take(AccountedHolder.Mapping, Mappings(dump, owner));
        Take(AccountedHolder.PageCache, owner == DumpedOwner.PageCache ? CachePages(dump) : 0);
        Take(AccountedHolder.SwapCache, IsInSwapCache(dump, owner) ? dump.NrPages : 0);
        Take(AccountedHolder.Private, owner is DumpedOwner.PageCache or DumpedOwner.Orphan && dump.Has("private") ? 1 : 0);
        if (!DumpedOwners.IsKernels(owner) && owner != DumpedOwner.Free)
        {
            Take(AccountedHolder.Pin, dump.Head?.PinCount ?? 0);
        }

        var printer = DumpPrinter.Of(dump.Reason);
        Take(AccountedHolder.Printer, dump.RefCount > 0 ? printer.Holds : 0,
            isCertain: dump.Reason != DumpPrinter.IsolationFailed || dump.Offline == OfflineWord.FailedToIsolate);
        if (!dump.IsLarge && !DumpedOwners.IsKernels(owner))
        {
            Take(AccountedHolder.Pin, rest / ReferenceHolder.GupPinCountingBias, ReferenceHolder.GupPinCountingBias, isCertain: false);
        }

        return new DumpAccount { Dump = dump, Owner = owner, Accounted = rows.ToImmutable(), Rest = rest };
    }

    /// <summary>Anonymous memory says it with PG_swapcache, which dumps print as owner_priv_1 with swapbacked.</summary>
    static bool IsInSwapCache(PageDump dump, DumpedOwner owner) => owner == DumpedOwner.SwapCache
        || owner is DumpedOwner.Anon or DumpedOwner.Ksm
            && (dump.Has("swapcache") || dump.Has("owner_priv_1") && dump.Has("swapbacked"));

    /// <summary>6.1 counts a hugetlb folio's place in its cache once; 6.12 once a page, as every other's.</summary>
    static int CachePages(PageDump dump) =>
        DumpedOwners.IsHugeTlb(dump) && dump.Head is { IsOfFolios: false } ? 1 : dump.NrPages;

    /// <summary>
    /// Mappings that certainly hold a reference: of a folio where they are printed; else those of this page,
    /// or its PMD mappings. A page with a type, and a driver's, keep something else in that word.
    /// </summary>
    static int Mappings(PageDump dump, DumpedOwner owner) =>
        owner is DumpedOwner.Free or DumpedOwner.Driver || owner == DumpedOwner.Kernel && HasType(dump) ? 0
        : dump.Head is { MapCount: { } ofFolio } ? ofFolio
        : Math.Max(dump.MapCount, dump.Head?.EntireMapCount ?? 0);

    static bool HasType(PageDump dump) => dump.Has("slab") || dump.PageType is not null || dump.MapCount < 0;
}
