using Tutor.Game.Drawing;
using Tutor.Game.Keys;
using Tutor.Game.Panes;
using Tutor.Game.Playing;
using Tutor.Game.Playing.Progress;
using Tutor.Game.Text;

namespace Tutor.Game.Screens;

/// <summary>
/// Your tries by two counts at once, beside the level's own predicate and history's; and where the last one stands
/// among your own.
/// </summary>
/// <param name="golf">The name of what golf counts.</param>
sealed class PlotScreen(TryPlot plot, string golf) : ListScreen
{
    const int NarrowestList = 34;

    /// <summary>Several predicates of history in one place.</summary>
    const string Several = "+";

    public override IEnumerable<KeyScope> Scopes => [KeyScope.Plot, KeyScope.Everywhere];

    public override string Name => "Tries by two counts";

    protected override int Count => plot.Points.Length;

    PlotPoint? Chosen => Selected < plot.Points.Length ? plot.Points[Selected] : null;

    public override void Draw(Grid grid)
    {
        var width = Math.Min(grid.Width - 2, 150);
        var height = Math.Min(grid.Height - 2, 44);
        var inside = grid.Box(new Area((grid.Width - width) / 2, (grid.Height - 1 - height) / 2, width, height), Name, isActive: true);
        if (plot.Points.IsEmpty)
        {
            grid.Put(inside, Wrapping.Wrap("There is nothing to lay out yet: hand a predicate in first.", inside.Width));
            Footer.Draw(grid, Scopes);
            return;
        }

        var listWidth = Math.Max(NarrowestList, inside.Width * 2 / 5);
        var left = new Area(inside.X, inside.Y, inside.Width - listWidth - 1, inside.Height - 3);
        var right = new Area(left.Right + 1, inside.Y, listWidth - 1, left.Height);
        DrawPlot(grid, left);
        DrawLists(grid, right);
        DrawChosen(grid, new Area(inside.X + 1, inside.Bottom - 3, inside.Width - 2, 3));
        Footer.Draw(grid, Scopes);
    }

    public override bool Do(Command command)
    {
        var chosen = Chosen;
        switch (command)
        {
            case Command.NextAcross:
                plot.NextX();
                Keep(chosen);
                return true;
            case Command.NextUpwards:
                plot.NextY();
                Keep(chosen);
                return true;
            default:
                return base.Do(command);
        }
    }

    protected override int? ItemAt(int row) => row >= 1 && row <= plot.Points.Length ? row - 1 : null;

    void Keep(PlotPoint? chosen) => Select(chosen is null ? 0 : Math.Max(0, plot.Points.IndexOf(chosen)));

    string NameOf(string metric) => GoalWords.NameOf(metric, golf);

    void DrawPlot(Grid grid, Area area)
    {
        const int gutter = 8;
        var x = new PlotAxis([.. plot.Points.Select(p => p.Metrics[plot.X])]);
        var y = new PlotAxis([.. plot.Points.Select(p => p.Metrics[plot.Y])]);
        var field = new Area(area.X + gutter, area.Y + 1, area.Width - gutter - 1, area.Height - 4);
        grid.Put(area.X + 1, area.Y, $"{Glyphs.Current.Up} {NameOf(plot.Y)}{Kind(y, plot.Y)}", Ink.Title, limit: area.Width - 1);
        grid.Put(area.X, field.Y, TextColumns.Pad(PlotAxis.Short(y.Most), gutter - 2, right: true), Ink.Muted);
        grid.Put(area.X, field.Bottom - 1, TextColumns.Pad(PlotAxis.Short(y.Least), gutter - 2, right: true), Ink.Muted);
        for (var row = field.Y; row < field.Bottom; row++)
        {
            grid.Put(field.X - 1, row, Glyphs.Current.Vertical, Ink.Border);
        }

        grid.Put(field.X - 1, field.Bottom, Glyphs.Current.BottomLeft + string.Concat(Enumerable.Repeat(Glyphs.Current.Horizontal, field.Width)), Ink.Border);
        grid.Put(field.X, field.Bottom + 1, PlotAxis.Short(x.Least), Ink.Muted);
        grid.Put(field.Right - PlotAxis.Short(x.Most).Length, field.Bottom + 1, PlotAxis.Short(x.Most), Ink.Muted);
        grid.Put(area.X + 1, field.Bottom + 2, $"{Glyphs.Current.Arrow} {NameOf(plot.X)}{Kind(x, plot.X)}", Ink.Title, limit: area.Width - 1);
        foreach (var cell in plot.Points.GroupBy(p => (X: x.Cell(p.Metrics[plot.X], field.Width), Y: y.Cell(p.Metrics[plot.Y], field.Height))))
        {
            var style = (cell.Any(plot.Best.Contains) ? CellStyle.Bold : CellStyle.None) | (cell.Any(p => p == Chosen) ? CellStyle.Reverse : CellStyle.None);
            var point = cell.FirstOrDefault(p => p == Chosen) ?? cell.MaxBy(p => p.Owner)!;
            var mark = point.Owner == PlotOwner.History && point != Chosen && cell.Count() > 1 ? Several : point.Mark;
            grid.Put(field.X + cell.Key.X, field.Bottom - 1 - cell.Key.Y, mark, point.Ink, style: style);
        }
    }

