using Tutor.Game.Reading;
using Tutor.Game.Text;

namespace Tutor.Game.Drawing;

/// <summary>The first line of a screen.</summary>
static class TitleBar
{
    public static void Draw(Grid grid, string title, string right, Ink rightInk = Ink.Text)
    {
        grid.Fill(new Area(0, 0, grid.Width, 1), Paper.Bar);
        var after = grid.Put(1, 0, "Tutor", Ink.Title, Paper.Bar, CellStyle.Bold);
        var fit = TextColumns.Fit(right, Math.Max(0, grid.Width - 30));
        var x = grid.Width - TextColumns.Of(fit) - 1;
        grid.Put(after + 2, 0, TextColumns.Fit(title, x - after - 3), Ink.Strong, Paper.Bar, CellStyle.Bold);
        grid.Put(x, 0, fit, rightInk, Paper.Bar);
    }
}
