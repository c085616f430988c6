using Tutor.Core.Memory;
using Tutor.Core.Predicates.Evaluation;
using Tutor.Core.Simulation;

namespace Tutor.Game.Playing;

/// <summary>What is marked on the map while a run is played.</summary>
enum ScanMark : byte
{
    MigrateScanner,
    FreeScanner,

    /// <summary>Taken off the LRU, and not moved yet.</summary>
    Isolated,

    /// <summary>A free frame that was taken for a page to move to.</summary>
    Target,
}

/// <summary>A run that can be played forward and back: where both scanners are, and what is known of each page by then.</summary>
sealed class ScanReplay(MemoryMap map, IReadOnlyList<ScanEvent> events, CompactionResult result)
{
    readonly PageVerdict[] _verdicts = new PageVerdict[map.PageCount];
    readonly List<(int Page, ScanMark Mark)> _marks = [];
    readonly HashSet<int> _taken = [];
    readonly HashSet<int> _targets = [];
    readonly FreeFrames _before = new(map);
    FreeFrames _free = new(map);
    int _freePage = -1;
    int[]? _blocksBefore;
    int[]? _blocksAfter;
    (long[]? Moved, long[]? Wrong) _course;

    public int Count => events.Count;

    /// <summary>Events that have happened.</summary>
    public int Position { get; private set; }

    public IReadOnlyList<PageVerdict> Verdicts => _verdicts;

    /// <summary>The marks on the map: free targets, then isolated pages that have not moved, then the scanners, which cover the others.</summary>
    public IReadOnlyList<(int Page, ScanMark Mark)> Marks => _marks;

    /// <summary>Page index of the migrate scanner.</summary>
    public int MigratePage { get; private set; }

    /// <summary>The marks that this run can have.</summary>
    public IEnumerable<ScanMark> Legend => result.Frees.IsEmpty
        ? [ScanMark.MigrateScanner, ScanMark.Isolated]
        : [ScanMark.MigrateScanner, ScanMark.FreeScanner, ScanMark.Isolated, ScanMark.Target];

    /// <summary>Free blocks of each order before the run, now, and behind it.</summary>
    public (int[] Before, int[] Now, int[] After) FreeBlocks => (_blocksBefore ??= _before.Blocks(), _free.Blocks(), _blocksAfter ??= After().Blocks());

    /// <summary>Candidates that the whole run has.</summary>
    public long Candidates => result.Metrics.Candidates;

    /// <summary>Some of what the run isolates finds no place to move to.</summary>
    public bool RunsOutOfTargets => result.Metrics.NoTarget > 0;

    /// <summary>Whether the run simulates target frames. If it does not, free frames only grow.</summary>
    public bool HasTargets => !result.Frees.IsEmpty;

    /// <summary>
    /// What happened until now in each of <paramref name="parts"/> equal parts of the run: pages that moved, and pages
    /// that could not or were skipped though they would have; and the most of each that a part will have.
    /// </summary>
    public (long[] Moved, long[] Wrong, long MostMoved, long MostWrong) Course(int parts)
    {
        if (_course.Moved?.Length != parts)
        {
            _course = (new long[parts], new long[parts]);
            Tally(_course, 0, events.Count, parts);
        }

        // The parts before the present one are known; only the present one is counted again.
        var now = (Moved: new long[parts], Wrong: new long[parts]);
        var part = PartOf(Position, parts);
        Array.Copy(_course.Moved!, now.Moved, part);
        Array.Copy(_course.Wrong!, now.Wrong, part);
        Tally(now, (int)(((long)part * events.Count + parts - 1) / parts), Position, parts);
        return (now.Moved, now.Wrong, _course.Moved!.Max(), _course.Wrong!.Max());
    }

    int PartOf(int position, int parts) => events.Count == 0 ? 0 : (int)((long)position * parts / events.Count);

    void Tally((long[]? Moved, long[]? Wrong) course, int first, int end, int parts)
    {
        for (var i = first; i < end; i++)
        {
            var part = PartOf(i, parts);
            course.Moved![part] += events[i].Kind is ScanEventKind.Moved or ScanEventKind.PieceFreed ? events[i].Pages : 0;
            course.Wrong![part] += IsFutile(events[i]) || IsFalseSkip(events[i]) ? 1 : 0;
        }
    }

    FreeFrames After()
    {
        var after = _before.Copy();
        foreach (var e in events)
        {
            Free(after, e);
        }

        return after;
    }

    public ScanCounters Counters { get; } = new(result);

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

    /// <summary>A page turned out to be stuck.</summary>
    public static bool IsFutile(ScanEvent e) => e.Kind == ScanEventKind.TryRefused;

    /// <summary>A page was skipped that would have moved.</summary>
    public static bool IsFalseSkip(ScanEvent e) => e is { Kind: ScanEventKind.Look, Verdict: PageVerdict.FalseSkip };

    /// <summary>As many steps on, or to behind the first event that is asked for; true if there was one.</summary>
    public bool StepUntil(int by, Func<ScanEvent, bool> isWanted)
    {
        var end = (int)Math.Min((long)Position + by, events.Count);
        var stop = Position;
        while (stop < end && !isWanted(events[stop]))
        {
            stop++;
        }

        GoTo(Math.Min(stop + 1, end));
        return stop < end;
    }

    /// <summary>To behind the next event that is asked for; false at the end.</summary>
    public bool GoToNext(Func<ScanEvent, bool> isWanted) => StepUntil(events.Count, isWanted);

