using Tutor.Game.Reading;

namespace Tutor.Game.Drawing;

/// <summary>One column of one row. The second column of a wide character has an empty glyph.</summary>
readonly record struct Cell(string Glyph, Ink Ink, Paper Paper = Paper.Normal, CellStyle Style = CellStyle.None)
{
    public static Cell Blank { get; } = new(" ", Ink.Text);
}
