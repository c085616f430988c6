using System.Globalization;
using Tutor.Core.Simulation;
using Tutor.Game.Playing;
using Tutor.Game.Reading;
using Tutor.Game.Text;

namespace Tutor.Game.Panes;

/// <summary>Beside a watched scan: what became of candidates, the kernel's counters, and the free blocks before, now and after.</summary>
static class ScanNumbers
{
    /// <summary>A huge page of 2 MiB.</summary>
    const int HugeOrder = 9;

    /// <summary>Below this width the kernel's counters are written without their common beginning.</summary>
    const int WholeNames = 30;

    /// <summary>Columns in which a number stands near its name.</summary>
    const int WidestNumber = 36;

    /// <summary>Columns of the table of orders, without its bars.</summary>
    const int TableColumns = 41;

    /// <summary>Rows of the table of orders, a blank one before it included.</summary>
    const int TableRows = FreeFrames.LargestOrder + 5;

    /// <param name="end">What the run counted, at its end; until then null.</param>
    /// <param name="rows">Rows that the lines may take.</param>
    /// <param name="hasScore">Marks and their pages stand here, and not in the legend.</param>
    public static List<Line> Lines(ScanReplay replay, ScanMetrics? end, int width, int rows, bool hasScore)
    {
        List<Line> lines = hasScore ? [.. Score(replay, end, width), Line.Empty] : [];
        lines.AddRange(Counters(replay, end, width));
        if (rows - lines.Count >= TableRows && width >= TableColumns)
        {
            lines.Add(Line.Empty);
            AddTable(lines, replay, width);
        }
        else
        {
            AddBars(lines, replay, width, rows);
        }

        return lines;
    }

    /// <summary>Candidates by what became of them, as parts of all that the run will have.</summary>
    static IEnumerable<Line> Score(ScanReplay replay, ScanMetrics? end, int width)
    {
        var now = replay.Counters;
        (PageVerdict Verdict, string Name, long Pages)[] parts =
        [
            (PageVerdict.Migrated, "migrated", end?.Migrated ?? now.Success), (PageVerdict.Futile, "futile", end?.Futile ?? now.Futile),
            .. replay.RunsOutOfTargets ? [(PageVerdict.NoTarget, "no target", end?.NoTarget ?? now.NoTarget)] : Array.Empty<(PageVerdict, string, long)>(),
            (PageVerdict.SkippedPin, "skipped pins", end?.SkippedPins ?? now.SkippedPins), (PageVerdict.FalseSkip, "false skips", end?.FalseSkips ?? now.FalseSkips),
        ];
        const int name = 15, number = 8;
        var bar = width - name - number - 1;
        foreach (var (verdict, title, pages) in parts)
        {
            var look = VerdictLooks.Of(verdict);
            yield return Line.Of(new Run(TextColumns.Pad($"{look.Glyph} {title}", name), look.Ink), new Run(TextColumns.Pad(Words.Count(pages), number, right: true), Ink.Strong),
                new Run(" "), new Run(bar < 4 ? "" : BarChart.Lying((double)pages / Math.Max(1, replay.Candidates), bar), look.Ink));
        }
    }

    static IEnumerable<Line> Counters(ScanReplay replay, ScanMetrics? end, int width)
    {
        var now = replay.Counters;
        Line Row(string name, string value, Ink ink = Ink.Text, Ink valueInk = Ink.Strong)
        {
            var shown = width < WholeNames ? name.Replace("compact_", "", StringComparison.Ordinal) : name;
            return Line.Of(new Run(shown, ink), new Run(TextColumns.Pad(value, Math.Min(WidestNumber, width) - shown.Length, right: true), valueInk));
        }

        return
        [
            Row("compact_migrate_scanned", Words.Count(now.MigrateScanned)),
            replay.HasTargets ? Row("compact_free_scanned", Words.Count(now.FreeScanned)) : Row("compact_free_scanned", "no scan", valueInk: Ink.Muted),
            Row("compact_isolated", Words.Count(now.Isolated)),
            Row("pgmigrate_success", Words.Count(now.Success), Ink.Migrated),
            Row("pgmigrate_fail", Words.Count(end?.PgmigrateFail ?? now.Fail), Ink.Futile),
            Row("LRU locks", Words.Count(now.Locks)),
            Row("batches", Words.Count(now.Batches)),
            end is null ? Row("pass", Words.Count(now.Pass)) : Row("blocks freed", Words.Count(end.BlocksFreed)),
        ];
    }

