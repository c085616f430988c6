using Tutor.Cli.Json;
using Tutor.Core.Scenarios.Recordings;
using Tutor.Core.Simulation;

namespace Tutor.Cli;

/// <summary>A run's rows as <c>tutor compact --json</c> has them.</summary>
static class CompactRows
{
    public static CompactReport Of(CompactReport report, long firstPfn, CompactionResult result)
    {
        var counters = result.Counters;
        return report with
        {
            Counters = new CounterReport(
                counters.CompactMigrateScanned, counters.CompactFreeScanned, counters.CompactIsolated,
                counters.PgmigrateSuccess, counters.PgmigrateFail, counters.CompactionAllocCalls),
            Calls = [.. result.Calls.Select(c => new CallReport(c.Start, c.Stop, c.Scanned, c.Taken, c.End, c.Rescan))],
            Frees = [.. result.Frees.Select(f => new FreeReport(f.Start, f.End, f.Taken, f.Stop, f.Scanned))],
            Batches = [.. result.BatchRows.Select(b => new BatchReport(b.Start, b.Pages, b.Moved, b.Left, b.NoMemory))],
            Targets = [.. result.Targets.Select(t => new TargetReport(t.Pfn, t.Count))],
            Fates = [.. Fates(firstPfn, result)],
        };
    }

    static IEnumerable<FateReport> Fates(long firstPfn, CompactionResult result)
    {
        var fates = result.Fates;
        for (var start = 0; start < fates.Length;)
        {
            var end = start + 1;
            while (end < fates.Length && fates[end] == fates[start])
            {
                end++;
            }

            if (Word(fates[start]) is { } word)
            {
                yield return new FateReport(firstPfn + start, end - start, word);
            }

            start = end;
        }
    }

    /// <summary>As recordings write it; null: never isolated.</summary>
    static string? Word(RecordedFate fate) => fate switch
    {
        RecordedFate.Ok => "ok",
        RecordedFate.Fail => "fail",
        RecordedFate.NoMem => "nomem",
        _ => null,
    };
}
