using Tutor.Core.Text;
using YamlDotNet.Core;

namespace Tutor.Core.Levels.Yaml;

/// <summary>Where YAML bites an author: each bite told in words, with the cure.</summary>
static class YamlTraps
{
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

        var isPack = source.Path.EndsWith("pack.yaml", StringComparison.Ordinal);
        problems.Report(YamlCodes.Empty, source, default, "the file is empty",
            $"'tutor new {(isPack ? "pack" : "level")}' writes one to start from");
        return true;
    }

    /// <summary><c>skip: !mapping &amp;&amp; …</c>: what was meant as C is a tag to YAML.</summary>
    public static void ReportTag(SourceText source, TextSpan span, DiagnosticBag problems)
    {
        var start = source.Text.LastIndexOf('!', Math.Min(source.Length - 1, Math.Max(span.Start, 0)),
            Math.Min(source.Length, Math.Max(span.Start, 0) + 1));
        var line = source.LineSpan(source.PositionOf(span.Start).Line);
        var at = start >= line.Start ? start : span.Start;
        problems.Report(YamlCodes.Tag, source, TextSpan.FromBounds(at, Math.Max(at, WordEnd(source.Text, at))),
            "to YAML a value that begins with '!' is a tag, not text", YamlSlip.Quote);
    }

    /// <summary><c>&lt;&lt;: *base</c> is a convention of other programs.</summary>
    public static bool IsMergeKey(SourceText source, YamlScalar key, DiagnosticBag problems)
    {
        if (key.Style != YamlStyle.Plain || key.Value != "<<")
        {
            return false;
        }

        problems.Report(YamlCodes.Alias, source, key.Span, "'<<' merges mappings elsewhere, and level files have no such key", "write the entries out");
        return true;
    }

    /// <summary>A syntax error: the slip that began it, or the parser's words with a cure. Returns where it stands.</summary>
    public static int ReportSyntax(SourceText source, int at, Exception e, DiagnosticBag problems)
    {
        if (new BlockScanner(source).Find() is { } slip)
        {
            problems.Report(slip.Code, source, slip.Span, slip.Message, slip.Help);
            if (slip.Code == YamlCodes.Tab)
            {
                ReportTabs(source, source.PositionOf(slip.Span.Start).Line + 1, slip, problems);
            }

            return slip.Span.Start;
        }

        problems.Report(YamlCodes.Syntax, source, new TextSpan(at, 0), Plain(e),
            "look at this line and the one above: are they in the right columns, and what is in quotes or brackets, does it end?");
        return at;
    }

    /// <summary>Whoever indents with tabs does so in many lines. Behind blanks a tab may be text of a block.</summary>
    static void ReportTabs(SourceText source, int from, YamlSlip slip, DiagnosticBag problems)
    {
        for (var line = from; line <= source.LineCount; line++)
        {
            if (source.LineText(line).StartsWith('\t'))
            {
                problems.Report(slip.Code, source, new TextSpan(source.LineSpan(line).Start, 1), slip.Message, slip.Help);
            }
        }
    }

    /// <summary>A '//' in a text whose lines YAML joins: what stood in the lines below is a comment now.</summary>
    public static bool IsCutByFolding(SourceText source, YamlScalar scalar)
    {
        if (scalar.Style == YamlStyle.Literal)
        {
            return false;
        }

        var written = source.Text.AsSpan(scalar.Span.Start, scalar.Span.Length);
        var comment = written.IndexOf("//");
        var line = comment < 0 ? -1 : written[comment..].IndexOf('\n');
        return line >= 0 && written[(comment + line)..].Trim() is { IsEmpty: false } rest && rest.IndexOfAnyExcept('"', '\'') >= 0;
    }

    /// <summary>
    /// A plain text with ' #' in it was cut short there: the rest was taken for a comment. With two blanks before it, it
    /// is one.
    /// </summary>
    public static bool IsCutByComment(SourceText source, YamlScalar scalar)
    {
        if (scalar.Style != YamlStyle.Plain)
        {
            return false;
        }

        var line = source.LineSpan(source.PositionOf(scalar.Span.End).Line);
        return source.Text.AsSpan(Math.Min(scalar.Span.End, line.End), Math.Max(0, line.End - scalar.Span.End)).StartsWith(" #");
    }

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

    static int WordEnd(string text, int at)
    {
        while (at < text.Length && !char.IsWhiteSpace(text[at]))
        {
            at++;
        }

        return at;
    }
}
