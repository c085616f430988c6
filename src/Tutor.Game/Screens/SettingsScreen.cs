using System.Collections.Immutable;
using Tutor.Game.Drawing;
using Tutor.Game.Keys;
using Tutor.Game.Reading;

namespace Tutor.Game.Screens;

/// <summary>Colours, characters, motion, mouse. What is chosen shows at once.</summary>
sealed class SettingsScreen : ListScreen
{
    /// <summary>One row each: whether it is on, how that is marked, what it says, what choosing it does.</summary>
    static readonly ImmutableArray<(Func<GameSettings, bool> IsOn, bool IsOneOfMany, string Text, Action<GameSettings> Choose)> Rows =
    [
        (s => s.FollowsBackground, true, "Dark or light, as the terminal is", s => s.FollowBackground()),
        .. Theme.All.Select(theme => ((Func<GameSettings, bool>)(s => !s.FollowsBackground && s.Theme == theme), true, theme.Title,
            (Action<GameSettings>)(s => s.Choose(theme)))),
        (s => s.IsAscii, false, "Frames and marks in plain ASCII", s => s.ToggleAscii()),
        (s => s.IsCalm, false, "Nothing moves by itself", s => s.ToggleCalm()),
        (s => s.IsMouseOn, false, "Mouse (off: the terminal selects text)", s => s.ToggleMouse()),
    ];

    public override IEnumerable<KeyScope> Scopes => [KeyScope.Choice, KeyScope.Everywhere];

    public override string Name => "Settings";

    public override bool DimsBelow => true;

    protected override int Count => Rows.Length;

    public override void Draw(Grid grid)
    {
        var rows = new List<(Line Line, int? Item)>();
        for (var i = 0; i < Rows.Length; i++)
        {
            if (i > 0 && Rows[i].IsOneOfMany != Rows[i - 1].IsOneOfMany)
            {
                rows.Add((Line.Empty, null));
            }

            rows.Add((RowOf(i), i));
        }

        if (Game.Settings.Depth == ColourDepth.None)
        {
            rows.Add((Line.Of("No colours are sent: NO_COLOR, or the terminal", Ink.Muted), null));
        }

        List = grid.PopupBox(50, rows.Count + 2, Name);
        DrawRows(grid, rows);
        Footer.Draw(grid, Scopes, isOff: c => c == Command.Settings);
    }

    public override bool Do(Command command)
    {
        if (command != Command.Confirm)
        {
            return base.Do(command);
        }

        Rows[Selected].Choose(Game.Settings);
        return true;
    }

    protected override int? ItemAt(int row)
    {
        var gap = Rows.Count(r => r.IsOneOfMany);
        return row == gap || row > Rows.Length ? null : row < gap ? row : row - 1;
    }

    Line RowOf(int i)
    {
        var row = Rows[i];
        var isOn = row.IsOn(Game.Settings);
        var mark = row.IsOneOfMany ? (isOn ? "(*)" : "( )") : isOn ? "[x]" : "[ ]";
        return Line.Of(new Run(mark, Ink.Key), new Run(" "), new Run(row.Text, i == Selected ? Ink.Strong : Ink.Text))
            with { Paper = i == Selected ? Paper.Selected : Paper.Normal };
    }
}
