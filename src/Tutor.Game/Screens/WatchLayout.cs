using Tutor.Game.Drawing;

namespace Tutor.Game.Screens;

/// <summary>
/// Where the panes of a watched scan are. The map has the rows and columns that it needs. The numbers and the course get
/// the rest; the course lies below both.
/// </summary>
/// <param name="Map">Its frame; the legend stands in it, under the map.</param>
/// <param name="LegendRows">Rows of the legend.</param>
/// <param name="Side">The frame of the numbers.</param>
/// <param name="Course">The frame of what happened when; without rows where it has no place of its own.</param>
/// <param name="Said">What has just happened.</param>
/// <param name="Bar">How far the run is.</param>
readonly record struct WatchLayout(Area Map, int LegendRows, Area Side, Area Course, Area Said, Area Bar)
{
    /// <summary>Inside its frame a course of fewer rows says little.</summary>
    const int LowestCourse = 5;

    /// <summary>From this width on every sentence fits into a row.</summary>
    const int OneRowOfWords = 110;

    /// <summary>Per cents of the width that the numbers would like, the most first.</summary>
    static readonly int[] SharesOfNumbers = [40, 34, 28];

    /// <summary>With their frame.</summary>
    const int RowsOfNumbers = 30;

    /// <param name="extent">Columns and rows that the map takes in an area.</param>
    /// <param name="legendRows">Rows that the legend takes in a width.</param>
    public static WatchLayout For(int width, int height, Func<Area, (int Columns, int Rows)> extent, Func<int, int> legendRows)
    {
        var rowsOfSaid = width < OneRowOfWords ? 2 : 1;
        var said = new Area(1, height - 2 - rowsOfSaid, width - 2, rowsOfSaid);
        var most = said.Y - 1;
        var (left, legend, columns, rows) = (0, 0, 0, 0);
        foreach (var share in SharesOfNumbers)
        {
            // The numbers give columns away where the map then shows more: its cells come in powers of two.
            var wider = width - Math.Clamp(width * share / 100, width < OneRowOfWords ? 26 : 45, 64) + 1;
            var under = Math.Clamp(legendRows(wider - 2), 1, (most - 2) / 2);
            var shown = extent(new Area(0, 0, wider - 2, most - 2 - under));
            if (2 * shown.Columns * shown.Rows > 3 * columns * rows)
            {
                (left, legend, columns, rows) = (wider, under, shown.Columns, shown.Rows);
            }
        }

        // A narrow map leaves its columns to the numbers, where there are rows enough for what the legend then needs.
        var narrow = columns < left - 2 ? legendRows(columns) : legend;
        if (narrow <= most - 2 - rows)
        {
            (left, legend) = (Math.Min(left, columns + 2), narrow);
        }

        // The course shares a row with what is above it. The numbers keep the rows that they need.
        var spare = Math.Min(most - 2 - legend - rows, most - RowsOfNumbers) - 1;
        var course = spare >= LowestCourse ? Math.Min(spare, most / 3) : 0;
        var upper = most - course - (course > 0 ? 1 : 0);
        return new WatchLayout(
            new Area(0, 1, left, upper), legend, new Area(left - 1, 1, width - left + 1, upper),
            new Area(0, upper, width, course > 0 ? course + 2 : 0), said, new Area(1, height - 2, width - 2, 1));
    }

    /// <summary>The part of the map's frame that is the map's own.</summary>
    public Area Cells => Map.Inset() with { Height = Map.Height - 2 - LegendRows };

    public Area Legend => Map.Inset() with { Y = Map.Bottom - 1 - LegendRows, Height = LegendRows };
}
