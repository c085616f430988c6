using Tutor.Game.Drawing;
using Tutor.Game.Keys;
using Tutor.Game.Reading;

namespace Tutor.Game.Screens;

/// <summary>A list over another screen, of which one thing is chosen by key, wheel or click.</summary>
abstract class ListScreen : Screen
{
    public override bool IsOverlay => true;

    /// <summary>The chosen one, from 0.</summary>
    protected int Selected { get; private set; }

    protected abstract int Count { get; }

    /// <summary>Another one is the chosen one.</summary>
    protected void Select(int item) => Selected = item;

    /// <summary>Where the list was drawn.</summary>
    protected Area List { get; set; }

    /// <summary>The first of its rows that is seen.</summary>
    protected int First { get; set; }

    /// <summary>Nothing is below what was drawn.</summary>
    protected bool IsAtEnd { get; private set; }

    public override bool Do(Command command)
    {
        switch (command)
        {
            case Command.Up:
                Selected = Math.Max(0, Selected - 1);
                return true;
            case Command.Down:
                Selected = Math.Max(0, Math.Min(Count - 1, Selected + 1));
                return true;
            case Command.PageUp or Command.PageDown:
                Selected = Math.Clamp(Selected + (command == Command.PageUp ? -Math.Max(1, List.Height) : Math.Max(1, List.Height)), 0, Math.Max(0, Count - 1));
                return true;
            default:
                return false;
        }
    }

    public override void Mouse(int x, int y, int wheel)
    {
        if (wheel != 0)
        {
            Do(wheel > 0 ? Command.Down : Command.Up);
        }
        else if (List.Contains(x, y) && ItemAt(y - List.Y + First) is { } clicked)
        {
            Selected = clicked;
        }
    }

    /// <summary>What stands in a row of the list; null for headings and for what lies behind the end.</summary>
    protected abstract int? ItemAt(int row);

    /// <summary>Draws rows so that the chosen one is seen, with the heading before it.</summary>
    protected void DrawRows(Grid grid, IReadOnlyList<(Line Line, int? Item)> rows)
    {
        var first = rows.Select((r, i) => (r, i)).FirstOrDefault(r => r.r.Item == Selected).i;
        var last = rows.Select((r, i) => (r, i)).LastOrDefault(r => r.r.Item == Selected).i;
        First = Math.Clamp(First, Math.Max(0, last - List.Height + 1), Math.Max(0, first - 1));
        IsAtEnd = First + List.Height >= rows.Count;
        grid.Put(List, [.. rows.Select(r => r.Line)], First);
        grid.ScrollBar(List, First, rows.Count);
    }
}
