using Tutor.Game.Reading;

namespace Tutor.Game.Drawing;

/// <content>The finished picture in ASCII.</content>
sealed partial class Grid
{
    /// <summary>Every cell as a terminal with ASCII alone can show it. The picture is finished: nothing more is drawn on it.</summary>
    public void MakeAscii()
    {
        for (var y = 0; y < Height; y++)
        {
            for (var x = 0; x < Width; x++)
            {
                var ascii = Glyphs.Ascii(this[x, y].Glyph);
                var isWide = x + 1 < Width && this[x + 1, y].Glyph.Length == 0;
                Become(x, y, isWide ? "?" : ascii[..Math.Min(1, ascii.Length)]);
                if (isWide)
                {
                    Become(x + 1, y, " ");
                }
                else if (ascii.Length == 2 && MakeRoom(x + 1, y))
                {
                    Become(++x, y, ascii[1..]);
                }
            }
        }
    }

    void Become(int x, int y, string glyph) => _cells[y * Width + x] = _cells[y * Width + x] with { Glyph = glyph };

    /// <summary>Moves what stands at a place to the right, over the next blank; false where a frame comes first.</summary>
    bool MakeRoom(int x, int y)
    {
        var blank = x;
        while (blank < Width && this[blank, y] is { Glyph: not " ", Ink: not (Ink.Border or Ink.Accent) })
        {
            blank++;
        }

        if (blank == Width || this[blank, y].Glyph != " ")
        {
            return false;
        }

        for (; blank > x; blank--)
        {
            _cells[y * Width + blank] = _cells[y * Width + blank - 1];
        }

        return true;
    }
}