    /// <summary>What has just happened, in a sentence.</summary>
    public string Narration()
    {
        if (Position == 0)
        {
            return "The migrate scanner stands before the first page.";
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
            ScanEventKind.ZoneGivenUp => "The zone is given up here: something found no target, and could not be split.",
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
            ScanEventKind.Moved => $"{Moving(e)} moved.",
            ScanEventKind.TryFailed => $"{Moving(e)}: try {e.Count + 1} failed; there will be another.",
            ScanEventKind.TryRefused => $"{Moving(e)} could not be moved: wasted work.",
            ScanEventKind.OutOfTargets when e.Pages > 1 => $"No free chunk is large enough for the folio of {Words.Pages(e.Pages)} at {Name(e)}.",
            ScanEventKind.OutOfTargets => $"No free page is left for page {Name(e)}.",
            ScanEventKind.FreeChunkTaken => $"The free scanner takes {Words.Pages(e.Count)} at {Name(e)} as targets.",
            ScanEventKind.FolioSplit => $"The folio of {Words.Pages(e.Count)} at {Name(e)} is split; its pages wait for the end of the batch.",
            ScanEventKind.SplitFailed => $"The folio of {Words.Pages(e.Count)} at {Name(e)} could not be split: somebody holds it, or it is dirty.",
            ScanEventKind.PieceFreed => $"Page {Name(e)} of the split folio is freed: nobody used it.",
            ScanEventKind.FreeCallEnds => $"The free scanner leaves its pageblock with {Words.Pages(e.Count)}.",
        };
    }

    string Looked(ScanEvent e)
    {
        var kind = e.StateId >= 0 && e.StateId < map.Palette.Length ? map.Palette[e.StateId].Kind : "an emptied frame";
        var what = $"Page {Name(e)}, {kind}: ";
        return what + e.Step switch
        {
            ScanStep.Isolated when e is { IsTaken: true, Count: > 1 } => $"a folio of {Words.Pages(e.Count)}; you do not skip it, and it is taken off the LRU whole.",
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
            ScanStep.LruGone => "somebody else was faster.",
        };
    }

    string Moving(ScanEvent e) => e.Pages > 1 ? $"The folio of {Words.Pages(e.Pages)} at {Name(e)}" : $"Page {Name(e)}";

    string Name(ScanEvent e) => $"+{e.Pfn - map.FirstPfn}";

    void Reset()
    {
        Array.Clear(_verdicts);
        _taken.Clear();
        _targets.Clear();
        Counters.Reset();
        (Position, MigratePage) = (0, 0);
        _free = _before.Copy();
        _freePage = -1;
    }

    void Free(FreeFrames frames, ScanEvent e)
    {
        if (e.Kind is ScanEventKind.Moved or ScanEventKind.PieceFreed)
        {
            frames.Move(PageOf(e.Pfn), e.Count < 0 ? -1 : PageOf(e.Count), e.Pages);
        }
    }

    void Apply(ScanEvent e)
    {
        Counters.Apply(e);
        Free(_free, e);
        var page = PageOf(e.Pfn);
        switch (e.Kind)
        {
            case ScanEventKind.Look:
                MigratePage = page;
                if (e.IsTaken)
                {
                    _taken.UnionWith(Frames(page, (int)e.Count));
                }
                else if (e.Verdict != PageVerdict.NeverCandidate)
                {
                    Settle(page, (int)e.Count, e.Verdict);
                }
                else if (!map.StateAt(page).Has(PageFlags.Tail))
                {
                    // The tails of a folio that was skipped have its verdict.
                    _verdicts[page] = e.Verdict;
                }

                break;
            case ScanEventKind.Moved:
                Settle(page, e.Pages, PageVerdict.Migrated);
                if (e.Count >= 0)
                {
                    _targets.ExceptWith(Frames(PageOf(e.Count), e.Pages));
                }

                break;
            case ScanEventKind.PieceFreed:
                Settle(page, e.Pages, PageVerdict.Migrated);
                break;
            case ScanEventKind.TryRefused:
                Settle(page, e.Pages, PageVerdict.Futile);
                break;
            case ScanEventKind.OutOfTargets:
                Settle(page, e.Pages, PageVerdict.NoTarget);
                break;
            case ScanEventKind.RolledBack:
                _taken.Clear();
                break;
            case ScanEventKind.FreeChunkTaken:
                _freePage = page;
                _targets.UnionWith(Enumerable.Range(page, (int)e.Count));
                break;
            case ScanEventKind.FreeCallEnds:
                _freePage = page;
                break;
            case ScanEventKind.ZoneEnds:
                // Targets that nobody used are given back.
                _targets.Clear();
                break;
            case ScanEventKind.PassBegins or ScanEventKind.ZoneBegins or ScanEventKind.ZoneGivenUp or ScanEventKind.CallBegins
                or ScanEventKind.CallEnds or ScanEventKind.LruLost or ScanEventKind.LockTaken or ScanEventKind.LockReleased
                or ScanEventKind.BatchBegins or ScanEventKind.BatchEnds or ScanEventKind.TryFailed or ScanEventKind.FolioSplit
                or ScanEventKind.SplitFailed:
                break;
        }
    }

    int PageOf(long pfn) => (int)Math.Clamp(pfn - map.FirstPfn, 0, map.PageCount - 1);

    IEnumerable<int> Frames(int first, int pages) => Enumerable.Range(first, Math.Min(pages, map.PageCount - first));

    void Settle(int first, int pages, PageVerdict verdict)
    {
        foreach (var page in Frames(first, pages))
        {
            _taken.Remove(page);
            _verdicts[page] = verdict;
        }
    }

    void Mark()
    {
        _marks.Clear();
        _marks.AddRange(_targets.Select(p => (p, ScanMark.Target)));
        _marks.AddRange(_taken.Select(p => (p, ScanMark.Isolated)));
        if (_freePage >= 0)
        {
            _marks.Add((_freePage, ScanMark.FreeScanner));
        }

        _marks.Add((MigratePage, ScanMark.MigrateScanner));
    }
}
