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
    const int WidestKind = 16;

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
        // Where it is narrow the counts have a letter each.
        var isWide = width >= 5 + CountColumns + WidestKind;
        var references = string.Create(CultureInfo.InvariantCulture, $"{(isWide ? "refs " : " r")}{sitting.ReferencesOf(page)} ");
        var mappings = string.Create(CultureInfo.InvariantCulture, $"{(isWide ? "mapped " : "m")}{page.MapCount}");
        var room = Math.Max(8, width - 5 - (isWide ? CountColumns : 12));
        var size = page.NrPages > 1 ? string.Create(CultureInfo.InvariantCulture, $" x{page.NrPages}") : "";
        return Line.Of(
            new Run($"{(isSelected ? Glyphs.Arrow : " ")} ", Ink.Accent), new Run($"{look.Glyph} ", look.Ink, CellStyle.Bold),
            new Run(TextColumns.Pad(TextColumns.Fit(sitting.Palette[kind] + size, room), room), isSelected ? Ink.Strong : Ink.Text),
            new Run(isWide ? TextColumns.Pad(references, 11) : references, Ink.Muted), new Run(mappings, Ink.Muted))
            with { Paper = isSelected ? Paper.Selected : Paper.Normal };
    }
}
