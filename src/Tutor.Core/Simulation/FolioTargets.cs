namespace Tutor.Core.Simulation;

/// <summary>
/// Requests for targets of 6.12 <c>mm/compaction.c</c>: <c>compaction_alloc()</c>, <c>compaction_free()</c>.
/// </summary>
sealed class FolioTargets(CompactRun run, ZoneControl cc)
{
    readonly FreeScanner _freeScanner = new(run, cc);
    readonly FreePageQueues _queues = (FreePageQueues)cc.FreePages;

    /// <summary>
    /// A target of 2^<paramref name="order"/> frames; null: there is none. -1 where targets are plentiful and not
    /// simulated. The free scanner is asked only when nothing at all is left: a smaller chunk that nobody wants
    /// keeps it from looking.
    /// </summary>
    public long? Take(int order)
    {
        run.Ledger.AllocCalls++;
        if (!run.HasFreeScanner)
        {
            return -1;
        }

        var target = _queues.Take(order);
        if (target is null && _queues.NrPages == 0)
        {
            _freeScanner.IsolateFreepages();
            target = _queues.Take(order);
        }

        cc.WantedPages -= target is null ? 0 : 1 << order;
        return target;
    }

    public void GiveBack(long target, int order)
    {
        if (target >= 0)
        {
            _queues.GiveBack(target, order);
            cc.WantedPages += 1 << order;
        }
    }
}
