using Tutor.Core.Memory;

namespace Tutor.Core.Simulation;

/// <summary>Targets of 6.12: chunks as they were found, in a queue for each order.</summary>
/// <remarks>
/// 6.12 <c>mm/compaction.c</c>, <c>compaction_alloc_noprof()</c> and <c>compaction_free()</c>. Left out: preparing
/// the target as a folio.
/// </remarks>
sealed class FreePageQueues : FreePages
{
    readonly ChunkQueue[] _queues = [.. Enumerable.Range(0, BuddyChunks.HighestOrder + 1).Select(_ => new ChunkQueue())];

    /// <summary>A chunk joins the end of its order's queue.</summary>
    public override void Add(long pfn, int order)
    {
        _queues[order].AddLast(pfn);
        NrPages += 1 << order;
    }

    /// <summary>
    /// The first chunk of the smallest order that is large enough; its lowest frames are taken, and the upper
    /// halves go to the heads of the smaller queues. Null: no chunk is large enough.
    /// </summary>
    public long? Take(int order)
    {
        var from = order;
        while (from < _queues.Length && _queues[from].IsEmpty)
        {
            from++;
        }

        if (from == _queues.Length)
        {
            return null;
        }

        var pfn = _queues[from].TakeFirst();
        while (from > order)
        {
            from--;
            _queues[from].AddFirst(pfn + (1L << from));
        }

        NrPages -= 1 << order;
        return pfn;
    }

    /// <summary>A target that was not used goes to the head of its order's queue. It does not join its neighbours.</summary>
    public void GiveBack(long pfn, int order)
    {
        _queues[order].AddFirst(pfn);
        NrPages += 1 << order;
    }

    /// <summary>First frames of chunks; both ends are used. A ring in an array.</summary>
    sealed class ChunkQueue
    {
        long[] _ring = new long[16];
        int _first;
        int _count;

        public bool IsEmpty => _count == 0;

        public void AddLast(long pfn)
        {
            Grow();
            _ring[(_first + _count++) & (_ring.Length - 1)] = pfn;
        }

        public void AddFirst(long pfn)
        {
            Grow();
            _first = (_first - 1) & (_ring.Length - 1);
            _ring[_first] = pfn;
            _count++;
        }

        public long TakeFirst()
        {
            var pfn = _ring[_first];
            _first = (_first + 1) & (_ring.Length - 1);
            _count--;
            return pfn;
        }

        /// <summary>Room for one more; the length stays a power of two.</summary>
        void Grow()
        {
            if (_count < _ring.Length)
            {
                return;
            }

            var larger = new long[2 * _count];
            for (var i = 0; i < _count; i++)
            {
                larger[i] = _ring[(_first + i) & (_count - 1)];
            }

            (_ring, _first) = (larger, 0);
        }
    }
}
