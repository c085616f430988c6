using System.Runtime.InteropServices;
using System.Text;
using Tutor.Game.Text;

namespace Tutor.Game.Reading;

/// <summary>Breaks styled text into lines of at most so many columns: between words, and inside one only if it must.</summary>
/// <remarks>Words are places in their runs, and a line's letters stand in one buffer: nothing is made for a word.</remarks>
sealed class Wrapping
{
    readonly int _width;
    readonly List<Line> _lines = [];

    /// <summary>The letters of the line, and what they look like up to where.</summary>
    readonly StringBuilder _letters = new();
    readonly List<(Run Look, int End)> _looks = [];
    int _used;

    /// <summary>The blanks before the word.</summary>
    readonly List<Run> _blanks = [];

    /// <summary>A word can have several looks: <c>**bold**,</c></summary>
    readonly List<(Run Run, int Start, int End)> _word = [];

    Wrapping(int width) => _width = Math.Max(1, width);

    public static List<Line> Wrap(string text, int width, Ink ink = Ink.Text, CellStyle style = CellStyle.None)
    {
        var lines = new List<Line>();
        foreach (var line in text.Split('\n'))
        {
            lines.AddRange(Wrap([new Run(line, ink, style)], width));
        }

        return lines;
    }

    /// <summary>Plain text in which backticks set off code.</summary>
    public static List<Line> WrapCode(string text, int width, Ink ink = Ink.Text) =>
        Wrap(text.Split('`').Select((part, i) => new Run(part, i % 2 == 0 ? ink : Ink.CodeName)), width);

    /// <summary>At least one line. A run that says <c>\n</c> begins a new line.</summary>
    public static List<Line> Wrap(IEnumerable<Run> runs, int width)
    {
        var wrapping = new Wrapping(width);
        foreach (var run in runs)
        {
            wrapping.Add(run);
        }

        wrapping.EndWord();
        wrapping.EndLine();
        return wrapping._lines;
    }

    void Add(Run run)
    {
        var start = 0;
        while (run.Text.AsSpan(start).IndexOfAny(' ', '\n') is >= 0 and var length)
        {
            AddPiece(run, start, start + length);
            EndWord();
            if (run.Text[start + length] == '\n')
            {
                EndLine();
            }
            else
            {
                _blanks.Add(run);
            }

            start += length + 1;
        }

        AddPiece(run, start, run.Text.Length);
    }

    /// <summary>More of the word. Behind a cast, <c>(unsigned long)count</c>, a line may end without a blank.</summary>
    void AddPiece(Run run, int start, int end)
    {
        if (end > start && IsNameStart(run.Text[start]) && _word is [.., var (last, _, lastEnd)] && last.Text[lastEnd - 1] == ')')
        {
            EndWord();
        }

        var at = start;
        while (run.Text.AsSpan(at, end - at).IndexOf(')') is >= 0 and var length)
        {
            at += length + 1;
            if (at < end && IsNameStart(run.Text[at]))
            {
                _word.Add((run, start, at));
                EndWord();
                start = at;
            }
        }

        if (end > start)
        {
            _word.Add((run, start, end));
        }
    }

    static bool IsNameStart(char letter) => char.IsAsciiLetter(letter) || letter == '_';

    void EndWord()
    {
        if (_word.Count == 0)
        {
            return;
        }

        var columns = 0;
        foreach (var (run, start, end) in _word)
        {
            columns += TextColumns.Of(run.Text.AsSpan(start, end - start));
        }

        if (_used > 0 && _used + _blanks.Count + columns > _width)
        {
            EndLine();
        }
        else if (_used > 0 || _lines.Count == 0)
        {
            PutBlanks();
        }

        _blanks.Clear();
        foreach (var (run, start, end) in _word)
        {
            Put(run, run.Text.AsSpan(start, end - start));
        }

        _word.Clear();
    }

    void PutBlanks()
    {
        // An indent never fills the line.
        var count = _used > 0 ? _blanks.Count : Math.Min(_blanks.Count, _width - 1);
        for (var i = 0; i < count; i++)
        {
            _letters.Append(' ');
            Look(_blanks[i]);
        }

        _used += count;
    }

    void Put(Run run, ReadOnlySpan<char> text)
    {
        if (_used + text.Length <= _width && TextColumns.IsPlain(text))
        {
            _letters.Append(text);
            Look(run);
            _used += text.Length;
            return;
        }

        foreach (var (glyph, columns) in TextColumns.Graphemes(text.ToString()))
        {
            if (_used + columns > _width && _used > 0)
            {
                EndLine();
            }

            _letters.Append(glyph);
            Look(run);
            _used += columns;
        }
    }

    /// <summary>What was added last looks like this run: one with the letters before it, if those look the same.</summary>
    void Look(Run run)
    {
        if (_looks is [.., var (last, _)] && last.Ink == run.Ink && last.Style == run.Style && last.Link == run.Link && last.Spoken == run.Spoken)
        {
            _looks[^1] = (last, _letters.Length);
        }
        else
        {
            _looks.Add((run, _letters.Length));
        }
    }

    void EndLine()
    {
        var runs = new Run[_looks.Count];
        var start = 0;
        for (var i = 0; i < runs.Length; i++)
        {
            var (look, end) = _looks[i];
            runs[i] = look with { Text = _letters.ToString(start, end - start) };
            start = end;
        }

        _lines.Add(new Line(ImmutableCollectionsMarshal.AsImmutableArray(runs)));
        _letters.Clear();
        _looks.Clear();
        _blanks.Clear();
        _used = 0;
    }
}
