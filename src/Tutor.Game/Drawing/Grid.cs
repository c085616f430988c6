using System.Text;
using Tutor.Game.Keys;
using Tutor.Game.Reading;
using Tutor.Game.Text;

namespace Tutor.Game.Drawing;

/// <summary>A rectangle of a screen, in columns and rows.</summary>
readonly record struct Area(int X, int Y, int Width, int Height)
{
    public int Right => X + Width;

    public int Bottom => Y + Height;

    public bool Contains(int x, int y) => x >= X && x < Right && y >= Y && y < Bottom;

    /// <summary>The smallest area that holds both.</summary>
    public Area With(Area other)
    {
        var (x, y) = (Math.Min(X, other.X), Math.Min(Y, other.Y));
        return new Area(x, y, Math.Max(Right, other.Right) - x, Math.Max(Bottom, other.Bottom) - y);
    }

    public Area Inset(int by = 1) => new(X + by, Y + by, Math.Max(0, Width - 2 * by), Math.Max(0, Height - 2 * by));
}

/// <summary>A picture of the whole screen, drawn anew for each frame. What falls outside is cut off.</summary>
sealed partial class Grid
{
    readonly Cell[] _cells;
    readonly List<(Area Area, Command Command)> _buttons = [];
    readonly List<(Area Bar, int First, int Total)> _bars = [];
    readonly List<Area> _unsaid = [];

    /// <summary>Bars that stand in no frame, of every screen of the picture: no frame joins them.</summary>
    readonly List<Area> _loose = [];

    public Grid(int width, int height)
    {
        Width = Math.Max(0, width);
        Height = Math.Max(0, height);
        _cells = GC.AllocateUninitializedArray<Cell>(Width * Height);
        Clear();
    }

    public int Width { get; }

    public int Height { get; }

    /// <summary>Where lines of the topmost screen were left out and nothing says so; a fault.</summary>
    public IReadOnlyList<Area> Unsaid => _unsaid;

    public Area Whole => new(0, 0, Width, Height);

    /// <summary>Where the text cursor stands, or null when nobody is writing.</summary>
    public (int X, int Y)? Cursor { get; set; }

    /// <summary>What the topmost screen drew its boxes on, or null before it drew any.</summary>
    public Area? Boxes { get; private set; }

    /// <summary>Another screen is drawn over what is there: what lies below can no longer be clicked.</summary>
    public void BeginScreen()
    {
        Cursor = null;
        Boxes = null;
        Unfocus();
        _buttons.Clear();
        _bars.Clear();
        _unsaid.Clear();
    }

    /// <summary>A click here does the same as the command's key.</summary>
    public void AddButton(Area area, Command command) => _buttons.Add((area, command));

    /// <summary>The command under a place, or none.</summary>
    public Command CommandAt(int x, int y) => _buttons.LastOrDefault(b => b.Area.Contains(x, y)).Command;

    /// <summary>The rows by which a click on a scroll bar moves what it belongs to, which lies left of it; or null.</summary>
    public (int X, int Rows)? ScrollAt(int x, int y)
    {
        foreach (var (bar, first, total) in _bars)
        {
            if (bar.Contains(x, y))
            {
                var most = total - bar.Height;
                return (bar.X - 1, (y - bar.Y) * most / Math.Max(1, bar.Height - 1) - first);
            }
        }

        return null;
    }

    public ref readonly Cell this[int x, int y] => ref _cells[y * Width + x];

    public ReadOnlySpan<Cell> Row(int y) => _cells.AsSpan(y * Width, Width);

    public void Clear()
    {
        Array.Fill(_cells, Cell.Blank);
        Cursor = null;
    }

    public void Set(int x, int y, Cell cell)
    {
        if ((uint)x >= (uint)Width || (uint)y >= (uint)Height)
        {
            return;
        }

        var at = y * Width + x;
        if (_cells[at].IsTail || (x + 1 < Width && _cells[at + 1].IsTail))
        {
            SplitWide(at, x, 1, cell.IsTail);
        }

        _cells[at] = cell;
    }

    /// <summary>Half of a wide character cannot stay beside the cells that are written next.</summary>
    /// <param name="isTail">What is written first is the second half itself.</param>
    void SplitWide(int at, int x, int count, bool isTail)
    {
        if (_cells[at].IsTail && !isTail && x > 0)
        {
            _cells[at - 1] = _cells[at - 1].Emptied();
        }

        if (x + count < Width && _cells[at + count].IsTail)
        {
            _cells[at + count] = _cells[at + count].Emptied();
        }
    }

