namespace Tutor.Game.Text;

/// <summary>Breaks text at spaces, for terminals of 80 columns.</summary>
static class TextWrap
{
    /// <summary>The last column stays empty: some terminals break the line there by themselves.</summary>
    public const int Width = 79;

    /// <summary>
    /// Writes a text after a label; further lines are indented as far. Line breaks of the text stay, and so does a
    /// word that is longer than a line.
    /// </summary>
    public static void Write(TextWriter output, string label, string text)
    {
        var indent = new string(' ', label.Length);
        var start = label;
        foreach (var line in text.TrimEnd().ReplaceLineEndings("\n").Split('\n'))
        {
            foreach (var part in Break(line, Width - label.Length))
            {
                output.WriteLine((start + part).TrimEnd());
                start = indent;
            }
        }
    }

    internal static IEnumerable<string> Break(string line, int width)
    {
        while (line.Length > width)
        {
            var at = line.LastIndexOf(' ', width);
            at = at > 0 && line.AsSpan(0, at).Trim().Length > 0 ? at : line.IndexOf(' ', width);
            if (at < 0)
            {
                break;
            }

            yield return line[..at];
            line = line[(at + 1)..];
        }

        yield return line;
    }
}
