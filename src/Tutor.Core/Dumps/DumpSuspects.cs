namespace Tutor.Core.Dumps;

/// <summary>
/// Holders that a page of this kind often has besides those that its fields show. No dump says who it is: a list to
/// look through, each with the reason why it is on it.
/// </summary>
static class DumpSuspects
{
    public static IEnumerable<Suspect> Of(DumpAccount account)
    {
        var rest = account.Unexplained ?? 0;
        return Rows.Where(row => row.IsFor(account, rest)).Select(row => new Suspect(row.What, row.Why));
    }

    sealed record Row(string What, string Why, Func<DumpAccount, int, bool> IsFor);

    static readonly Row[] Rows =
    [
        new("aio ring", "An aio context's own array of pages holds each of its pages once, and its function to migrate expects that.",
            (a, rest) => a.Dump.Aops == "aio_ctx_aops" && rest > 0),
        new("vfio", "A DMA map of a passed-through device pins every page of a guest for as long as it runs (FOLL_PIN | FOLL_LONGTERM).",
            (a, _) => a.Has(AccountedHolder.Pin)),
        new("io_uring", "A registered buffer is pinned until it is unregistered; 6.1 pins each page of a folio, 6.12 a whole folio once.",
            (a, _) => a.Has(AccountedHolder.Pin)),
        new("RDMA", "A registered memory region is pinned until it is deregistered (ib_umem_get()).", (a, _) => a.Has(AccountedHolder.Pin)),
        new("direct I/O", "A read or write in flight pins its buffer (6.12, FOLL_PIN) until it is done.",
            (a, _) => a.Has(AccountedHolder.Pin) && IsRecent(a)),
        new("1,024 plain references", "tee() and vmsplice() can give one page to that many pipe buffers: the counts are those of one pin.",
            (a, _) => a.Accounted.Any(p => p is { Holder: AccountedHolder.Pin, IsCertain: false })),
        new("LRU batch", "A page that waits in a CPU's batch has one reference more and no PG_lru until that CPU drains.",
            (a, rest) => rest > 0 && IsMissingLru(a)),
        new("isolator", "Reclaim, compaction or another migration has taken it off its list: one reference, and no PG_lru.",
            (a, rest) => rest > 0 && IsMissingLru(a)),
        new("pipe", "vmsplice(), splice() and sendfile() put plain references on pages into a pipe, until it is read: for ever if nobody reads.",
            (_, rest) => rest > 0),
        new("direct I/O", "A read or write in flight holds its buffer by a plain reference (6.1, FOLL_GET) until it is done.",
            (a, rest) => rest > 0 && !IsRecent(a) && IsUserMemory(a)),
        new("LRU batch", "A batch to activate, deactivate or lock a page holds one reference while PG_lru stays set.",
            (a, rest) => rest > 0 && !IsMissingLru(a)),
        new("lookup", "read(), readahead and every other search of the page cache hold the page for a moment.",
            (a, rest) => rest > 0 && a.Owner == DumpedOwner.PageCache),
        new("private_2", "netfs and fscache hold the page once while PG_private_2 is set; btrfs up to 6.12 does not.",
            (a, rest) => rest > 0 && a.Dump.Has("private_2")),
        new("device-exclusive entry", "Up to 6.14 an entry that lends the page to a device holds a reference and no mapcount.",
            (a, rest) => rest > 0 && a.Owner == DumpedOwner.Anon && a.Dump.MapCount == 0 && !a.Has(AccountedHolder.SwapCache)),
        new("driver", "get_user_pages() and get_page() of a driver are plain references too.", (_, rest) => rest > 0),
        new("page tables", "Of a large folio this release prints no mappings of single pages: what is left may be mappings.",
            (a, _) => a.HidesMappings && a.Rest > 0 && !DumpedOwners.IsKernels(a.Owner)),
        new("pipe", "vmsplice() puts plain references on single pages of a folio into a pipe.",
            (a, _) => a.HidesMappings && a.Rest > 0 && !DumpedOwners.IsKernels(a.Owner)),
    ];

    /// <summary>The format of 6.9 and later.</summary>
    static bool IsRecent(DumpAccount account) => account.Dump.ReleaseHint == "6.12";

    static bool IsUserMemory(DumpAccount account) =>
        account.Owner is DumpedOwner.Anon or DumpedOwner.Ksm || account.Has(AccountedHolder.Mapping);

    static bool IsMissingLru(DumpAccount account) =>
        !account.Dump.Has("lru") && account.Dump.Reason != DumpPrinter.MigrationFailure;
}
