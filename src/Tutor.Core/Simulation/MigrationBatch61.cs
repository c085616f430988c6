using Tutor.Core.Scenarios.Recordings;

namespace Tutor.Core.Simulation;

/// <summary>
/// <c>migrate_pages()</c> (6.1, <c>mm/migrate.c</c>) with <c>compaction_alloc()</c> and
/// <c>compaction_free()</c> (<c>mm/compaction.c</c>): newest page first, ten tries.
/// </summary>
/// <remarks>
/// A page that cannot be moved gives its target back to the head of the list, so ten tries are ten requests
/// for the same frame.
/// </remarks>
sealed class MigrationBatch61(CompactRun run, ZoneControl cc) : MigrationBatch(run, cc)
{
    /// <summary>NR_MAX_MIGRATE_PAGES_RETRY.</summary>
    const int Tries = 10;

    readonly FreeScanner _freeScanner = new(run, cc);
    readonly FreePageStack _targets = (FreePageStack)cc.FreePages;
    readonly RunMemory _memory = run.Memory;
    List<long> _waiting = new(64);
    List<long> _again = new(64);
    readonly List<long> _stayed = new(64);
    int _moved;
    int _failed;
    int _left;

    public override MigrateResult Migrate(long start, bool staysOnList = false)
    {
        Cc.WantedPages = Cc.MigratePages.NrPages;
        (_moved, _failed, _left) = (0, 0, 0);
        _stayed.Clear();
        Run.Trace?.Add(ScanEventKind.BatchBegins, start, Cc.MigratePages.NrPages);
        _waiting.Clear();
        for (var i = Cc.MigratePages.Count - 1; i >= 0; i--)
        {
            _waiting.Add(Cc.MigratePages[i]);
        }

        for (var attempt = 0; attempt < Tries && _waiting.Count > 0; attempt++)
        {
            if (!TryAll(attempt))
            {
                return End(start, MigrateResult.NoMemory);
            }

            if (Run.Trace is null && IsHopeless())
            {
                Run.Ledger.AllocCalls += (long)_waiting.Count * (Tries - 1 - attempt);
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
                Move(pfn, course, Run.HasFreeScanner ? _targets.Pop() : null);
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
                    Run.Trace?.Add(ScanEventKind.TryFailed, pfn, attempt);
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
        if (Run.HasFreeScanner && _targets.IsEmpty)
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
        var course = Run.Table.Courses[_memory.IdAt(pfn)];
        return Run.Races is not { } races || !races.TryGetValue(pfn, out var race) ? course
            : race switch
            {
                RaceKind.Referenced => course with { End = MigrationEnd.Stuck },
                RaceKind.Released => course with { End = MigrationEnd.Moves, FailedTries = 0 },
                RaceKind.Freed => course with { End = MigrationEnd.Freed, FailedTries = 0 },
                RaceKind.LruLost => course,
            };
    }

    /// <summary><c>compaction_alloc()</c>: whether there is a page at the head of the list.</summary>
    bool AskForTarget()
    {
        Run.Ledger.AllocCalls++;
        if (!Run.HasFreeScanner)
        {
            return true;
        }

        if (_targets.IsEmpty)
        {
            _freeScanner.IsolateFreepages();
        }

        return !_targets.IsEmpty;
    }

    void Move(long pfn, in PageCourse course, long? target)
    {
        var id = _memory.IdAt(pfn);
        Run.Trace?.Add(ScanEventKind.Moved, pfn, target ?? -1);
        if (target is { } frame)
        {
            // Neither scanner looks at this frame again in this pass.
            Run.Ledger.AddTarget(frame, order: 0, step: -1);
            _memory.Place(frame, id);
        }

        _moved += course.NrPages;
        Conclude(pfn, course.NrPages, id, RecordedFate.Ok, PageVerdict.Migrated);
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
            Run.Trace?.Add(ScanEventKind.TryFailed, pfn, Tries - 1);
            Cc.MigratePages.Add(pfn, course.NrPages);
        }
        else
        {
            Run.Trace?.Add(ScanEventKind.TryRefused, pfn, TriesOf(course) - 1);
            Conclude(pfn, course.NrPages, _memory.IdAt(pfn), RecordedFate.Fail, PageVerdict.Futile);
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
        Run.Trace?.Add(isTried ? ScanEventKind.TryRefused : ScanEventKind.OutOfTargets, pfn,
            Math.Max(tries - 1, 0));
        _left += course.NrPages;
        Conclude(pfn, course.NrPages, _memory.IdAt(pfn), RecordedFate.NoMem,
            isTried ? PageVerdict.Futile : PageVerdict.NoTarget);
    }

    /// <summary>Tries that a page which stays is given.</summary>
    static int TriesOf(in PageCourse course) => course.End == MigrationEnd.Refused ? 1 : Tries;

    MigrateResult End(long start, MigrateResult result)
    {
        var isOut = result == MigrateResult.NoMemory;
        Close(new(start, Cc.MigratePages.NrPages, _moved, _left, isOut), _failed);
        return result;
    }
}
