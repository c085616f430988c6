using Tutor.Game.Drawing;
using Tutor.Game.Panes;
using Tutor.Game.Text;

namespace Tutor.Game.Playing.Progress;

/// <summary>Where the last try stands among all of a player's tries at the level, by one metric.</summary>
static class OwnPast
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
                new Run($" {string.Concat(Enumerable.Repeat(Glyphs.Current.Full, count > 0 ? Math.Max(1, bar) : 0))}", isLast ? Ink.Strong : Ink.Good),
                new Run(count > 0 ? $" {count}" : "", Ink.Text), new Run(isLast ? " @" : "", Ink.Strong, CellStyle.Bold)));
        }

        return lines;
    }

    /// <summary>The same in a sentence.</summary>
    /// <param name="values">Newest first.</param>
    public static string Spoken(string metric, string name, IReadOnlyList<long> values)
    {
        var others = values.Skip(1).ToList();
        if (others.Count == 0)
        {
            return $"{name} {Words.Count(values[0])}: your only try.";
        }

        var better = others.Count(o => Pareto.IsLessBetter(metric) ? values[0] < o : values[0] > o);
        var same = others.Count(o => o == values[0]);
        return $"{name} {Words.Count(values[0])}: " + (others.Count == 1
            ? $"{(better > 0 ? "better than" : same > 0 ? "the same as" : "not as good as")} your earlier try."
            : $"better than {better} of your {others.Count} earlier tries{(same > 0 ? $", the same as {same}" : "")}.");
    }
}
