using Tutor.Core.Memory;

namespace Tutor.Core.Simulation;

/// <summary>How a zone's compaction ended.</summary>
enum ZoneResult : byte
{
    /// <summary>COMPACT_COMPLETE: the scanners met.</summary>
    Complete,

    /// <summary>COMPACT_SUCCESS: there is a free chunk of the order wanted.</summary>
    Success,

    /// <summary>
    /// COMPACT_CONTENDED: the zone is given up, because target pages ran out before the scanners met. 6.1 gets here
    /// when the free scanner stops early for others who want the lock; without them it has always come down to the
    /// migrate scanner. In 6.12 one large folio is enough that finds no target and cannot be split.
    /// </summary>
    Contended,

    /// <summary>Ours: the budget is spent.</summary>
    BudgetSpent,
}

/// <summary>
/// <c>compact_zone()</c>: 6.1 <c>mm/compaction.c</c>; 6.12 by its <see cref="ReleaseRules"/>.
/// </summary>
/// <remarks>
/// Left out: watermarks, deferral, capture of a page for the waiting allocation, the fragmentation score that
/// ends a proactive run.
/// </remarks>
sealed class ZoneCompaction
{
    readonly CompactRun _run;
    readonly CompactControl _control;
    readonly ZoneControl _cc;
    readonly MigrateScanner _migrateScanner;
    readonly MigrationBatch _migration;
    readonly FreeChunks? _freeChunks;

    /// <summary>
    /// A pfn of the pageblock in which pages were last taken. It starts as 0: the first visit of the pageblock at
    /// pfn 0 is a rescan already.
    /// </summary>
    long _lastMigrated;

    public ZoneCompaction(CompactRun run, int zoneIndex)
    {
        _run = run;
        _control = run.Control;
        _cc = new ZoneControl(run.Memory.Map, zoneIndex, run.HasFreeScanner, _control.Release);
        _migrateScanner = new MigrateScanner(run, _cc);
        _migration = MigrationBatch.Of(run, _cc);
        _freeChunks = run.HasFreeScanner && _control.Order >= 0 ? new FreeChunks(run.Memory, _cc) : null;
    }

    public ZoneResult Compact()
    {
        _run.Trace?.Add(ScanEventKind.ZoneBegins, _cc.Start, _cc.ZoneIndex);
        ZoneResult? end;
        while ((end = Finished()) is null)
        {
            var start = _cc.MigratePfn;
            _cc.Rescan = Pageblock.Start(_lastMigrated) == Pageblock.Start(start);
            if (IsolateAndMigrate(start) == MigrateResult.NoMemory && !_cc.ScannersMet)
            {
                end = ZoneResult.Contended;
                _run.Ledger.ZonesGivenUp++;
                _run.Trace?.Add(ScanEventKind.ZoneGivenUp, _cc.MigratePfn, _cc.ZoneIndex);
                break;
            }

            DrainAtOrderedBlock();
        }

        _run.Trace?.Add(ScanEventKind.ZoneEnds, _cc.MigratePfn, _cc.ZoneIndex);
        return end.Value;
    }

    /// <summary><c>compact_finished()</c>; null: goes on.</summary>
    ZoneResult? Finished()
    {
        if (_cc.ScannersMet)
        {
            return ZoneResult.Complete;
        }

        if (_run.IsBudgetSpent)
        {
            return ZoneResult.BudgetSpent;
        }

        // A pageblock that was begun is finished before the free lists are asked.
        var isBetweenBlocks = _cc.MigratePfn % Pageblock.Pages == 0 || _cc.MigratePfn == _cc.Start;
        return isBetweenBlocks && _freeChunks?.HasOrder(_control.Order) == true ? ZoneResult.Success : null;
    }

    MigrateResult IsolateAndMigrate(long start)
    {
        if (!_migrateScanner.IsolateMigratepages())
        {
            return MigrateResult.AllMoved;
        }

        _lastMigrated = _run.Rules.RescanFollowsEndOfCall ? EndOfCall : start;
        var result = _migration.Migrate(_migrateScanner.CallStart);
        if (result == MigrateResult.SomeStayed)
        {
            result = AfterFailure(result);
        }

        return result;
    }

    /// <summary>
    /// Some pages stayed. 6.1: async direct compaction leaves the rest of the order-aligned block. 6.12: a run
    /// that obeys skip hints takes the rest of the pageblock without a limit, so that it gets marked and is not
    /// visited again.
    /// </summary>
    MigrateResult AfterFailure(MigrateResult result)
    {
        if (!_run.Rules.FinishesPageblocks)
        {
            if (_control.DirectCompaction && _control.Mode == MigrateMode.Async)
            {
                _cc.MigratePfn = OrderedBlock.End(_cc.MigratePfn - 1, _control.Order);
                _lastMigrated = 0;
            }

            return result;
        }

        var isInsideBlock = _cc.MigratePfn % Pageblock.Pages != 0;
        if (!isInsideBlock || _control.IgnoreSkipHint || _cc.Rescan || _control.Mode == MigrateMode.Sync)
        {
            return result;
        }

        _cc.Rescan = true;
        if (_control.Order == Pageblock.Order)
        {
            _lastMigrated = 0;
        }

        if (!_migrateScanner.IsolateMigratepages())
        {
            return result;
        }

        _lastMigrated = EndOfCall;
        return _migration.Migrate(_migrateScanner.CallStart);
    }

    /// <summary>The pageblock of the last page that the scanner looked at.</summary>
    long EndOfCall => Math.Max(_cc.Start, Pageblock.Start(_cc.MigratePfn - 1));

    /// <summary>
    /// <c>check_drain</c>: behind an order-aligned block the freed pages leave the CPU's own free list and
    /// merge, so that a chunk of the order can be seen. It also forgets where pages were last taken: with a
    /// small order the next call in the same pageblock is a first visit again.
    /// </summary>
    void DrainAtOrderedBlock()
    {
        if (_control.Order > 0 && _lastMigrated > 0
            && _lastMigrated < OrderedBlock.Start(_cc.MigratePfn, _control.Order))
        {
            _freeChunks?.Drain();
            _lastMigrated = 0;
        }
    }
}
