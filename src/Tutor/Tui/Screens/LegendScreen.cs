using Tutor.Tui.Presentation;

namespace Tutor.Tui.Screens;

/// <summary>Every mark of the map, what it means and how often it occurs; one key goes to a page that has it.</summary>
/// <param name="isSecret">What becomes of the pages is still to be foretold.</param>
sealed class LegendScreen(MapPane map, bool isSecret) : Screen
{
    readonly List<LegendEntry> _entries =
        [.. isSecret || map.Verdicts.Count == 0 ? [] : map.Legend.Verdicts(map.Verdicts), .. map.Legend.Kinds()];

    int _selected;
    int _first;
    Area _list;

    public override IEnumerable<KeyScope> Scopes => [KeyScope.Legend, KeyScope.Everywhere];

    public override string Name => "Legend";

    public override bool IsOverlay => true;

    public override void Draw(Grid grid)
    {
        var width = Math.Min(grid.Width - 4, 84);
        var rows = Rows(width - 3);
        var height = Math.Min(grid.Height - 2, rows.Count + 2);
        _list = grid.Box(new Area((grid.Width - width) / 2, (grid.Height - 1 - height) / 2, width, height), "What the marks mean", isActive: true);
        var row = rows.FindLastIndex(r => r.Entry == _selected);
        _first = Math.Clamp(_first, Math.Max(0, row - _list.Height + 1), Math.Max(0, rows.FindIndex(r => r.Entry == _selected) - 1));
        grid.Put(_list, [.. rows.Select(r => r.Line)], _first);
        grid.ScrollBar(_list, _first, rows.Count);
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
                _selected = Math.Min(_entries.Count - 1, _selected + 1);
                return true;
            case Command.Confirm or Command.PreviousLike:
                Jump(backwards: command == Command.PreviousLike);
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
        else if (_list.Contains(x, y) && Rows(_list.Width - 1).ElementAtOrDefault(y - _list.Y + _first) is { Entry: >= 0 and var clicked })
        {
            _selected = clicked;
        }
    }

    void Jump(bool backwards)
    {
        var entry = _entries[_selected];
        if (entry.Verdict is { } verdict)
        {
            map.Mode = MapMode.Verdicts;
            map.Jump(v => v == verdict, backwards);
        }
        else
        {
            map.Mode = MapMode.Kinds;
            map.JumpToKind(entry.Look, backwards);
        }

        Game.Close();
    }

    List<(Line Line, int Entry)> Rows(int width)
    {
        var rows = new List<(Line, int)>();
        for (var i = 0; i < _entries.Count; i++)
        {
            var entry = _entries[i];
            if (i == 0 || (entry.Verdict is null && _entries[i - 1].Verdict is not null))
            {
                rows.Add((Line.Of(entry.Verdict is null ? "Kinds of memory" : "What became of the pages", Ink.Title, CellStyle.Bold), -1));
            }

            var pages = entry.Pages is { } n ? Words.Count(n) : "";
            var head = new[]
            {
                new Run(i == _selected ? $"{Glyphs.Current.Arrow} " : "  ", Ink.Accent), new Run(entry.Look.Glyph, entry.Look.Ink, CellStyle.Bold),
                new Run($" {TextColumns.Pad(entry.Look.Name, 19)}", i == _selected ? Ink.Strong : Ink.Text), new Run(TextColumns.Pad(pages, 12, right: true) + "  ", Ink.Muted),
            };
            foreach (var line in Wrapping.Wrap(entry.Means, Math.Max(10, width - 36), Ink.Muted))
            {
                rows.Add((line.After(head) with { Paper = i == _selected ? Paper.Selected : Paper.Normal }, i));
                head = [new Run(new string(' ', 36))];
            }
        }

        return rows;
    }
}
