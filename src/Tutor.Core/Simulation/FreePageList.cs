namespace Tutor.Core.Simulation;

/// <summary>
/// <c>cc->freepages</c>: target pages. The last chunk found is handed out first, and from each chunk the
/// highest frame first.
/// </summary>
/// <remarks>
/// 6.1 <c>split_map_pages()</c> cuts chunks into pages and <c>list_add()</c>s each at the head. Held as
/// chunks: the list is a stack of them.
/// </remarks>
sealed class FreePageList
{
    readonly List<(long Pfn, int Count)> _chunks = new(64);

    public bool IsEmpty => _chunks.Count == 0;

    /// <summary>
    /// A chunk of <paramref name="count"/> frames from <paramref name="pfn"/> on goes to the head.
    /// </summary>
    public void Push(long pfn, int count) => _chunks.Add((pfn, count));

    /// <summary>Takes the page at the head.</summary>
    public long Pop()
    {
        var (pfn, count) = _chunks[^1];
        if (count == 1)
        {
            _chunks.RemoveAt(_chunks.Count - 1);
        }
        else
        {
            _chunks[^1] = (pfn, count - 1);
        }

        return pfn + count - 1;
    }
}
