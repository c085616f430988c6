using Tutor.Core.Memory;

namespace Tutor.Core.Simulation;

/// <summary>
/// The scanner that goes up and takes pages: 6.1 <c>mm/compaction.c</c>, <c>isolate_migratepages()</c>,
/// <c>isolate_migratepages_block()</c>; 6.12 by its <see cref="ReleaseRules"/>.
/// </summary>
/// <remarks>
/// Left out: <c>too_many_isolated()</c>, signals, rescheduling and lock contention, for nobody else runs;
/// <c>fast_find_migrateblock()</c>, which changes the order of pageblocks only; the cached positions from
/// which the next run goes on, for every pass starts at the zone's first page.
/// </remarks>
sealed class MigrateScanner(CompactRun run, ZoneControl cc)
{
    readonly CompactControl _control = run.Control;
    readonly RunMemory _memory = run.Memory;

    /// <summary>
    /// <c>isolate_migratepages()</c>: goes on to the next pageblock that may be scanned, and scans it once;
    /// whether pages were taken.
    /// </summary>
    public bool IsolateMigratepages()
    {
        var low = cc.MigratePfn;
        var blockStart = Math.Max(Pageblock.Start(low), cc.Start);
        for (var blockEnd = Pageblock.Start(low) + Pageblock.Pages; IsBelowFreeScanner(blockStart, blockEnd);
            blockEnd += Pageblock.Pages)
        {
            // Without a free scanner the zone is scanned to its end, as isolate_migratepages_range() would.
            var end = cc.FreePfn == long.MaxValue ? Math.Min(blockEnd, cc.End) : blockEnd;
            if (cc.IsInZone(blockStart, end) && !IsPassedOver(low, blockStart))
            {
                IsolateBlock(low, end);
                return cc.MigratePages.Count > 0;
            }

            cc.MigratePfn = low = blockStart = blockEnd;
        }

        return false;
    }

    /// <summary>The block that holds the free scanner's position is not scanned any more.</summary>
    bool IsBelowFreeScanner(long blockStart, long blockEnd) =>
        cc.FreePfn == long.MaxValue ? blockStart < cc.End : blockEnd <= cc.FreePfn;

    /// <summary><c>isolation_suitable()</c> and <c>suitable_migration_source()</c>, in this order.</summary>
    bool IsPassedOver(long low, long blockStart)
    {
        var isFirstVisit = low == Pageblock.Start(low) || (run.Rules.ZoneStartBeginsBlock && low == cc.Start);
        return (isFirstVisit && !_control.IgnoreSkipHint && _memory.HasSkipHint(low))
            || !IsSuitableSource(blockStart);
    }

    /// <summary>
    /// Not a pageblock that one compound page fills; async direct compaction also leaves pageblocks of
    /// another kind than the request.
    /// </summary>
    bool IsSuitableSource(long blockStart)
    {
        var first = _memory.Palette.StateOf(_memory.IdAt(blockStart));
        if (first is not null && first.Has(PageFlags.Compound) && first.Order >= Pageblock.Order)
        {
            return false;
        }

        var type = _memory.BlockOf(blockStart).Migratetype;
        return _control.Mode != MigrateMode.Async || !_control.DirectCompaction
            || (_control.Migratetype == Migratetype.Movable
                ? type is Migratetype.Movable or Migratetype.Cma
                : type == _control.Migratetype);
    }

    /// <summary>
    /// Where the last call on a pageblock began: behind the pageblocks that were passed over.
    /// </summary>
    public long CallStart { get; private set; }

    /// <summary><c>isolate_migratepages_block()</c> over [low, end).</summary>
    public void IsolateBlock(long low, long end)
    {
        CallStart = low;
        var call = new BlockCall(run, cc, low, end);
        call.Scan();
        cc.MigratePfn = call.Low;
        run.Ledger.AddCall(new(low, call.Low, call.NrScanned, call.NrIsolated, end, cc.Rescan));
        run.Trace?.Add(ScanEventKind.CallEnds, call.Low, call.NrIsolated);
    }
}