    public void Fill(Area area, Paper paper, Ink ink = Ink.Text)
    {
        var (left, right) = (Math.Max(0, area.X), Math.Min(Width, area.Right));
        for (var y = Math.Max(0, area.Y); y < Math.Min(Height, area.Bottom) && left < right; y++)
        {
            var at = y * Width + left;
            SplitWide(at, left, right - left, isTail: false);
            _cells.AsSpan(at, right - left).Fill(new Cell(' ', ink, paper));
        }
    }

    /// <summary>Writes within <paramref name="limit"/> columns, with a sign at the end where there is more; the first column after it.</summary>
    public int Put(int x, int y, string text, Ink ink = Ink.Text, Paper paper = Paper.Normal,
        CellStyle style = CellStyle.None, int limit = int.MaxValue)
    {
        var end = limit == int.MaxValue ? Width : Math.Min(Width, x + limit);
        var start = x;
        foreach (var (glyph, columns) in TextColumns.Graphemes(text))
        {
            if (x + columns > end)
            {
                if (x > start && glyph != " ")
                {
                    Set(x - 1, y, new Cell("…", ink, paper, style));
                }

                break;
            }

            Set(x, y, new Cell(glyph, ink, paper, style));
            if (columns == 2)
            {
                Set(x + 1, y, new Cell("", ink, paper, style));
            }

            x += columns;
        }

        return x;
    }

    /// <summary>Writes a line into the width of <paramref name="area"/>, on its row <paramref name="row"/>.</summary>
    public void Put(Area area, int row, Line line, Paper? paper = null)
    {
        if (row < 0 || row >= area.Height)
        {
            return;
        }

        var x = area.X;
        var under = paper ?? line.Paper;
        if (under != Paper.Normal)
        {
            Fill(new Area(area.X, area.Y + row, area.Width, 1), under);
        }

        foreach (var run in line.Runs)
        {
            if (x >= area.Right && run.Text.AsSpan().Trim().Length > 0)
            {
                // What stands before it filled the row.
                Set(area.Right - 1, area.Y + row, new Cell("…", Ink.Muted, under));
                break;
            }

            x = Put(x, area.Y + row, run.Text, run.Ink, under, run.Style, area.Right - x);
        }
    }

    public void Put(Area area, IReadOnlyList<Line> lines, int first = 0)
    {
        if (first + area.Height < lines.Count || first > 0)
        {
            _unsaid.Add(area);
        }

        for (var row = 0; row < area.Height && first + row < lines.Count; row++)
        {
            Put(area, row, lines[first + row]);
        }
    }

    /// <summary>Lines from the first on; where there is no room for all, the last row says which key shows them.</summary>
    public void PutCut(Area area, IReadOnlyList<Line> lines, string key)
    {
        Put(area, lines);
        if (lines.Count > area.Height && area.Height > 1)
        {
            PutMore(area, key);
        }
    }

    /// <summary>In the last row: there is more, and which key shows it.</summary>
    public void PutMore(Area area, string key)
    {
        _unsaid.Remove(area);
        var last = area with { Y = area.Bottom - 1, Height = 1 };
        Fill(last, Paper.Normal);
        Put(last, 0, Line.Of(new Run($"{Glyphs.Down} more: ", Ink.Muted), new Run(key, Ink.Key), new Run(key.Length + 24 > area.Width ? " shows it" : " shows all of it", Ink.Muted)));
    }

