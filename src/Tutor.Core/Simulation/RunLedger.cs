using System.Collections.Immutable;
using Tutor.Core.Scenarios.Recordings;

namespace Tutor.Core.Simulation;

/// <summary>The kernel's counters and the rows of a run, as a recording has them.</summary>
sealed class RunLedger
{
    readonly RowList<RecordedCall> _calls = new();
    readonly RowList<RecordedFree> _frees = new();
    readonly RowList<RecordedBatch> _batches = new();
    readonly RowList<RecordedTargets> _targets = new();

    /// <summary><c>compact_migrate_scanned</c>.</summary>
    public long MigrateScanned { get; private set; }

    /// <summary><c>compact_free_scanned</c>.</summary>
    public long FreeScanned { get; private set; }

    /// <summary><c>compact_isolated</c>: of both scanners.</summary>
    public long Isolated { get; private set; }

    /// <summary><c>pgmigrate_success</c>.</summary>
    public long Success { get; private set; }

    /// <summary><c>pgmigrate_fail</c>.</summary>
    public long Fail { get; private set; }

    /// <summary><c>folio_splits</c>: folios split during the run.</summary>
    public long FolioSplits { get; private set; }

    /// <summary><c>folio_split_failed</c>: attempts to split a folio that failed.</summary>
    public long FolioSplitFailed { get; set; }

    /// <summary>Zones that were left before the scanners met.</summary>
    public int ZonesGivenUp { get; set; }

    /// <summary>Calls of <c>compaction_alloc()</c>.</summary>
    public long AllocCalls { get; set; }

    public int Batches => _batches.Count;

    public void AddCall(RecordedCall call)
    {
        _calls.Add(call);
        MigrateScanned += call.Scanned;
        Isolated += call.Taken;
    }

    public void AddFree(RecordedFree call)
    {
        _frees.Add(call);
        FreeScanned += call.Scanned;
        Isolated += call.Taken;
    }

    /// <param name="failed">What the batch adds to <c>pgmigrate_fail</c>: not always the pages left
    /// over.</param>
    public void AddBatch(RecordedBatch batch, int failed)
    {
        _batches.Add(batch);
        Success += batch.Moved + batch.Freed;
        FolioSplits += batch.Splits;
        Fail += failed;
    }

    /// <summary>A target received a page or a folio; neighbours in the direction of the step share a row.</summary>
    /// <param name="step">From one target to the next: -1 downwards, 2^<paramref name="order"/> upwards.</param>
    public void AddTarget(long pfn, int order, int step)
    {
        if (_targets.Count > 0 && _targets.Last is var last && last.Order == order && last[last.Count] == pfn)
        {
            _targets.Last = last with { Count = last.Count + 1 };
        }
        else
        {
            _targets.Add(new RecordedTargets(pfn, 1, order, step));
        }
    }

    public ImmutableArray<RecordedCall> Calls() => _calls.Drain();

    public ImmutableArray<RecordedFree> Frees() => _frees.Drain();

    public ImmutableArray<RecordedBatch> BatchRows() => _batches.Drain();

    public ImmutableArray<RecordedTargets> Targets() => _targets.Drain();
}
