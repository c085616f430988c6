using Tutor.Core.Memory;

namespace Tutor.Core.Simulation;

/// <summary>
/// <c>alloc_contig_range()</c> for one pageblock, as virtio-mem unplugs memory: 6.1 <c>mm/page_alloc.c</c>,
/// <c>__alloc_contig_migrate_range()</c>, and <c>mm/compaction.c</c>, <c>isolate_migratepages_range()</c>.
/// </summary>
/// <remarks>
/// Every batch is migrated up to five times, ten tries each. Targets come from elsewhere, so there are always
/// enough. Left out: <c>reclaim_clean_pages_from_list()</c> (clean page cache is migrated like the rest),
/// making the pageblock MIGRATE_ISOLATE, and taking the freed range away.
/// </remarks>
sealed class ContigRange
{
    const int Rounds = 5;

    readonly CompactRun _run;
    readonly ZoneControl _cc;
    readonly MigrateScanner _scanner;
    readonly MigrationBatch _migration;

    public ContigRange(CompactRun run, int zoneIndex)
    {
        _run = run;
        _cc = new ZoneControl(run.Memory.Map, zoneIndex, hasFreeScanner: false, run.Control.Release);
        _scanner = new MigrateScanner(run, _cc);
        _migration = MigrationBatch.Of(run, _cc);
    }

    /// <summary>Every pageblock of the zone, one request each; false when the budget is spent.</summary>
    public bool Allocate()
    {
        _run.Trace?.Add(ScanEventKind.ZoneBegins, _cc.Start, _cc.ZoneIndex);
        for (var start = _cc.Start; start < _cc.End; start = Pageblock.Start(start) + Pageblock.Pages)
        {
            var end = Math.Min(Pageblock.Start(start) + Pageblock.Pages, _cc.End);
            if (_cc.IsInZone(start, end) && !AllocateBlock(start, end))
            {
                return false;
            }
        }

        _run.Trace?.Add(ScanEventKind.ZoneEnds, _cc.End, _cc.ZoneIndex);
        return true;
    }

    bool AllocateBlock(long start, long end)
    {
        _cc.MigratePfn = start;
        while (_cc.MigratePfn < end)
        {
            if (_run.IsBudgetSpent)
            {
                return false;
            }

            var begin = _cc.MigratePfn;
            _scanner.IsolateBlock(begin, end);

            // -EBUSY ends the kernel's request; where the whole zone is to be seen the next pages follow.
            if (_cc.MigratePages.Count > 0 && !MigrateInRounds(begin)
                && _run.Settings.Scanners == ScannerSet.Both)
            {
                break;
            }
        }

        return true;
    }

    /// <summary>Whether every page of the batch moved in the end.</summary>
    bool MigrateInRounds(long begin)
    {
        for (var round = 0; round < Rounds; round++)
        {
            if (_migration.Migrate(begin, staysOnList: round < Rounds - 1) == MigrateResult.AllMoved)
            {
                return true;
            }
        }

        return false;
    }
}
