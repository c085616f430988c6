using Tutor.Core.Scoring;
using Tutor.Game.Drawing;
using Tutor.Game.Keys;
using Tutor.Game.Panes;
using Tutor.Game.Playing;
using Tutor.Game.Playing.Progress;
using Tutor.Game.Reading;
using Tutor.Game.Text;

namespace Tutor.Game.Screens;

/// <summary>Your tries at a level: the best by each goal first, then all of them. One key brings a text back.</summary>
/// <param name="tries">Newest first.</param>
/// <param name="metrics">What the level's goals are about, and what golf counts.</param>
/// <param name="golf">The name of what golf counts.</param>
/// <param name="take">Takes a text over; null if the player writes none.</param>
/// <param name="plot">Lays the tries out; null where they count nothing, or where that would tell what is to be foretold.</param>
sealed class TriesScreen(IReadOnlyList<Try> tries, IReadOnlyList<string> metrics, string golf, Action<string>? take,
    Func<TryPlot>? plot = null) : ListScreen
{
    readonly List<PersonalBest> _bests = Tries.Bests(tries, metrics);

    public override IEnumerable<KeyScope> Scopes =>
        [.. plot is null ? Array.Empty<KeyScope>() : [KeyScope.Tries], KeyScope.Choice, KeyScope.Everywhere];

    public override string Name => "Your tries";

    public override bool DimsBelow => true;

    protected override int Count => _bests.Count + tries.Count;

    Try Chosen => Selected < _bests.Count ? _bests[Selected].Try : tries[Selected - _bests.Count];

    public override void Draw(Grid grid)
    {
        var inside = grid.PopupBox(100, Count + 10, Name);
        var text = CodeColours.Lines(Chosen.Attempt.Answer).SelectMany(l => Wrapping.Wrap(l.Runs, inside.Width - 1)).ToList();
        var textRows = Math.Min(text.Count, Math.Max(2, inside.Height / 3));
        List = inside with { Height = inside.Height - textRows - 1 };
        DrawRows(grid, Rows(inside.Width));
        grid.Put(new Area(inside.X, List.Bottom + 1, inside.Width - 1, textRows), text);
        Footer.Draw(grid, Scopes);
    }

    public override bool Do(Command command)
    {
        if (command == Command.Confirm)
        {
            var text = Chosen.Attempt.Predicate;
            Game.Close();
            take?.Invoke(text);
            return true;
        }

        if (command == Command.Plot && plot is not null)
        {
            Game.Open(new PlotScreen(plot(), golf));
            return true;
        }

        return base.Do(command);
    }

    protected override int? ItemAt(int row) => Rows(List.Width).ElementAtOrDefault(row).Item;

    List<(Line Line, int? Item)> Rows(int width)
    {
        var rows = new List<(Line Line, int? Item)>();
        rows.Add((Line.Of(_bests.Count > 0 ? "Best of the tries that passed, on the shown map" : "Bests are kept from your first pass on", Ink.Title), null));
        rows.AddRange(_bests.Select((b, i) => (Best(b, width, i == Selected), (int?)i)));
        rows.Add((Line.Empty, null));
        rows.Add((Line.Of("All tries, the newest first", Ink.Title), null));
        rows.AddRange(tries.Select((t, i) => (Row(t, width, _bests.Count + i == Selected), (int?)(_bests.Count + i))));
        return rows;
    }

    Line Best(PersonalBest best, int width, bool isSelected)
    {
        var name = GoalWords.NameOf(best.Metric, golf);
        return Selectable(isSelected, width,
            new Run(TextColumns.Pad(name, 14), Ink.Text), new Run(TextColumns.Pad(Words.Count(best.Value), 9, right: true), Ink.Strong, CellStyle.Bold),
            new Run(TextColumns.Pad($"  try {best.Try.Number}", 10), Ink.Muted), new Run(OneLine(best.Try), Ink.Code));
    }

    Line Row(Try one, int width, bool isSelected)
    {
        var counts = string.Concat(metrics.Where(one.Metrics.ContainsKey).Take(3)
            .Select(m => $"{GoalWords.NameOf(m, golf)} {Words.Count(one.Metrics[m])}  "));
        return Selectable(isSelected, width,
            new Run(TextColumns.Pad($"{one.Number}", 4, right: true), Ink.Muted), new Run($" {Medals.Stars(Verdicts.Find(one.Attempt.Verdict))} ", Ink.Good),
            new Run(counts, one.IsPassed ? Ink.Good : Ink.Muted), new Run(OneLine(one), Ink.Code));
    }

    static string OneLine(Try one) => string.Join(' ', one.Attempt.Answer.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    static Line Selectable(bool isSelected, int width, params Run[] runs)
    {
        var room = width - 3;
        var cut = new List<Run>();
        foreach (var run in runs)
        {
            var text = TextColumns.Fit(run.Text, Math.Max(0, room));
            room -= TextColumns.Of(text);
            cut.Add(run with { Text = text });
        }

        return Line.Of([.. cut]).After(new Run(isSelected ? $"{Glyphs.Arrow} " : "  ", Ink.Accent))
            with { Paper = isSelected ? Paper.Selected : Paper.Normal };
    }
}
