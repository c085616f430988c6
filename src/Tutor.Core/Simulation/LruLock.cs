namespace Tutor.Core.Simulation;

/// <summary>
/// The lock of the one LRU list vector, as <c>isolate_migratepages_block()</c> holds it: counted, for nobody
/// contends for it here.
/// </summary>
/// <remarks>
/// With <see cref="Memory.CompactControl.OwnReferences"/> 0 (before late 6.1-rc) the kernel asked the
/// predicate before it took its reference, and a skipped page kept the lock. Only what the predicate reads is
/// modelled of those kernels: the lock follows 6.1.
/// </remarks>
sealed class LruLock(ScanTrace? trace)
{
    /// <summary>Pages between two chances for others: COMPACT_CLUSTER_MAX of 6.1.</summary>
    public const int ReleaseEvery = 32;

    bool _isHeld;

    /// <summary>Times that it was taken.</summary>
    public long Acquisitions { get; private set; }

    /// <summary><c>compact_lock_irqsave()</c>, unless it is held already.</summary>
    public void Take(long pfn)
    {
        if (!_isHeld)
        {
            _isHeld = true;
            Acquisitions++;
            trace?.Add(ScanEventKind.LockTaken, pfn);
        }
    }

    /// <summary><c>unlock_page_lruvec_irqrestore()</c>, if it is held.</summary>
    public void Drop(long pfn)
    {
        if (_isHeld)
        {
            _isHeld = false;
            trace?.Add(ScanEventKind.LockReleased, pfn);
        }
    }
}