    static string Kind(PlotAxis axis, string metric) =>
        $", {(Pareto.IsLessBetter(metric) ? "less" : "more")} is better{(axis.IsLogarithmic ? " (log)" : "")}";

    void DrawLists(Grid grid, Area area)
    {
        List<long> own = [.. plot.Points.Where(p => p.Owner is PlotOwner.LastTry or PlotOwner.Try).Select(p => p.Metrics[plot.X])];
        var past = OwnPast.Lines(own, area.Width);
        var pastRows = past.Count == 0 ? 0 : past.Count + 2;
        List = area with { Height = Math.Max(3, area.Height - pastRows), Width = area.Width - 1 };
        DrawRows(grid,
        [
            (Line.Of(TextColumns.Pad("", LabelWidth + 2) + TextColumns.Pad(Heading(plot.X), 8, right: true) + TextColumns.Pad(Heading(plot.Y), 8, right: true), Ink.Title), null),
            .. plot.Points.Select((p, i) => (Row(p, i == Selected), (int?)i)),
        ]);
        grid.Put(area with { Y = List.Bottom + 1, Height = pastRows }, [Line.Of($"Your tries by {NameOf(plot.X)}", Ink.Title), .. past]);
    }

    /// <summary>What two counts and a mark leave.</summary>
    int LabelWidth => Math.Max(12, List.Width - 20);

    string Heading(string metric) => NameOf(metric) switch { "false skips" => "false s.", "skipped pins" => "pins", var name => name };

    Line Row(PlotPoint point, bool isSelected) => Line.Of(
        new Run($"{point.Mark} ", point.Ink, CellStyle.Bold), new Run(TextColumns.Pad(TextColumns.Fit(point.Label, LabelWidth), LabelWidth), isSelected ? Ink.Strong : Ink.Text),
        new Run(TextColumns.Pad(PlotAxis.Short(point.Metrics[plot.X]), 8, right: true)), new Run(TextColumns.Pad(PlotAxis.Short(point.Metrics[plot.Y]), 8, right: true)),
        new Run(plot.Best.Contains(point) ? " *" : "", Ink.Accent, CellStyle.Bold)) with { Paper = isSelected ? Paper.Selected : Paper.Normal };

    void DrawChosen(Grid grid, Area area)
    {
        grid.Put(area, 0, Line.Of(new Run("@ ", Ink.Accent), new Run("last try  ", Ink.Muted), new Run("o ", Ink.Good), new Run("tries  ", Ink.Muted),
            new Run("R ", Ink.Title), new Run("level's own  ", Ink.Muted), new Run("a- ", Ink.Muted), new Run("history  ", Ink.Muted), new Run($"{Several} ", Ink.Muted), new Run("several  ", Ink.Muted), new Run("* ", Ink.Accent), new Run("best", Ink.Muted)));
        if (Chosen is { } point)
        {
            grid.Put(area, 1, Line.Of(TextColumns.Fit($"{point.Mark}  {point.Label}", area.Width), Ink.Strong));
            // The level's own and the player's are texts that may be seen here; each is one line.
            grid.Put(area, 2, Line.Of(TextColumns.Fit(string.Join(' ', point.Text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)), area.Width), Ink.Code));
        }
    }
}
