using System.Runtime.InteropServices;
using Tutor.Core.Memory;
using Tutor.Core.Scenarios.Recordings;

namespace Tutor.Core.Simulation;

/// <summary>
/// <c>migrate_pages()</c> of 6.12 (<c>mm/migrate.c</c>): everything is unmapped before anything is moved; what
/// stays is tried again, one folio at a time; a large folio that finds no target is split, and its pieces are tried
/// once at the end.
/// </summary>
/// <remarks>
/// A stuck folio asks for a target twice, once in each part; only one that cannot be unmapped asks in every pass,
/// 3 + 7 times. Left out: hugetlb folios, which no caller here brings; batches of more than 512 pages, which one
/// pageblock cannot fill; huge page statistics.
/// </remarks>
sealed class MigrationBatch612(CompactRun run, ZoneControl cc) : MigrationBatch(run, cc)
{
    /// <summary>NR_MAX_MIGRATE_PAGES_RETRY: passes of a batch that waits for nothing.</summary>
    const int Passes = AsyncPasses + SyncPasses;

    /// <summary>NR_MAX_MIGRATE_ASYNC_RETRY: passes of the common part.</summary>
    const int AsyncPasses = 3;

    /// <summary>NR_MAX_MIGRATE_SYNC_RETRY: passes of a part of a folio's own.</summary>
    const int SyncPasses = 7;

    readonly RunMemory _memory = run.Memory;
    readonly FolioTargets _targets = new(run, cc);
    readonly FolioSplitter _splitter = new(run);
    readonly FolioCourses _courses = new(run);
    readonly List<MigratingFolio> _waiting = new(64);
    readonly List<MigratingFolio> _again = new(64);
    readonly List<MigratingFolio> _kept = new(64);
    readonly List<MigratingFolio> _single = new(1);
    readonly List<MigratingFolio> _unmapped = new(64);
    readonly List<MigratingFolio> _later = new(64);
    readonly List<MigratingFolio> _left = new(64);
    int _moved;
    int _freed;
    int _failed;
    int _turn;

    public override MigrateResult Migrate(long start, bool staysOnList = false)
    {
        Cc.WantedPages = Cc.MigratePages.NrPages;
        (_moved, _freed, _failed, _turn) = (0, 0, 0, 0);
        _left.Clear();
        Run.Trace?.Add(ScanEventKind.BatchBegins, start, Cc.MigratePages.NrPages);
        Gather();
        var hasTargets = Run.Control.Mode == MigrateMode.Async
            ? MigratePagesBatch(_waiting, _left, Passes, isAsync: true)
            : MigratePagesSync();
        Take(_left, _waiting);
        if (hasTargets)
        {
            // One pass, without waiting. That it may end for want of targets is nobody's concern.
            MigratePagesBatch(_splitter.Pieces, _left, passes: 1, isAsync: true);
        }

        Take(_left, _splitter.Pieces);
        return End(start, hasTargets, staysOnList);
    }

    /// <summary>The newest first.</summary>
    void Gather()
    {
        _splitter.Begin();
        _waiting.Clear();
        for (var i = Cc.MigratePages.Count - 1; i >= 0; i--)
        {
            var pfn = Cc.MigratePages[i];
            var id = _memory.IdAt(pfn);
            // What an earlier round made of it has no course of this pass.
            var isolatedAs = id < Run.Table.Courses.Length ? id : _memory.Palette.OriginOf(id);
            _waiting.Add(_splitter.Rent());
            _waiting[^1].SetFolio(pfn, id, isolatedAs, _memory.Palette.StateOf(id)!);
        }
    }

    /// <summary>
    /// <c>migrate_pages_sync()</c>: a common part that waits for nothing, then a part for each folio that stayed.
    /// False: targets ran out.
    /// </summary>
    bool MigratePagesSync()
    {
        _again.Clear();
        var hasTargets = MigratePagesBatch(_waiting, _again, AsyncPasses, isAsync: true);
        if (!hasTargets)
        {
            Take(_left, _again);
            return false;
        }

        // What failed so far is tried again, and does not count yet.
        _failed = 0;
        _turn = 1;
        Take(_waiting, _again);
        for (var i = 0; i < _waiting.Count && hasTargets; i++)
        {
            _single.Clear();
            _single.Add(_waiting[i]);
            hasTargets = MigratePagesBatch(_single, _left, SyncPasses, isAsync: false);
            Take(_left, _single);
            if (!hasTargets)
            {
                _left.AddRange(CollectionsMarshal.AsSpan(_waiting)[(i + 1)..]);
            }
        }

        _waiting.Clear();
        return hasTargets;
    }

