using System.Text.Json.Serialization;

namespace Tutor.Cli.Json;

/// <summary>What <c>tutor compact --json</c> prints: a run, row by row, as recordings write it.</summary>
sealed record CompactReport
{
    /// <summary>1 for a run of 6.1; 2 for one of 6.12, whose rows tell of large folios.</summary>
    public int Schema { get; init; } = 1;

    /// <summary>The recording's path as it was named.</summary>
    public required string Map { get; init; }

    public string? Predicate { get; init; }

    public IReadOnlyList<DiagnosticReport> Diagnostics { get; init; } = [];

    public CounterReport? Counters { get; init; }

    public IReadOnlyList<CallReport> Calls { get; init; } = [];

    public IReadOnlyList<FreeReport> Frees { get; init; } = [];

    public IReadOnlyList<BatchReport> Batches { get; init; } = [];

    public IReadOnlyList<TargetReport> Targets { get; init; } = [];

    /// <summary>Runs of pages that were isolated, ascending; every other page never was.</summary>
    public IReadOnlyList<FateReport> Fates { get; init; } = [];

    /// <summary>With <c>--check</c>.</summary>
    public CheckReport? Check { get; init; }
}

/// <summary>The kernel's six counters by the kernel's names; schema 2: eight.</summary>
sealed record CounterReport(
    long CompactMigrateScanned, long CompactFreeScanned, long CompactIsolated, long PgmigrateSuccess,
    long PgmigrateFail, long CompactionAllocCalls)
{
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public long? FolioSplits { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public long? FolioSplitFailed { get; init; }
}

/// <summary>One call of the migrate scanner; pfns, ends exclusive.</summary>
sealed record CallReport(long Start, long Stop, int Scanned, int Taken, long End, bool Rescan);

/// <summary>One call of the free scanner.</summary>
sealed record FreeReport(long Start, long End, int Taken, long Stop, int Scanned);

/// <summary>One migration batch; schema 2: with folios split and frames freed.</summary>
sealed record BatchReport(long Start, int Pages, int Moved, int Left, bool NoMemory)
{
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public int? Splits { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public int? Freed { get; init; }
}

/// <summary>
/// Targets that received a page: frames from <paramref name="Pfn"/> downwards; schema 2: targets of an order, from
/// there upwards.
/// </summary>
sealed record TargetReport(long Pfn, int Count)
{
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public int? Order { get; init; }
}

/// <summary>
/// Pages that ended alike: <c>ok</c>, <c>fail</c>, <c>nomem</c>; schema 2: <c>split-ok</c>, <c>split-freed</c>,
/// <c>split-left</c> too.
/// </summary>
sealed record FateReport(long Pfn, int Count, string Fate);

/// <summary>Whether the run is the recorded one.</summary>
sealed record CheckReport(bool Agrees, string? FirstDifference);
