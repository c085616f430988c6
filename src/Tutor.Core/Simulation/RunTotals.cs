using System.Runtime.InteropServices;

namespace Tutor.Core.Simulation;

/// <summary>Sums the passes of a run and makes its result.</summary>
sealed class RunTotals(CompactRun run)
{
    readonly StateCounts[] _byState = new StateCounts[run.Memory.Map.Palette.Length];
    long _noTarget;
    long _refused;
    long _driver;
    long _skippedShort;
    bool _hasErrors;

    /// <summary>To be called when a pass is over and the next has not begun.</summary>
    public void AddPass()
    {
        for (var id = 0; id < run.Table.Courses.Length; id++)
        {
            var tally = run.Table.Tallies[id];
            var course = run.Table.Courses[id];
            if (run.Memory.Palette.OriginOf(id) is >= 0 and var origin)
            {
                Add(ref _byState[origin], course, tally);
            }
        }
    }

    void Add(ref StateCounts counts, in PageCourse course, in PassTally tally)
    {
        _refused += tally.Refused;
        _hasErrors |= tally.Errors > 0;
        if (course.Action == ScanAction.IsolateDriver)
        {
            _driver += tally.Isolated;
            return;
        }

        var isPin = course.Verdict == PageVerdict.SkippedPin;
        _noTarget += tally.NoTarget;
        _skippedShort += isPin && course.IsShort ? tally.Skipped : 0;
        counts = new StateCounts(
            counts.Candidates + tally.Isolated + tally.Skipped,
            counts.Migrated + tally.Migrated,
            counts.Futile + tally.Futile,
            counts.SkippedPins + (isPin ? tally.Skipped : 0),
            counts.FalseSkips + (isPin ? 0 : tally.Skipped));
    }

    public CompactionResult ToResult(bool isBudgetSpent) => new()
    {
        Metrics = Metrics(),
        Verdicts = run.Memory.Verdicts(),
        ByState = ImmutableCollectionsMarshal.AsImmutableArray(_byState),
        Calls = run.Ledger.Calls(),
        Frees = run.Ledger.Frees(),
        BatchRows = run.Ledger.BatchRows(),
        Targets = run.Ledger.Targets(),
        Fates = run.Memory.Fates(),
        HasErrors = _hasErrors,
        IsBudgetSpent = isBudgetSpent,
    };

    ScanMetrics Metrics()
    {
        var sum = default(StateCounts);
        foreach (var c in _byState)
        {
            sum = new(sum.Candidates + c.Candidates, sum.Migrated + c.Migrated, sum.Futile + c.Futile,
                sum.SkippedPins + c.SkippedPins, sum.FalseSkips + c.FalseSkips);
        }

        var isRecorded = run.Memory.Map.Palette.Any(s => s.HoldersInferred);
        return new ScanMetrics
        {
            Candidates = sum.Candidates,
            Isolated = sum.Migrated + sum.Futile + _noTarget,
            Migrated = sum.Migrated,
            Futile = sum.Futile,
            NoTarget = _noTarget,
            SkippedPins = sum.SkippedPins,
            SkippedShort = isRecorded ? null : _skippedShort,
            FalseSkips = sum.FalseSkips,
            Refused = _refused,
            IsolatedDriver = _driver,
            BlocksFreed = run.Memory.BlocksFreed(),
            LruLocks = run.Lock.Acquisitions,
            Batches = run.Ledger.Batches,
            CompactMigrateScanned = run.Ledger.MigrateScanned,
            CompactFreeScanned = run.Ledger.FreeScanned,
            CompactIsolated = run.Ledger.Isolated,
            PgmigrateSuccess = run.Ledger.Success,
            PgmigrateFail = run.Ledger.Fail,
            CompactionAllocCalls = run.Ledger.AllocCalls,
            FolioSplits = run.Ledger.FolioSplits,
            FolioSplitFailed = run.Ledger.FolioSplitFailed,
            ZoneGivenUp = run.Ledger.ZonesGivenUp,
            CostNs = run.CostNs,
        };
    }
}