    /// <summary>
    /// <c>migrate_pages_batch()</c>: unmaps all and finds their targets, then moves all. False: targets ran out;
    /// those that were not reached, or were to be tried again, are on <paramref name="from"/>.
    /// </summary>
    /// <param name="stays">Receives those that cannot be moved.</param>
    bool MigratePagesBatch(List<MigratingFolio> from, List<MigratingFolio> stays, int passes, bool isAsync)
    {
        _unmapped.Clear();
        var hasTargets = UnmapAll(from, stays, passes, isAsync);
        MoveAll(stays, isAsync);
        return hasTargets;
    }

    bool UnmapAll(List<MigratingFolio> from, List<MigratingFolio> stays, int passes, bool isAsync)
    {
        var retryPages = 0;
        for (var pass = 0; pass < passes && from.Count > 0; pass++)
        {
            retryPages = 0;
            _kept.Clear();
            for (var i = 0; i < from.Count; i++)
            {
                var folio = from[i];
                switch (Unmap(folio, isAsync))
                {
                    case UnmapStep.Again:
                        retryPages += folio.NrPages;
                        _kept.Add(folio);
                        Run.Trace?.Add(ScanEventKind.TryFailed, folio.Pfn, _turn, folio.NrPages);
                        break;
                    case UnmapStep.Busy:
                        _failed += folio.NrPages;
                        stays.Add(folio);
                        break;
                    case UnmapStep.NoTarget:
                        _failed += folio.NrPages + retryPages;
                        _kept.AddRange(CollectionsMarshal.AsSpan(from)[i..]);
                        from.Clear();
                        Take(from, _kept);
                        return false;
                    case UnmapStep.Done:
                        break;
                }
            }

            from.Clear();
            Take(from, _kept);
        }

        _failed += retryPages;
        return true;
    }

    enum UnmapStep : byte
    {
        /// <summary>Unmapped, split, or freed.</summary>
        Done,
        Again,
        Busy,
        NoTarget,
    }

    /// <summary>
    /// <c>migrate_folio_unmap()</c>, and what is done about its result. A folio that is known to be partially
    /// mapped is split before a target is asked for; one without a target is split instead of being moved.
    /// </summary>
    UnmapStep Unmap(MigratingFolio folio, bool isAsync)
    {
        if (folio.IsPartiallyMapped && folio.Order > 1 && _splitter.TrySplit(folio, isAsync))
        {
            return UnmapStep.Done;
        }

        var course = _courses.Of(folio);
        if (folio.IsUnused || course.IsUnused)
        {
            Free(folio);
            return UnmapStep.Done;
        }

        if (_targets.Take(folio.Order) is not { } target)
        {
            return folio.Order > 0 && _splitter.TrySplit(folio, isAsync) ? UnmapStep.Done : UnmapStep.NoTarget;
        }

        var end = isAsync ? course.UnmapAsync : course.Unmap;
        if (end == UnmapEnd.Unmapped)
        {
            folio.Target = target;
            _unmapped.Add(folio);
            return UnmapStep.Done;
        }

        folio.IsUnused = end == UnmapEnd.FreesBuffers;
        _targets.GiveBack(target, folio.Order);
        return end == UnmapEnd.Busy ? UnmapStep.Busy : UnmapStep.Again;
    }

    /// <summary>
    /// <c>migrate_folio_move()</c> for all that was unmapped. Those whose references do not fit give their targets
    /// back after the last move.
    /// </summary>
    void MoveAll(List<MigratingFolio> stays, bool isAsync)
    {
        _later.Clear();
        foreach (var folio in _unmapped)
        {
            var course = _courses.Of(folio);
            switch (isAsync ? course.MoveAsync : course.Move)
            {
                case MoveEnd.Moved:
                    Move(folio);
                    break;
                case MoveEnd.Busy:
                    Undo(folio, stays);
                    break;
                case MoveEnd.Again or MoveEnd.WritesOut:
                    _later.Add(folio);
                    break;
            }
        }

        foreach (var folio in _later)
        {
            if (_courses.Of(folio).Move == MoveEnd.WritesOut)
            {
                // Written out by the first pass; the second one moves it.
                Move(folio);
            }
        }

        foreach (var folio in _later)
        {
            if (_courses.Of(folio).Move != MoveEnd.WritesOut)
            {
                Undo(folio, stays);
            }
        }
    }

