using Tutor.Core.Text;
using Tutor.Game.Playing;

namespace Tutor.Game.Lines;

/// <summary>A problem of a text in words. The text that is meant is quoted: a caret under it says nothing to the ear.</summary>
static class ProblemWords
{
    /// <summary>Longer texts are quoted up to here.</summary>
    const int LongestQuote = 100;

    /// <param name="saysFile">The problem lies in a file, and not in what the player has just typed.</param>
    public static void Say(Speaker speaker, Diagnostic problem, bool saysFile)
    {
        var (path, start, _) = problem.Location;
        var where = $"line {start.Line}, column {start.Column}";
        var lines = DiagnosticFormatter.Message(problem).Split('\n');
        speaker.Say($"{(saysFile ? $"{ControlCharacters.Neutralise(path)}, {where}" : Words.Sentence(where)[..^1])}: "
            + $"{(problem.IsError ? "error" : "warning")} {problem.Code.Id}: {Words.Ended(ControlCharacters.Neutralise(lines[0]))}");
        if (Quote(problem) is { Length: > 0 } quote)
        {
            speaker.Say("  The text meant: ", $"{quote}");
        }

        foreach (var line in lines[1..])
        {
            speaker.Say("  ", Words.Sentence(ControlCharacters.Neutralise(line)));
        }
    }

    /// <summary>The first line of the text that is meant; empty where nothing stands there.</summary>
    static string Quote(Diagnostic problem)
    {
        var (text, span) = problem.Source.Resolve(problem.Span);
        var end = Math.Min(span.End, text.LineSpan(text.PositionOf(span.Start).Line).End);
        var meant = end <= span.Start ? "" : ControlCharacters.Neutralise(text.Text[span.Start..end].Replace('\t', ' ')).Trim();
        return meant.Length <= LongestQuote ? meant : $"{meant[..LongestQuote]} and so on";
    }
}
