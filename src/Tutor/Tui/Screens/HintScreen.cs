using System.Collections.Immutable;
using Tutor.Tui.Presentation;

namespace Tutor.Tui.Screens;

/// <summary>The hints that were asked for so far; one key shows the next.</summary>
sealed class HintScreen(ImmutableArray<HintLine> hints, int shown) : Screen
{
    readonly TextPane _pane = new();
    int _shown = shown;

    public override IEnumerable<KeyScope> Scopes => [KeyScope.Card, KeyScope.Level, KeyScope.Everywhere];

    public override string Name => "Hints";

    public override bool IsOverlay => true;

    public override void Draw(Grid grid)
    {
        var width = Math.Min(grid.Width - 6, 72);
        var lines = new List<Line>();
        for (var i = 0; i < _shown; i++)
        {
            lines.Add(Line.Of($"{i + 1}. {Title(hints[i].Kind)}", Ink.Title, CellStyle.Bold));
            lines.AddRange(MarkdownText.Lines(hints[i].Text, width - 4));
            lines.Add(Line.Empty);
        }

        lines.Add(_shown < hints.Length
            ? Line.Of(new Run("F3", Ink.Key), new Run($" shows the next hint ({hints.Length - _shown} more). Hints cost nothing.", Ink.Muted))
            : Line.Of("That was the last hint.", Ink.Muted));
        _pane.Lines = lines;
        var height = Math.Min(grid.Height - 3, lines.Count + 2);
        var inside = grid.Box(new Area((grid.Width - width) / 2, (grid.Height - height) / 2, width, height), "Hints", isActive: true);
        _pane.Draw(grid, new Area(inside.X + 1, inside.Y, inside.Width - 1, inside.Height));
        Footer.Draw(grid, [KeyScope.Everywhere]);
    }

    public override bool Do(Command command)
    {
        if (command == Command.Hint)
        {
            _shown = Math.Min(_shown + 1, hints.Length);
            return true;
        }

        // The keys of the level below wait until this is closed.
        return command is not (Command.Back or Command.Quit or Command.Redraw or Command.Help or Command.Settings)
            && (_pane.Do(command) || true);
    }

    static string Title(string kind) => kind switch
    {
        "nudge" => "A nudge",
        "concept" => "The idea",
        "page" => "Look at this page",
        "shape" => "The shape of an answer",
        "answer" => "The answer",
        _ => "Hint",
    };
}
