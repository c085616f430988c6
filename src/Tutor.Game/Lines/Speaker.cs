using Tutor.Core.Scenarios;
using Tutor.Game.Reading;
using Tutor.Game.Text;

namespace Tutor.Game.Lines;

/// <summary>Says things in lines that fit any terminal and make sense read aloud: no colours, no frames.</summary>
/// <param name="pageLines">How many lines of a long text are said at once; null for all of them, which suits a script.</param>
sealed class Speaker(TextWriter output, int? pageLines = null)
{
    /// <summary>As much is said even if it no longer fits the screen.</summary>
    const int FewLines = 2;

    readonly Queue<Line> _rest = [];

    /// <summary>Columns of a line.</summary>
    public const int Width = TextWrap.Width;

    public void Say(string text) => TextWrap.Write(output, "", Glyphs.WithoutMarks(text));

    /// <summary>Says a text after a label. Further lines begin under the text, not under the label.</summary>
    public void Say(string label, string text) => TextWrap.Write(output, label, Glyphs.WithoutMarks(text));

    /// <summary>Lines as they are, but for the marks in them that say nothing to the ear.</summary>
    public void Say(IEnumerable<Line> lines)
    {
        foreach (var line in lines)
        {
            output.WriteLine(Glyphs.WithoutMarks(line.Spoken.TrimEnd()));
        }
    }

    public void Markdown(string markdown) => Say(Spoken(markdown, null));

    /// <summary>Says a long text of the pack, and after it lines about its links.</summary>
    /// <param name="kinds">The page kinds that its pictures of pages name.</param>
    /// <param name="after">Makes the lines after the text out of its links, each of which comes once.</param>
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
            // A paragraph that would be cut near the end of the page waits for the next page.
            if (said > pageLines * 2 / 3 && string.IsNullOrWhiteSpace(_rest.Peek().Text))
            {
                break;
            }

            Say([_rest.Dequeue()]);
        }

        // For so little nobody is asked.
        while (_rest.Count is > 0 and <= FewLines)
        {
            Say([_rest.Dequeue()]);
        }

        if (_rest.Count > 0)
        {
            Say($"'more' goes on: {(_rest.Count == 1 ? "1 line is" : $"{_rest.Count} lines are")} left.");
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
