using Tutor.Core.Memory;
using Tutor.Core.Scenarios.Recordings;

namespace Tutor.Core.Simulation;

/// <summary>What <c>migrate_pages()</c> returned.</summary>
enum MigrateResult : byte
{
    /// <summary>0: every page moved.</summary>
    AllMoved,

    /// <summary>The number of pages that stayed.</summary>
    SomeStayed,

    /// <summary>-ENOMEM: no target page.</summary>
    NoMemory,
}

/// <summary>
/// <c>migrate_pages()</c> (<c>mm/migrate.c</c>) with <c>compaction_alloc()</c> and <c>compaction_free()</c>
/// (<c>mm/compaction.c</c>): what was isolated is moved, newest first. How often a page is tried, and what becomes
/// of a large folio, is the release's: <see cref="MigrationBatch61"/>, <see cref="MigrationBatch612"/>.
/// </summary>
abstract class MigrationBatch(CompactRun run, ZoneControl cc)
{
    protected CompactRun Run { get; } = run;

    protected ZoneControl Cc { get; } = cc;

    public static MigrationBatch Of(CompactRun run, ZoneControl cc) => run.Control.Release switch
    {
        KernelRelease.Linux61 => new MigrationBatch61(run, cc),
        KernelRelease.Linux612 => new MigrationBatch612(run, cc),
    };

    /// <summary>Migrates what is on the list. Pages that stay are back on the LRU where they were.</summary>
    /// <param name="start">Where the call began that took the pages.</param>
    /// <param name="staysOnList">The caller will try again those that stay: they remain on the list.</param>
    public abstract MigrateResult Migrate(long start, bool staysOnList = false);

    /// <summary>
    /// What became of pages that were isolated. The verdict is of candidates; of a driver's page only that it was
    /// taken without being asked.
    /// </summary>
    /// <param name="id">Of the state with which they were isolated.</param>
    protected void Conclude(long pfn, int nrPages, int id, RecordedFate fate, PageVerdict verdict)
    {
        Run.Memory.SetFate(pfn, nrPages, fate);
        if (Run.Table.Courses[id].Action == ScanAction.IsolateDriver)
        {
            Run.Memory.Judge(pfn, nrPages, PageVerdict.IsolatedDriver);
            return;
        }

        ref var tally = ref Run.Table.Tallies[id];
        tally.Migrated += verdict == PageVerdict.Migrated ? nrPages : 0;
        tally.Futile += verdict == PageVerdict.Futile ? nrPages : 0;
        tally.NoTarget += verdict == PageVerdict.NoTarget ? nrPages : 0;
        Run.Memory.Judge(pfn, nrPages, verdict);
    }

    /// <summary>Writes the batch down. The list is empty then.</summary>
    /// <param name="failed">What is added to <c>pgmigrate_fail</c>.</param>
    protected void Close(RecordedBatch batch, int failed)
    {
        Run.Ledger.AddBatch(batch, failed);
        Run.Trace?.AddBatchEnd(batch.Start, batch.Moved, failed);
        Cc.MigratePages.Clear();
    }
}
