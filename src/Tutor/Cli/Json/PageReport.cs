namespace Tutor.Cli.Json;

/// <summary>What <c>tutor page --json</c> prints. Counts are as printed; what is not in a dump is null.</summary>
sealed record PageReport
{
    public int Schema { get; init; } = 1;

    public IReadOnlyList<DiagnosticReport> Diagnostics { get; init; } = [];

    public IReadOnlyList<DumpedPageReport> Pages { get; init; } = [];
}

/// <param name="Line">Of the dump's first line, from 1.</param>
/// <param name="Pfn">As <c>0x…</c>.</param>
/// <param name="MovesNow">yes, no, cannot_tell.</param>
sealed record DumpedPageReport(
    int Line, string? ReleaseHint, string? Pfn, int Refcount, int Mapcount, int? Pincount, int? Order, IReadOnlyList<string> Flags,
    string Reason, IReadOnlyList<AccountedReport> Accounted, int? Unexplained, IReadOnlyList<SuspectReport> Suspects,
    string MovesNow, string Because, IReadOnlyList<DumpedTestReport> Tests, IReadOnlyList<string> Notes);

/// <param name="What">mapping, page_cache, swap_cache, private, pin, printer.</param>
/// <param name="Refs">What it adds to the refcount.</param>
/// <param name="Certain">False: another holder would make the same counts.</param>
sealed record AccountedReport(string What, int Count, int Refs, bool Certain);

sealed record SuspectReport(string What, string Why);

/// <param name="Id">Of the table of revisions.</param>
/// <param name="Skips">Null: the scanner does not ask about such memory, or a count is not in the dump.</param>
sealed record DumpedTestReport(string Id, bool? Skips);
