using System.Runtime.InteropServices;

namespace Tutor.Core.Simulation.Fast;

/// <summary>Counts of a run that follow from how many pages each state has, summed over its passes.</summary>
sealed class StateSums(FastMap map)
{
    /// <summary>NR_MAX_MIGRATE_PAGES_RETRY.</summary>
    const int Tries = 10;

    readonly StateCounts[] _byState = new StateCounts[map.StateFacts.Length];
    readonly PageVerdict[] _verdicts = new PageVerdict[map.StateFacts.Length];
    long _refused;
    long _driver;
    long _skippedShort;
    long _success;
    long _fail;
    long _allocCalls;
    bool _hasErrors;

    /// <summary>By palette index: gone before the pass at hand.</summary>
    public bool[] Left { get; } = new bool[map.StateFacts.Length];

    /// <summary><c>compact_migrate_scanned</c>.</summary>
    public long Visits { get; set; }

    public void AddPass(PageCourse[] courses)
    {
        for (var id = 0; id < _byState.Length; id++)
        {
            if (!Left[id] && map.StateFacts[id].Pages > 0)
            {
                Add(id, courses[id], map.StateFacts[id].Pages);
            }
        }
    }

    void Add(int id, in PageCourse course, long pages)
    {
        ref var counts = ref _byState[id];
        switch (course.Action)
        {
            case ScanAction.FailPut:
                _verdicts[id] = course.Verdict;
                _refused += course.Verdict == PageVerdict.Refused ? pages : 0;
                _hasErrors |= course.Verdict == PageVerdict.Error;
                Skip(ref counts, course, pages);
                break;
            case ScanAction.Isolate:
                var moves = Migrate(id, course, pages);
                _verdicts[id] = moves ? PageVerdict.Migrated : PageVerdict.Futile;
                counts = counts with
                {
                    Candidates = counts.Candidates + pages,
                    Migrated = counts.Migrated + (moves ? pages : 0),
                    Futile = counts.Futile + (moves ? 0 : pages),
                };
                break;
            case ScanAction.IsolateDriver:
                _verdicts[id] = PageVerdict.IsolatedDriver;
                _driver += pages;
                Migrate(id, course, pages);
                break;
            case ScanAction.Jump or ScanAction.Fail or ScanAction.FailDriver:
                break;
        }
    }

    void Skip(ref StateCounts counts, in PageCourse course, long pages)
    {
        if (!course.IsSkippedCandidate)
        {
            return;
        }

        var isPin = course.Verdict == PageVerdict.SkippedPin;
        _skippedShort += isPin && course.IsShort ? pages : 0;
        counts = counts with
        {
            Candidates = counts.Candidates + pages,
            SkippedPins = counts.SkippedPins + (isPin ? pages : 0),
            FalseSkips = counts.FalseSkips + (isPin ? 0 : pages),
        };
    }

    /// <summary>
    /// Ten tries at each page, as <see cref="MigrationBatch"/> makes them; targets are plentiful. Whether it moves.
    /// </summary>
    bool Migrate(int id, in PageCourse course, long pages)
    {
        var moves = course.End is MigrationEnd.Moves or MigrationEnd.Freed;
        Left[id] = moves;
        _success += moves ? pages : 0;
        _fail += moves ? 0 : pages;
        _allocCalls += pages * (course.End switch
        {
            // Seen to be free before a target is asked for.
            MigrationEnd.Freed => course.FailedTries,
            MigrationEnd.Moves => course.FailedTries + 1,
            MigrationEnd.Refused => 1,
            MigrationEnd.Stuck => Tries,
        });
        return moves;
    }

    public CompactionResult ToResult(ScanCounts counts) => new()
    {
        Metrics = Metrics(counts),
        Verdicts = VerdictMap.Of(map.Map, ImmutableCollectionsMarshal.AsImmutableArray(_verdicts), map.Unscanned),
        ByState = ImmutableCollectionsMarshal.AsImmutableArray(_byState),
        HasErrors = _hasErrors,
    };

    ScanMetrics Metrics(ScanCounts counts)
    {
        var sum = default(StateCounts);
        foreach (var c in _byState)
        {
            sum = new(sum.Candidates + c.Candidates, sum.Migrated + c.Migrated, sum.Futile + c.Futile,
                sum.SkippedPins + c.SkippedPins, sum.FalseSkips + c.FalseSkips);
        }

        return new ScanMetrics
        {
            Candidates = sum.Candidates,
            Isolated = sum.Migrated + sum.Futile,
            Migrated = sum.Migrated,
            Futile = sum.Futile,
            SkippedPins = sum.SkippedPins,
            SkippedShort = map.Map.Palette.Any(s => s.HoldersInferred) ? null : _skippedShort,
            FalseSkips = sum.FalseSkips,
            Refused = _refused,
            IsolatedDriver = _driver,
            BlocksFreed = counts.BlocksFreed,
            LruLocks = counts.LruLocks,
            Batches = counts.Batches,
            CompactMigrateScanned = Visits,
            CompactIsolated = _success + _fail,
            PgmigrateSuccess = _success,
            PgmigrateFail = _fail,
            CompactionAllocCalls = _allocCalls,
            CostNs = PriceTable.CostNs(map.Settings.Control.Release, Visits, 0, _success, _fail, counts.LruLocks),
        };
    }
}
