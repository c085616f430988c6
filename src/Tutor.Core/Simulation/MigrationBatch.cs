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
/// <c>migrate_pages()</c> (6.1, <c>mm/migrate.c</c>) with <c>compaction_alloc()</c> and
/// <c>compaction_free()</c> (<c>mm/compaction.c</c>): newest page first, ten tries.
/// </summary>
/// <remarks>
/// A page that cannot be moved gives its target back to the head of the list, so ten tries are ten requests
/// for the same frame. 6.12 makes the first three tries of a SYNC run as an async batch: the same ten
/// requests. Left out: splitting a large folio that finds no target.
/// </remarks>
sealed class MigrationBatch(CompactRun run, ZoneControl cc)
{
    /// <summary>NR_MAX_MIGRATE_PAGES_RETRY.</summary>
    const int Tries = 10;

    readonly FreeScanner _freeScanner = new(run, cc);
    readonly RunMemory _memory = run.Memory;
    List<long> _waiting = new(64);
    List<long> _again = new(64);
    readonly List<long> _stayed = new(64);
    int _moved;
    int _failed;
    int _left;

    /// <summary>Migrates what is on the list. Pages that stay are back on the LRU where they were.</summary>
    /// <param name="start">Where the call began that took the pages.</param>
    /// <param name="staysOnList">The caller will try again those that stay: they remain on the list.</param>
    public MigrateResult Migrate(long start, bool staysOnList = false)
    {
        (_moved, _failed, _left) = (0, 0, 0);
        _stayed.Clear();
        run.Trace?.Add(ScanEventKind.BatchBegins, start, cc.MigratePages.NrPages);
        _waiting.Clear();
        for (var i = cc.MigratePages.Count - 1; i >= 0; i--)
        {
            _waiting.Add(cc.MigratePages[i]);
        }

        for (var attempt = 0; attempt < Tries && _waiting.Count > 0; attempt++)
        {
            if (!TryAll(attempt))
            {
                return End(start, MigrateResult.NoMemory);
            }

            if (run.Trace is null && IsHopeless())
            {
                run.Ledger.AllocCalls += (long)_waiting.Count * (Tries - 1 - attempt);
                break;
            }
        }

        foreach (var pfn in _waiting)
        {
            Fail(pfn);
        }

        var result = End(start, _left > 0 ? MigrateResult.SomeStayed : MigrateResult.AllMoved);
        for (var i = _stayed.Count - 1; i >= 0; i--)
        {
            StayOrGiveUp(_stayed[i], staysOnList);
        }

        return result;
    }

    /// <summary>One try at every page that waits; false when there is no target page left.</summary>
    bool TryAll(int attempt)
    {
        _again.Clear();
        for (var i = 0; i < _waiting.Count; i++)
        {
            var pfn = _waiting[i];
            var course = CourseOf(pfn);
            if (course.End == MigrationEnd.Freed && attempt >= course.FailedTries)
            {
                // page_count() == 1 is seen before a target is asked for.
                Move(pfn, course, null);
            }
            else if (!AskForTarget())
            {
                RunOut(i, attempt);
                return false;
            }
            else if (course.End == MigrationEnd.Moves && attempt >= course.FailedTries)
            {
                Move(pfn, course, run.HasFreeScanner ? cc.FreePages.Pop() : null);
            }
            else if (course.End == MigrationEnd.Refused)
            {
                Fail(pfn);
            }
            else
            {
                _again.Add(pfn);
                if (attempt < Tries - 1)
                {
                    run.Trace?.Add(ScanEventKind.TryFailed, pfn, attempt);
                }
            }
        }

        (_waiting, _again) = (_again, _waiting);
        return true;
    }

    /// <summary>
    /// Nothing changes any more: the same pages ask for the same frame and give it back until the tries are
    /// used up. Only to save time: with a trace every try is made.
    /// </summary>
    bool IsHopeless()
    {
        if (run.HasFreeScanner && cc.FreePages.IsEmpty)
        {
            return false;
        }

        foreach (var pfn in _waiting)
        {
            if (CourseOf(pfn).End != MigrationEnd.Stuck)
            {
                return false;
            }
        }

        return true;
    }

    PageCourse CourseOf(long pfn)
    {
        var course = run.Table.Courses[_memory.IdAt(pfn)];
        return run.Races is not { } races || !races.TryGetValue(pfn, out var race) ? course
            : race switch
            {
                RaceKind.Referenced => course with { End = MigrationEnd.Stuck },
                RaceKind.Released => course with { End = MigrationEnd.Moves, FailedTries = 0 },
                RaceKind.Freed => course with { End = MigrationEnd.Freed, FailedTries = 0 },
                _ => course,
            };
    }

