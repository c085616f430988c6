namespace Tutor.Cli.Json;

/// <summary>What <c>tutor compact --json</c> prints: a run, row by row, as recordings write it.</summary>
sealed record CompactReport
{
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

/// <summary>The kernel's six counters by the kernel's names.</summary>
sealed record CounterReport(
    long CompactMigrateScanned, long CompactFreeScanned, long CompactIsolated, long PgmigrateSuccess,
    long PgmigrateFail, long CompactionAllocCalls);

/// <summary>One call of the migrate scanner; pfns, ends exclusive.</summary>
sealed record CallReport(long Start, long Stop, int Scanned, int Taken, long End, bool Rescan);

/// <summary>One call of the free scanner.</summary>
sealed record FreeReport(long Start, long End, int Taken, long Stop, int Scanned);

/// <summary>One migration batch.</summary>
sealed record BatchReport(long Start, int Pages, int Moved, int Left, bool NoMemory);

/// <summary>Frames that received a page: <paramref name="Pfn"/> and downwards.</summary>
sealed record TargetReport(long Pfn, int Count);

/// <summary>Pages that ended alike: <c>ok</c>, <c>fail</c>, <c>nomem</c>.</summary>
sealed record FateReport(long Pfn, int Count, string Fate);

/// <summary>Whether the run is the recorded one.</summary>
sealed record CheckReport(bool Agrees, string? FirstDifference);
