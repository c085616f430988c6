using System.Globalization;
using Tutor.Core.Text;

namespace Tutor.Cli;

/// <summary>Findings as workflow commands, which GitHub shows beside the lines of a change.</summary>
static class GithubText
{
    public static string Of(Diagnostic diagnostic)
    {
        var (path, start, end) = diagnostic.Location;
        var text = DiagnosticFormatter.Message(diagnostic);
        return string.Create(CultureInfo.InvariantCulture,
            $"::{(diagnostic.IsError ? "error" : "warning")} file={Property(path)},line={start.Line},col={start.Column},"
            + $"endLine={end.Line},endColumn={end.Column},title={Property(diagnostic.Code.Id)}::{Escape(text)}");
    }

    static string Escape(string text) => text
        .Replace("%", "%25", StringComparison.Ordinal)
        .Replace("\r", "%0D", StringComparison.Ordinal)
        .Replace("\n", "%0A", StringComparison.Ordinal);

    static string Property(string text) => Escape(text)
        .Replace(":", "%3A", StringComparison.Ordinal)
        .Replace(",", "%2C", StringComparison.Ordinal);
}
