using Tutor.Game.Drawing;
using Tutor.Game.Keys;

namespace Tutor.Game.Screens;

/// <summary>Colours, characters, motion. What is chosen shows at once.</summary>
sealed class SettingsScreen : Screen
{
    int _row;

    public override IEnumerable<KeyScope> Scopes => [KeyScope.Choice, KeyScope.Everywhere];

    public override string Name => "Settings";

    public override bool IsOverlay => true;

    static int RowCount => Theme.All.Length + 2;

    public override void Draw(Grid grid)
    {
        var inside = grid.Box(new Area((grid.Width - 46) / 2, Math.Max(1, grid.Height / 2 - 6), 46, RowCount + 4), "Settings", isActive: true);
        for (var i = 0; i < RowCount; i++)
        {
            var (mark, text) = RowText(i);
            var y = inside.Y + i + (i >= Theme.All.Length ? 1 : 0);
            var paper = i == _row ? Paper.Selected : Paper.Normal;
            grid.Fill(new Area(inside.X, y, inside.Width, 1), paper);
            grid.Put(inside.X + 1, y, mark, Ink.Key, paper);
            grid.Put(inside.X + 5, y, text, i == _row ? Ink.Strong : Ink.Text, paper);
        }

        if (Game.Settings.Depth == ColourDepth.None)
        {
            grid.Put(inside.X + 1, inside.Bottom - 1, "NO_COLOR is set: no colours are sent", Ink.Muted);
        }

        Footer.Draw(grid, Scopes);
    }

    public override bool Do(Command command)
    {
        switch (command)
        {
            case Command.Up:
                _row = Math.Max(0, _row - 1);
                return true;
            case Command.Down:
                _row = Math.Min(RowCount - 1, _row + 1);
                return true;
            case Command.Confirm:
                Choose();
                return true;
            default:
                return false;
        }
    }

    void Choose()
    {
        if (_row < Theme.All.Length)
        {
            Game.Settings.Choose(Theme.All[_row]);
        }
        else if (_row == Theme.All.Length)
        {
            Game.Settings.ToggleAscii();
        }
        else
        {
            Game.Settings.ToggleCalm();
        }
    }

    (string Mark, string Text) RowText(int row)
    {
        if (row < Theme.All.Length)
        {
            return (Theme.All[row] == Game.Settings.Theme ? "(*)" : "( )", Theme.All[row].Title);
        }

        return row == Theme.All.Length
            ? (Game.Settings.IsAscii ? "[x]" : "[ ]", "Frames and marks in plain ASCII")
            : (Game.Settings.IsCalm ? "[x]" : "[ ]", "Nothing moves by itself");
    }
}
