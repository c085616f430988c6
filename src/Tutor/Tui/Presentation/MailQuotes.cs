namespace Tutor.Tui.Presentation;

/// <summary>Text that was copied out of a mail: <c>&gt; </c> before lines, <c>+</c> of a patch.</summary>
static class MailQuotes
{
    /// <summary>Most lines begin with a quote mark.</summary>
    public static bool IsQuoted(string text)
    {
        var lines = text.Split('\n').Where(l => l.Trim().Length > 0).ToList();
        return lines.Count > 0 && lines.Count(l => l.StartsWith('>')) * 2 > lines.Count;
    }

    /// <summary>The quote marks taken off, and the plus signs of an added hunk.</summary>
    public static string Strip(string text)
    {
        var lines = text.Split('\n').Select(StripLine).ToList();
        var added = lines.Where(l => l.Trim().Length > 0).ToList();
        var isPatch = added.Count > 0 && added.TrueForAll(l => l.StartsWith('+'));
        return string.Join('\n', isPatch ? lines.Select(l => l.StartsWith('+') ? l[1..] : l) : lines);
    }

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
