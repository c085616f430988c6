using Tutor.Core.Memory;

namespace Tutor.Core.Scenarios.Recordings;

/// <summary>
/// Large folios on an LRU list, as format 3 writes them: a row for the head, rows for the tails, whose mapcounts are
/// of their own frames. Checks that every folio is whole, and works out what maps the head's own frame.
/// </summary>
sealed class RecordedFolios(RecordingProblems problems)
{
    readonly SortedSet<int> _partial = [];
    (int Start, int End, byte Order, int HeadRun, long Mapped, RecordedFate Fate) _folio;

    bool IsInside => _folio.Order > 0;

    /// <summary>A row <c># partial</c>: the first frame of a folio that is known to be partially mapped.</summary>
    public void ReadPartial(RecordingCells cells)
    {
        if (!cells.HasCells(2, "partial"))
        {
            return;
        }

        var pfn = cells.Pfn(1, "first frame");
        if (!cells.IsBroken && (_partial.Count > 0 && pfn <= _partial.Max || !_partial.Add(pfn)))
        {
            cells.ReportContradiction("partially mapped folios stand in ascending order");
        }
    }

    /// <summary>Whether the folio that begins here is known to be partially mapped.</summary>
    public bool TakePartial(int pfn, RecordedPage page) => IsHead(page) && _partial.Remove(pfn);

    /// <summary>
    /// A page row. Where it ends a folio: the run that holds the folio's head, and the entries that map the
    /// head's own frame.
    /// </summary>
    public (int Run, int OwnMapCount)? Read(
        RecordingCells cells, int pfn, int count, RecordedPage page, RecordedFate fate, int run)
    {
        if (IsHead(page))
        {
            if (IsInside)
            {
                cells.ReportContradiction($"page {pfn} is inside the folio that ends at {_folio.End}, and a head");
            }
            else if (count > 1 || page.Order > RecordedPage.HighestFolioOrder || pfn % (1 << page.Order) != 0)
            {
                cells.ReportContradiction($"no folio of order {page.Order} begins at pfn {pfn}");
            }
            else
            {
                _folio = (pfn, pfn + (1 << page.Order), page.Order, run, page.MapCount, fate);
            }

            return null;
        }

        return IsInside ? ReadTails(cells, pfn, count, page, fate)
            : RefuseLooseTail(cells, pfn, page);
    }

    /// <summary>After the last row: no folio is open, and no row <c># partial</c> is left over.</summary>
    public void CheckWhole()
    {
        if (IsInside)
        {
            AtEnd($"the folio that begins at pfn {_folio.Start} has no row for each of its tails");
        }
        else if (_partial.Count > 0)
        {
            AtEnd($"'# partial,{_partial.Min}' names no large folio's first frame");
        }
    }

    (int Run, int OwnMapCount)? ReadTails(
        RecordingCells cells, int pfn, int count, RecordedPage page, RecordedFate fate)
    {
        if (!page.Has(PageFlags.Tail) || page.Order != _folio.Order || pfn + (long)count > _folio.End)
        {
            cells.ReportContradiction(
                $"page {pfn} is inside the folio that ends at {_folio.End}, and no tail of it");
        }
        else if (IsSplit(fate) != IsSplit(_folio.Fate) || (!IsSplit(fate) && fate != _folio.Fate))
        {
            cells.ReportContradiction("a folio has one fate, unless it was split");
        }

        _folio.Mapped -= (long)page.MapCount * count;
        if (!cells.IsBroken && _folio.Mapped < 0)
        {
            cells.ReportContradiction($"more entries map the tails than the whole folio from pfn {_folio.Start} on");
        }

        if (cells.IsBroken || pfn + count < _folio.End)
        {
            return null;
        }

        var done = (_folio.HeadRun, (int)_folio.Mapped);
        _folio = default;
        return done;
    }

    static (int Run, int OwnMapCount)? RefuseLooseTail(RecordingCells cells, int pfn, RecordedPage page)
    {
        if (page.Has(PageFlags.Tail) && page.Has(PageFlags.Lru))
        {
            cells.ReportContradiction($"page {pfn} is a tail, and no head stands before it");
        }

        return null;
    }

    static bool IsHead(RecordedPage page) =>
        page.Has(PageFlags.Head) && page.Has(PageFlags.Lru) && page.Order > 0;

    static bool IsSplit(RecordedFate fate) =>
        fate is RecordedFate.SplitOk or RecordedFate.SplitFreed or RecordedFate.SplitLeft;

    void AtEnd(string message) => problems.Add(RecordingCodes.DoesNotFit, int.MaxValue, 0, message);
}
