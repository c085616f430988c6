using System.Globalization;
using Tutor.Core.Memory;
using Tutor.Core.Simulation;
using Tutor.Game.Drawing;
using Tutor.Game.Playing;
using Tutor.Game.Reading;
using Tutor.Game.Text;

namespace Tutor.Game.Panes;

/// <summary>What the map's letters tell.</summary>
enum MapMode : byte
{
    Verdicts,
    Kinds,

    /// <summary>What one term of the predicate says of each page.</summary>
    Terms,
}

/// <summary>
/// The memory map as cells: a cell is a page, or a run of 2, 4, 8, … pages where that does not fit. Keeps
/// zoom, scroll and the cursor page; draws into any area.
/// </summary>
sealed class MapPane(MemoryMap map)
{
    /// <summary>Columns from which a cell may have two of them.</summary>
    const int Wide = 64;

    readonly MapCursor _at = new(map);
    readonly MapCells _cells = new(map);
    readonly Dictionary<int, Look> _markOfCell = [];

    /// <summary>Columns of a row's label, and what parts it from the cells.</summary>
    readonly int _gutter = map.PageCount.ToString(CultureInfo.InvariantCulture).Length + 2;

    int _perRow = 1;
    int _rows = 1;
    int _cellWidth = 1;
    bool _isFitted;

    public MemoryMap Map => _at.Map;

    public MapLegend Legend { get; } = new(map);

    /// <summary>One a page, or empty before the first run.</summary>
    public IReadOnlyList<PageVerdict> Verdicts { get => _at.Verdicts; set => _at.Verdicts = value; }

    /// <summary>Changes whenever <see cref="Verdicts"/> do.</summary>
    public object? VerdictsKey { get; set; }

    public MapMode Mode { get; set; }

    /// <summary>What the shown term says about each page state; null if no term is shown.</summary>
    public TermSay[]? Says { get; set; }

    /// <summary>Whether the verdicts belong to an earlier text. Then they are drawn faintly.</summary>
    public bool IsStale { get; set; }

    /// <summary>Index of the page under the cursor.</summary>
    public int Cursor => _at.Page;

    /// <summary>Pages in a cell, a power of two.</summary>
    public int PagesPerCell { get; private set; } = 1;

    /// <summary>What a cell is, in words.</summary>
    public string Scale => PagesPerCell == 1 ? "a cell is a page" : PagesPerCell == Pageblock.Pages ? "a pageblock a cell" : $"a cell is {Words.RoundPages(PagesPerCell)}";

    /// <summary>First row of cells that is seen.</summary>
    public int FirstRow { get; private set; }

    /// <summary>Pages that stand out, such as where a scanner is; of several in a cell the last is seen.</summary>
    public IReadOnlyList<(int Page, Look Look)> Marks { get; set; } = [];

    /// <summary>The scan has not reached the pages after this one. They show their kinds.</summary>
    public int Ahead { get; set; } = int.MaxValue;

    /// <summary>Pages of which nothing is told keep the letter of their kind, and recede.</summary>
    public bool KeepsKinds { get; init; }

    /// <summary>The page that scrolling keeps visible in place of the cursor, or null.</summary>
    public int? Follow { get; set; }

    public PageVerdict VerdictAt(int page) => _at.VerdictAt(page);

    public void MoveTo(int page) => _at.MoveTo(page);

    public void MoveCells(int columns, int rows) =>
        MoveTo((int)Math.Clamp(Cursor + ((long)columns + (long)rows * _perRow) * PagesPerCell, 0, Map.PageCount - 1));

    public void MoveScreens(int screens) => MoveCells(0, screens * Math.Max(1, _rows - 1));

    /// <summary>Takes over cursor, zoom and scroll of another pane.</summary>
    public void Take(MapPane other)
    {
        (PagesPerCell, FirstRow, _isFitted, Mode) = (other.PagesPerCell, other.FirstRow, other._isFitted && other.Map.PageCount == Map.PageCount, other.Mode);
        MoveTo(other.Cursor);
    }

