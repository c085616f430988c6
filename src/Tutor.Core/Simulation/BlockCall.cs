using Tutor.Core.Memory;

namespace Tutor.Core.Simulation;

/// <summary>
/// One call of <c>isolate_migratepages_block()</c> (6.1 and 6.12, <c>mm/compaction.c</c>): looks at the pages of
/// one pageblock in order and takes those that it may.
/// </summary>
struct BlockCall
{
    /// <summary>A first visit ends with the page that makes so many: COMPACT_CLUSTER_MAX.</summary>
    const int ClusterMax = 32;

    readonly CompactRun _run;
    readonly ZoneControl _cc;
    readonly CompactControl _control;
    readonly RunMemory _memory;
    readonly LruLock _lock;
    readonly ScanTrace? _trace;
    readonly long _end;
    readonly ReleaseRules _rules;
    readonly bool _skipOnFailure;
    readonly bool _startsAtBlock;
    readonly int _firstOfCall;
    long _nextSkip;
    bool _isHintUpdated;

    public BlockCall(CompactRun run, ZoneControl cc, long low, long end)
    {
        (_run, _cc, _control) = (run, cc, run.Control);
        (_memory, _lock, _trace) = (run.Memory, run.Lock, run.Trace);
        Low = low;
        _end = end;
        _rules = run.Rules;
        _startsAtBlock = low == Pageblock.Start(low) || (_rules.ZoneStartBeginsBlock && low == cc.Start);
        _firstOfCall = cc.MigratePages.Count;

        // Async direct compaction wants one aligned block of its order, or nothing.
        _skipOnFailure = _control is { DirectCompaction: true, Mode: MigrateMode.Async, Order: >= 0 };
        _nextSkip = _skipOnFailure ? OrderedBlock.End(low, _control.Order) : 0;
        _trace?.Add(ScanEventKind.CallBegins, low, end - low);
    }

    /// <summary><c>low_pfn</c>: the page at hand; at the end, where the next call goes on.</summary>
    public long Low { get; private set; }

    /// <summary>Steps, or pages where a jump counts all of its own.</summary>
    public int NrScanned { get; private set; }

    /// <summary>Pages taken and not put back.</summary>
    public int NrIsolated { get; private set; }

    public void Scan()
    {
        var courses = _run.Table.Courses;
        var ids = _memory.Ids;
        var first = _memory.Map.FirstPfn;
        for (; Low < _end; Low++)
        {
            if (_skipOnFailure && Low >= _nextSkip)
            {
                if (NrIsolated > 0)
                {
                    break;
                }

                _nextSkip = OrderedBlock.End(Low, _control.Order);
            }

            if (Low % LruLock.ReleaseEvery == 0)
            {
                _lock.Drop(Low);
            }

            NrScanned++;
            var id = ids[(int)(Low - first)];
            ref readonly var course = ref courses[id];
            _trace?.AddLook(Low, id, course);
            if (course.Action == ScanAction.Jump)
            {
                Jump(course);
            }
            else if (course.Action < ScanAction.Isolate)
            {
                Leave(id, course);
            }
            else if (IsLruLost(course))
            {
                Refuse(id);
            }
            else if (Take(id, course))
            {
                Low++;
                break;
            }
        }

        Finish();
    }

    /// <summary>Over a free chunk or a folio.</summary>
    void Jump(in PageCourse course)
    {
        Low += course.NrPages - 1;
        NrScanned += _rules.CountsJumpedPages ? course.NrPages - 1 : 0;
    }

    /// <summary>Everything that ends at <c>isolate_fail</c>.</summary>
    void Leave(int id, in PageCourse course)
    {
        if (course.Action == ScanAction.Fail)
        {
            Jump(course);
        }
        else
        {
            _lock.Drop(Low);
        }

        if (course.Action == ScanAction.FailPut)
        {
            Count(id, course);
        }

        GiveUpOrderedBlock();
    }

    void Count(int id, in PageCourse course)
    {
        ref var tally = ref _run.Table.Tallies[id];
        tally.Skipped += course.IsSkippedCandidate ? course.NrPages : 0;
        tally.Errors += course.Verdict == PageVerdict.Error ? course.NrPages : 0;
        tally.Refused += course.Verdict == PageVerdict.Refused ? course.NrPages : 0;
        _memory.Judge(Low, course.NrPages, course.Verdict);
    }

