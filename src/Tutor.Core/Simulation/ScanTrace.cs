using Tutor.Core.Predicates.Evaluation;

namespace Tutor.Core.Simulation;

/// <summary>What an event of a <see cref="ScanTrace"/> tells.</summary>
public enum ScanEventKind : byte
{
    /// <summary>A pass over the map begins; <see cref="ScanEvent.Pfn"/> is its number.</summary>
    PassBegins,

    /// <summary>A zone's first page; <see cref="ScanEvent.Count"/> is its index.</summary>
    ZoneBegins,

    /// <summary>Something found no target, and the scanners have not met: the rest of the zone is left.</summary>
    ZoneGivenUp,

    /// <summary>Where the migrate scanner stands when the zone is done.</summary>
    ZoneEnds,

    /// <summary>The migrate scanner enters a pageblock; Count pages to its end.</summary>
    CallBegins,

    /// <summary>It leaves with Count pages.</summary>
    CallEnds,

    /// <summary>
    /// A page is looked at: <see cref="ScanEvent.Step"/> decided, the answer is the predicate's.
    /// </summary>
    Look,

    /// <summary>The page was gone from the LRU when the scanner reached for it.</summary>
    LruLost,

    /// <summary>The LRU lock is taken for this page.</summary>
    LockTaken,

    /// <summary>It is released before this page.</summary>
    LockReleased,

    /// <summary>skip_on_failure: Count pages go back because of this one.</summary>
    RolledBack,

    /// <summary>Count pages go to migration; Pfn is where the call began that took them.</summary>
    BatchBegins,

    /// <summary>Count pages moved.</summary>
    BatchEnds,

    /// <summary>The page moved, to the frame Count; -1 when that is not simulated or not needed.</summary>
    Moved,

    /// <summary>Try Count (from 0) failed; there will be another.</summary>
    TryFailed,

    /// <summary>The page stays: try Count (from 0) was its last.</summary>
    TryRefused,

    /// <summary>The page stays untried: no target page is left.</summary>
    OutOfTargets,

    /// <summary>6.12: the large folio of Count pages is split; its frames wait for the end of the batch.</summary>
    FolioSplit,

    /// <summary>6.12: the large folio of Count pages could not be split.</summary>
    SplitFailed,

    /// <summary>6.12: nobody used this frame of a split folio, and it was freed.</summary>
    PieceFreed,

    /// <summary>The free scanner took the chunk of Count frames.</summary>
    FreeChunkTaken,

    /// <summary>The free scanner leaves the pageblock that it entered at Pfn, with Count pages.</summary>
    FreeCallEnds,
}

/// <summary>One thing that happened.</summary>
/// <param name="StateId">Of <see cref="ScanEventKind.Look"/>: index into the map's palette, or beyond it a
/// frame that the run emptied.</param>
/// <param name="IsTaken">Of <see cref="ScanEventKind.Look"/>: the page was isolated.</param>
/// <param name="Failed">Of <see cref="ScanEventKind.BatchEnds"/>: pages by which <c>pgmigrate_fail</c> grows. Not all that
/// stayed: when targets run out, only the page that found none and those that would have been tried again.</param>
/// <param name="Pages">Of events about one that migrates: pages of the folio that begins at Pfn.</param>
public readonly record struct ScanEvent(ScanEventKind Kind, long Pfn, long Count, int StateId = -1,
    ScanStep Step = default, SkipAnswer Answer = default, PageVerdict Verdict = default,
    bool IsTaken = false, int Failed = 0, int Pages = 1);

/// <summary>
/// Everything that a run does, step by step, to be replayed. Nobody pays for it who does not ask for it.
/// </summary>
public sealed class ScanTrace
{
    readonly List<ScanEvent> _events = [];

    /// <summary>In the order in which it happened.</summary>
    public IReadOnlyList<ScanEvent> Events => _events;

    internal void Add(ScanEventKind kind, long pfn, long count = 0, int pages = 1) =>
        _events.Add(new ScanEvent(kind, pfn, count, Pages: pages));

    internal void AddBatchEnd(long pfn, int moved, int failed) =>
        _events.Add(new ScanEvent(ScanEventKind.BatchEnds, pfn, moved, Failed: failed));

    internal void AddLook(long pfn, int id, in PageCourse course) => _events.Add(new ScanEvent(
        ScanEventKind.Look, pfn, course.NrPages, id, course.Step, course.Answer, course.Verdict,
        course.Action >= ScanAction.Isolate));
}