    /// <inheritdoc cref="MapCursor.Jump"/>
    public bool Jump(Func<PageVerdict, bool> isWanted, bool backwards = false) => _at.Jump(isWanted, backwards);

    /// <summary>The next page (or the one before) of the same verdict as the one under the cursor, or where kinds are shown of the same kind.</summary>
    public bool JumpToLike(bool backwards)
    {
        var verdict = VerdictAt(Cursor);
        return Mode == MapMode.Kinds ? JumpToKind(KindLooks.Of(Map.StateAt(Cursor)), backwards) : Jump(v => v == verdict, backwards);
    }

    /// <summary>The next page (or the one before) that is marked as this kind, from the cursor round; false if there is none.</summary>
    public bool JumpToKind(Look kind, bool backwards = false) =>
        _at.JumpToState(id => KindLooks.Of(Map.Palette[id]) == kind, backwards);

    /// <summary>Goes to the next zoom: a page in a cell, a pageblock in a cell, the whole map.</summary>
    public void ZoomInTurn()
    {
        var isFitted = !_isFitted;
        (PagesPerCell, _isFitted) = isFitted || (PagesPerCell != 1 && PagesPerCell != Pageblock.Pages) ? (1, true)
            : PagesPerCell == 1 && Map.PageCount > Pageblock.Pages ? (Pageblock.Pages, true)
            : (PagesPerCell, false);
    }

    /// <summary>Fewer pages in a cell (in), or more (out).</summary>
    public void Zoom(bool isIn)
    {
        PagesPerCell = isIn ? Math.Max(1, PagesPerCell / 2) : Math.Min(1 << 24, PagesPerCell * 2);
        while (PagesPerCell > 1 && PagesPerCell / 2 >= Map.PageCount)
        {
            PagesPerCell /= 2;
        }

        _isFitted = true;
    }

    /// <summary>Puts the cursor on a clicked cell; false when the click was beside the map.</summary>
    public bool Click(Area area, int x, int y)
    {
        var column = x < area.X + _gutter ? -1 : (x - area.X - _gutter) / _cellWidth;
        var page = ((long)(FirstRow + y - area.Y) * _perRow + column) * PagesPerCell;
        if (!area.Contains(x, y) || column < 0 || column >= _perRow || page >= Map.PageCount)
        {
            return false;
        }

        MoveTo((int)page);
        return true;
    }

    public void Draw(Grid grid, Area area, bool isActive)
    {
        if (area.Width <= _gutter + 1 || area.Height < 1)
        {
            return;
        }

        Fit(area);
        var first = FirstRow * _perRow;
        MarkCells();
        var looks = _cells.Looks(first, _rows * _perRow, PagesPerCell, Mode, Verdicts, VerdictsKey, Says, Ahead, KeepsKinds);
        var total = (CellCount + _perRow - 1) / _perRow;
        for (var row = 0; row < _rows && FirstRow + row < total; row++)
        {
            DrawRow(grid, area, row, looks.AsSpan(Math.Min(row * _perRow, looks.Length)..), isActive);
        }

        grid.ScrollBar(area, FirstRow, total);
    }

    /// <summary>Chooses zoom and scroll for an area; drawing does it too.</summary>
    public void Fit(Area area)
    {
        (_perRow, _cellWidth) = Cells(area);
        _rows = Math.Max(1, area.Height);
        if (!_isFitted)
        {
            PagesPerCell = FittingCell(area);
        }

        var row = (Follow ?? Cursor) / PagesPerCell / _perRow;
        var last = Math.Max(0, (CellCount + _perRow - 1) / _perRow - _rows);
        FirstRow = Math.Clamp(FirstRow, Math.Max(0, row - _rows + 1), row);
        FirstRow = Math.Min(FirstRow, last);
    }

