using Tutor.Game.Drawing;
using Tutor.Game.Playing;
using Tutor.Game.Reading;

namespace Tutor.Game.Panes;

/// <summary>The course of a run over time: above, pages that moved; below, futile isolations and false skips.</summary>
static class ScanCourse
{
    const string Moved = "moved", Wrong = "futile or missed";

    /// <param name="isBesideBar">Its columns are those of the bar below it; else each part has a line that names it.</param>
    public static void Draw(Grid grid, Area area, ScanReplay replay, int columns, bool isBesideBar)
    {
        if (isBesideBar)
        {
            Two(grid, area, replay, columns);
            grid.Put(area.X + columns + 1, area.Y, Moved, Ink.Migrated, limit: area.Width - columns - 1);
            grid.Put(area.X + columns + 1, area.Bottom - 1, Wrong, Ink.Futile, limit: area.Width - columns - 1);
        }
        else if (area.Height == 2)
        {
            const string head = "moved  ";
            Two(grid, area with { X = area.X + head.Length }, replay, area.Width - head.Length);
            grid.Put(area.X, area.Y, head, Ink.Migrated);
            grid.Put(area.X, area.Y + 1, "wrong", Ink.Futile);
        }
        else if (area.Height > 3)
        {
            Two(grid, area with { Y = area.Y + 1, Height = area.Height - 1 }, replay, area.Width);
            grid.Put(area with { Height = 1 }, 0, Line.Of(new Run("Over time: ", Ink.Title), new Run(Moved, Ink.Migrated), new Run(", below it ", Ink.Muted), new Run(Wrong, Ink.Futile)));
        }
    }

    static void Two(Grid grid, Area area, ScanReplay replay, int columns)
    {
        var (moved, wrong, mostMoved, mostWrong) = replay.Course(columns);
        // One scale for both; an axis between them, where there are rows enough, keeps their bars apart.
        var most = Math.Max(mostMoved, mostWrong);
        var gap = area.Height >= 5 ? 1 : 0;
        var lower = Math.Max(1, (area.Height - gap) * 2 / 5);
        BarChart.Draw(grid, area with { Width = columns, Height = area.Height - lower - gap }, moved, most, Ink.Migrated);
        for (var x = 0; x < columns * gap; x++)
        {
            grid.Set(area.X + x, area.Bottom - lower - 1, new Cell(Glyphs.Horizontal, Ink.Border));
        }

        BarChart.Draw(grid, area with { Y = area.Bottom - lower, Width = columns, Height = lower }, wrong, most, Ink.Futile);
    }
}
