using System.Collections.Immutable;

namespace Tutor.Core.Scenarios;

/// <summary>The counts that pages of a kind with ranges get in one map.</summary>
static class KindVariants
{
    /// <summary>
    /// One list of counts (one for each holder) a variant. All choices where there are few; else
    /// <see cref="MapPlan.MostVariants"/>: all least, all most, and between them one from each of equal parts of
    /// every range, drawn from the kind's own stream.
    /// </summary>
    public static ImmutableArray<ImmutableArray<int>> Of(PageKind kind, ulong seed)
    {
        var ranges = kind.Holders.Select(h => h.Count).ToList();
        var choices = ranges.Aggregate(1L, (n, r) => Math.Min(n * r.Choices, int.MaxValue));
        return choices <= MapPlan.MostVariants ? All(ranges) : Drawn(ranges, seed, kind.Name);
    }

    /// <summary>Every combination; the last holder's count changes fastest.</summary>
    static ImmutableArray<ImmutableArray<int>> All(List<CountRange> ranges)
    {
        IEnumerable<ImmutableArray<int>> combinations = [[]];
        foreach (var range in ranges)
        {
            combinations = combinations.SelectMany(
                _ => Enumerable.Range(range.Least, range.Choices), (some, count) => some.Add(count));
        }

        return [.. combinations];
    }

    static ImmutableArray<ImmutableArray<int>> Drawn(List<CountRange> ranges, ulong seed, string name)
    {
        var rng = Rng.ForStream(seed, Streams.Variants(name));
        var columns = ranges.Select(r => Column(r, ref rng)).ToList();
        return
        [
            .. Enumerable.Range(0, MapPlan.MostVariants).Select(i => columns.Select(c => c[i]).ToImmutableArray())
                .DistinctBy(counts => string.Join(' ', counts)),
        ];
    }

    static int[] Column(CountRange range, ref Rng rng)
    {
        const int Inner = MapPlan.MostVariants - 2;
        var column = new int[MapPlan.MostVariants];
        if (range.Choices == 1)
        {
            // A fixed number draws nothing.
            Array.Fill(column, range.Least);
            return column;
        }

        (column[0], column[^1]) = (range.Least, range.Most);
        // A long range keeps its ends for the first and the last.
        var (least, choices) = range.Choices >= MapPlan.MostVariants
            ? (range.Least + 1, range.Choices - 2) : (range.Least, range.Choices);
        for (var i = 0; i < Inner; i++)
        {
            var low = least + (int)((long)choices * i / Inner);
            var high = least + (int)((long)choices * (i + 1) / Inner);
            column[i + 1] = low + rng.Below(high - low);
        }

        rng.Shuffle(column.AsSpan(1, Inner));
        return column;
    }
}

/// <summary>Numbers of random streams: what is drawn for one thing never moves what is drawn for another.</summary>
static class Streams
{
    /// <summary>Pages of one segment in one span.</summary>
    public static ulong Piece(int segment, int span) => 1UL << 60 | (ulong)(uint)segment << 28 | (uint)span;

    /// <summary>Counts of one kind: FNV-1a of its name, so that other kinds do not move them.</summary>
    public static ulong Variants(string kind)
    {
        var hash = 0xCBF29CE484222325;
        foreach (var letter in kind)
        {
            hash = unchecked((hash ^ (byte)letter) * 0x100000001B3);
        }

        return 2UL << 60 | hash >> 4;
    }

    /// <summary>The first variant of one placement.</summary>
    public static ulong Placement(int ordinal) => 3UL << 60 | (uint)ordinal;
}
