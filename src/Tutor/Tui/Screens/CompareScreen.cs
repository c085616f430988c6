using System.Collections.Immutable;
using Tutor.Core.Memory;
using Tutor.Core.Predicates;
using Tutor.Core.Simulation;
using Tutor.Core.Text;
using Tutor.Tui.Presentation;

namespace Tutor.Tui.Screens;

/// <summary>
/// Your predicate beside others: the last try, and the revisions of the patch. Listed by the page states on
/// which the two give different answers.
/// </summary>
sealed class CompareScreen : Screen
{
    readonly MapPane _map;
    readonly CompactControl _control;
    readonly ImmutableArray<StateCounts> _counts;
    readonly List<(string Title, SkipTable Answers, int Differ)> _others;
    readonly SkipTable _mine;
    int _selected;

    /// <param name="others">Titles and texts.</param>
    public CompareScreen(MapPane map, RunSettings run, Predicate mine, CompactionResult result,
        IEnumerable<(string Title, string Text)> others)
    {
        _map = map;
        _control = run.Control;
        _counts = result.ByState;
        _mine = mine.Answer(map.Map.Palette, _control);
        _others =
        [
            .. from other in others
               let predicate = Predicate.Compile(SourceText.From("predicate", other.Text), PredicateScope.All).Predicate
               where predicate is not null
               let answers = predicate.Answer(map.Map.Palette, _control)
               select (other.Title, answers, Differ(answers)),
        ];
    }

    public override IEnumerable<KeyScope> Scopes => [KeyScope.Choice, KeyScope.Everywhere];

    public override string Name => "Compare";

    public override bool IsOverlay => true;

    public override void Draw(Grid grid)
    {
        var width = Math.Min(grid.Width - 4, 100);
        var height = Math.Min(grid.Height - 3, 26);
        var inside = grid.Box(new Area((grid.Width - width) / 2, (grid.Height - height) / 2, width, height),
            "Where predicates differ on this map", isActive: true);
        for (var i = 0; i < _others.Count; i++)
        {
            var (title, _, differ) = _others[i];
            var paper = i == _selected ? Paper.Selected : Paper.Normal;
            grid.Fill(new Area(inside.X, inside.Y + i, inside.Width, 1), paper);
            var count = differ == 0 ? "the same" : $"{Words.Pages(differ)} differ";
            grid.Put(inside.X + 1, inside.Y + i, TextColumns.Fit(title, inside.Width - count.Length - 4), i == _selected ? Ink.Strong : Ink.Text, paper);
            grid.Put(inside.Right - count.Length - 1, inside.Y + i, count, differ == 0 ? Ink.Muted : Ink.Accent, paper);
        }

        DrawStates(grid, new Area(inside.X + 1, inside.Y + _others.Count + 1, inside.Width - 2, inside.Height - _others.Count - 1));
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
                _selected = Math.Min(_others.Count - 1, _selected + 1);
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
        var answers = _others[_selected].Answers;
        var rows = States(answers).OrderByDescending(id => _counts[id].Candidates).ToList();
        var lines = new List<Line>();
        if (rows.Count == 0)
        {
            lines.Add(Line.Of("On every page that either decides about, both say the same.", Ink.Muted));
        }
        else
        {
            lines.Add(Line.Of(new Run(TextColumns.Pad("pages", 8, right: true), Ink.Title),
                new Run("  " + TextColumns.Pad("yours", 8) + TextColumns.Pad("theirs", 8) + TextColumns.Pad("right is", 10) + "kind", Ink.Title)));
        }

        foreach (var id in rows)
        {
            var page = _map.Map.Palette[id];
            var right = Migration.MovableNow(page, _control) ? SkipAnswer.Keep : SkipAnswer.Skip;
            lines.Add(Line.Of(new Run(TextColumns.Pad(Words.Count(_counts[id].Candidates), 8, right: true), Ink.Strong),
                new Run("  " + TextColumns.Pad(Short(_mine[id]), 8), _mine[id] == right ? Ink.Good : Ink.Bad),
                new Run(TextColumns.Pad(Short(answers[id]), 8), answers[id] == right ? Ink.Good : Ink.Bad),
                new Run(TextColumns.Pad(Short(right), 10)), new Run(page.Kind, KindLooks.Of(page).Ink)));
        }

        lines.Add(Line.Empty);
        lines.Add(Line.Of(new Run("Enter", Ink.Key), new Run(" goes to the first page where they differ.", Ink.Muted)));
        grid.Put(area, lines);
    }

    static string Short(SkipAnswer answer) => answer switch
    {
        SkipAnswer.Skip => "skip",
        SkipAnswer.Keep => "keep",
        _ => "error",
    };

    void Jump()
    {
        var states = States(_others[_selected].Answers).ToHashSet();
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

            // Round to where it began: nothing is left.
            found = MapSearch.Next(_map.Map, states.Contains, page) is { } next && next > page ? next : null;
        }
    }

    IEnumerable<int> States(SkipTable other) =>
        Enumerable.Range(0, _counts.Length).Where(id => _counts[id].Candidates > 0 && _mine[id] != other[id]);

    int Differ(SkipTable other) => (int)States(other).Sum(id => _counts[id].Candidates);
}
