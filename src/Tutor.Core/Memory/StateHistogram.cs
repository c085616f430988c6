using System.Collections.Immutable;
using System.Runtime.InteropServices;

namespace Tutor.Core.Memory;

/// <summary>Pages of each state of a map.</summary>
public static class StateHistogram
{
    /// <summary>Pages of one task; a pageblock is never cut.</summary>
    const int Chunk = 1 << 20;

    /// <summary>Counts in parallel, with four tables a task: equal neighbours do not wait for each other.</summary>
    public static ImmutableArray<int> Of(MemoryMap map)
    {
        ArgumentNullException.ThrowIfNull(map);
        var counts = new int[map.Palette.Length];
        var gate = new Lock();
        Parallel.For(0, (map.PageCount + Chunk - 1) / Chunk, chunk =>
        {
            var start = chunk * Chunk;
            var length = Math.Min(Chunk, map.PageCount - start);
            var own = map.IsNarrow ? Count(map.NarrowIds.Slice(start, length), counts.Length)
                : Count(map.WideIds.Slice(start, length), counts.Length);
            lock (gate)
            {
                for (var i = 0; i < own.Length; i++)
                {
                    counts[i % counts.Length] += own[i];
                }
            }
        });
        return ImmutableCollectionsMarshal.AsImmutableArray(counts);
    }

    /// <summary>Pages of each state among the pages [start, end), added to <paramref name="counts"/>.</summary>
    public static void Add(MemoryMap map, int start, int end, Span<int> counts)
    {
        ArgumentNullException.ThrowIfNull(map);
        var states = map.Palette.Length;
        var own = map.IsNarrow ? Count(map.NarrowIds[start..end], states) : Count(map.WideIds[start..end], states);
        for (var i = 0; i < own.Length; i++)
        {
            counts[i % states] += own[i];
        }
    }

    /// <summary>The slow twin: page by page.</summary>
    public static ImmutableArray<int> PageByPage(MemoryMap map)
    {
        ArgumentNullException.ThrowIfNull(map);
        var counts = new int[map.Palette.Length];
        for (var i = 0; i < map.PageCount; i++)
        {
            counts[map.StateIdAt(i)]++;
        }

        return ImmutableCollectionsMarshal.AsImmutableArray(counts);
    }

    static int[] Count(ReadOnlySpan<byte> ids, int states)
    {
        var counts = new int[4 * states];
        var i = 0;
        for (; i + 4 <= ids.Length; i += 4)
        {
            counts[ids[i]]++;
            counts[states + ids[i + 1]]++;
            counts[2 * states + ids[i + 2]]++;
            counts[3 * states + ids[i + 3]]++;
        }

        for (; i < ids.Length; i++)
        {
            counts[ids[i]]++;
        }

        return counts;
    }

    static int[] Count(ReadOnlySpan<ushort> ids, int states)
    {
        var counts = new int[states];
        foreach (var id in ids)
        {
            counts[id]++;
        }

        return counts;
    }
}
