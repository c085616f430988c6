namespace Tutor.Core.Text;

/// <summary>
/// A text with a name and a line table: the only thing that turns offsets into lines and columns.
/// A predicate inside a level file is a text of its own that knows where each of its characters
/// stands in the file (<see cref="Embed"/>), so that its problems are reported in the file's lines.
/// </summary>
public sealed class SourceText
{
    readonly int[] _lineStarts;
    readonly int[]? _outerOffsets;

    SourceText(string path, string text, SourceText? outer, int[]? outerOffsets)
    {
        Path = path;
        Text = text;
        Outer = outer;
        _outerOffsets = outerOffsets;
        _lineStarts = FindLineStarts(text);
    }

    /// <summary>What a person would call it: a path as typed, or <c>predicate</c>.</summary>
    public string Path { get; }

    public string Text { get; }

    /// <summary>The text that this one is a part of, or null.</summary>
    public SourceText? Outer { get; }

    public int Length => Text.Length;

    public int LineCount => _lineStarts.Length;

    public static SourceText From(string path, string text) => new(path, text, null, null);

    /// <summary>
    /// A part of <paramref name="outer"/> that is a text of its own, such as the value of a YAML scalar.
    /// <paramref name="outerOffsets"/> has one entry for each code unit of <paramref name="text"/> and one
    /// for its end: the offset in <paramref name="outer"/> that it was read from.
    /// </summary>
    public static SourceText Embed(SourceText outer, string text, int[] outerOffsets)
    {
        ArgumentNullException.ThrowIfNull(outer);
        ArgumentNullException.ThrowIfNull(outerOffsets);
        if (outerOffsets.Length != text.Length + 1)
        {
            throw new ArgumentException("one offset for each code unit and one for the end", nameof(outerOffsets));
        }

        return new SourceText(outer.Path, text, outer, outerOffsets);
    }

    /// <summary>The same span in the outermost text, where a person reads it.</summary>
    public (SourceText Text, TextSpan Span) Resolve(TextSpan span)
    {
        if (Outer is null)
        {
            return (this, Clamp(span));
        }

        var inner = Clamp(span);
        var start = _outerOffsets![inner.Start];
        // The end of a span is the place after its last character, not the place of the next one:
        // indentation may lie between the two.
        var end = inner.Length == 0 ? start : _outerOffsets[inner.End - 1] + 1;
        return Outer.Resolve(TextSpan.FromBounds(start, Math.Max(start, end)));
    }

    /// <summary>Line and column of an offset; an offset past the end is the end.</summary>
    public LinePosition PositionOf(int offset)
    {
        offset = Math.Clamp(offset, 0, Length);
        var line = Array.BinarySearch(_lineStarts, offset);
        if (line < 0)
        {
            line = ~line - 1;
        }

        var column = 1;
        for (var i = _lineStarts[line]; i < offset; i++)
        {
            column += char.IsLowSurrogate(Text[i]) && i > 0 && char.IsHighSurrogate(Text[i - 1]) ? 0 : 1;
        }

        return new LinePosition(line + 1, column);
    }

    /// <summary>The text of a line (numbered from 1) without its line break.</summary>
    public string LineText(int line) => Text[LineSpan(line).Start..LineSpan(line).End];

    /// <summary>Where a line (numbered from 1) stands, without its line break.</summary>
    public TextSpan LineSpan(int line)
    {
        var start = _lineStarts[line - 1];
        var end = line < _lineStarts.Length ? _lineStarts[line] : Length;
        while (end > start && Text[end - 1] is '\n' or '\r')
        {
            end--;
        }

        return TextSpan.FromBounds(start, end);
    }

    public string ToString(TextSpan span) => Text.Substring(span.Start, span.Length);

    public override string ToString() => $"{Path} ({Length} characters)";

    TextSpan Clamp(TextSpan span)
    {
        var start = Math.Clamp(span.Start, 0, Length);
        return TextSpan.FromBounds(start, Math.Clamp(span.End, start, Length));
    }

    static int[] FindLineStarts(string text)
    {
        var starts = new List<int> { 0 };
        for (var i = 0; i < text.Length; i++)
        {
            var isBreak = text[i] == '\n' || (text[i] == '\r' && !(i + 1 < text.Length && text[i + 1] == '\n'));
            if (isBreak)
            {
                starts.Add(i + 1);
            }
        }

        return [.. starts];
    }
}
