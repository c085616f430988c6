using Tutor.Core.Text;

namespace Tutor.Core.Levels.Yaml;

/// <summary>
/// Where each character of a scalar's value stands in its file, so that a problem inside a predicate is
/// reported at its own line and column: YamlDotNet knows only where the scalar begins and ends.
/// </summary>
static class ScalarOffsets
{
    /// <summary>One offset for each character of <paramref name="value"/> and one for its end.</summary>
    /// <remarks>
    /// The value is walked along the file's text: folding, indentation and escapes are what the file has and the
    /// value lacks. Where the two cannot be brought together (an escape of a kind that we do not know) the rest
    /// of the value stands where the walk ended, which is wrong by a few columns at worst.
    /// </remarks>
    public static int[] Of(string file, TextSpan span, string value, YamlStyle style)
    {
        var offsets = new int[value.Length + 1];
        var end = Math.Min(span.End, file.Length);
        var at = style switch
        {
            YamlStyle.SingleQuoted or YamlStyle.DoubleQuoted => span.Start + 1,
            YamlStyle.Literal or YamlStyle.Folded => FirstLineOfBlock(file, span.Start, end),
            YamlStyle.Plain => span.Start,
        };
        var indent = style is YamlStyle.Literal or YamlStyle.Folded ? IndentOfBlock(file, at, end) : -1;
        if (indent > 0)
        {
            at = SkipIndent(file, at, end, indent);
        }

        for (var i = 0; i < value.Length; i++)
        {
            offsets[i] = Math.Min(at, end);
            at = Step(file, at, end, value, i, style, indent);
        }

        offsets[value.Length] = Math.Min(at, end);
        return offsets;
    }

    /// <summary>Where the character after value[i] is looked for, given where value[i] stands.</summary>
    static int Step(string file, int at, int end, string value, int i, YamlStyle style, int indent)
    {
        if (at >= end)
        {
            return end;
        }

        if (style == YamlStyle.DoubleQuoted && file[at] == '\\')
        {
            return AfterEscape(file, at, end);
        }

        if (style == YamlStyle.SingleQuoted && file[at] == '\'' && at + 1 < end && file[at + 1] == '\'')
        {
            return at + 2;
        }

        if (file[at] is not ('\n' or '\r'))
        {
            var next = at + 1;
            return IsFoldedBlank(file, next, end, value, i + 1, style) ? AtLineBreak(file, next, end) : next;
        }

        // A line break of the value: one in the file; then the next line's indentation.
        var line = AfterLineBreak(file, at, end);
        if (indent >= 0)
        {
            return SkipIndent(file, line, end, indent);
        }

        // Quoted and plain texts: a break that was folded into a blank swallows all white space around it.
        while (line < end && file[line] is ' ' or '\t' or '\n' or '\r' && !(i + 1 < value.Length && value[i + 1] == '\n'))
        {
            line++;
        }

        return line;
    }

    /// <summary>The value goes on with a blank that stands for a line break, and the file has blanks before that break.</summary>
    static bool IsFoldedBlank(string file, int at, int end, string value, int i, YamlStyle style)
    {
        if (style is YamlStyle.Literal || i >= value.Length || value[i] is not (' ' or '\n'))
        {
            return false;
        }

        var ahead = AtLineBreak(file, at, end);
        return ahead < end && file[ahead] is '\n' or '\r';
    }

    static int AtLineBreak(string file, int at, int end)
    {
        while (at < end && file[at] is ' ' or '\t')
        {
            at++;
        }

        return at;
    }

    static int AfterEscape(string file, int at, int end)
    {
        if (at + 1 >= end)
        {
            return end;
        }

        var length = file[at + 1] switch { 'x' => 4, 'u' => 6, 'U' => 10, _ => 2 };
        return Math.Min(end, at + length);
    }

    static int FirstLineOfBlock(string file, int start, int end)
    {
        var at = start;
        while (at < end && file[at] is not ('\n' or '\r'))
        {
            at++;
        }

        return AfterLineBreak(file, at, end);
    }

    static int AfterLineBreak(string file, int at, int end) =>
        at >= end ? end
        : file[at] == '\r' && at + 1 < end && file[at + 1] == '\n' ? at + 2
        : at + 1;

    static int IndentOfBlock(string file, int at, int end)
    {
        while (at < end)
        {
            var content = AtLineBreak(file, at, end);
            if (content < end && file[content] is not ('\n' or '\r'))
            {
                return content - at;
            }

            at = AfterLineBreak(file, content, end);
        }

        return 0;
    }

    static int SkipIndent(string file, int at, int end, int indent)
    {
        var stop = Math.Min(end, at + indent);
        while (at < stop && file[at] == ' ')
        {
            at++;
        }

        return at;
    }
}
