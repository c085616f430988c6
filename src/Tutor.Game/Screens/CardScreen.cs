using Tutor.Core.Levels;
using Tutor.Core.Play;
using Tutor.Core.Predicates;
using Tutor.Game.Drawing;
using Tutor.Game.Keys;
using Tutor.Game.Panes;
using Tutor.Game.Playing;
using Tutor.Game.Reading;

namespace Tutor.Game.Screens;

/// <summary>The page card over the whole screen: for cards that the pane beside the map cuts.</summary>
/// <param name="step">Goes on by a page in place of the map, or null.</param>
sealed class CardScreen(MapPane map, Func<int, IReadOnlyList<Line>> lines, Action<int>? step = null) : Screen
{
    /// <summary>A line of a copied card.</summary>
    const int TextWrapColumns = 76;

    readonly TextPane _pane = new();

    /// <summary>The card of a page of any run, also of a run on a hidden map.</summary>
    /// <param name="say">Said above the card, or null.</param>
    public static CardScreen Of(MapRun run, int page, Predicate predicate, string? say = null)
    {
        var pane = new MapPane(run.Map.Map) { Verdicts = run.Result.Verdicts };
        pane.MoveTo(page);
        var where = run.Map.Role == MapRole.Shown ? "" : $" This is on map {run.Map.Id}.";
        return new CardScreen(pane, width =>
        [
            .. say is null ? [] : Wrapping.Wrap(say + where, width, Ink.Warning).Append(Line.Empty),
            .. PageCard.Lines(run.Map.Map, pane.Cursor, pane.VerdictAt(pane.Cursor), predicate, run.Map.Settings.Control, width,
                run.Map.Scenario.BecauseOf(pane.Cursor)),
        ]);
    }

    public override IEnumerable<KeyScope> Scopes => [KeyScope.Card, KeyScope.Everywhere];

    public override string Name => "Page card";

    public override bool IsOverlay => true;

    public override bool DimsBelow => true;

    public override string? CopyText => string.Join('\n', lines(TextWrapColumns).Select(l => l.Text)) + "\n";

    public override void Draw(Grid grid)
    {
        _pane.Lines = lines(grid.PopupText(84));
        _pane.Draw(grid, grid.PopupBox(84, Math.Max(12, _pane.Lines.Count + 2), Name));
        Footer.Draw(grid, Scopes);
    }

    public override bool Do(Command command)
    {
        switch (command)
        {
            case Command.Left or Command.Right:
                (step ?? (by => map.MoveTo(map.Cursor + by)))(command == Command.Left ? -1 : 1);
                return true;
            case Command.NextWrong:
                map.Jump(Words.IsWrong);
                return true;
            case Command.PreviousWrong:
                map.Jump(Words.IsWrong, backwards: true);
                return true;
            case Command.Card:
                Game.Close();
                return true;
            default:
                return _pane.Do(command);
        }
    }

    public override void Mouse(int x, int y, int wheel) => _pane.Scroll(wheel);
}
