namespace Tutor.Game.Playing;

/// <summary>Text that was copied out of a mail: <c>&gt; </c> before lines, <c>+</c> of a patch.</summary>
static class MailQuotes
{
    /// <summary>Most lines begin with a quote mark, or all are of a patch's hunk.</summary>
    public static bool IsQuoted(string text)
    {
        var lines = text.Split('\n').Where(l => l.Trim().Length > 0).ToList();
        return lines.Count(l => l.StartsWith('>')) * 2 > lines.Count || IsHunk(lines);
    }

    /// <summary>The quote marks taken off; of a patch's hunk what the file is afterwards.</summary>
    public static string Strip(string text)
    {
        var lines = text.Split('\n').Select(StripLine).ToList();
        return string.Join('\n', IsHunk(lines) ? lines.Where(l => l is not ['-', ..] && !IsHunkHead(l)).Select(l => l.Length > 0 ? l[1..] : l) : lines);
    }

    /// <summary>Every line is added, taken away or context, and one at least is added.</summary>
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
