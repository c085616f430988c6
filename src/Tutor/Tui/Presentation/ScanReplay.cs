using Tutor.Core.Memory;
using Tutor.Core.Predicates;
using Tutor.Core.Simulation;

namespace Tutor.Tui.Presentation;

/// <summary>A run that can be played forward and back: where both scanners are, and what is known of each page by then.</summary>
sealed class ScanReplay(MemoryMap map, IReadOnlyList<ScanEvent> events)
{
    readonly PageVerdict[] _verdicts = new PageVerdict[map.PageCount];
    readonly Dictionary<int, Look> _marks = [];
    readonly HashSet<int> _taken = [];

    public int Count => events.Count;

    /// <summary>Events that have happened.</summary>
    public int Position { get; private set; }

    public IReadOnlyList<PageVerdict> Verdicts => _verdicts;

    /// <summary>The migrate scanner's page, the free scanner's, and pages that were taken and not moved yet.</summary>
    public IReadOnlyDictionary<int, Look> Marks => _marks;

    /// <summary>Page index of the migrate scanner.</summary>
    public int MigratePage { get; private set; }

    public long LookedAt { get; private set; }

    public long Isolated { get; private set; }

    public long Moved { get; private set; }

    public long Failed { get; private set; }

    public long Locks { get; private set; }

    public long Batches { get; private set; }

    public int Pass { get; private set; } = 1;

    public bool IsAtEnd => Position >= events.Count;

    public void Step(int by)
    {
        if (by < 0)
        {
            GoTo(Position + by);
            return;
        }

        for (; by > 0 && !IsAtEnd; by--)
        {
            Apply(events[Position++]);
        }

        Mark();
    }

    public void GoTo(int position)
    {
        position = Math.Clamp(position, 0, events.Count);
        if (position < Position)
        {
            Reset();
        }

        Step(position - Position);
    }

    /// <summary>To behind the next event that is asked for; false at the end.</summary>
    public bool GoToNext(Func<ScanEvent, bool> isWanted)
    {
        for (var i = Position; i < events.Count; i++)
        {
            if (isWanted(events[i]))
            {
                GoTo(i + 1);
                return true;
            }
        }

        GoTo(events.Count);
        return false;
    }

    /// <summary>What has just happened, in a sentence.</summary>
    public string Narration()
    {
        if (Position == 0)
        {
            return "The migrate scanner stands before the first page. Space plays, Right is one step.";
        }

        if (IsAtEnd)
        {
            return "The run is over.";
        }

        var e = events[Position - 1];
        return e.Kind switch
        {
            ScanEventKind.PassBegins => $"Pass {e.Pfn} begins.",
            ScanEventKind.ZoneBegins => "A zone begins.",
            ScanEventKind.ZoneEnds => "The zone is done.",
            ScanEventKind.CallBegins => $"The migrate scanner enters pageblock {(e.Pfn - map.FirstPfn) / Pageblock.Pages}.",
            ScanEventKind.CallEnds => $"It leaves the pageblock with {Words.Pages(e.Count)} in hand.",
            ScanEventKind.Look => Looked(e),
            ScanEventKind.LruLost => $"Page {Name(e)} was gone from the LRU when the scanner reached for it.",
            ScanEventKind.LockTaken => $"The LRU lock is taken for page {Name(e)}.",
            ScanEventKind.LockReleased => $"The LRU lock is released before page {Name(e)}.",
            ScanEventKind.RolledBack => $"{Words.Pages(e.Count)} go back to the LRU: this block cannot be freed.",
            ScanEventKind.BatchBegins => $"{Words.Pages(e.Count)} go to migration.",
            ScanEventKind.BatchEnds => $"{Words.Pages(e.Count)} of the batch moved.",
            ScanEventKind.Moved => $"Page {Name(e)} moved.",
            ScanEventKind.TryFailed => $"Page {Name(e)}: try {e.Count + 1} failed; there will be another.",
            ScanEventKind.TryRefused => $"Page {Name(e)} could not be moved: wasted work.",
            ScanEventKind.OutOfTargets => $"No free page is left for page {Name(e)}.",
            ScanEventKind.FreeChunkTaken => $"The free scanner takes {Words.Pages(e.Count)} at {Name(e)} as targets.",
            _ => $"The free scanner leaves its pageblock with {Words.Pages(e.Count)}.",
        };
    }

