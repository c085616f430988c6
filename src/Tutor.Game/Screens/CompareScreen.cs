using System.Globalization;
using Tutor.Core.Memory;
using Tutor.Core.Predicates;
using Tutor.Core.Simulation;
using Tutor.Game.Drawing;
using Tutor.Game.Keys;
using Tutor.Game.Panes;
using Tutor.Game.Playing;
using Tutor.Game.Reading;
using Tutor.Game.Text;

namespace Tutor.Game.Screens;

/// <summary>
/// Your predicate beside others: the last try, and the revisions of the patch. Listed by the page states on
/// which the two give different answers.
/// </summary>
sealed class CompareScreen : Screen
{
    readonly MapPane _map;
    readonly CompactControl _control;
    readonly Comparison _comparison;

    /// <summary>The largest number of states on which a rival differs. The list keeps room for so many, so that nothing jumps.</summary>
    readonly int _mostStates;
    int _selected;
    int _state;
    int _first;

    /// <param name="others">Titles and texts.</param>
    public CompareScreen(MapPane map, RunSettings run, Predicate mine, CompactionResult result,
        IEnumerable<(string Title, string Text)> others)
    {
        _map = map;
        _control = run.Control;
        _comparison = new Comparison(map.Map, run.Control, mine, result, others);
        _mostStates = _comparison.Others.Select(o => _comparison.Differing(o).Count).DefaultIfEmpty().Max();
    }

    public override IEnumerable<KeyScope> Scopes => [KeyScope.Compare, KeyScope.Everywhere];

    public override string Name => "Compare";

    public override bool IsOverlay => true;

    public override void Draw(Grid grid)
    {
        var inside = grid.PopupBox(100, Math.Min(26, _comparison.Others.Length + Math.Max(1, _mostStates) + 5), "Where predicates differ on this map", PopupPlace.Bottom);
        var most = Math.Min(_comparison.Others.Length, Math.Max(3, inside.Height - 8));
        _first = Math.Clamp(_first, Math.Max(0, _selected - most + 1), _selected);
        for (var i = _first; i < _first + most && i < _comparison.Others.Length; i++)
        {
            var y = inside.Y + i - _first;
            var (title, _, differ) = _comparison.Others[i];
            var paper = i == _selected ? Paper.Selected : Paper.Normal;
            grid.Fill(new Area(inside.X, y, inside.Width, 1), paper);
            var count = differ == 0 ? "the same" : $"{Words.Pages(differ)} differ";
            grid.Put(inside.X, y, TextColumns.Fit(title, inside.Width - count.Length - 4), i == _selected ? Ink.Strong : Ink.Text, paper);
            grid.Put(inside.Right - count.Length - 1, y, count, differ == 0 ? Ink.Muted : Ink.Strong, paper);
        }

        grid.ScrollBar(inside with { Height = most }, _first, _comparison.Others.Length);
        DrawStates(grid, new Area(inside.X, inside.Y + most + 1, inside.Width - 1, inside.Height - most - 1));
        Footer.Draw(grid, Scopes);
    }

    public override bool Do(Command command)
    {
        switch (command)
        {
            case Command.Up:
                _selected = Math.Max(0, _selected - 1);
                _state = 0;
                return true;
            case Command.Down:
                _selected = Math.Min(_comparison.Others.Length - 1, _selected + 1);
                _state = 0;
                return true;
            case Command.Left or Command.Right:
                _state = Math.Clamp(_state + (command == Command.Left ? -1 : 1), 0, Math.Max(0, Listed().Count - 1));
                return true;
            case Command.Confirm:
                Jump();
                return true;
            default:
                return false;
        }
    }

    void DrawStates(Grid grid, Area area)
    {
        var rows = Listed();
        var lines = new List<Line>();
        if (rows.Count == 0)
        {
            lines.AddRange(Wrapping.Wrap("On every page that either decides about, both say the same.", area.Width, Ink.Muted));
        }
        else
        {
            lines.Add(Line.Of(new Run(TextColumns.Pad("pages", 8, right: true), Ink.Title),
                new Run("  " + TextColumns.Pad("yours", 8) + TextColumns.Pad("theirs", 8) + TextColumns.Pad("right is", 10) + "kind", Ink.Title)));
        }

        // The head and the line below take two rows; the one that is chosen is always seen.
        var room = Math.Max(1, area.Height - 2);
        var first = Math.Clamp(_state - room + 1, 0, Math.Max(0, rows.Count - room));
        foreach (var row in rows.Skip(first).Take(room))
        {
            lines.Add(Line.Of(new Run(TextColumns.Pad(Words.Count(row.Pages), 8, right: true), Ink.Strong),
                new Run("  " + TextColumns.Pad(Words.Short(row.Mine), 8), row.Mine == row.Right ? Ink.Good : Ink.Bad),
                new Run(TextColumns.Pad(Words.Short(row.Theirs), 8), row.Theirs == row.Right ? Ink.Good : Ink.Bad),
                new Run(TextColumns.Pad(Words.Short(row.Right), 10)), new Run(row.Page.Kind, KindLooks.Of(row.Page).Ink), new Run(Counts(row.Page), Ink.Muted))
                with { Paper = row == rows[_state] ? Paper.Selected : Paper.Normal });
        }

        if (rows.Count > 0)
        {
            lines.Add(Line.Of(new Run("Right", Ink.Key), new Run(" next state, ", Ink.Muted), new Run("Enter", Ink.Key),
                new Run($" goes to a page of it.  {rows.Count} {(rows.Count == 1 ? "state" : "states")} in all.", Ink.Muted)));
        }

        grid.Put(area, lines);
    }

    void Jump()
    {
        if (Listed() is not { Count: > 0 } listed)
        {
            return;
        }

        var states = new HashSet<int> { listed[_state].Id };
        var last = _map.Map.PageCount - 1;
        var found = MapSearch.Next(_map.Map, states.Contains, last);
        while (found is { } page)
        {
            if (_map.VerdictAt(page) != PageVerdict.NeverCandidate)
            {
                _map.MoveTo(page);
                Game.Close();
                return;
            }

            // The search came back to its beginning: there is no other.
            found = MapSearch.Next(_map.Map, states.Contains, page) is { } next && next > page ? next : null;
        }
    }

    List<DifferingState> Listed() => _comparison.Differing(_comparison.Others[_selected]);

    string Counts(PageState page) => string.Create(CultureInfo.InvariantCulture, $"  refs {page.RefCount + _control.OwnReferences}, maps {page.MapCount}");
}
