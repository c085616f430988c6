using Tutor.Game.Drawing;
using Tutor.Game.Keys;
using Tutor.Game.Playing;
using Tutor.Game.Reading;
using Tutor.Game.Screens.Level;

namespace Tutor.Game.Screens;

/// <summary>The hints that were asked for so far; one key shows the next, another one the answer.</summary>
/// <param name="moveOn">Leaves the level for the next one.</param>
sealed class HintScreen(HintLadder ladder, Action moveOn) : Screen
{
    readonly TextPane _pane = new();
    bool _isNewest = true;

    public override IEnumerable<KeyScope> Scopes => [KeyScope.Hint, KeyScope.Everywhere];

    public override string Name => "Hints";

    public override bool IsOverlay => true;

    public override void Draw(Grid grid)
    {
        // Beside the map that a hint speaks of, over score and card.
        var width = LevelLayout.RightWidth(grid.Width);
        var lines = new List<Line>();
        foreach (var (hint, i) in ladder.Seen.Select((h, i) => (h, i)))
        {
            lines.Add(Line.Of($"{i + 1}. {HintLadder.TitleOf(hint.Kind)}", Ink.Title, CellStyle.Bold));
            lines.AddRange(MarkdownText.Lines(hint.Text, width - 4));
            lines.Add(Line.Empty);
        }

        lines.AddRange(Wrapping.Wrap(Next(), width - 4));
        _pane.Lines = lines;
        if (_isNewest)
        {
            // The newest rung is what was asked for.
            _isNewest = false;
            _pane.ScrollTo(lines.Count);
        }

        var inside = grid.Box(new Area(grid.Width - width, 1, width, Math.Min(grid.Height - 2, lines.Count + 2)), "Hints", isActive: true);
        _pane.Draw(grid, new Area(inside.X + 1, inside.Y, inside.Width - 1, inside.Height));
        Footer.Draw(grid, Scopes);
    }

    public override bool Do(Command command)
    {
        switch (command)
        {
            case Command.Hint:
                Step(wantsAnswer: false);
                return true;
            case Command.Confirm when ladder.IsAnswerNext:
                Step(wantsAnswer: true);
                return true;
            case Command.ShowAll when ladder.Left > 0:
                while (Step(wantsAnswer: true))
                {
                }

                return true;
            case Command.ShowAll:
                Game.Close();
                moveOn();
                return true;
            default:
                return _pane.Do(command);
        }
    }

    public override void Mouse(int x, int y, int wheel) => _pane.Scroll(wheel);

    bool Step(bool wantsAnswer)
    {
        if (!ladder.Step(wantsAnswer))
        {
            return false;
        }

        _isNewest = true;
        return true;
    }

    Run[] Next() => ladder.Left == 0 ? [new Run("That was the last hint. ", Ink.Muted), new Run("m", Ink.Key), new Run(" moves on to the next level.", Ink.Muted)]
        : ladder.IsAnswerNext ? [new Run("The next one is the answer itself. Try once more, or ", Ink.Muted), new Run("Enter", Ink.Key), new Run(" shows it.", Ink.Muted)]
        : [new Run("F3", Ink.Key), new Run($" shows the next hint ({ladder.Left} more). Hints cost nothing.", Ink.Muted)];
}
