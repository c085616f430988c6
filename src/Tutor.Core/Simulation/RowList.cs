using System.Buffers;
using System.Collections.Immutable;

namespace Tutor.Core.Simulation;

/// <summary>Rows of a result while they are gathered, in rented memory: only the result itself is allocated.</summary>
sealed class RowList<T> where T : struct
{
    T[] _rows = ArrayPool<T>.Shared.Rent(256);

    public int Count { get; private set; }

    public ref T Last => ref _rows[Count - 1];

    public void Add(T row)
    {
        if (Count == _rows.Length)
        {
            var larger = ArrayPool<T>.Shared.Rent(2 * Count);
            _rows.AsSpan().CopyTo(larger);
            ArrayPool<T>.Shared.Return(_rows);
            _rows = larger;
        }

        _rows[Count++] = row;
    }

    /// <summary>The rows; the list is empty then, and its memory given back.</summary>
    public ImmutableArray<T> Drain()
    {
        var rows = ImmutableArray.Create(_rows.AsSpan(0, Count));
        ArrayPool<T>.Shared.Return(_rows);
        (_rows, Count) = ([], 0);
        return rows;
    }
}
