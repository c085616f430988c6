using Tutor.Game.Drawing;
using Tutor.Game.Keys;
using Tutor.Game.Reading;

namespace Tutor.Game.Screens;

/// <summary>A message that its pane had no room for.</summary>
/// <param name="lines">The message, wrapped to a width.</param>
sealed class SaidScreen(Func<int, IReadOnlyList<Line>> lines) : Screen
{
    readonly TextPane _pane = new();

    public override IEnumerable<KeyScope> Scopes => [KeyScope.Brief, KeyScope.Everywhere];

    public override string Name => "What was said";

    public override bool IsOverlay => true;

    public override string? CopyText => string.Join('\n', lines(80).Select(l => l.Text)) + "\n";

    public override void Draw(Grid grid)
    {
        _pane.Lines = lines(grid.PopupText(80));
        _pane.Draw(grid, grid.PopupBox(80, _pane.Lines.Count + 2, Name, PopupPlace.Bottom));
        Footer.Draw(grid, Scopes, isOff: c => c == Command.WholeBrief);
    }

    public override bool Do(Command command)
    {
        if (command != Command.WholeBrief)
        {
            return _pane.Do(command);
        }

        Game.Close();
        return true;
    }

    public override void Mouse(int x, int y, int wheel) => _pane.Scroll(wheel);
}
