using System.Collections.Immutable;
using Tutor.Game.Drawing;
using Tutor.Game.Keys;
using Tutor.Game.Reading;

namespace Tutor.Game.Screens;

/// <summary>A long list of names with a sentence each, of which one is taken. Letters leave the names that have them.</summary>
/// <param name="take">What is done with it, when this screen is gone.</param>
sealed class FindScreen(string title, ImmutableArray<(string Name, string About)> items, Action<string> take) : ListScreen
{
    string _wanted = "";

    public override IEnumerable<KeyScope> Scopes => [KeyScope.Find, KeyScope.Everywhere];

    public override string Name => title;

    /// <summary>Letters are what is looked for.</summary>
    public override bool IsEditing => true;

    public override bool DimsBelow => true;

    protected override int Count => Found.Length;

    ImmutableArray<(string Name, string About)> Found =>
        [.. items.Where(i => i.Name.Contains(_wanted, StringComparison.OrdinalIgnoreCase) || i.About.Contains(_wanted, StringComparison.OrdinalIgnoreCase))];

    public override void Draw(Grid grid)
    {
        const int aboutRows = 3;
        var width = grid.PopupWidth(76);
        var height = Math.Min(grid.Height - 3, Math.Max(8, items.Length + aboutRows + 4));
        var inside = grid.Box(new Area((grid.Width - width) / 2, Math.Max(0, (grid.Height - 2 - height) / 2), width, height), title, isActive: true);
        var x = grid.Put(inside.X + 1, inside.Y, $"find: {_wanted}", Ink.Strong);
        grid.Cursor = (x, inside.Y);
        List = new Area(inside.X + 1, inside.Y + 1, inside.Width - 2, inside.Height - aboutRows - 2);
        var found = Found;
        DrawRows(grid, found.IsEmpty ? [(Line.Of("nothing has these letters", Ink.Muted), null)]
            : [.. found.Select((item, i) => (Line.Of(new Run(" " + item.Name, i == Selected ? Ink.Strong : Ink.Text)) with { Paper = i == Selected ? Paper.Selected : Paper.Normal }, (int?)i))]);
        if (Selected < found.Length)
        {
            grid.Put(new Area(inside.X + 1, inside.Bottom - aboutRows, inside.Width - 2, aboutRows), Wrapping.Wrap(found[Selected].About, inside.Width - 2, Ink.Muted));
        }

        Footer.Draw(grid, Scopes, isEditing: true);
    }

    public override bool Do(Command command)
    {
        switch (command)
        {
            case Command.Confirm when Selected < Found.Length:
                var name = Found[Selected].Name;
                Game.Close();
                take(name);
                return true;
            case Command.Confirm:
                return true;
            case Command.Backspace:
                _wanted = _wanted.Length > 0 ? _wanted[..^1] : _wanted;
                Select(0);
                return true;
            case Command.PageUp or Command.PageDown:
                Select(Math.Clamp(Selected + (command == Command.PageUp ? -List.Height : List.Height), 0, Math.Max(0, Count - 1)));
                return true;
            default:
                return base.Do(command);
        }
    }

    public override void Type(string text)
    {
        _wanted += text;
        Select(0);
    }

    protected override int? ItemAt(int row) => row < Count ? row : null;
}
