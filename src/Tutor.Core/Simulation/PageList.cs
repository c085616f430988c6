namespace Tutor.Core.Simulation;

/// <summary>
/// <c>cc->migratepages</c>: the first pages of the folios that were isolated. The kernel adds at the head and
/// so migrates the newest first; here it is the last one that is the newest.
/// </summary>
sealed class PageList
{
    readonly List<long> _pfns = new(64);

    /// <summary>Folios.</summary>
    public int Count => _pfns.Count;

    /// <summary><c>cc->nr_migratepages</c>: pages of all the folios.</summary>
    public int NrPages { get; private set; }

    public long this[int index] => _pfns[index];

    public void Add(long pfn, int nrPages)
    {
        _pfns.Add(pfn);
        NrPages += nrPages;
    }

    public void Clear()
    {
        _pfns.Clear();
        NrPages = 0;
    }
}