    static void AddTable(List<Line> lines, ScanReplay replay, int width)
    {
        var (before, now, after) = replay.FreeBlocks;
        const int first = 17, column = 8;
        var bar = Math.Min(24, width - first - 3 * column - 2);
        var free = Math.Max(1, Pages(now));
        Line Row(string name, string size, Func<int[], string> value, Ink nowInk, double share) => Line.Of(
            new Run(TextColumns.Pad(name, first - 8)), new Run(TextColumns.Pad(size, 8, right: true), Ink.Muted),
            new Run(TextColumns.Pad(value(before), column, right: true)), new Run(TextColumns.Pad(value(now), column, right: true), nowInk),
            new Run(TextColumns.Pad(value(after), column, right: true), Ink.Muted),
            new Run("  "), new Run(bar < 6 ? "" : BarChart.Lying(share, bar), Ink.File));

        lines.Add(Line.Of(new Run(TextColumns.Pad("free blocks", first), Ink.Title), new Run(TextColumns.Pad("before", column, right: true), Ink.Muted),
            new Run(TextColumns.Pad("now", column, right: true), Ink.Title), new Run(TextColumns.Pad("after", column, right: true), Ink.Muted),
            new Run(bar < 20 ? "" : "  of all that is free", Ink.Muted)));
        for (var order = FreeFrames.LargestOrder; order >= 0; order--)
        {
            var at = order;
            var ink = now[at] > before[at] ? Ink.Good : now[at] < before[at] ? Ink.Warning : Ink.Text;
            lines.Add(Row($"order {at}", SizeOf(at), blocks => Words.Count(blocks[at]), ink, (double)((long)now[at] << at) / free));
        }

        lines.Add(Row("unusable", "", Unusable, Ink.Strong, 0));
        lines.Add(Line.Of("of what is free, for a huge page (order 9)", Ink.Muted));
    }

    /// <summary>A bar an order; the orders stand between the bars of before and now, which would else melt into one.</summary>
    static void AddBars(List<Line> lines, ScanReplay replay, int width, int rows)
    {
        var (before, now, after) = replay.FreeBlocks;
        const int head = 7;
        var isWide = width >= head + 2 * (FreeFrames.LargestOrder + 1);
        var most = Math.Max(before.Max(), Math.Max(now.Max(), after.Max()));
        string Spread(IEnumerable<string> marks) => string.Join(isWide ? " " : "", marks);
        Line Bars(string name, int[] blocks) => Line.Of(new Run(TextColumns.Pad(name, head), Ink.Muted),
            new Run(Spread(Sparkline.Of([.. blocks.Select(b => (long)b)], most).Select(c => c.ToString())), Ink.File));
        List<Line> bars =
        [
            Line.Of(isWide ? "free blocks by order" : "free by order 0-10", Ink.Title),
            Bars("before", before),
            Line.Of(new Run(new string(' ', head)), new Run(isWide ? Spread(Enumerable.Range(0, FreeFrames.LargestOrder + 1).Select(o => o.ToString(CultureInfo.InvariantCulture))) : "", Ink.Muted)),
            Bars(replay.IsAtEnd ? "after" : "now", now),
            Line.Of(new Run("unusable ", Ink.Muted), new Run(Unusable(before)), new Run(replay.IsAtEnd ? ", after " : ", now ", Ink.Muted), new Run(Unusable(now), Ink.Strong)),
        ];
        if (rows - lines.Count > bars.Count)
        {
            lines.Add(Line.Empty);
        }

        lines.AddRange(bars);
    }

    static long Pages(int[] blocks) => blocks.Select((count, order) => (long)count << order).Sum();

    static string SizeOf(int order) => order < 8 ? $"{4 << order} KiB" : $"{1 << order - 8} MiB";

    /// <summary>The share of free pages that no allocation of a huge page (order 9) can use.</summary>
    static string Unusable(int[] blocks) =>
        FreeFrames.Unusable(blocks, HugeOrder) is { } share ? string.Create(CultureInfo.InvariantCulture, $"{share * 100:0}%") : "none";
}
