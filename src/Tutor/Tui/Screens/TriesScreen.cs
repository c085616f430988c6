using Tutor.Tui.Presentation;

namespace Tutor.Tui.Screens;

/// <summary>Your tries at a level: the best by each goal first, then all of them. One key brings a text back.</summary>
/// <param name="tries">Newest first.</param>
/// <param name="metrics">What the level's goals are about, and what golf counts.</param>
/// <param name="golf">The name of what golf counts.</param>
/// <param name="take">Takes a text over; null where no text is the player's.</param>
sealed class TriesScreen(IReadOnlyList<Try> tries, IReadOnlyList<string> metrics, string golf, Action<string>? take) : Screen
{
    readonly List<PersonalBest> _bests = Tries.Bests(tries, metrics);
    int _selected;
    int _first;
    Area _list;

    public override IEnumerable<KeyScope> Scopes => [KeyScope.Choice, KeyScope.Everywhere];

    public override string Name => "Your tries";

    public override bool IsOverlay => true;

    int Count => _bests.Count + tries.Count;

    Try Selected => _selected < _bests.Count ? _bests[_selected].Try : tries[_selected - _bests.Count];

    public override void Draw(Grid grid)
    {
        var width = Math.Min(grid.Width - 4, 100);
        var height = Math.Min(grid.Height - 3, Count + 10);
        var inside = grid.Box(new Area((grid.Width - width) / 2, (grid.Height - 1 - height) / 2, width, height), Name, isActive: true);
        var text = CodeColours.Lines(Selected.Attempt.Predicate).SelectMany(l => Wrapping.Wrap(l.Runs, inside.Width - 2)).ToList();
        var textRows = Math.Min(text.Count, Math.Max(2, inside.Height / 3));
        var rows = Rows(inside.Width);
        _list = inside with { Height = inside.Height - textRows - 1 };
        var row = rows.FindIndex(r => r.Index == _selected);
        _first = Math.Clamp(_first, Math.Max(0, row - _list.Height + 1), Math.Max(0, row - 1));
        grid.Put(_list, [.. rows.Select(r => r.Line)], _first);
        grid.ScrollBar(_list, _first, rows.Count);
        grid.Put(new Area(inside.X + 1, _list.Bottom + 1, inside.Width - 2, textRows), text);
        Footer.Draw(grid, Scopes);
    }

    public override bool Do(Command command)
    {
        switch (command)
        {
            case Command.Up:
                _selected = Math.Max(0, _selected - 1);
                return true;
            case Command.Down:
                _selected = Math.Min(Count - 1, _selected + 1);
                return true;
            case Command.Confirm:
                var text = Selected.Attempt.Predicate;
                Game.Close();
                take?.Invoke(text);
                return true;
            default:
                return false;
        }
    }

    public override void Mouse(int x, int y, int wheel)
    {
        if (wheel != 0)
        {
            Do(wheel > 0 ? Command.Down : Command.Up);
        }
        else if (_list.Contains(x, y) && Rows(_list.Width).ElementAtOrDefault(y - _list.Y + _first) is { Index: >= 0 and var clicked })
        {
            _selected = clicked;
        }
    }

    List<(Line Line, int Index)> Rows(int width)
    {
        var rows = new List<(Line Line, int Index)>();
        rows.Add((Line.Of(_bests.Count > 0 ? "Best of the tries that passed, on the shown map" : "Bests are kept from your first pass on", Ink.Title), -1));
        rows.AddRange(_bests.Select((b, i) => (Best(b, width, i == _selected), i)));
        rows.Add((Line.Empty, -1));
        rows.Add((Line.Of("All tries, the newest first", Ink.Title), -1));
        rows.AddRange(tries.Select((t, i) => (Row(t, width, _bests.Count + i == _selected), _bests.Count + i)));
        return rows;
    }

    Line Best(PersonalBest best, int width, bool isSelected)
    {
        var name = best.Metric == Tries.Golf ? golf : ScorePanel.Name(best.Metric);
        return Selectable(isSelected, width,
            new Run(TextColumns.Pad(name, 14), Ink.Text), new Run(TextColumns.Pad(Words.Count(best.Value), 9, right: true), Ink.Strong, CellStyle.Bold),
            new Run(TextColumns.Pad($"  try {best.Try.Number}", 10), Ink.Muted), new Run(OneLine(best.Try), Ink.Code));
    }

    Line Row(Try one, int width, bool isSelected)
    {
        var counts = string.Concat(metrics.Where(one.Metrics.ContainsKey).Take(3)
            .Select(m => $"{(m == Tries.Golf ? golf : ScorePanel.Name(m))} {Words.Count(one.Metrics[m])}  "));
        return Selectable(isSelected, width,
            new Run(TextColumns.Pad($"{one.Number}", 4, right: true), Ink.Muted), new Run($" {Medals.Stars(one.Attempt.Verdict)} ", Ink.Accent),
            new Run(counts, one.IsPassed ? Ink.Good : Ink.Muted), new Run(OneLine(one), Ink.Code));
    }

    static string OneLine(Try one) => string.Join(' ', one.Attempt.Predicate.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

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

        return Line.Of([.. cut]).After(new Run(isSelected ? $"{Glyphs.Current.Arrow} " : "  ", Ink.Accent))
            with { Paper = isSelected ? Paper.Selected : Paper.Normal };
    }
}