    string Looked(ScanEvent e)
    {
        var kind = e.StateId >= 0 && e.StateId < map.Palette.Length ? map.Palette[e.StateId].Kind : "an emptied frame";
        var what = $"Page {Name(e)}, {kind}: ";
        return what + e.Step switch
        {
            ScanStep.Isolated => e.IsTaken ? "you do not skip it; it is taken off the LRU." : "it is left.",
            ScanStep.Predicate => e.Answer == SkipAnswer.Error ? "your predicate has no answer." : "you skip it.",
            ScanStep.Buddy => $"free, {Words.Pages(e.Count)}; the scanner jumps over.",
            ScanStep.Compound => $"a large folio of {Words.Pages(e.Count)}; this run does not take it.",
            ScanStep.NotLru => "not on an LRU list; nothing to move.",
            ScanStep.MovableOps => "a driver's page; the driver is asked.",
            ScanStep.NoReference => "nobody holds it; it is being freed.",
            ScanStep.Unevictable => "unevictable, and this run leaves such pages.",
            ScanStep.Writeback => "being written back, and this run does not wait.",
            ScanStep.Dirty => "dirty, and this run may not write it out.",
            ScanStep.HugeTlb => "a hugetlb page.",
            ScanStep.GfpNoFs => "it has a mapping, and this run may not enter file systems.",
            _ => "somebody else was faster.",
        };
    }

    string Name(ScanEvent e) => $"+{e.Pfn - map.FirstPfn}";

    void Reset()
    {
        Array.Clear(_verdicts);
        _taken.Clear();
        (Position, LookedAt, Isolated, Moved, Failed, Locks, Batches, Pass, MigratePage) = (0, 0, 0, 0, 0, 0, 0, 1, 0);
        _freePage = -1;
    }

    int _freePage = -1;

    void Apply(ScanEvent e)
    {
        var page = (int)Math.Clamp(e.Pfn - map.FirstPfn, 0, map.PageCount - 1);
        switch (e.Kind)
        {
            case ScanEventKind.PassBegins:
                Pass = (int)e.Pfn;
                break;
            case ScanEventKind.Look:
                MigratePage = page;
                LookedAt++;
                if (e.IsTaken)
                {
                    Isolated += e.Count;
                    _taken.Add(page);
                }
                else
                {
                    _verdicts[page] = e.Verdict;
                }

                break;
            case ScanEventKind.LockTaken:
                Locks++;
                break;
            case ScanEventKind.BatchBegins:
                Batches++;
                break;
            case ScanEventKind.Moved:
                Settle(page, PageVerdict.Migrated);
                Moved++;
                break;
            case ScanEventKind.TryRefused:
                Settle(page, PageVerdict.Futile);
                Failed++;
                break;
            case ScanEventKind.OutOfTargets:
                Settle(page, PageVerdict.NoTarget);
                break;
            case ScanEventKind.RolledBack:
                _taken.Clear();
                break;
            case ScanEventKind.FreeChunkTaken or ScanEventKind.FreeCallEnds:
                _freePage = page;
                break;
            default:
                break;
        }
    }

    void Settle(int page, PageVerdict verdict)
    {
        _taken.Remove(page);
        _verdicts[page] = verdict;
    }

    void Mark()
    {
        _marks.Clear();
        foreach (var page in _taken)
        {
            _marks[page] = new Look("i", Ink.Accent, "isolated");
        }

        if (_freePage >= 0)
        {
            _marks[_freePage] = new Look("F", Ink.Strong, "free scanner");
        }

        _marks[MigratePage] = new Look("M", Ink.Strong, "migrate scanner");
    }
}
