namespace Tutor.Core.Dumps;

/// <summary>Who printed a dump, and whether they held the page themselves: a row a reason.</summary>
/// <param name="Reason">As printed after <c>page dumped because:</c>.</param>
/// <param name="Holds">References that the printing code has on the page.</param>
/// <param name="Said">What its printing says of the page.</param>
sealed record DumpPrinter(string Reason, int Holds, string Said)
{
    /// <summary>6.1 and 6.12, mm/memory_hotplug.c, do_migrate_range(); mm/page_alloc.c, alloc_contig_dump_pages().</summary>
    public const string MigrationFailure = "migration failure";

    /// <summary>6.1 and 6.12, mm/memory_hotplug.c, do_migrate_range(): after "failed to isolate pfn".</summary>
    public const string IsolationFailed = "isolation failed";

    /// <summary>6.1 and 6.12, mm/page_isolation.c, set_migratetype_isolate().</summary>
    public const string UnmovablePage = "unmovable page";

    static readonly DumpPrinter[] Known =
    [
        new(MigrationFailure, 1, "It was isolated, and migration had just failed: the isolation holds one reference."),
        new(IsolationFailed, 1, "It could not be isolated: memory offlining holds the reference it took to try."),
        new(UnmovablePage, 0, "Isolating its pageblock failed at this page, before anything was tried."),
    ];

    /// <summary>The row of this reason. For any other reason nothing is known to be held.</summary>
    public static DumpPrinter Of(string reason) =>
        Known.FirstOrDefault(k => k.Reason == reason) ?? new DumpPrinter(reason, 0, "");

    /// <summary>Memory offlining or a contiguous allocation printed it: the page was off its LRU list.</summary>
    public bool TookItOffTheLru => Reason == MigrationFailure;
}