    /// <summary><c>compaction_alloc()</c>: whether there is a page at the head of the list.</summary>
    bool AskForTarget()
    {
        run.Ledger.AllocCalls++;
        if (!run.HasFreeScanner)
        {
            return true;
        }

        if (cc.FreePages.IsEmpty)
        {
            _freeScanner.IsolateFreepages();
        }

        return !cc.FreePages.IsEmpty;
    }

    void Move(long pfn, in PageCourse course, long? target)
    {
        var id = _memory.IdAt(pfn);
        run.Trace?.Add(ScanEventKind.Moved, pfn, target ?? -1);
        if (target is { } frame)
        {
            // Neither scanner looks at this frame again in this pass.
            run.Ledger.AddTarget(frame);
            _memory.Place(frame, id);
        }

        _moved += course.NrPages;
        Conclude(pfn, course, RecordedFate.Ok, PageVerdict.Migrated);
        _memory.Vacate(pfn, course.NrPages);
    }

    void Fail(long pfn)
    {
        var course = CourseOf(pfn);
        _failed += course.NrPages;
        _left += course.NrPages;
        _stayed.Add(pfn);
    }

    void StayOrGiveUp(long pfn, bool staysOnList)
    {
        var course = CourseOf(pfn);
        if (staysOnList)
        {
            run.Trace?.Add(ScanEventKind.TryFailed, pfn, Tries - 1);
            cc.MigratePages.Add(pfn, course.NrPages);
        }
        else
        {
            run.Trace?.Add(ScanEventKind.TryRefused, pfn, TriesOf(course) - 1);
            Conclude(pfn, course, RecordedFate.Fail, PageVerdict.Futile);
        }
    }

    /// <summary>
    /// -ENOMEM at page <paramref name="at"/>: <c>pgmigrate_fail</c> grows by this page and by those that
    /// would have been tried again, not by all that are left.
    /// </summary>
    void RunOut(int at, int attempt)
    {
        _failed += CourseOf(_waiting[at]).NrPages;
        foreach (var pfn in _again)
        {
            _failed += CourseOf(pfn).NrPages;
            Abandon(pfn, attempt + 1);
        }

        for (var i = at; i < _waiting.Count; i++)
        {
            Abandon(_waiting[i], attempt);
        }

        foreach (var pfn in _stayed)
        {
            StayOrGiveUp(pfn, staysOnList: false);
        }
    }

    void Abandon(long pfn, int tries)
    {
        var course = CourseOf(pfn);
        var isTried = tries > 0;
        run.Trace?.Add(isTried ? ScanEventKind.TryRefused : ScanEventKind.OutOfTargets, pfn,
            Math.Max(tries - 1, 0));
        _left += course.NrPages;
        Conclude(pfn, course, RecordedFate.NoMem, isTried ? PageVerdict.Futile : PageVerdict.NoTarget);
    }

    /// <summary>Tries that a page which stays is given.</summary>
    static int TriesOf(in PageCourse course) => course.End == MigrationEnd.Refused ? 1 : Tries;

    /// <summary>
    /// The verdict is of candidates; of a driver's page only that it was taken without being asked.
    /// </summary>
    void Conclude(long pfn, in PageCourse course, RecordedFate fate, PageVerdict verdict)
    {
        _memory.SetFate(pfn, course.NrPages, fate);
        if (course.Action == ScanAction.IsolateDriver)
        {
            _memory.Judge(pfn, course.NrPages, PageVerdict.IsolatedDriver);
            return;
        }

        ref var tally = ref run.Table.Tallies[_memory.IdAt(pfn)];
        tally.Migrated += verdict == PageVerdict.Migrated ? course.NrPages : 0;
        tally.Futile += verdict == PageVerdict.Futile ? course.NrPages : 0;
        tally.NoTarget += verdict == PageVerdict.NoTarget ? course.NrPages : 0;
        _memory.Judge(pfn, course.NrPages, verdict);
    }

    MigrateResult End(long start, MigrateResult result)
    {
        var isOut = result == MigrateResult.NoMemory;
        run.Ledger.AddBatch(new(start, cc.MigratePages.NrPages, _moved, _left, isOut), _failed);
        run.Trace?.AddBatchEnd(start, _moved, _failed);
        cc.MigratePages.Clear();
        return result;
    }
}
