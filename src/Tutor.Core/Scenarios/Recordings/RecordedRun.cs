using System.Collections.Immutable;
using Tutor.Core.Memory;

namespace Tutor.Core.Scenarios.Recordings;

/// <summary>The rows of a recording that say what the kernel did: calls, batches, targets, counters.</summary>
sealed class RecordedRun(RecordingFormat format, RecordingProblems problems)
{
    readonly int?[] _counters = new int?[format.Counters.Length];
    readonly ImmutableArray<RecordedCall>.Builder _calls = ImmutableArray.CreateBuilder<RecordedCall>();
    readonly ImmutableArray<RecordedFree>.Builder _frees = ImmutableArray.CreateBuilder<RecordedFree>();
    readonly ImmutableArray<RecordedBatch>.Builder _batches = ImmutableArray.CreateBuilder<RecordedBatch>();
    readonly ImmutableArray<RecordedTargets>.Builder _targets = ImmutableArray.CreateBuilder<RecordedTargets>();

    public ImmutableArray<RecordedCall> Calls => _calls.ToImmutable();

    public ImmutableArray<RecordedFree> Frees => _frees.ToImmutable();

    public ImmutableArray<RecordedBatch> Batches => _batches.ToImmutable();

    public ImmutableArray<RecordedTargets> Targets => _targets.ToImmutable();

    public IEnumerable<string> MissingCounters => format.Counters.Where((_, i) => _counters[i] is null);

    /// <summary>To be asked when none is missing.</summary>
    public RecordedCounters Counters => new(Counter(0), Counter(1), Counter(2), Counter(3), Counter(4), Counter(5),
        Counter(6), Counter(7));

    public void ReadCall(RecordingCells cells)
    {
        if (!cells.HasCells(7, "call"))
        {
            return;
        }

        _calls.Add(new RecordedCall(cells.Pfn(1, "start"), cells.Pfn(2, "stop"),
            cells.Number(3, "scanned", 0, format.MostScanned), Pages(cells, 4), cells.Pfn(5, "end"),
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
        if (!cells.HasCells(format.BatchCells, "batch", Cure(cells.Count == format.Other.BatchCells)))
        {
            return;
        }

        var hasSplits = format.BatchCells > 6;
        var batch = new RecordedBatch(cells.Pfn(1, "start"), Pages(cells, 2), Pages(cells, 3), Pages(cells, 4),
            cells.Word(5, "how a batch ends", ["done", "nomem"]) == 1, hasSplits ? Pages(cells, 6) : 0,
            hasSplits ? Pages(cells, 7) : 0);
        if (!cells.IsBroken && batch.Moved + batch.Left + batch.Freed != batch.Pages)
        {
            cells.ReportContradiction(hasSplits ? "pages moved, left over and freed are not the pages of the batch"
                : "pages moved and left over are not the pages of the batch");
        }

        _batches.Add(batch);
    }

    public void ReadTarget(RecordingCells cells)
    {
        if (!cells.HasCells(format.TargetCells, "target", Cure(cells.Count == format.Other.TargetCells)))
        {
            return;
        }

        var pfn = cells.Pfn(1, "pfn");
        var count = cells.Number(2, "count", 1, RecordingReader.MostPages);
        if (format.TargetsHaveOrders)
        {
            AddUpwards(cells, pfn, count, cells.Number(3, "order", 0, RecordedPage.HighestFolioOrder));
        }
        else
        {
            if (!cells.IsBroken && count > pfn + 1)
            {
                cells.ReportContradiction("targets count down from their pfn, and these pass below 0");
            }

            _targets.Add(new RecordedTargets(pfn, count));
        }
    }

    void AddUpwards(RecordingCells cells, int pfn, int count, int order)
    {
        if (!cells.IsBroken && (pfn % (1 << order) != 0 || pfn + ((long)count << order) > RecordingReader.MostPages))
        {
            cells.ReportContradiction($"no {count} targets of order {order} begin at pfn {pfn}");
        }

        _targets.Add(new RecordedTargets(pfn, count, order, 1 << order));
    }

    public void ReadCounter(RecordingCells cells)
    {
        if (cells.HasCells(3, "counter"))
        {
            var name = cells.Word(1, "a counter", format.Counters.AsSpan(),
                word => Cure(format.Other.Counters.Contains(word)));
            cells.SetOnce(_counters, name, cells.Number(2, format.Counters[name], 0, int.MaxValue));
        }
    }

    /// <summary>Counters are the sums of their rows, and what was taken has a fate.</summary>
    public void CheckSums(ImmutableArray<RecordedFate> fates)
    {
        var taken = _calls.Sum(c => (long)c.Taken);
        var moved = _batches.Sum(b => (long)b.Moved);
        var freed = _batches.Sum(b => (long)b.Freed);
        Equal("pages taken by calls", taken, "pages in batches", _batches.Sum(b => (long)b.Pages));
        Equal("pages taken by calls", taken, "pages with a fate", fates.Count(f => f != RecordedFate.None));
        Equal("pages moved", moved, "pages with a fate that says so",
            fates.Count(f => f is RecordedFate.Ok or RecordedFate.SplitOk));
        Equal("frames freed", freed, "frames with fate 'split-freed'", fates.Count(f => f == RecordedFate.SplitFreed));
        Equal("pages moved", moved, "target frames", _targets.Sum(t => t.Frames));
        EqualCounter(0, "its sum over calls", _calls.Sum(c => (long)c.Scanned));
        EqualCounter(1, "its sum over free scanner calls", _frees.Sum(f => (long)f.Scanned));
        EqualCounter(2, "its sum over both scanners", taken + _frees.Sum(f => (long)f.Taken));
        EqualCounter(3, "pages moved and freed", moved + freed);
        if (format.Counters.Length > 6)
        {
            EqualCounter(6, "its sum over batches", _batches.Sum(b => (long)b.Splits));
        }
    }

    int Counter(int index) => index < _counters.Length ? _counters[index]!.Value : 0;

    void EqualCounter(int index, string other, long otherValue) =>
        Equal(format.Counters[index], Counter(index), other, otherValue);

    void Equal(string what, long value, string other, long otherValue)
    {
        if (value != otherValue)
        {
            AtEnd($"{what}: {value}, but {other}: {otherValue}");
        }
    }

    string? Cure(bool fitsOther) => fitsOther ? format.OtherFits : null;

    /// <summary>A number that one pageblock bounds.</summary>
    static int Pages(RecordingCells cells, int cell) =>
        cells.Number(cell, "a number of pages of one pageblock", 0, Pageblock.Pages);

    void AtEnd(string message) => problems.Add(RecordingCodes.DoesNotFit, int.MaxValue, 0, message);
}
