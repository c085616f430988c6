using Tutor.Game.Drawing;
using Tutor.Game.Keys;
using Tutor.Game.Panes;
using Tutor.Game.Playing;
using Tutor.Game.Reading;
using Tutor.Game.Text;

namespace Tutor.Game.Screens;

/// <summary>
/// Your tries by two counts at once, beside the level's own predicate and history's, as numbers and bars; and where the
/// last one stands among your own.
/// </summary>
/// <param name="golf">The name of what golf counts.</param>
sealed class PlotScreen(TryPlot plot, string golf) : ListScreen
{
    /// <summary>Columns of a number, and of a blank before and behind it.</summary>
    const int NumberColumns = 8;

    public override IEnumerable<KeyScope> Scopes => [KeyScope.Plot, KeyScope.Everywhere];

    public override string Name => "Tries by two counts";

    public override bool DimsBelow => true;

    protected override int Count => plot.Points.Length;

    PlotPoint? Chosen => Selected < plot.Points.Length ? plot.Points[Selected] : null;

    public override void Draw(Grid grid)
    {
        // The list, what its bars stand above, and below a heading, at most five rows and a blank.
        var inside = grid.PopupBox(150, plot.Points.Length + 13, Name);
        if (plot.Points.IsEmpty)
        {
            grid.Put(inside, Wrapping.Wrap("There is nothing to lay out yet: hand a predicate in first.", inside.Width - 1));
            Footer.Draw(grid, Scopes);
            return;
        }

        DrawLists(grid, inside with { Height = inside.Height - 3 });
        DrawChosen(grid, new Area(inside.X, inside.Bottom - 3, inside.Width - 1, 3));
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

    void DrawLists(Grid grid, Area area)
    {
        List<long> own = [.. plot.Points.Where(p => p.Owner is PlotOwner.LastTry or PlotOwner.Try).Select(p => p.Metrics[plot.X])];
        var past = PastBars.Lines(own, area.Width - 1);
        var pastRows = past.Count == 0 ? 0 : past.Count + 2;
        List = area with { Height = Math.Max(3, area.Height - pastRows) };
        var x = new PlotAxis([.. plot.Points.Select(p => p.Metrics[plot.X])]);
        var y = new PlotAxis([.. plot.Points.Select(p => p.Metrics[plot.Y])]);
        DrawRows(grid,
        [
            (Line.Of([new Run(TextColumns.Pad("", LabelColumns + 2)), .. Heading("x", plot.X, x), .. Heading("y", plot.Y, y)]), null),
            .. plot.Points.Select((p, i) => (Row(p, x, y, i == Selected), (int?)i)),
        ]);
        grid.Put(area with { Y = List.Bottom + 1, Height = pastRows }, [Line.Of($"How many of your tries had so many {NameOf(plot.X)}; @ is the last", Ink.Title), .. past]);
    }

    /// <summary>Columns of the longest bar.</summary>
    int BarColumns => Math.Clamp((List.Width - 30) / 2 - NumberColumns, 6, 40);

    /// <summary>What two counts and a mark leave.</summary>
    int LabelColumns => Math.Max(12, List.Width - 4 - 2 * (NumberColumns + BarColumns));

    Run[] Heading(string key, string metric, PlotAxis axis)
    {
        var room = NumberColumns + BarColumns - 3;
        var name = $"{NameOf(metric)}, {(Pareto.IsLessBetter(metric) ? "less" : "more")}";
        var whole = $"{name} is better{(axis.IsLogarithmic ? " (log)" : "")}";
        return [new Run($" {key} ", Ink.Key), new Run(TextColumns.Pad(whole.Length < room ? whole : name, room), Ink.Title)];
    }

    Line Row(PlotPoint point, PlotAxis x, PlotAxis y, bool isSelected) => Line.Of(
    [
        new Run($"{point.Mark} ", InkOf(point.Owner), CellStyle.Bold),
        new Run(TextColumns.Pad(TextColumns.Fit(point.Label, LabelColumns), LabelColumns), isSelected ? Ink.Strong : Ink.Text),
        .. Bar(point, plot.X, x), .. Bar(point, plot.Y, y),
        new Run(plot.Best.Contains(point) ? "*" : "", Ink.Good, CellStyle.Bold),
    ]) with { Paper = isSelected ? Paper.Selected : Paper.Normal };

    Run[] Bar(PlotPoint point, string metric, PlotAxis axis) =>
    [
        new Run(TextColumns.Pad(PlotAxis.Short(point.Metrics[metric]), NumberColumns - 1, right: true) + " "),
        new Run(TextColumns.Pad(string.Concat(Enumerable.Repeat(Glyphs.Full, axis.Bar(point.Metrics[metric], BarColumns - 1))), BarColumns),
            Pareto.IsLessBetter(metric) ? Ink.FalseSkip : Ink.Migrated),
    ];

    void DrawChosen(Grid grid, Area area)
    {
        grid.Put(area, 0, Line.Of(new Run("@ ", Ink.Strong), new Run("last try  ", Ink.Muted), new Run("o ", Ink.Good), new Run("tries  ", Ink.Muted),
            new Run("R ", Ink.Title), new Run("level's own  ", Ink.Muted), new Run("a- ", Ink.Muted), new Run("history  ", Ink.Muted), new Run("* ", Ink.Good), new Run("best: beaten by none", Ink.Muted)));
        if (Chosen is { } point)
        {
            grid.Put(area, 1, Line.Of(TextColumns.Fit($"{point.Mark}  {point.Label}", area.Width), Ink.Strong));
            // Texts of the level and of the player may be seen here, cut to one line each.
            grid.Put(area, 2, Line.Of(TextColumns.Fit(string.Join(' ', point.Text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)), area.Width), Ink.Code));
        }
    }

    static Ink InkOf(PlotOwner owner) => owner switch
    {
        PlotOwner.LastTry => Ink.Strong,
        PlotOwner.Try => Ink.Good,
        PlotOwner.Reference => Ink.Title,
        PlotOwner.History => Ink.Muted,
    };
}
