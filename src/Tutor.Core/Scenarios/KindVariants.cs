namespace Tutor.Core.Scenarios;

/// <summary>The counts that pages of a kind with ranges get in one map.</summary>
static class KindVariants
{
    /// <summary>
    /// One list of counts (one for each holder) a variant. All choices where there are few; else
    /// <see cref="MapPlan.MostVariants"/>: all least, all most, and between them one from each of equal parts of
    /// every range, drawn from the kind's own stream.
    /// </summary>
    public static int[][] Of(PageKind kind, ulong seed)
    {
        var choices = 1L;
        foreach (var holder in kind.Holders)
        {
            choices = Math.Min(choices * holder.Count.Choices, int.MaxValue);
        }

        return choices <= MapPlan.MostVariants ? All(kind, (int)choices) : Drawn(kind, seed);
    }

    /// <summary>Every combination; the last holder's count changes fastest.</summary>
    static int[][] All(PageKind kind, int choices)
    {
        var variants = new int[choices][];
        for (var i = 0; i < choices; i++)
        {
            variants[i] = new int[kind.Holders.Length];
            var rest = i;
            for (var holder = kind.Holders.Length - 1; holder >= 0; holder--)
            {
                var range = kind.Holders[holder].Count;
                variants[i][holder] = range.Least + rest % range.Choices;
                rest /= range.Choices;
            }
        }

        return variants;
    }

    static int[][] Drawn(PageKind kind, ulong seed)
    {
        var rng = Rng.ForStream(seed, Streams.Variants(kind.Name));
        var columns = new int[kind.Holders.Length][];
        for (var holder = 0; holder < columns.Length; holder++)
        {
            columns[holder] = Column(kind.Holders[holder].Count, ref rng);
        }

        var variants = new List<int[]>();
        for (var i = 0; i < MapPlan.MostVariants; i++)
        {
            var variant = Array.ConvertAll(columns, column => column[i]);
            if (!variants.Exists(v => v.AsSpan().SequenceEqual(variant)))
            {
                variants.Add(variant);
            }
        }

        return [.. variants];
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

    /// <summary>The first variant of what is laid over the pages from this one on: another entry does not change it.</summary>
    public static ulong Over(int firstPage) => 4UL << 60 | (uint)firstPage;
}
