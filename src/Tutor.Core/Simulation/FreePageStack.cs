namespace Tutor.Core.Simulation;

/// <summary>
/// Targets of 6.1: single frames. The last chunk found is handed out first, and from each chunk the highest frame
/// first.
/// </summary>
/// <remarks>
/// <c>split_map_pages()</c> cuts chunks into pages and <c>list_add()</c>s each at the head. Held as chunks: the
/// list is a stack of them.
/// </remarks>
sealed class FreePageStack : FreePages
{
    readonly List<(long Pfn, int Count)> _chunks = new(64);

    public bool IsEmpty => NrPages == 0;

    public override void Add(long pfn, int order)
    {
        _chunks.Add((pfn, 1 << order));
        NrPages += 1 << order;
    }

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

        NrPages--;
        return pfn + count - 1;
    }
}
