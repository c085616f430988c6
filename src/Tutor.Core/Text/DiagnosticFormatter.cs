using System.Globalization;
using System.Text;

namespace Tutor.Core.Text;

/// <summary>The one way a problem is written for a person: place, code, cause, the line with a caret, cure.</summary>
public static class DiagnosticFormatter
{
    /// <summary>Longer lines are cut around the caret, so that a 60 KiB line does not flood the screen.</summary>
    const int WidestExcerpt = 100;
    const string Cut = "…";

    /// <summary>Several lines, each ended by <c>\n</c>.</summary>
    public static string Format(Diagnostic diagnostic)
    {
        ArgumentNullException.ThrowIfNull(diagnostic);
        var output = new StringBuilder();
        output.Append(ControlCharacters.Neutralise(diagnostic.ToString())).Append('\n');
        AppendExcerpt(output, diagnostic);
        if (diagnostic.Help is not null)
        {
            output.Append("  help: ").Append(ControlCharacters.Neutralise(diagnostic.Help)).Append('\n');
        }

        foreach (var line in AlsoLines(diagnostic))
        {
            output.Append("  ").Append(line).Append('\n');
        }

        return output.ToString();
    }

    /// <summary>Cause, cure and further places, for hosts that show the place themselves.</summary>
    public static string Message(Diagnostic diagnostic)
    {
        ArgumentNullException.ThrowIfNull(diagnostic);
        string[] help = diagnostic.Help is null ? [] : [$"help: {diagnostic.Help}"];
        return string.Join('\n', [diagnostic.Message, .. help, .. AlsoLines(diagnostic)]);
    }

    /// <summary>A line for each further place: <c>also 8:3: 'lru_add_drain' is not for predicates: …</c>.</summary>
    static IEnumerable<string> AlsoLines(Diagnostic diagnostic) => diagnostic.Also.Select(d => ControlCharacters.Neutralise(
        $"also {d.Location.Start}: {d.Message}{(d.Help is null ? "" : $": {d.Help}")}"));

    static void AppendExcerpt(StringBuilder output, Diagnostic diagnostic)
    {
        var (text, span) = diagnostic.Source.Resolve(diagnostic.Span);
        if (text.Length == 0)
        {
            return;
        }

        var line = text.PositionOf(span.Start).Line;
        var lineSpan = text.LineSpan(line);
        var start = Math.Min(span.Start, lineSpan.End);
        var end = Math.Clamp(span.End, start, lineSpan.End);
        var first = Math.Max(lineSpan.Start, start - WidestExcerpt / 2);
        var last = Math.Min(lineSpan.End, first + WidestExcerpt);
        // What is cut away at either end is marked.
        var before = (first > lineSpan.Start ? Cut : "") + Printable(text.Text[first..start]);
        var shown = before + Printable(text.Text[start..last]) + (last < lineSpan.End ? Cut : "");
        var marked = Math.Max(1, Columns(Printable(text.Text[start..Math.Min(end, last)])));
        var gutter = line.ToString(CultureInfo.InvariantCulture).PadLeft(5);
        output.Append(gutter).Append(" | ").Append(shown).Append('\n');
        output.Append(' ', 5).Append(" | ").Append(' ', Columns(before)).Append('^', marked).Append('\n');
    }

    /// <summary>Control characters would move the cursor and the caret with it.</summary>
    static string Printable(string text) => string.Concat(text.Select(c =>
        c == '\t' ? ' ' : ControlCharacters.IsControl(c) || char.IsSurrogate(c) && !IsPaired(text, c) ? ControlCharacters.Shown : c));

    static bool IsPaired(string text, char surrogate)
    {
        var at = text.IndexOf(surrogate, StringComparison.Ordinal);
        return char.IsHighSurrogate(surrogate)
            ? at + 1 < text.Length && char.IsLowSurrogate(text[at + 1])
            : at > 0 && char.IsHighSurrogate(text[at - 1]);
    }

    /// <summary>Terminal columns: East Asian wide characters take two.</summary>
    static int Columns(string text) => text.EnumerateRunes().Sum(r => IsWide(r.Value) ? 2 : 1);

    static bool IsWide(int rune) =>
        rune is >= 0x1100 and <= 0x115F or >= 0x2E80 and <= 0xA4CF or >= 0xAC00 and <= 0xD7A3
            or >= 0xF900 and <= 0xFAFF or >= 0xFE30 and <= 0xFE6F or >= 0xFF00 and <= 0xFF60
            or >= 0xFFE0 and <= 0xFFE6 or >= 0x1F300 and <= 0x1FAFF or >= 0x20000 and <= 0x3FFFD;
}
