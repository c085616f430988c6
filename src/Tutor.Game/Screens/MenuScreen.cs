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
    const int LetterColumns = 6;

    readonly List<(string Letter, KeyRow Row)> _items =
        [.. KeyMap.RowsOf(scopes).OrderBy(r => PlaceOf(r.Scope)).Select(r => (Letter: KeyMap.LetterOf(r)!, Row: r)).Where(i => i.Letter is not null && !isOff(i.Row.Command))];

    /// <summary>Which item each row that was drawn belongs to: long sentences take two.</summary>
    List<int> _rows = [];

    public override IEnumerable<KeyScope> Scopes => [KeyScope.Menu, KeyScope.Everywhere];

    public override string Name => "Menu";

    /// <summary>Letters choose.</summary>
    public override bool IsEditing => true;

    public override bool DimsBelow => true;

    protected override int Count => _items.Count;

    public override void Draw(Grid grid)
    {
        List<(Line Line, int? Item)> rows = [.. _items.SelectMany((item, i) => LinesOf(item.Letter, item.Row, grid.PopupText(76), i == Selected).Select(line => (line, (int?)i)))];
        _rows = [.. rows.Select(r => r.Item!.Value)];
        List = grid.PopupBox(76, rows.Count + 2, "Menu", PopupPlace.Bottom);
        DrawRows(grid, rows);
        Footer.Draw(grid, Scopes, isEditing: true, isOff: c => c == Command.PageDown && IsAtEnd);
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

    protected override int? ItemAt(int row) => row < _rows.Count ? _rows[row] : null;

    void Run(string letter)
    {
        Game.Close();
        Game.Press(new KeyPress($"{KeyMap.MenuKey}-{letter}"));
    }

    /// <summary>What only the sandbox has comes first there; what belongs to a pane comes last.</summary>
    static int PlaceOf(KeyScope scope) => scope is KeyScope.Sandbox ? 0 : scope is KeyScope.Level or KeyScope.Everywhere ? 1 : 2;

    static IEnumerable<Line> LinesOf(string letter, KeyRow row, int width, bool isSelected) =>
        Wrapping.Wrap(row.Help, width - LetterColumns - 1).Select((line, i) =>
            line.After(new Run(i == 0 ? letter : "", Ink.Key, CellStyle.Bold), new Run(new string(' ', LetterColumns - (i == 0 ? TextColumns.Of(letter) : 0)))) with { Paper = isSelected ? Paper.Selected : Paper.Normal });
}
