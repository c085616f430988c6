using System.Globalization;
using Tutor.Game.Drawing;
using Tutor.Game.Playing;
using Tutor.Game.Reading;
using Tutor.Game.Text;

namespace Tutor.Game.Panes;

/// <summary>The pages of a level of kind mark as a list: what is said of each, and its counts side by side.</summary>
sealed class MarksPane(Sitting sitting)
{
    /// <summary>Columns of the place, the mark and the blanks between.</summary>
    const int HeadColumns = 14;

    int _first;

    /// <summary>The heading, and a line a page.</summary>
    public int Count => 1 + sitting.Marks!.Count;

    public void Draw(Grid grid, Area area, int selected)
    {
        var columns = Columns(area.Width);
        grid.Put(area with { Height = 1 }, 0, Line.Of(
            [new Run(TextColumns.Pad("", HeadColumns)), .. columns.Select(c => new Run(TextColumns.Pad(c.Name, c.Width, right: true), Ink.Muted))]));
        var rows = area with { Y = area.Y + 1, Height = area.Height - 1 };
        if (rows.Height < 1)
        {
            return;
        }

        _first = Math.Clamp(_first, Math.Max(0, selected - rows.Height + 1), selected);
        _first = Math.Clamp(_first, 0, Math.Max(0, sitting.Marks!.Count - rows.Height));
        grid.Put(rows, [.. Enumerable.Range(0, sitting.Marks.Count).Select(p => Row(p, columns, p == selected))], _first);
        grid.ScrollBar(rows, _first, sitting.Marks.Count);
    }

    /// <summary>The page of a row of the pane, or -1.</summary>
    public int PageAt(int row) => row >= 1 && row - 1 + _first < sitting.Marks!.Count ? row - 1 + _first : -1;

    Line Row(int page, List<(string Name, int Width)> columns, bool isSelected)
    {
        var look = MarkLooks.Of(sitting.Marks![page]);
        var seen = sitting.SeenOf(page);
        return Line.Of(
            [
                new Run($"{(isSelected ? Glyphs.Arrow : " ")} {TextColumns.Pad("+" + page.ToString(CultureInfo.InvariantCulture), 4)}", isSelected ? Ink.Accent : Ink.Text),
                new Run(TextColumns.Pad($"{look.Glyph} {(sitting.Marks[page] is null ? "" : look.Name)}", HeadColumns - 6), look.Ink, CellStyle.Bold),
                .. columns.Select(c => new Run(TextColumns.Pad(seen.Values.FirstOrDefault(v => seen.Short(v) == c.Name)?.Value ?? "", c.Width, right: true), Ink.Strong)),
            ])
            with { Paper = isSelected ? Paper.Selected : Paper.Normal };
    }

    /// <summary>As many of the counts as fit, in the order of the table of built-ins.</summary>
    List<(string Name, int Width)> Columns(int width)
    {
        var left = width - HeadColumns - 1;
        var columns = new List<(string, int)>();
        foreach (var column in Enumerable.Range(0, sitting.Marks!.Count).Select(sitting.SeenOf).SelectMany(seen => seen.Values.Select(value => (Heading: seen.Short(value), value.Value)))
            .GroupBy(v => v.Heading, v => v.Value))
        {
            var its = 2 + Math.Max(column.Key.Length, column.Max(v => v?.Length ?? 0));
            if (its > left)
            {
                break;
            }

            columns.Add((column.Key, its));
            left -= its;
        }

        return columns;
    }
}
