using Tutor.Game.Reading;

namespace Tutor.Game.Drawing;

/// <summary>Where between title and keys a popup lies.</summary>
enum PopupPlace : byte
{
    Top,
    Middle,

    /// <summary>What speaks of the map leaves it in sight.</summary>
    Bottom,
}

/// <content>What lies over a screen: one frame for all of it.</content>
sealed partial class Grid
{
    /// <summary>The frame of what has the focus, on the topmost screen so far.</summary>
    Area? _focus;

    /// <summary>What is drawn now has the focus: the frame that had it below becomes one like the others.</summary>
    void Unfocus()
    {
        if (_focus is not { } frame)
        {
            return;
        }

        _focus = null;
        var inside = frame.Inset();
        for (var y = Math.Max(0, frame.Y); y < Math.Min(Height, frame.Bottom); y++)
        {
            for (var x = Math.Max(0, frame.X); x < Math.Min(Width, frame.Right); x++)
            {
                if (!inside.Contains(x, y) && this[x, y] is { Ink: Ink.Accent } there)
                {
                    Set(x, y, there with { Ink = Glyphs.ArmsOf(there.Letter) > 0 ? Ink.Border : Ink.Title, Style = CellStyle.None });
                }
            }
        }
    }

    /// <summary>A popup's frame, between title and keys, with blanks at both sides: it touches no frame that lies below.</summary>
    /// <param name="width">Columns that it would like.</param>
    /// <param name="height">Rows that it would like, the frame's included.</param>
    /// <returns>Where its text stands, a blank column behind the frame. A scroll bar at its right edge stands in the frame.</returns>
    public Area PopupBox(int width, int height, string title, PopupPlace place = PopupPlace.Middle)
    {
        var area = PopupArea(width, height, place);
        // What lies in the middle dims the rest; beside the others letters would be left that say nothing.
        Fill(place == PopupPlace.Middle ? area with { X = area.X - 1, Width = area.Width + 2 } : area with { X = 0, Width = Width }, Paper.Normal);
        var inside = Box(area, title, isActive: true);
        return inside with { X = inside.X + 1, Width = inside.Width - 1 };
    }

    /// <summary>Columns of a popup: what it would like, or all where little more than that would be left over.</summary>
    public int PopupWidth(int wanted) => Width <= wanted + 8 ? Width : wanted;

    /// <summary>Columns of a popup's text, which ends a column before the frame.</summary>
    public int PopupText(int wanted) => PopupWidth(wanted) - 4;

    /// <summary>Where little more than frames would be left over, all of that is the popup's.</summary>
    Area PopupArea(int width, int height, PopupPlace place)
    {
        const int spare = 6;
        var room = Height - 2;
        width = PopupWidth(width);
        height = height >= room - spare ? room : height;
        var y = place switch
        {
            PopupPlace.Top => 1,
            PopupPlace.Middle => 1 + (room - height) / 2,
            PopupPlace.Bottom => 1 + room - height,
        };
        return new Area((Width - width) / 2, y, width, height);
    }
}