    /// <summary>Pages in a cell with which all of the map is seen in an area: the fewest, in powers of two.</summary>
    public int FittingCell(Area area) => FittingCell(area, MostPerRow(area));

    /// <summary>Columns and rows that all of the map takes in an area, its addresses included, as long as nobody zooms.</summary>
    public (int Columns, int Rows) Extent(Area area)
    {
        var ((perRow, width), perCell) = (Cells(area), FittingCell(area));
        return (_gutter + perRow * width, (int)(((long)Map.PageCount + (long)perRow * perCell - 1) / ((long)perRow * perCell)));
    }

    int FittingCell(Area area, int perRow)
    {
        var pages = 1;
        while ((long)perRow * Math.Max(1, area.Height) * pages < Map.PageCount)
        {
            pages *= 2;
        }

        return pages;
    }

    /// <summary>
    /// Cells of a row: a power of two, so that pageblocks stand under each other, where that costs no detail; and the
    /// columns of each, two where every page has its own on a wide screen even so.
    /// </summary>
    (int PerRow, int Width) Cells(Area area)
    {
        var most = MostPerRow(area);
        if (most >= Wide && FittingCell(area, 1 << int.Log2(most / 2)) == 1)
        {
            return (1 << int.Log2(most / 2), 2);
        }

        var aligned = 1 << int.Log2(most);
        return (most >= 16 && FittingCell(area, aligned) == FittingCell(area, most) ? aligned : most, 1);
    }

    int MostPerRow(Area area) => area.Width - _gutter is >= 16 and var width ? width / 8 * 8 : Math.Max(1, area.Width - _gutter);

    int CellCount => (int)(((long)Map.PageCount + PagesPerCell - 1) / PagesPerCell);

    void DrawRow(Grid grid, Area area, int row, ReadOnlySpan<Look> looks, bool isActive)
    {
        var y = area.Y + row;
        var firstCell = (FirstRow + row) * _perRow;
        var label = "+" + ((long)firstCell * PagesPerCell).ToString(CultureInfo.InvariantCulture);
        var isBlockStart = PagesPerCell < Pageblock.Pages && StartsPageblock((long)firstCell * PagesPerCell);
        grid.Put(area.X, y, TextColumns.Pad(label, _gutter - 1, right: true), isBlockStart ? Ink.Title : Ink.Muted);
        var cursorCell = Cursor / PagesPerCell;
        // Pageblocks alternate between two papers, so that their borders show.
        var isStriped = PagesPerCell < Pageblock.Pages;
        for (var column = 0; column < Math.Min(_perRow, looks.Length); column++)
        {
            var cell = firstCell + column;
            var look = _markOfCell.Count > 0 && _markOfCell.TryGetValue(cell, out var mark) ? mark : looks[column];
            look = IsStale ? look with { Ink = Ink.Passive } : look;
            var block = look.Ink is Ink.Passive or Ink.Free ? CellStyle.None : CellStyle.Block;
            var style = cell == cursorCell ? block | CellStyle.Reverse | (isActive ? CellStyle.Bold : CellStyle.None)
                : look.StandsOut ? CellStyle.Reverse | CellStyle.Bold
                : block;
            var isOdd = isStriped && (Map.FirstPfn + (long)cell * PagesPerCell >> Pageblock.Order & 1) == 1;
            var drawn = new Cell(look.Glyph, look.Ink, isOdd ? Paper.Code : Paper.Normal, style);
            var x = area.X + _gutter + column * _cellWidth;
            grid.Set(x, y, drawn);
            if (_cellWidth > 1)
            {
                grid.Set(x + 1, y, drawn with { Glyph = " ", Style = style & ~CellStyle.Reverse });
            }
        }
    }

    bool StartsPageblock(long page) => (Map.FirstPfn + page) % Pageblock.Pages == 0;

    void MarkCells()
    {
        _markOfCell.Clear();
        foreach (var (page, look) in Marks)
        {
            _markOfCell[page / PagesPerCell] = look;
        }
    }
}
