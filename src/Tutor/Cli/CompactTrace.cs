using Tutor.Core.Simulation;

namespace Tutor.Cli;

/// <summary>
/// A run as the kernel's tracepoints print it (6.1 and 6.12, <c>include/trace/events/compaction.h</c>), to be held
/// against <c>trace_pipe</c>: the three events that a run of this engine knows to the last number.
/// </summary>
static class CompactTrace
{
    public static void Write(TextWriter output, ScanTrace trace, CompactionResult result)
    {
        var (calls, frees) = (0, 0);
        foreach (var happened in trace.Events)
        {
            switch (happened.Kind)
            {
                case ScanEventKind.CallEnds:
                    var call = result.Calls[calls++];
                    output.WriteLine($"mm_compaction_isolate_migratepages: range=(0x{call.Start:x} ~ 0x{call.Stop:x}) nr_scanned={call.Scanned} nr_taken={call.Taken}");
                    break;
                case ScanEventKind.FreeCallEnds:
                    var free = result.Frees[frees++];
                    output.WriteLine($"mm_compaction_isolate_freepages: range=(0x{free.Start:x} ~ 0x{free.Stop:x}) nr_scanned={free.Scanned} nr_taken={free.Taken}");
                    break;
                case ScanEventKind.BatchEnds:
                    output.WriteLine($"mm_compaction_migratepages: nr_migrated={happened.Count} nr_failed={happened.Failed}");
                    break;
                case ScanEventKind.PassBegins or ScanEventKind.ZoneBegins or ScanEventKind.ZoneGivenUp or ScanEventKind.ZoneEnds
                    or ScanEventKind.CallBegins or ScanEventKind.Look or ScanEventKind.LruLost or ScanEventKind.LockTaken
                    or ScanEventKind.LockReleased or ScanEventKind.RolledBack or ScanEventKind.BatchBegins or ScanEventKind.Moved
                    or ScanEventKind.TryFailed or ScanEventKind.TryRefused or ScanEventKind.OutOfTargets or ScanEventKind.FolioSplit
                    or ScanEventKind.SplitFailed or ScanEventKind.PieceFreed or ScanEventKind.FreeChunkTaken:
                    break;
            }
        }
    }
}
