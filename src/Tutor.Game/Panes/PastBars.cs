using Tutor.Game.Reading;
using Tutor.Game.Text;

namespace Tutor.Game.Panes;

/// <summary>A histogram of a player's tries at a level by one metric.</summary>
static class PastBars
{
    const int MostBins = 5;

    /// <summary>One row for so many values: its bounds, a bar, how many tries; the last try's row is marked.</summary>
    /// <param name="values">Newest first.</param>
    public static List<Line> Lines(IReadOnlyList<long> values, int width)
    {
        if (values.Count == 0)
        {
            return [];
        }

        var (least, most) = (values.Min(), values.Max());
        var bins = (int)Math.Min(MostBins, most - least + 1);
        int Bin(long value) => (int)((Int128)(value - least) * bins / (most - least + 1));
        var counts = values.CountBy(Bin).ToDictionary();
        var lines = new List<Line>();
        for (var bin = 0; bin < bins; bin++)
        {
            // Rounded up: the first value that falls into the bin.
            var first = least + (long)(((Int128)(most - least + 1) * bin + bins - 1) / bins);
            var last = least + (long)(((Int128)(most - least + 1) * (bin + 1) + bins - 1) / bins) - 1;
            var count = counts.GetValueOrDefault(bin);
            var isLast = Bin(values[0]) == bin;
            var bar = Math.Max(0, width - 23) * count / values.Count;
            lines.Add(Line.Of(
                new Run(TextColumns.Pad(first == last ? PlotAxis.Short(first) : $"{PlotAxis.Short(first)}-{PlotAxis.Short(last)}", 13, right: true), Ink.Muted),
                new Run($" {string.Concat(Enumerable.Repeat(Glyphs.Full, count > 0 ? Math.Max(1, bar) : 0))}", isLast ? Ink.Strong : Ink.Good),
                new Run(count > 0 ? $" {count}" : "", Ink.Text), new Run(isLast ? " @" : "", Ink.Strong, CellStyle.Bold)));
        }

        return lines;
    }
}
