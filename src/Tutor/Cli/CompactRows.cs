using Tutor.Cli.Json;
using Tutor.Core.Memory;
using Tutor.Core.Scenarios.Recordings;
using Tutor.Core.Simulation;

namespace Tutor.Cli;

/// <summary>A run's rows as <c>tutor compact --json</c> has them.</summary>
static class CompactRows
{
    public static CompactReport Of(CompactReport report, long firstPfn, KernelRelease release, CompactionResult result)
    {
        var counters = result.Counters;
        var hasFolios = release == KernelRelease.Linux612;
        return report with
        {
            Schema = hasFolios ? 2 : 1,
            Counters = new CounterReport(
                counters.CompactMigrateScanned, counters.CompactFreeScanned, counters.CompactIsolated,
                counters.PgmigrateSuccess, counters.PgmigrateFail, counters.CompactionAllocCalls)
            {
                FolioSplits = hasFolios ? counters.FolioSplits : null,
                FolioSplitFailed = hasFolios ? counters.FolioSplitFailed : null,
            },
            Calls = [.. result.Calls.Select(c => new CallReport(c.Start, c.Stop, c.Scanned, c.Taken, c.End, c.Rescan))],
            Frees = [.. result.Frees.Select(f => new FreeReport(f.Start, f.End, f.Taken, f.Stop, f.Scanned))],
            Batches =
            [
                .. result.BatchRows.Select(b => new BatchReport(b.Start, b.Pages, b.Moved, b.Left, b.NoMemory)
                {
                    Splits = hasFolios ? b.Splits : null,
                    Freed = hasFolios ? b.Freed : null,
                }),
            ],
            Targets =
            [
                .. result.Targets.Select(t => new TargetReport(t.Pfn, t.Count) { Order = hasFolios ? t.Order : null }),
            ],
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

            if (fates[start] != RecordedFate.None)
            {
                yield return new FateReport(firstPfn + start, end - start, fates[start].Word());
            }

            start = end;
        }
    }
}
