using System.Text;
using CsCheck;
using Tutor.Game.Drawing;
using Tutor.Game.Reading;
using Xunit;

namespace Tutor.Game.Tests.Drawing;

public sealed class CellTests
{
    static readonly string[] Glyphs = ["", " ", "a", "─", "世", "é", "e\u0301", "🙂", "🇩🇪", "👨‍👩‍👧", "a\uffff", "\uffff", "\ufffd"];

    static readonly Gen<string> AnyGlyph = Gen.Int[0, Glyphs.Length - 1].Select(i => Glyphs[i]);

    static readonly Gen<(string Glyph, Ink Ink, Paper Paper, CellStyle Style)> AnyParts =
        Gen.Select(AnyGlyph, Gen.Enum<Ink>(), Gen.Enum<Paper>(), Gen.Int[0, 2 * (int)CellStyle.Block - 1].Select(s => (CellStyle)s));

    [Fact]
    public void A_cell_gives_back_what_it_is_made_of() => AnyParts.Sample(parts =>
    {
        var cell = new Cell(parts.Glyph, parts.Ink, parts.Paper, parts.Style);
        Assert.Equal(parts, (cell.Glyph, cell.Ink, cell.Paper, cell.Style));
        Assert.Equal(parts.Glyph, Written(cell));
        Assert.Equal(parts.Glyph.Length == 0, cell.IsTail);
    });

    [Fact]
    public void Two_cells_are_equal_when_all_of_their_parts_are() => Gen.Select(AnyParts, AnyParts).Sample((one, other) =>
        Assert.Equal(one == other, new Cell(one.Glyph, one.Ink, one.Paper, one.Style) == new Cell(other.Glyph, other.Ink, other.Paper, other.Style)));

    [Fact]
    public void A_part_that_is_changed_leaves_the_others() => Gen.Select(AnyParts, AnyParts).Sample((one, other) =>
    {
        var cell = new Cell(one.Glyph, one.Ink, one.Paper, one.Style);
        Assert.Equal(new Cell(other.Glyph, one.Ink, one.Paper, one.Style), cell with { Glyph = other.Glyph });
        Assert.Equal(new Cell(one.Glyph, other.Ink, one.Paper, one.Style), cell with { Ink = other.Ink });
        Assert.Equal(new Cell(one.Glyph, one.Ink, other.Paper, one.Style), cell with { Paper = other.Paper });
        Assert.Equal(new Cell(one.Glyph, one.Ink, one.Paper, other.Style), cell with { Style = other.Style });
    });

    /// <summary>Whatever lies there, half of a wide character too.</summary>
    [Fact]
    public void An_area_is_filled_as_cell_by_cell() =>
        Gen.Select(Gen.Select(Gen.Int[-2, 12], Gen.Int[0, 4], AnyGlyph).Array[0, 12], Gen.Select(Gen.Int[-3, 12], Gen.Int[-2, 5], Gen.Int[0, 14], Gen.Int[0, 6])).Sample((words, at) =>
        {
            var (filled, set) = (Drawn(words), Drawn(words));
            var area = new Area(at.Item1, at.Item2, at.Item3, at.Item4);
            filled.Fill(area, Paper.Popup, Ink.Muted);
            for (var y = area.Y; y < area.Bottom; y++)
            {
                for (var x = area.X; x < area.Right; x++)
                {
                    set.Set(x, y, new Cell(" ", Ink.Muted, Paper.Popup));
                }
            }

            for (var y = 0; y < set.Height; y++)
            {
                Assert.Equal(set.Row(y).ToArray(), filled.Row(y).ToArray());
            }
        });

    static Grid Drawn((int X, int Y, string Text)[] words)
    {
        var grid = new Grid(10, 4);
        foreach (var (x, y, text) in words)
        {
            grid.Put(x, y, text);
        }

        return grid;
    }

    static string Written(Cell cell)
    {
        var text = new StringBuilder();
        cell.AppendTo(text);
        return text.ToString();
    }
}
