using Tutor.Game.Keys;
using Tutor.Game.Reading;

namespace Tutor.Game.Drawing;

/// <summary>Lines that scroll, and links among them that can be stepped through.</summary>
sealed class TextPane
{
    IReadOnlyList<Line> _lines = [];
    List<(int Row, int Run, string Link)> _links = [];
    int _height = 1;

    public int First { get; private set; }

    /// <summary>Index of the link that stands out, or -1.</summary>
    public int LinkIndex { get; private set; } = -1;

    /// <summary>Whether there is a link to go to.</summary>
    public bool HasLinks => _links.Count > 0;

    public string? Link => LinkIndex >= 0 && LinkIndex < _links.Count ? _links[LinkIndex].Link : null;

    /// <summary>All of it is seen at once.</summary>
    public bool Fits => _lines.Count <= _height;

    public bool IsAtEnd => First + _height >= _lines.Count;

    public IReadOnlyList<Line> Lines
    {
        get => _lines;
        set
        {
            _lines = value;
            _links = [.. FindLinks(value)];
            LinkIndex = Math.Min(LinkIndex, _links.Count - 1);
        }
    }

    public void Scroll(int rows) => First = Math.Clamp(First + rows, 0, Math.Max(0, _lines.Count - _height));

    public void ScrollTo(int row) => First = Math.Clamp(row, 0, Math.Max(0, _lines.Count - _height));

    /// <summary>Up, down, screens, ends, links; false if the command is none of these.</summary>
    public bool Do(Command command)
    {
        switch (command)
        {
            case Command.Up:
                Scroll(-1);
                return true;
            case Command.Down:
                Scroll(1);
                return true;
            case Command.PageUp:
                Scroll(1 - _height);
                return true;
            case Command.PageDown:
                Scroll(_height - 1);
                return true;
            case Command.First:
                ScrollTo(0);
                return true;
            case Command.Last:
                ScrollTo(int.MaxValue - _height);
                return true;
            case Command.NextLink:
                StepLink(1);
                return true;
            case Command.PreviousLink:
                StepLink(-1);
                return true;
            default:
                return false;
        }
    }

    /// <summary>Selects this link and scrolls to it; does nothing if there is none.</summary>
    public void Select(string link)
    {
        if (_links.FindIndex(l => l.Link == link) is >= 0 and var index)
        {
            LinkIndex = index;
            Reveal(_links[index].Row);
        }
    }

    /// <summary>No link stands out.</summary>
    public void SelectNone() => LinkIndex = -1;

    /// <summary>Scrolls to the line of this name; false if there is none.</summary>
    public bool GoTo(string anchor)
    {
        for (var row = 0; row < _lines.Count; row++)
        {
            if (string.Equals(_lines[row].Anchor, anchor, StringComparison.OrdinalIgnoreCase))
            {
                ScrollTo(row);
                return true;
            }
        }

        return false;
    }

    public void Draw(Grid grid, Area area) => Draw(grid, area, columns: 1, gap: 0);

    /// <summary>In columns of equal width, read one after the other.</summary>
    /// <param name="area">The first of them.</param>
    public void Draw(Grid grid, Area area, int columns, int gap)
    {
        _height = Math.Max(1, area.Height * columns);
        Scroll(0);
        for (var row = 0; row < _height && First + row < _lines.Count; row++)
        {
            grid.Put(area with { X = area.X + row / area.Height * (area.Width + gap) }, row % area.Height, Marked(First + row));
        }

        grid.ScrollBar(area with { X = area.X + (columns - 1) * (area.Width + gap) }, First / columns, (_lines.Count + columns - 1) / columns);
    }

    /// <summary>The link that was clicked, or null.</summary>
    /// <param name="before">Rows of the columns before this one.</param>
    public string? Click(Area area, int x, int y, int before = 0)
    {
        var row = First + before + y - area.Y;
        if (!area.Contains(x, y) || row >= _lines.Count)
        {
            return null;
        }

        var column = area.X;
        foreach (var run in _lines[row].Runs)
        {
            column += run.Columns;
            if (x < column)
            {
                return run.Link;
            }
        }

        return null;
    }

    Line Marked(int row)
    {
        if (LinkIndex < 0 || LinkIndex >= _links.Count || _links[LinkIndex].Row != row)
        {
            return _lines[row];
        }

        var at = _links[LinkIndex].Run;
        var run = _lines[row].Runs[at];
        return _lines[row] with { Runs = _lines[row].Runs.SetItem(at, run with { Style = run.Style | CellStyle.Reverse }) };
    }

    void StepLink(int step)
    {
        if (_links.Count == 0)
        {
            return;
        }

        // With no link selected, start at the first visible one.
        LinkIndex = LinkIndex < 0
            ? Math.Max(0, _links.FindIndex(l => l.Row >= First))
            : (LinkIndex + step + _links.Count) % _links.Count;
        Reveal(_links[LinkIndex].Row);
    }

    void Reveal(int row)
    {
        if (row < First || row >= First + _height)
        {
            ScrollTo(row - _height / 3);
        }
    }

    /// <summary>A link that goes on in the next line is one link.</summary>
    static IEnumerable<(int, int, string)> FindLinks(IReadOnlyList<Line> lines)
    {
        string? last = null;
        for (var row = 0; row < lines.Count; row++)
        {
            for (var i = 0; i < lines[row].Runs.Length; i++)
            {
                var link = lines[row].Runs[i].Link;
                if (link is not null && link != last)
                {
                    yield return (row, i, link);
                }

                last = link ?? (lines[row].Runs[i].Text.Trim().Length == 0 ? last : null);
            }
        }
    }
}
