using Markdig.Extensions.Tables;
using Markdig.Syntax;
using Tutor.Game.Text;

namespace Tutor.Game.Reading;

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

    /// <summary>A row a paragraph: each cell behind the name of its column.</summary>
    public static List<Line> Spoken(Table table, int width)
    {
        var rows = table.OfType<TableRow>().ToList();
        var heads = rows.Where(r => r.IsHeader).Take(1).SelectMany(r => r.OfType<TableCell>()).Select(c => TextOf(c)).ToList();
        var lines = new List<Line>();
        foreach (var row in rows.Where(r => !r.IsHeader))
        {
            var cells = row.OfType<TableCell>().Select((c, i) => (Head: i < heads.Count ? heads[i] : "", Runs: CellRuns(c, isHeader: false)))
                .Where(c => c.Runs.Exists(r => r.Text.Trim().Length > 0)).ToList();
            var told = new List<Run>();
            foreach (var (head, runs) in cells)
            {
                told.Add(new Run((told.Count > 0 ? "; " : "") + (head.Length > 0 ? $"{head}: " : ""), Ink.Muted));
                told.AddRange(runs);
            }

            lines.AddRange(Wrapping.Wrap([.. told, new Run(".")], width - 2).Select((l, i) => i == 0 ? l : l.After(new Run("  "))));
        }

        return lines;
    }

    static string TextOf(TableCell cell) => string.Concat(CellRuns(cell, isHeader: true).Select(r => r.Text)).Trim();

    /// <summary>In code, too, a bar of a cell is written behind a backslash.</summary>
    static List<Run> CellRuns(TableCell cell, bool isHeader) =>
        [.. cell.OfType<LeafBlock>().SelectMany(b =>
            MarkdownInlines.Runs(b.Inline, isHeader ? Ink.Title : Ink.Text, isHeader ? CellStyle.Bold : CellStyle.None))
            .Select(r => r with { Text = r.Text.Replace("\\|", "|", StringComparison.Ordinal) })];

    /// <summary>
    /// Every column as wide as it wants; the widest give way until all fit, and none below its longest word while another
    /// has room.
    /// </summary>
    static int[] Widths(List<List<List<Run>>> cells, int count, int width)
    {
        var widths = new int[count];
        var words = new int[count];
        foreach (var row in cells)
        {
            for (var c = 0; c < row.Count; c++)
            {
                widths[c] = Math.Max(widths[c], Math.Max(1, row[c].Sum(r => r.Columns)));
                words[c] = Math.Max(words[c], Words(row[c]).Select(TextColumns.Of).DefaultIfEmpty(1).Max());
            }
        }

        var room = width - 2 * (count - 1);
        while (widths.Sum() > room)
        {
            var widest = Widest(widths, words) ?? Widest(widths, null);
            if (widest is not { } column || widths[column] <= NarrowestColumn)
            {
                break;
            }

            widths[column]--;
        }

        return widths;
    }

    static int? Widest(int[] widths, int[]? words)
    {
        int? widest = null;
        for (var c = 0; c < widths.Length; c++)
        {
            if ((words is null || widths[c] > words[c]) && (widest is not { } w || widths[c] > widths[w]))
            {
                widest = c;
            }
        }

        return widest;
    }

    static string[] Words(List<Run> cell) => string.Concat(cell.Select(r => r.Text)).Split(' ', StringSplitOptions.RemoveEmptyEntries);

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
