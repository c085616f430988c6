using System.Text;

namespace Tutor.Game.Lines;

/// <summary>What the player types, line by line.</summary>
/// <param name="echo">Where a line that was not typed at a terminal is repeated, so that a transcript can be read; or null.</param>
sealed class LineInput(TextReader reader, TextWriter? echo = null)
{
    /// <summary>Characters of one line: twice what a whole predicate may have.</summary>
    public const int LongestLine = 128 * 1024;

    /// <summary>A line that ends a text of several lines.</summary>
    public const string End = ".";

    /// <summary>The prompt for a further line of such a text.</summary>
    public const string GoesOn = "| ";

    /// <summary>Whether the last line was too long, so that its end was dropped.</summary>
    public bool WasCut { get; private set; }

    /// <summary>The next line, or null when there is no more.</summary>
    public string? Read()
    {
        var line = new StringBuilder();
        WasCut = false;
        int next;
        while ((next = reader.Read()) >= 0 && next != '\n')
        {
            if (line.Length < LongestLine)
            {
                line.Append((char)next);
            }
            else
            {
                WasCut = true;
            }
        }

        if (next < 0 && line.Length == 0)
        {
            return null;
        }

        var text = line.ToString().TrimEnd('\r');
        echo?.WriteLine(text.Length <= 200 ? text : text[..200] + " ...");
        return text;
    }
}
