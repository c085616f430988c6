using System.Collections.Immutable;

namespace Tutor.Core.Text;

/// <summary>One problem in a text: what, where, and the cure where it is known.</summary>
/// <param name="Code">The row of <see cref="DiagnosticCodes"/>.</param>
/// <param name="Source">The text that <paramref name="Span"/> counts in.</param>
/// <param name="Span">The guilty part; length 0 means "here".</param>
/// <param name="Message">The cause: lower case, no full stop, the user's own spelling in quotes.</param>
/// <param name="Help">The cure, or null.</param>
public sealed record Diagnostic(DiagnosticCode Code, SourceText Source, TextSpan Span, string Message, string? Help = null)
{
    public DiagnosticSeverity Severity => Code.Severity;

    /// <summary>Further places with the same consequence, said in this message: each has its own cause and cure.</summary>
    public ImmutableArray<Diagnostic> Also { get; init; } = [];

    /// <summary>This one and <see cref="Also"/>: a message for each place.</summary>
    public IEnumerable<Diagnostic> Places => Also.Prepend(this);

    public bool IsError => Severity == DiagnosticSeverity.Error;

    /// <summary>Path, first and last position in the outermost file.</summary>
    public (string Path, LinePosition Start, LinePosition End) Location
    {
        get
        {
            var (text, span) = Source.Resolve(Span);
            return (text.Path, text.PositionOf(span.Start), text.PositionOf(span.End));
        }
    }

    /// <summary><c>file:line:col: error TUT2003: message</c>.</summary>
    public override string ToString()
    {
        var (path, start, _) = Location;
        return $"{path}:{start}: {(IsError ? "error" : "warning")} {Code.Id}: {Message}";
    }
}
