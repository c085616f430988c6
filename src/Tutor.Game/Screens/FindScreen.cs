using System.Collections.Immutable;
using Tutor.Game.Drawing;
using Tutor.Game.Keys;
using Tutor.Game.Reading;
using Tutor.Game.Text;

namespace Tutor.Game.Screens;

/// <summary>A thing of a long list.</summary>
/// <param name="Name">The name by which the player chooses it.</param>
/// <param name="About">A sentence about it.</param>
/// <param name="Title">Its title, if it has one beside the name.</param>
sealed record FoundThing(string Name, string About, string? Title = null);

/// <summary>A long list of names with a sentence each, from which the player takes one. Typed letters leave only the names that contain them.</summary>
/// <param name="take">Is called with the name after this screen has closed.</param>
sealed class FindScreen(string title, ImmutableArray<FoundThing> things, Action<string> take) : ListScreen
{
    string _wanted = "";

    public override IEnumerable<KeyScope> Scopes => [KeyScope.Find, KeyScope.Everywhere];

    public override string Name => title;

    /// <summary>Typed letters are the text to look for.</summary>
    public override bool IsEditing => true;

    public override bool DimsBelow => true;

    protected override int Count => Found.Length;

    ImmutableArray<FoundThing> Found => WordSearch.Find(things, _wanted, t => $"{t.Title} {t.Name}", t => t.About);

    public override void Draw(Grid grid)
    {
        const int aboutRows = 3;
        var inside = grid.PopupBox(76, Math.Max(8, things.Length + aboutRows + 4), title);
        var x = grid.Put(inside.X, inside.Y, $"find: {_wanted}", Ink.Strong);
        grid.Cursor = (x, inside.Y);
        if (_wanted.Length == 0)
        {
            grid.Put(x + 2, inside.Y, "letters find, Enter takes it, Esc takes none", Ink.Muted);
        }

        List = inside with { Y = inside.Y + 1, Height = inside.Height - aboutRows - 2 };
        var found = Found;
        DrawRows(grid, found.IsEmpty ? [(Line.Of("nothing has these letters", Ink.Muted), null)]
            : [.. found.Select((thing, i) => (LineOf(thing, i == Selected), (int?)i))]);
        if (Selected < found.Length)
        {
            grid.Put(new Area(inside.X, inside.Bottom - aboutRows, inside.Width - 1, aboutRows), Wrapping.Wrap(found[Selected].About, inside.Width - 1, Ink.Muted));
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

    Line LineOf(FoundThing thing, bool isSelected)
    {
        var ink = isSelected ? Ink.Strong : Ink.Text;
        var paper = isSelected ? Paper.Selected : Paper.Normal;
        return thing.Title is not { } called ? Line.Of(new Run(" " + thing.Name, ink)) with { Paper = paper }
            : Line.Of(new Run(" " + TextColumns.Fit(called, List.Width - thing.Name.Length - 4), ink), new Run("  " + thing.Name, isSelected ? Ink.Text : Ink.Muted)) with { Paper = paper };
    }
}