    /// <summary>A frame with a title; what is inside it.</summary>
    /// <param name="isJoined">Neighbours share their borders: pieces of frames that are there already are joined. Else what
    /// lies below ends at the frame, and is joined to it from without.</param>
    public Area Box(Area area, string title, bool isActive = false, Paper paper = Paper.Normal, bool isJoined = false)
    {
        if (area.Width < 2 || area.Height < 2)
        {
            return new Area(area.X, area.Y, 0, 0);
        }

        Boxes = Boxes is { } others ? others.With(area) : area;
        _focus = isActive ? area : _focus;
        var ink = isActive ? Ink.Accent : Ink.Border;
        Fill(area.Inset(), paper);
        const int up = 1, right = 2, down = 4, left = 8, all = 15;
        for (var x = area.X; x < area.Right; x++)
        {
            var sides = (x > area.X ? left : 0) | (x < area.Right - 1 ? right : 0);
            var without = (x == area.X ? left : 0) | (x == area.Right - 1 ? right : 0);
            Frame(x, area.Y, x > area.X && x < area.Right - 1 ? sides : sides | down, ink, paper, isJoined ? all : without | up);
            Frame(x, area.Bottom - 1, x > area.X && x < area.Right - 1 ? sides : sides | up, ink, paper, isJoined ? all : without | down);
        }

        for (var y = area.Y + 1; y < area.Bottom - 1; y++)
        {
            Frame(area.X, y, up | down, ink, paper, isJoined ? all : left);
            Frame(area.Right - 1, y, up | down, ink, paper, isJoined ? all : right);
        }

        if (title.Length > 0 && area.Width > 6)
        {
            Put(area.X + 2, area.Y, $" {TextColumns.Fit(title, area.Width - 6)} ", isActive ? Ink.Accent : Ink.Title, paper,
                isActive ? CellStyle.Bold : CellStyle.None);
        }

        return area.Inset();
    }

    /// <param name="joins">Arms of a piece of a frame that is there already that it keeps.</param>
    void Frame(int x, int y, int arms, Ink ink, Paper paper, int joins)
    {
        if ((uint)x >= (uint)Width || (uint)y >= (uint)Height)
        {
            return;
        }

        ref readonly var there = ref this[x, y];
        if (there.Ink is Ink.Border or Ink.Accent or Ink.Passive && !IsLoose(x, y))
        {
            arms |= Glyphs.ArmsOf(there.Letter) & joins;
            // The frame of the pane that has the focus stays whole.
            ink = there.Ink == Ink.Accent && joins == 15 ? Ink.Accent : ink;
        }

        Set(x, y, new Cell(Glyphs.Joint(arms), ink, paper));
    }

    bool IsLoose(int x, int y)
    {
        foreach (var bar in _loose)
        {
            if (bar.Contains(x, y))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>What is there recedes: something is drawn over it that has nothing to do with it.</summary>
    public void Dim()
    {
        for (var i = 0; i < _cells.Length; i++)
        {
            _cells[i] = _cells[i] with { Ink = Ink.Passive, Paper = Paper.Normal, Style = CellStyle.None };
        }
    }

    /// <summary>A bar at the right edge that says which part of <paramref name="total"/> lines is seen.</summary>
    public void ScrollBar(Area area, int first, int total)
    {
        if (total <= area.Height || area.Height < 2)
        {
            return;
        }

        _unsaid.Remove(area);
        var bar = new Area(area.Right, area.Y, 1, area.Height);
        _bars.Add((bar, first, total));
        if (bar.Y == 0 || Glyphs.ArmsOf(this[bar.X, bar.Y - 1].Letter) == 0)
        {
            _loose.Add(bar);
        }

        for (var y = 0; y < area.Height; y++)
        {
            // In a frame it is the frame's.
            if (Glyphs.ArmsOf(this[bar.X, bar.Y + y].Letter) == 0)
            {
                Set(bar.X, bar.Y + y, new Cell(Glyphs.Vertical, Ink.Border));
            }
        }

        Thumb(bar, first, total);
    }

    /// <summary>Once more the moving part of every bar: for borders that were drawn over one.</summary>
    public void ThumbsAgain()
    {
        foreach (var (bar, first, total) in _bars)
        {
            Thumb(bar, first, total);
        }
    }

    void Thumb(Area area, int first, int total)
    {
        var size = Math.Max(1, area.Height * area.Height / total);
        var most = Math.Max(1, total - area.Height);
        var top = (int)((long)(area.Height - size) * Math.Clamp(first, 0, most) / most);
        for (var y = top; y < top + size; y++)
        {
            // Where frames meet, the joint stays.
            if (this[area.X, area.Y + y].Letter is var there && (there == Glyphs.Vertical[0] || there == Glyphs.Thumb[0]))
            {
                Set(area.X, area.Y + y, new Cell(Glyphs.Thumb, Ink.Muted));
            }
        }
    }

    /// <summary>The characters alone, trailing blanks cut.</summary>
    public override string ToString()
    {
        var text = new StringBuilder();
        for (var y = 0; y < Height; y++)
        {
            var row = new StringBuilder();
            for (var x = 0; x < Width; x++)
            {
                this[x, y].AppendTo(row);
            }

            text.Append(row.ToString().TrimEnd()).Append('\n');
        }

        return text.ToString();
    }
}
