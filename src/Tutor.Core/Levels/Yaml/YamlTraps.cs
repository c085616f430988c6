using Tutor.Core.Text;
using YamlDotNet.Core;

namespace Tutor.Core.Levels.Yaml;

/// <summary>Where YAML bites an author: each bite told in words, with the cure.</summary>
static class YamlTraps
{
    const string Quote = "quote it, or put it into a '|' block under the key; 'not' may be written for '!'";

    /// <summary>YAML forbids tabs in indentation; its parsers say so in riddles.</summary>
    public static bool HasTabIndentation(SourceText source, DiagnosticBag problems)
    {
        var found = false;
        for (var line = 1; line <= source.LineCount; line++)
        {
            var span = source.LineSpan(line);
            var text = source.Text.AsSpan(span.Start, span.Length);
            var content = text.IndexOfAnyExcept(' ', '\t');
            var tab = text.IndexOf('\t');
            // Inside a '|' block a tab behind the indentation is text: a pasted function keeps its own.
            if (tab >= 0 && content > tab && !text[..tab].Contains(' '))
            {
                problems.Report(LevelCodes.Tab, source, new TextSpan(span.Start + tab, 1),
                    "a tab in the indentation", "indent with spaces: YAML allows nothing else");
                found = true;
            }
        }

        return found;
    }

    public static bool IsBlank(SourceText source, DiagnosticBag problems)
    {
        for (var line = 1; line <= source.LineCount; line++)
        {
            var text = source.LineText(line).AsSpan().Trim();
            if (text.Length > 0 && text[0] != '#' && !text.SequenceEqual("---"))
            {
                return false;
            }
        }

        problems.Report(LevelCodes.Empty, source, default, "the file is empty",
            "'tutor new level' writes one to start from");
        return true;
    }

    /// <summary><c>skip: !mapping &amp;&amp; …</c>: what was meant as C is a tag to YAML.</summary>
    public static void ReportTag(SourceText source, TextSpan span, DiagnosticBag problems)
    {
        var start = source.Text.LastIndexOf('!', Math.Min(source.Length - 1, Math.Max(span.Start, 0)),
            Math.Min(source.Length, Math.Max(span.Start, 0) + 1));
        var line = source.LineSpan(source.PositionOf(span.Start).Line);
        var at = start >= line.Start ? start : span.Start;
        problems.Report(LevelCodes.Tag, source, TextSpan.FromBounds(at, Math.Max(at, WordEnd(source.Text, at))),
            "to YAML a value that begins with '!' is a tag, not text", Quote);
    }

    /// <summary>A syntax error, told from what stands on its line.</summary>
    public static void ReportSyntax(SourceText source, int at, Exception e, DiagnosticBag problems)
    {
        var position = source.PositionOf(at);
        var line = source.LineText(position.Line);
        var value = ValueOn(line);
        var valueAt = source.LineSpan(position.Line).Start + value.Start;
        var first = value.Text.Length > 0 ? value.Text[0] : '\0';
        switch (first)
        {
            case '!':
                ReportTag(source, new TextSpan(valueAt, value.Text.Length), problems);
                return;
            case '&' or '*' or '@' or '`' or '%' or '>' or '|' when value.Text.Length > 1 && value.Text[1] is not ('\n' or '-' or '+'):
                problems.Report(LevelCodes.Indicator, source, new TextSpan(valueAt, value.Text.Length),
                    $"a value cannot begin with '{first}' without quotes", Quote);
                return;
        }

        // Other exceptions than its own carry no place: the parser ran off the end.
        if (OpenBracket(source, e is YamlException ? at : source.Length) is { } bracket)
        {
            problems.Report(LevelCodes.OpenBracket, source, new TextSpan(bracket, 1),
                $"this '{source.Text[bracket]}' is never closed",
                $"close it with '{(source.Text[bracket] == '[' ? ']' : '}')}'");
            return;
        }

        var isQuote = e.Message.Contains("quoted scalar", StringComparison.Ordinal);
        problems.Report(LevelCodes.Syntax, source, new TextSpan(at, 0),
            isQuote ? "this quoted text is never closed" : Plain(e),
            isQuote ? "close it with the quote that it began with" : e is YamlException ? HelpFor(value.Text) : null);
    }

    /// <summary>A plain predicate with ' #' in it was cut short there: the rest was taken for a comment.</summary>
    public static bool IsCutByComment(SourceText source, YamlScalar scalar)
    {
        if (scalar.Style != YamlStyle.Plain)
        {
            return false;
        }

        var line = source.LineSpan(source.PositionOf(scalar.Span.End).Line);
        var rest = source.Text.AsSpan(Math.Min(scalar.Span.End, line.End), Math.Max(0, line.End - scalar.Span.End)).TrimStart();
        return rest.StartsWith("#");
    }

    static string? HelpFor(string value) =>
        value.Contains(": ", StringComparison.Ordinal) || value.Contains("? ", StringComparison.Ordinal)
            ? "': ' inside a value needs quotes around the value"
            : null;

    /// <summary>The library's message without its position and without its types.</summary>
    static string Plain(Exception e)
    {
        var text = e is YamlException && e.InnerException is { Message.Length: > 0 } inner ? inner.Message : e.Message;
        var end = text.IndexOfAny(['\r', '\n']);
        text = (end < 0 ? text : text[..end]).TrimEnd('.', ' ');
        return e is YamlException && text.Length > 0
            ? $"not YAML: {char.ToLowerInvariant(text[0])}{text[1..]}"
            : "not YAML: the file ends in the middle of something";
    }

    /// <summary>The innermost bracket that is open at the place, or null; texts in quotes and comments are passed over.</summary>
    static int? OpenBracket(SourceText source, int at)
    {
        var open = new Stack<int>();
        var quote = '\0';
        for (var i = 0; i < Math.Min(at, source.Length); i++)
        {
            var c = source.Text[i];
            if (quote != '\0')
            {
                quote = c == quote ? '\0' : quote;
            }
            else if (c is '"' or '\'' && (i == 0 || source.Text[i - 1] is ' ' or '[' or '{' or ',' or ':'))
            {
                quote = c;
            }
            else if (c == '#' && (i == 0 || char.IsWhiteSpace(source.Text[i - 1])))
            {
                i = source.LineSpan(source.PositionOf(i).Line).End;
            }
            else if (c is '[' or '{' && IsFlowStart(source.Text, i))
            {
                open.Push(i);
            }
            else if (c is ']' or '}' && open.Count > 0)
            {
                open.Pop();
            }
        }

        return open.TryPeek(out var bracket) ? bracket : null;
    }

    static bool IsFlowStart(string text, int at) => at == 0 || text[at - 1] is ' ' or '[' or '{' or ',' or '\n' or '-';

    static (int Start, string Text) ValueOn(string line)
    {
        var colon = line.IndexOf(": ", StringComparison.Ordinal);
        if (colon < 0)
        {
            return (0, "");
        }

        var start = colon + 2;
        while (start < line.Length && line[start] == ' ')
        {
            start++;
        }

        return (start, line[start..]);
    }

    static int WordEnd(string text, int at)
    {
        while (at < text.Length && !char.IsWhiteSpace(text[at]))
        {
            at++;
        }

        return at;
    }
}