    /// <summary>
    /// <c>migrate_folio_undo_src()</c> and <c>migrate_folio_undo_dst()</c>: mapped again, the target given back.
    /// Taking its page table entries away one by one has marked an anonymous folio as partially mapped
    /// (<c>__folio_remove_rmap()</c>).
    /// </summary>
    void Undo(MigratingFolio folio, List<MigratingFolio> stays)
    {
        _failed += folio.NrPages;
        stays.Add(folio);
        Run.Trace?.Add(ScanEventKind.TryFailed, folio.Pfn, _turn, folio.NrPages);
        folio.IsPartiallyMapped |= folio.Order > 1 && _memory.Palette.StateOf(folio.Id)!.Has(PageFlags.Anon);
        _targets.GiveBack(folio.Target, folio.Order);
    }

    void Move(MigratingFolio folio)
    {
        Run.Trace?.Add(ScanEventKind.Moved, folio.Pfn, folio.Target, folio.NrPages);
        if (folio.Target >= 0)
        {
            Run.Ledger.AddTarget(folio.Target, folio.Order, step: folio.NrPages);
            Place(folio);
        }

        _moved += folio.NrPages;
        Conclude(folio.Pfn, folio.NrPages, folio.IsolatedAs, folio.IsPiece ? RecordedFate.SplitOk : RecordedFate.Ok,
            PageVerdict.Migrated);
        _memory.Vacate(folio.Pfn, folio.NrPages);
    }

    /// <summary>The folio lies in its target now. Neither scanner looks there again in this pass.</summary>
    void Place(MigratingFolio folio)
    {
        _memory.Place(folio.Target, _memory.Palette.Marked(folio.Id, isPartiallyMapped: false));
        for (var i = 1; i < folio.NrPages; i++)
        {
            _memory.Place(folio.Target + i, _memory.IdAt(folio.Pfn + i));
        }
    }

    /// <summary>Nobody holds it any more, which counts as success. A whole page moved nowhere, but is gone.</summary>
    void Free(MigratingFolio folio)
    {
        Run.Trace?.Add(folio.IsPiece ? ScanEventKind.PieceFreed : ScanEventKind.Moved, folio.Pfn, -1, folio.NrPages);
        _freed += folio.IsPiece ? folio.NrPages : 0;
        _moved += folio.IsPiece ? 0 : folio.NrPages;
        Conclude(folio.Pfn, folio.NrPages, folio.IsolatedAs,
            folio.IsPiece ? RecordedFate.SplitFreed : RecordedFate.Ok, PageVerdict.Migrated);
        _memory.Vacate(folio.Pfn, folio.NrPages);
    }

    /// <summary>What is left over is put back (<c>putback_movable_pages()</c>), or stays on the list.</summary>
    MigrateResult End(long start, bool hasTargets, bool staysOnList)
    {
        var left = 0;
        foreach (var folio in _left)
        {
            left += folio.NrPages;
        }

        Close(new(start, Cc.MigratePages.NrPages, _moved, left, !hasTargets, _splitter.Splits, _freed), _failed);
        for (var i = _left.Count - 1; i >= 0; i--)
        {
            PutBack(_left[i], hasTargets, staysOnList && hasTargets);
        }

        return !hasTargets ? MigrateResult.NoMemory
            : _left.Count > 0 ? MigrateResult.SomeStayed : MigrateResult.AllMoved;
    }

    void PutBack(MigratingFolio folio, bool hasTargets, bool staysOnList)
    {
        _memory.SetId(folio.Pfn, folio.IsPiece ? folio.Id
            : _memory.Palette.Marked(folio.Id, folio.IsPartiallyMapped));
        if (staysOnList)
        {
            Cc.MigratePages.Add(folio.Pfn, folio.NrPages);
            return;
        }

        var isOut = folio.IsPiece || !hasTargets;
        Run.Trace?.Add(isOut ? ScanEventKind.OutOfTargets : ScanEventKind.TryRefused, folio.Pfn, isOut ? 0 : _turn, folio.NrPages);
        Conclude(folio.Pfn, folio.NrPages, folio.IsolatedAs,
            folio.IsPiece ? RecordedFate.SplitLeft : hasTargets ? RecordedFate.Fail : RecordedFate.NoMem,
            isOut ? PageVerdict.NoTarget : PageVerdict.Futile);
        if (folio is { IsPiece: true, IsUnused: true })
        {
            // Nobody held it: to put it back frees it.
            _memory.Vacate(folio.Pfn, 1);
        }
    }

    /// <summary>Appends all of <paramref name="from"/>, which is empty then.</summary>
    static void Take(List<MigratingFolio> to, List<MigratingFolio> from)
    {
        to.AddRange(CollectionsMarshal.AsSpan(from));
        from.Clear();
    }
}
