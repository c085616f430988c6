using Tutor.Core.Memory;

namespace Tutor.Core.Simulation;

/// <summary>
/// The scanner that goes down, pageblock by pageblock, and takes free chunks as targets; inside a block it
/// goes up. 6.1 <c>mm/compaction.c</c>, <c>isolate_freepages()</c>, <c>isolate_freepages_block()</c>.
/// </summary>
/// <remarks>
/// Left out: <c>fast_isolate_freepages()</c>, which looks in the free lists first when an order is wanted,
/// and lock contention.
/// </remarks>
sealed class FreeScanner(CompactRun run, ZoneControl cc)
{
    /// <summary>The step within a block grows to this: COMPACT_CLUSTER_MAX.</summary>
    const int LongestStride = 32;

    readonly CompactControl _control = run.Control;
    readonly ReleaseRules _rules = run.Rules;
    readonly RunMemory _memory = run.Memory;

    /// <summary>
    /// <c>isolate_freepages()</c>: finds targets until there are as many pages of them as are wanted
    /// (<see cref="ZoneControl.WantedPages"/>), if it can.
    /// </summary>
    public void IsolateFreepages()
    {
        var lowest = Pageblock.Start(cc.MigratePfn) + Pageblock.Pages;
        var (position, start) = (cc.FreePfn, Pageblock.Start(cc.FreePfn));
        var end = Math.Min(start + Pageblock.Pages, cc.End);
        var stride = _control.Mode == MigrateMode.Async ? LongestStride : 1;
        while (start >= lowest)
        {
            if (IsSuitableTarget(start, end))
            {
                var taken = IsolateFreepagesBlock(ref position, end, stride);

                // update_pageblock_skip(): the whole block was looked at.
                if (position == end && !_control.NoSetSkipHint)
                {
                    _memory.SetSkipHint(start);
                }

                if (cc.FreePages.NrPages >= cc.WantedPages)
                {
                    position = position >= end ? start - Pageblock.Pages : position;
                    break;
                }

                stride = taken > 0 ? 1 : Math.Min(LongestStride, stride * 2);
            }

            (end, start) = (start, start - Pageblock.Pages);
            position = start;
        }

        cc.FreePfn = position;
    }

    /// <summary>
    /// <c>suitable_migration_target()</c> and <c>isolation_suitable()</c>: not a block that one free chunk
    /// fills, for that is what compaction is after; only movable pages are put into movable blocks.
    /// </summary>
    bool IsSuitableTarget(long start, long end) =>
        cc.IsInZone(start, end)
        && _memory.Palette.FreeOrder(_memory.IdAt(start)) < Pageblock.Order
        && _memory.BlockOf(start).Migratetype is Migratetype.Movable or Migratetype.Cma
        && (_control.IgnoreSkipHint || !_memory.HasSkipHint(start));

    /// <summary>
    /// <c>isolate_freepages_block()</c> from <paramref name="position"/> up: every free chunk is taken whole,
    /// and once there are enough it stops behind the last one. The stride is added after each frame, chunk or
    /// compound page. Returns the pages taken.
    /// </summary>
    int IsolateFreepagesBlock(ref long position, long end, int stride)
    {
        var (begin, pfn, nrScanned, taken) = (position, position, 0, 0);
        while (pfn < end)
        {
            nrScanned++;
            var id = _memory.IdAt(pfn);
            var course = run.Table.Courses[id];
            if (_memory.Palette.FreeOrder(id) is >= 0 and var order)
            {
                var count = 1 << order;
                nrScanned += count - 1;
                taken += count;
                TakeChunk(pfn, order);
                pfn += count - 1;
                if (cc.FreePages.NrPages >= cc.WantedPages)
                {
                    pfn++;
                    break;
                }
            }
            else
            {
                var over = PagesOver(course, end - pfn);
                pfn += over;
                nrScanned += _rules.FreeScannerCountsFolios ? over : 0;
            }

            pfn += stride;
        }

        position = Math.Min(pfn, end);
        run.Ledger.AddFree(new(begin, end, taken, position, nrScanned));
        run.Trace?.Add(ScanEventKind.FreeCallEnds, begin, taken);
        return taken;
    }

    /// <summary>
    /// Pages of a compound page behind its first, which the step goes over. Where steps are counted, only if it ends
    /// inside the pageblock.
    /// </summary>
    int PagesOver(in PageCourse course, long left) =>
        course.FolioPages == 1 || (_rules.FreeScannerCountsFolios && course.FolioPages > left) ? 0
        : course.FolioPages - 1;

    void TakeChunk(long pfn, int order)
    {
        _memory.Hold(pfn, 1 << order);
        cc.FreePages.Add(pfn, order);
        run.Trace?.Add(ScanEventKind.FreeChunkTaken, pfn, 1 << order);
    }
}