    readonly bool IsLruLost(in PageCourse course) => _run.Races is { } races
        && course.Action == ScanAction.Isolate
        && races.TryGetValue(Low, out var race) && race == RaceKind.LruLost;

    /// <summary>Somebody else took it off the LRU after the predicate was asked.</summary>
    void Refuse(int id)
    {
        _lock.Drop(Low);
        _trace?.Add(ScanEventKind.LruLost, Low);
        var nrPages = _run.Table.Courses[id].NrPages;
        _run.Table.Tallies[id].Refused += nrPages;
        _memory.Judge(Low, nrPages, PageVerdict.Refused);
        GiveUpOrderedBlock();
    }

    /// <summary><c>isolate_success</c>; whether the call ends here.</summary>
    bool Take(int id, in PageCourse course)
    {
        var nrPages = course.NrPages;
        if (course.Action == ScanAction.Isolate)
        {
            _lock.Take(Low);
            UpdateHintAtFirstLock();
        }
        else if (course.Step == ScanStep.MovableOps)
        {
            _lock.Drop(Low);
        }

        _run.Table.Tallies[id].Isolated += nrPages;
        _cc.MigratePages.Add(Low, nrPages);
        NrIsolated += nrPages;
        Low += nrPages - 1;
        NrScanned += nrPages - 1;
        return _cc.MigratePages.NrPages >= ClusterMax && !_cc.Rescan;
    }

    /// <summary>
    /// <c>test_and_set_skip()</c>, once a call, when the lock is first taken, for the page at the start of its
    /// pageblock, or for the call that began there. That somebody else set the hint meanwhile, which ends the
    /// call, cannot happen here.
    /// </summary>
    void UpdateHintAtFirstLock()
    {
        var byCall = _rules.CallFromBlockStartSetsHint;
        if (_isHintUpdated || (byCall && !_startsAtBlock))
        {
            return;
        }

        _isHintUpdated = true;
        var acts = byCall || Low == Pageblock.Start(Low);
        if (acts && !_control.IgnoreSkipHint && !_control.NoSetSkipHint)
        {
            _memory.SetSkipHint(Low);
        }
    }

    /// <summary>
    /// <c>skip_on_failure</c>: one page that stays makes the rest of its order-aligned block worthless. What
    /// this call has taken goes back; <c>nr_scanned</c> keeps counting.
    /// </summary>
    void GiveUpOrderedBlock()
    {
        if (!_skipOnFailure)
        {
            return;
        }

        for (var i = _firstOfCall; i < _cc.MigratePages.Count; i++)
        {
            PutBack(_cc.MigratePages[i]);
        }

        if (NrIsolated > 0)
        {
            _lock.Drop(Low);
            _trace?.Add(ScanEventKind.RolledBack, Low, NrIsolated);
            _cc.MigratePages.Clear();
            NrIsolated = 0;
        }

        if (Low < _nextSkip)
        {
            Low = _nextSkip - 1;
            _nextSkip += 1L << _control.Order;
        }
    }

    readonly void PutBack(long pfn)
    {
        var id = _memory.IdAt(pfn);
        var nrPages = _run.Table.Courses[id].NrPages;
        _run.Table.Tallies[id].Isolated -= nrPages;
        _memory.Judge(pfn, nrPages, PageVerdict.PutBack);
    }

    /// <summary>
    /// A pageblock scanned to its end without a page, or for the second time, is marked; only the call that
    /// began with the block's first page has the right to.
    /// </summary>
    void Finish()
    {
        Low = Math.Min(Low, _end);
        _lock.Drop(Low);
        if (Low == _end && (NrIsolated == 0 || _cc.Rescan) && _startsAtBlock && !_isHintUpdated
            && !(_rules.EmptyBlockObeysNoSetSkipHint && _control.NoSetSkipHint))
        {
            _memory.SetSkipHint(_end - 1);
        }
    }
}

/// <summary>
/// Naturally aligned blocks of 2^order pages: <c>block_end_pfn()</c>, <c>block_start_pfn()</c>.
/// </summary>
static class OrderedBlock
{
    public static long Start(long pfn, int order) => pfn >> order << order;

    /// <summary>One past the last pfn.</summary>
    public static long End(long pfn, int order) => Start(pfn, order) + (1L << order);
}
