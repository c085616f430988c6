using Tutor.Game.Drawing;
using Tutor.Game.Drawing.Reading;
using Tutor.Game.Text;

namespace Tutor.Game.Lines;

/// <summary>Says things in lines that fit any terminal and make sense read aloud: no colours, no frames.</summary>
sealed class Speaker(TextWriter output)
{
    /// <summary>Columns of a line.</summary>
    public const int Width = TextWrap.Width;

    public void Say(string text) => TextWrap.Write(output, "", Glyphs.WithoutMarks(text));

    /// <summary>A line after a label; what does not fit stands under its beginning.</summary>
    public void Say(string label, string text) => TextWrap.Write(output, label, Glyphs.WithoutMarks(text));

    /// <summary>Lines as they are.</summary>
    public void Say(IEnumerable<Line> lines)
    {
        foreach (var line in lines)
        {
            output.WriteLine(Glyphs.WithoutMarks(line.Text.TrimEnd()));
        }
    }

    public void Markdown(string markdown) => Say(MarkdownText.Lines(markdown, Width));

    public void Blank() => output.WriteLine();

    /// <summary>Asks for a line.</summary>
    public void Prompt(string prompt)
    {
        output.Write(prompt);
        output.Flush();
    }

    public void Flush() => output.Flush();
}
