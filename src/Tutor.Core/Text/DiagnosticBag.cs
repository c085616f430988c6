using System.Collections.Immutable;

namespace Tutor.Core.Text;

/// <summary>Collects the problems of a text while it is read; handed out sorted by place, each once.</summary>
public sealed class DiagnosticBag
{
    readonly List<Diagnostic> _items = [];

    public bool HasErrors => _items.Exists(d => d.IsError);

    public int Count => _items.Count;

    public void Add(Diagnostic diagnostic) => _items.Add(diagnostic);

    public void AddRange(IEnumerable<Diagnostic> diagnostics) => _items.AddRange(diagnostics);

    public void Report(DiagnosticCode code, SourceText source, TextSpan span, string message, string? help = null) =>
        _items.Add(new Diagnostic(code, source, span, message, help));

    /// <summary>By file, then place, then code; equal ones once.</summary>
    public ImmutableArray<Diagnostic> ToImmutable() => _items.Count < 2 ? [.. _items] : Sort(_items);

    /// <summary>By file, then place, then code; equal ones once.</summary>
    public static ImmutableArray<Diagnostic> Sort(IEnumerable<Diagnostic> diagnostics) =>
    [
        .. diagnostics
            .Select(d => (Diagnostic: d, d.Location))
            .OrderBy(d => d.Location.Path, StringComparer.Ordinal)
            .ThenBy(d => d.Location.Start.Line)
            .ThenBy(d => d.Location.Start.Column)
            .ThenBy(d => d.Diagnostic.Code.Id, StringComparer.Ordinal)
            .DistinctBy(d => (d.Location, d.Diagnostic.Code, d.Diagnostic.Message))
            .Select(d => d.Diagnostic),
    ];
}
