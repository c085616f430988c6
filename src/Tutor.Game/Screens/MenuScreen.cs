using Tutor.Game.Drawing;
using Tutor.Game.Keys;
using Tutor.Game.Reading;
using Tutor.Game.Text;

namespace Tutor.Game.Screens;

/// <summary>What can be done on the screen below, by a letter each, from the one table of keys.</summary>
/// <param name="scopes">Of the screen below.</param>
/// <param name="isOff">A command that would only be refused there.</param>
sealed class MenuScreen(IReadOnlyList<KeyScope> scopes, Func<Command, bool> isOff) : ListScreen
{
    readonly List<(string Letter, KeyRow Row)> _items =
        [.. KeyMap.RowsOf(scopes).OrderBy(r => r.Scope is KeyScope.Level or KeyScope.Everywhere ? 0 : 1).Select(r => (Letter: KeyMap.LetterOf(r)!, Row: r)).Where(i => i.Letter is not null && !isOff(i.Row.Command))];

    public override IEnumerable<KeyScope> Scopes => [KeyScope.Menu, KeyScope.Everywhere];

    public override string Name => "Menu";

    /// <summary>Letters choose.</summary>
    public override bool IsEditing => true;

    public override bool DimsBelow => true;

    protected override int Count => _items.Count;

    public override void Draw(Grid grid)
    {
        var width = grid.PopupWidth(76);
        var height = Math.Min(grid.Height - 3, _items.Count + 2);
        var inside = grid.Box(new Area((grid.Width - width) / 2, Math.Max(0, grid.Height - 2 - height), width, height), "Menu", isActive: true);
        List = new Area(inside.X + 1, inside.Y, inside.Width - 2, inside.Height);
        DrawRows(grid, [.. _items.Select((item, i) => (LineOf(item.Letter, item.Row, List.Width, i == Selected), (int?)i))]);
        Footer.Draw(grid, Scopes, isEditing: true);
    }

    public override bool Do(Command command)
    {
        switch (command)
        {
            case Command.Confirm when _items.Count > 0:
                Run(_items[Selected].Letter);
                return true;
            case Command.Menu:
                Game.Close();
                return true;
            default:
                return base.Do(command);
        }
    }

    public override void Type(string text) => Run(text == " " ? "Space" : text);

    protected override int? ItemAt(int row) => row < _items.Count ? row : null;

    void Run(string letter)
    {
        Game.Close();
        Game.Press(new KeyPress($"{KeyMap.MenuKey}-{letter}"));
    }

    static Line LineOf(string letter, KeyRow row, int width, bool isSelected) => Line.Of(
        new Run(TextColumns.Pad(letter, 6), Ink.Key, CellStyle.Bold), new Run(TextColumns.Fit(row.Help, width - 7))) with { Paper = isSelected ? Paper.Selected : Paper.Normal };
}
