using System.Runtime.InteropServices;
using System.Text;
using Tutor.Game.Reading;

namespace Tutor.Game.Drawing;

/// <summary>One column of one row. The second column of a wide character has an empty glyph.</summary>
/// <remarks>
/// A picture has ten thousand of them, and is drawn and compared with every key. So a cell is eight bytes, and two are
/// equal when these are: rows are compared as memory.
/// </remarks>
readonly record struct Cell
{
    /// <summary>From the lowest bit: glyph (32 bits, see <see cref="GlyphBits"/>), ink, paper, style (8 each).</summary>
    readonly ulong _bits;

    public Cell(string glyph, Ink ink, Paper paper = Paper.Normal, CellStyle style = CellStyle.None)
        : this(GlyphBits.Of(glyph), ink, paper, style)
    {
    }

    /// <param name="letter">One column wide.</param>
    public Cell(char letter, Ink ink, Paper paper = Paper.Normal, CellStyle style = CellStyle.None)
        : this((uint)letter, ink, paper, style)
    {
    }

    Cell(uint glyph, Ink ink, Paper paper, CellStyle style) =>
        _bits = glyph | (ulong)ink << 32 | (ulong)paper << 40 | (ulong)style << 48;

    public static Cell Blank { get; } = new(' ', Ink.Text);

    public string Glyph
    {
        get => GlyphBits.TextOf((uint)_bits);
        init => _bits = _bits & ~(ulong)uint.MaxValue | GlyphBits.Of(value);
    }

    public Ink Ink
    {
        get => (Ink)(byte)(_bits >> 32);
        init => _bits = _bits & ~(0xfful << 32) | (ulong)value << 32;
    }

    public Paper Paper
    {
        get => (Paper)(byte)(_bits >> 40);
        init => _bits = _bits & ~(0xfful << 40) | (ulong)value << 40;
    }

    public CellStyle Style
    {
        get => (CellStyle)(byte)(_bits >> 48);
        init => _bits = _bits & ~(0xfful << 48) | (ulong)value << 48;
    }

    /// <summary>The first UTF-16 unit of the glyph; NUL where it is empty.</summary>
    public char Letter => GlyphBits.FirstOf((uint)_bits);

    /// <summary>The second column of a wide character.</summary>
    public bool IsTail => (uint)_bits == 0;

    /// <summary>Ink, paper and style as one number.</summary>
    public int Look => (int)(_bits >> 32);

    /// <summary>The same look with nothing in it.</summary>
    public Cell Emptied() => new(' ', Ink, Paper, Style);

    public void AppendTo(StringBuilder text) => GlyphBits.Append(text, (uint)_bits);

    /// <summary>How many cells two rows have in common at their beginning.</summary>
    public static int Alike(ReadOnlySpan<Cell> one, ReadOnlySpan<Cell> other) =>
        MemoryMarshal.Cast<Cell, ulong>(one).CommonPrefixLength(MemoryMarshal.Cast<Cell, ulong>(other));
}
