using System.Globalization;
using Tutor.Game.Drawing;
using Tutor.Game.Playing;
using Tutor.Game.Reading;
using Tutor.Game.Text;

namespace Tutor.Game.Panes;

/// <summary>The kinds that can be painted in a level of kind attack, with their counts.</summary>
sealed class PalettePane(Sitting sitting)
{
    /// <summary>Columns of the counts at the right.</summary>
    const int CountColumns = 22;

    int _first;

    public int Count => sitting.Palette.Length;

    public void Draw(Grid grid, Area area)
    {
        _first = Math.Clamp(_first, Math.Max(0, sitting.Brush - area.Height + 1), sitting.Brush);
        grid.Put(area, [.. Enumerable.Range(0, Count).Select(k => Row(k, area.Width))], _first);
        grid.ScrollBar(area, _first, Count);
    }

    /// <summary>The kind of a row of the pane, or -1.</summary>
    public int KindAt(int row) => row >= 0 && row + _first < Count ? row + _first : -1;

    Line Row(int kind, int width)
    {
        var isSelected = kind == sitting.Brush;
        var page = sitting.Sample(kind).Map.StateAt(0);
        var look = KindLooks.Of(page);
        var room = Math.Max(8, width - 5 - CountColumns);
        var size = page.NrPages > 1 ? string.Create(CultureInfo.InvariantCulture, $" x{page.NrPages}") : "";
        return Line.Of(
            new Run($"{(isSelected ? Glyphs.Arrow : " ")} ", Ink.Accent), new Run($"{look.Glyph} ", look.Ink, CellStyle.Bold),
            new Run(TextColumns.Pad(TextColumns.Fit(sitting.Palette[kind] + size, room), room), isSelected ? Ink.Strong : Ink.Text),
            new Run(TextColumns.Pad(string.Create(CultureInfo.InvariantCulture, $"refs {sitting.ReferencesOf(page)}"), 11), Ink.Muted),
            new Run(string.Create(CultureInfo.InvariantCulture, $"mapped {page.MapCount}"), Ink.Muted))
            with { Paper = isSelected ? Paper.Selected : Paper.Normal };
    }
}
