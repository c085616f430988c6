using System.Collections.Immutable;
using Tutor.Core.Memory;
using Tutor.Core.Text;

namespace Tutor.Core.Scenarios.Recordings;

/// <summary>The rows of a recording that say what the kernel did: calls, batches, targets, counters.</summary>
sealed class RecordedRun(RecordingProblems problems)
{
    static readonly string[] CounterNames =
        ["compact_migrate_scanned", "compact_free_scanned", "compact_isolated", "pgmigrate_success",
            "pgmigrate_fail", "compaction_alloc_calls"];

    readonly int?[] _counters = new int?[CounterNames.Length];
    readonly ImmutableArray<RecordedCall>.Builder _calls = ImmutableArray.CreateBuilder<RecordedCall>();
    readonly ImmutableArray<RecordedFree>.Builder _frees = ImmutableArray.CreateBuilder<RecordedFree>();
    readonly ImmutableArray<RecordedBatch>.Builder _batches = ImmutableArray.CreateBuilder<RecordedBatch>();
    readonly ImmutableArray<RecordedTargets>.Builder _targets = ImmutableArray.CreateBuilder<RecordedTargets>();

    public ImmutableArray<RecordedCall> Calls => _calls.ToImmutable();

    public ImmutableArray<RecordedFree> Frees => _frees.ToImmutable();

    public ImmutableArray<RecordedBatch> Batches => _batches.ToImmutable();

    public ImmutableArray<RecordedTargets> Targets => _targets.ToImmutable();

    public IEnumerable<string> MissingCounters => CounterNames.Where((_, i) => _counters[i] is null);

    /// <summary>To be asked when none is missing.</summary>
    public RecordedCounters Counters => new(_counters[0]!.Value, _counters[1]!.Value, _counters[2]!.Value,
        _counters[3]!.Value, _counters[4]!.Value, _counters[5]!.Value);

    public void ReadCall(RecordingCells cells)
    {
        if (!cells.HasCells(7, "call"))
        {
            return;
        }

        _calls.Add(new RecordedCall(cells.Pfn(1, "start"), cells.Pfn(2, "stop"), Steps(cells, 3), Steps(cells, 4), cells.Pfn(5, "end"),
            cells.Number(6, "rescan", 0, 1) == 1));
        if (!cells.IsBroken && !(_calls[^1].Start <= _calls[^1].Stop && _calls[^1].Stop <= _calls[^1].End))
        {
            cells.ReportContradiction("a call stops between its start and its pageblock's end");
        }
    }

    public void ReadFree(RecordingCells cells)
    {
        if (cells.HasCells(6, "free"))
        {
            _frees.Add(new RecordedFree(cells.Pfn(1, "start"), cells.Pfn(2, "end"),
                cells.Number(3, "pages isolated", 0, RecordingReader.MostPages), cells.Pfn(4, "stop"),
                cells.Number(5, "scanned", 0, RecordingReader.MostPages)));
        }
    }

    public void ReadBatch(RecordingCells cells)
    {
        if (!cells.HasCells(6, "batch"))
        {
            return;
        }

        var batch = new RecordedBatch(cells.Pfn(1, "start"), Steps(cells, 2), Steps(cells, 3), Steps(cells, 4),
            cells.Word(5, "how a batch ends", ["done", "nomem"]) == 1);
        if (!cells.IsBroken && batch.Moved + batch.Left != batch.Pages)
        {
            cells.ReportContradiction("pages moved and left over are not the pages of the batch");
        }

        _batches.Add(batch);
    }

    public void ReadTarget(RecordingCells cells)
    {
        if (!cells.HasCells(3, "target"))
        {
            return;
        }

        var target = new RecordedTargets(cells.Pfn(1, "pfn"), cells.Number(2, "count", 1, RecordingReader.MostPages));
        if (!cells.IsBroken && target.Count > target.Pfn + 1)
        {
            cells.ReportContradiction("targets count down from their pfn, and these pass below 0");
        }

        _targets.Add(target);
    }

    public void ReadCounter(RecordingCells cells)
    {
        if (cells.HasCells(3, "counter"))
        {
            var name = cells.Word(1, "a counter", CounterNames);
            cells.SetOnce(_counters, name, cells.Number(2, CounterNames[name], 0, int.MaxValue));
        }
    }

    /// <summary>Counters are the sums of their rows, and what was taken has a fate.</summary>
    public void CheckSums(ImmutableArray<RecordedFate> fates)
    {
        var taken = _calls.Sum(c => (long)c.Taken);
        var moved = _batches.Sum(b => (long)b.Moved);
        var ok = fates.Count(f => f == RecordedFate.Ok);
        Equal("pages taken by calls", taken, "pages in batches", _batches.Sum(b => (long)b.Pages));
        Equal("pages taken by calls", taken, "pages with a fate", fates.Count(f => f != RecordedFate.None));
        Equal("pages moved", moved, "pages with fate 'ok'", ok);
        Equal("pages moved", moved, "target frames", _targets.Sum(t => (long)t.Count));
        Equal(CounterNames[0], _counters[0]!.Value, "its sum over calls", _calls.Sum(c => (long)c.Scanned));
        Equal(CounterNames[1], _counters[1]!.Value, "its sum over free scanner calls", _frees.Sum(f => (long)f.Scanned));
        Equal(CounterNames[2], _counters[2]!.Value, "its sum over both scanners", taken + _frees.Sum(f => (long)f.Taken));
        Equal(CounterNames[3], _counters[3]!.Value, "pages moved", moved);
    }

    void Equal(string what, long value, string other, long otherValue)
    {
        if (value != otherValue)
        {
            AtEnd($"{what}: {value}, but {other}: {otherValue}");
        }
    }

    /// <summary>A number that one pageblock bounds.</summary>
    static int Steps(RecordingCells cells, int cell) =>
        cells.Number(cell, "a number of pages of one pageblock", 0, Pageblock.Pages);

    void AtEnd(string message) => problems.Add(RecordingCodes.DoesNotFit, int.MaxValue, 0, message);
}
