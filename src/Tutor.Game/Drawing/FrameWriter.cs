using System.Globalization;
using System.Text;

namespace Tutor.Game.Drawing;

/// <summary>
/// Turns a picture into what must be sent to a terminal that shows the picture before it: the cells that
/// changed, and nothing when nothing did.
/// </summary>
/// <remarks>
/// The library underneath sends every cell that a view draws, changed or not, and colours where none are
/// wanted; so frames are written here.
/// </remarks>
sealed class FrameWriter
{
    /// <summary>Fewer unchanged cells than this are sent again, because moving the cursor would cost more.</summary>
    const int ShortestJump = 6;

    readonly StringBuilder _output = new();
    Grid? _shown;
    (int X, int Y)? _caret;
    (Theme Theme, ColourDepth Depth) _shownIn;

    /// <summary>The terminal shows something else now: the next frame is sent whole.</summary>
    public void Forget() => _shown = null;

    /// <summary>What to send; empty when the terminal shows it already. The grid is kept: draw the next one anew.</summary>
    public string Write(Grid grid, Theme theme, ColourDepth depth)
    {
        var old = _shown is { } s && s.Width == grid.Width && s.Height == grid.Height && _shownIn == (theme, depth) ? s : null;
        // Synchronized output (DEC 2026): terminals that know it show the frame at once, others ignore it.
        _output.Clear().Append("\e[?2026h\e[?25l").Append(old is null ? "\e[0m\e[2J" : "");
        var begin = _output.Length;
        var look = new LookWriter(_output, theme, depth);
        for (var y = 0; y < grid.Height; y++)
        {
            WriteRow(_output, grid.Row(y), old is null ? default : old.Row(y), y, ref look);
        }

        _shown = grid;
        _shownIn = (theme, depth);
        var isMoved = old is null || _caret != grid.Cursor;
        _caret = grid.Cursor;
        if (_output.Length == begin)
        {
            return isMoved ? Caret(grid.Cursor) : "";
        }

        return _output.Append("\e[0m").Append(grid.Cursor is null ? "" : Caret(grid.Cursor)).Append("\e[?2026l").ToString();
    }

    /// <summary>The caret is put back after each frame, which leaves it where it wrote last: screen readers follow it.</summary>
    static string Caret((int X, int Y)? at) =>
        at is var (x, y) ? string.Create(CultureInfo.InvariantCulture, $"\e[{y + 1};{x + 1}H\e[?25h") : "\e[?25l";

    /// <param name="old">Empty where nothing is shown yet.</param>
    static void WriteRow(StringBuilder output, ReadOnlySpan<Cell> row, ReadOnlySpan<Cell> old, int y, ref LookWriter look)
    {
        var x = Cell.Alike(row, old);
        if (x == row.Length)
        {
            return;
        }

        // A row in which wide characters come or go is sent whole, because their cells depend on each other.
        var isWhole = old.IsEmpty || HasWide(row) || HasWide(old);
        var at = -1;
        for (x = isWhole ? 0 : x; x < row.Length; x += isWhole ? 1 : 1 + Cell.Alike(row[(x + 1)..], old[(x + 1)..]))
        {
            if (at < 0 || x - at >= ShortestJump)
            {
                output.Append("\e[").Append(y + 1).Append(';').Append(x + 1).Append('H');
                at = x;
            }

            for (; at <= x; at++)
            {
                if (!row[at].IsTail)
                {
                    look.Set(row[at]);
                    row[at].AppendTo(output);
                }
            }
        }
    }

    static bool HasWide(ReadOnlySpan<Cell> row)
    {
        foreach (ref readonly var cell in row)
        {
            if (cell.IsTail)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Says how letters look, where they look otherwise than the letter before.</summary>
    struct LookWriter(StringBuilder output, Theme theme, ColourDepth depth)
    {
        int _look = -1;
        string? _sequence;

        public void Set(in Cell cell)
        {
            // A blank can look otherwise than a letter of the same ink.
            var look = cell.Look << 1 | (cell.Letter == ' ' ? 1 : 0);
            if (look == _look)
            {
                return;
            }

            _look = look;
            var sequence = theme.Sequence(cell, depth);
            if (!ReferenceEquals(sequence, _sequence))
            {
                output.Append(sequence);
                _sequence = sequence;
            }
        }
    }
}
