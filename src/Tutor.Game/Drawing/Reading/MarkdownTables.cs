using Markdig.Extensions.Tables;
using Markdig.Syntax;

namespace Tutor.Game.Drawing.Reading;

/// <summary>Tables whose columns shrink to the width and whose cells wrap.</summary>
static class MarkdownTables
{
    const int NarrowestColumn = 4;

    public static List<Line> Lines(Table table, int width)
    {
        var rows = table.OfType<TableRow>().ToList();
        var count = rows.Count == 0 ? 0 : rows.Max(r => r.Count);
        if (count == 0)
        {
            return [];
        }

        var cells = rows.Select(r => r.OfType<TableCell>().Select(c => CellRuns(c, r.IsHeader)).ToList()).ToList();
        var widths = Widths(cells, count, width);
        var lines = new List<Line>();
        for (var i = 0; i < rows.Count; i++)
        {
            lines.AddRange(Row(cells[i], widths, table));
            if (rows[i].IsHeader)
            {
                lines.Add(Line.Of(string.Join("  ", widths.Select(w => Repeat(Glyphs.Horizontal, w))), Ink.Border));
            }
        }

        return lines;
    }

    static List<Run> CellRuns(TableCell cell, bool isHeader) =>
        [.. cell.OfType<LeafBlock>().SelectMany(b =>
            MarkdownInlines.Runs(b.Inline, isHeader ? Ink.Title : Ink.Text, isHeader ? CellStyle.Bold : CellStyle.None))];

    /// <summary>Every column as wide as it wants; the widest give way until all fit.</summary>
    static int[] Widths(List<List<List<Run>>> cells, int count, int width)
    {
        var widths = new int[count];
        foreach (var row in cells)
        {
            for (var c = 0; c < row.Count; c++)
            {
                widths[c] = Math.Max(widths[c], Math.Max(1, row[c].Sum(r => r.Columns)));
            }
        }

        var room = width - 2 * (count - 1);
        while (widths.Sum() > room)
        {
            var widest = Array.IndexOf(widths, widths.Max());
            if (widths[widest] <= NarrowestColumn)
            {
                break;
            }

            widths[widest]--;
        }

        return widths;
    }

    static IEnumerable<Line> Row(List<List<Run>> cells, int[] widths, Table table)
    {
        var wrapped = widths.Select((w, c) => c < cells.Count ? Wrapping.Wrap(cells[c], w) : [Line.Empty]).ToList();
        var height = wrapped.Max(c => c.Count);
        for (var y = 0; y < height; y++)
        {
            var runs = new List<Run>();
            for (var c = 0; c < widths.Length; c++)
            {
                var line = y < wrapped[c].Count ? wrapped[c][y] : Line.Empty;
                var blanks = Math.Max(0, widths[c] - line.Columns);
                var alignment = c < table.ColumnDefinitions.Count ? table.ColumnDefinitions[c].Alignment : null;
                var before = alignment switch
                {
                    TableColumnAlign.Right => blanks,
                    TableColumnAlign.Center => blanks / 2,
                    _ => 0,
                };
                runs.Add(new Run(new string(' ', before + (c > 0 ? 2 : 0))));
                runs.AddRange(line.Runs);
                runs.Add(new Run(new string(' ', blanks - before)));
            }

            yield return new Line([.. runs.Where(r => r.Text.Length > 0)]);
        }
    }

    static string Repeat(string glyph, int count) => string.Concat(Enumerable.Repeat(glyph, count));
}
