namespace Tutor.Game.Playing;

/// <summary>Text that was copied out of a mail: <c>&gt; </c> before lines, <c>+</c> of a patch.</summary>
static class MailQuotes
{
    /// <summary>Whether most lines begin with a quote mark, or all belong to the hunk of a patch.</summary>
    public static bool IsQuoted(string text)
    {
        var lines = text.Split('\n').Where(l => l.Trim().Length > 0).ToList();
        return lines.Count(l => l.StartsWith('>')) * 2 > lines.Count || IsHunk(lines);
    }

    /// <summary>The text without its quote marks. A hunk of a patch becomes the text that the patch leaves behind.</summary>
    public static string Strip(string text)
    {
        var lines = text.Split('\n').Select(StripLine).ToList();
        return string.Join('\n', IsHunk(lines) ? lines.Where(l => l is not ['-', ..] && !IsHunkHead(l)).Select(l => l.Length > 0 ? l[1..] : l) : lines);
    }

    /// <summary>Whether every line begins like one of a hunk, and at least one with a plus.</summary>
    static bool IsHunk(List<string> lines) =>
        lines.Exists(l => l.StartsWith('+')) && lines.TrueForAll(l => l.Trim().Length == 0 || "+- ".Contains(l[0]) || IsHunkHead(l));

    static bool IsHunkHead(string line) => line.StartsWith("@@", StringComparison.Ordinal);

    static string StripLine(string line)
    {
        while (line.StartsWith('>'))
        {
            line = line[1..];
            line = line.StartsWith(' ') ? line[1..] : line;
        }

        return line;
    }
}
