using Tutor.Core.Simulation;

namespace Tutor.Game.Playing;

/// <summary>
/// What /proc/vmstat would say while a scan is replayed. The kernel counts a call when it ends; until then its looks
/// are added one by one, so that the numbers move with the scanner.
/// </summary>
sealed class ScanCounters(CompactionResult result)
{
    int _calls;
    int _frees;
    long _scannedByCalls;
    long _looksOfCall;
    long _movedByBatches;
    long _movedOfBatch;
    long _isolatedByCalls;
    long _isolatedOfCall;

    public long MigrateScanned => _scannedByCalls + _looksOfCall;

    public long FreeScanned { get; private set; }

    /// <summary>Of both scanners.</summary>
    public long Isolated => _isolatedByCalls + _isolatedOfCall;

    public long Success => _movedByBatches + _movedOfBatch;

    /// <summary>Pages that stayed; when targets run out, not all of them (<see cref="ScanEvent.Failed"/>).</summary>
    public long Fail { get; private set; }

    public long Locks { get; private set; }

    public long Batches { get; private set; }

    /// <summary>Frames of candidates that could not be moved.</summary>
    public long Futile { get; private set; }

    /// <summary>Frames of candidates for which the free scanner had nothing.</summary>
    public long NoTarget { get; private set; }

    /// <summary>Frames of candidates that were skipped and could not have moved.</summary>
    public long SkippedPins { get; private set; }

    /// <summary>Frames of candidates that were skipped and would have moved.</summary>
    public long FalseSkips { get; private set; }

    public int Pass { get; private set; } = 1;

    public void Reset()
    {
        (Futile, NoTarget, SkippedPins, FalseSkips) = (0, 0, 0, 0);
        (_calls, _frees, Pass) = (0, 0, 1);
        (_scannedByCalls, _looksOfCall, _movedByBatches, _movedOfBatch, _isolatedByCalls, _isolatedOfCall) = (0, 0, 0, 0, 0, 0);
        (FreeScanned, Fail, Locks, Batches) = (0, 0, 0, 0);
    }

    public void Apply(in ScanEvent e)
    {
        switch (e.Kind)
        {
            case ScanEventKind.PassBegins:
                Pass = (int)e.Pfn;
                break;
            case ScanEventKind.Look:
                _looksOfCall++;
                _isolatedOfCall += e.IsTaken ? e.Count : 0;
                SkippedPins += e is { IsTaken: false, Verdict: PageVerdict.SkippedPin } ? e.Count : 0;
                FalseSkips += e is { IsTaken: false, Verdict: PageVerdict.FalseSkip } ? e.Count : 0;
                break;
            case ScanEventKind.CallEnds:
                _scannedByCalls += result.Calls[_calls++].Scanned;
                _isolatedByCalls += e.Count;
                (_looksOfCall, _isolatedOfCall) = (0, 0);
                break;
            case ScanEventKind.FreeCallEnds:
                FreeScanned += result.Frees[_frees++].Scanned;
                _isolatedByCalls += e.Count;
                break;
            case ScanEventKind.RolledBack:
                _isolatedOfCall = 0;
                break;
            case ScanEventKind.LockTaken:
                Locks++;
                break;
            case ScanEventKind.BatchBegins:
                Batches++;
                break;
            case ScanEventKind.Moved or ScanEventKind.PieceFreed:
                _movedOfBatch += e.Pages;
                break;
            case ScanEventKind.TryRefused:
                Futile += e.Pages;
                break;
            case ScanEventKind.OutOfTargets:
                NoTarget += e.Pages;
                break;
            case ScanEventKind.BatchEnds:
                _movedByBatches += e.Count;
                _movedOfBatch = 0;
                Fail += e.Failed;
                break;
            case ScanEventKind.ZoneBegins or ScanEventKind.ZoneGivenUp or ScanEventKind.ZoneEnds or ScanEventKind.CallBegins
                or ScanEventKind.LruLost or ScanEventKind.LockReleased or ScanEventKind.TryFailed or ScanEventKind.TryRefused
                or ScanEventKind.OutOfTargets or ScanEventKind.FolioSplit or ScanEventKind.SplitFailed or ScanEventKind.FreeChunkTaken:
                break;
        }
    }
}
