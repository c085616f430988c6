using Tutor.Core.Scenarios;
using Tutor.Game.Reading;
using Tutor.Game.Text;

namespace Tutor.Game.Lines;

/// <summary>Says things in lines that fit any terminal and make sense read aloud: no colours, no frames.</summary>
/// <param name="pageLines">Lines of a long text that are said at once; null: all of it, as for a script.</param>
sealed class Speaker(TextWriter output, int? pageLines = null)
{
    readonly Queue<Line> _rest = [];

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

    public void Markdown(string markdown) => Say(Spoken(markdown, null));

    /// <summary>A long text of the pack, and behind it what is to be said of its links.</summary>
    /// <param name="kinds">What its pictures of pages name.</param>
    /// <param name="after">From the links, each once, to the lines behind the text.</param>
    public void SayLong(string markdown, PageKinds kinds, Func<IReadOnlyList<string>, IEnumerable<string>> after)
    {
        var lines = Spoken(markdown, kinds);
        var links = lines.SelectMany(l => l.Runs).Select(r => r.Link).OfType<string>().Distinct().ToList();
        SayLong(lines.Concat(after(links).SelectMany(l => Wrapping.Wrap(l, Width))));
    }

    static List<Line> Spoken(string markdown, PageKinds? kinds) =>
        MarkdownText.Lines(markdown, Width, new MarkdownOptions { Kinds = kinds, IsSpoken = true });

    /// <summary>A text that may be longer than a screen: the rest of it waits for <see cref="More"/>.</summary>
    public void SayLong(IEnumerable<Line> lines)
    {
        _rest.Clear();
        foreach (var line in lines)
        {
            _rest.Enqueue(line);
        }

        More();
    }

    /// <summary>The next part of the long text; false when there is none.</summary>
    public bool More()
    {
        if (_rest.Count == 0)
        {
            return false;
        }

        for (var said = 0; _rest.Count > 0 && (pageLines is not { } most || said < most); said++)
        {
            // Near the end of the page a paragraph is not cut.
            if (said > pageLines * 2 / 3 && string.IsNullOrWhiteSpace(_rest.Peek().Text))
            {
                break;
            }

            Say([_rest.Dequeue()]);
        }

        if (_rest.Count > 0)
        {
            Say($"'more' goes on: {_rest.Count} lines are left.");
        }

        return true;
    }

    public void Blank() => output.WriteLine();

    /// <summary>Asks for a line.</summary>
    public void Prompt(string prompt)
    {
        output.Write(prompt);
        output.Flush();
    }

    public void Flush() => output.Flush();
}
