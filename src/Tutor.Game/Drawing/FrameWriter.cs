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
    /// <summary>Jumping over fewer unchanged cells than this costs more than sending them again.</summary>
    const int ShortestJump = 6;

    Grid? _shown;
    (int X, int Y)? _caret;
    (Theme Theme, ColourDepth Depth) _shownIn;

    /// <summary>The terminal shows something else now: the next frame is sent whole.</summary>
    public void Forget() => _shown = null;

    /// <summary>What to send; empty when the terminal shows it already. The grid is kept: draw the next one anew.</summary>
    public string Write(Grid grid, Theme theme, ColourDepth depth)
    {
        var old = _shown is { } s && s.Width == grid.Width && s.Height == grid.Height && _shownIn == (theme, depth) ? s : null;
        var output = new StringBuilder();
        string? look = null;
        for (var y = 0; y < grid.Height; y++)
        {
            WriteRow(output, grid, old, y, theme, depth, ref look);
        }

        _shown = grid;
        _shownIn = (theme, depth);
        var isMoved = old is null || _caret != grid.Cursor;
        _caret = grid.Cursor;
        if (output.Length == 0)
        {
            return isMoved ? Caret(grid.Cursor) : "";
        }

        // Synchronized output (DEC 2026): terminals that know it show the frame at once, others ignore it.
        return $"\e[?2026h\e[?25l{(old is null ? "\e[0m\e[2J" : "")}{output}\e[0m{(grid.Cursor is null ? "" : Caret(grid.Cursor))}\e[?2026l";
    }

    /// <summary>The caret is put back after each frame, which leaves it where it wrote last: screen readers follow it.</summary>
    static string Caret((int X, int Y)? at) =>
        at is var (x, y) ? string.Create(CultureInfo.InvariantCulture, $"\e[{y + 1};{x + 1}H\e[?25h") : "\e[?25l";

    static void WriteRow(StringBuilder output, Grid grid, Grid? old, int y, Theme theme, ColourDepth depth, ref string? look)
    {
        // Where wide characters come or go, cells are not independent: such a row is sent whole.
        var isWhole = old is null || (HasWide(grid, y) || HasWide(old, y)) && !IsSameRow(grid, old, y);
        var at = -1;
        for (var x = 0; x < grid.Width; x++)
        {
            if (!isWhole && old![x, y] == grid[x, y])
            {
                continue;
            }

            if (at < 0 || x - at >= ShortestJump)
            {
                output.Append(CultureInfo.InvariantCulture, $"\e[{y + 1};{x + 1}H");
                at = x;
            }

            for (; at <= x; at++)
            {
                ref readonly var cell = ref grid[at, y];
                if (cell.Glyph.Length == 0)
                {
                    continue;
                }

                var sequence = theme.Sequence(cell, depth);
                if (!ReferenceEquals(sequence, look))
                {
                    output.Append(sequence);
                    look = sequence;
                }

                output.Append(cell.Glyph);
            }
        }
    }

    static bool HasWide(Grid grid, int y)
    {
        for (var x = 0; x < grid.Width; x++)
        {
            if (grid[x, y].Glyph.Length == 0)
            {
                return true;
            }
        }

        return false;
    }

    static bool IsSameRow(Grid grid, Grid old, int y)
    {
        for (var x = 0; x < grid.Width; x++)
        {
            if (old[x, y] != grid[x, y])
            {
                return false;
            }
        }

        return true;
    }
}
