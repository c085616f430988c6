using System.Collections.Immutable;

namespace Tutor.Core.Text;

/// <summary>
/// Makes the rows of one family of codes, and so knows all of them: a row cannot be missing from its list. Every
/// family has one, as its first field: static fields begin in the order of the file.
/// </summary>
sealed class DiagnosticTable
{
    readonly List<DiagnosticCode> _codes = [];

    /// <summary>The rows made so far, ascending.</summary>
    public ImmutableArray<DiagnosticCode> Codes => [.. _codes.OrderBy(c => c.Id, StringComparer.Ordinal)];

    /// <summary>A problem that stops what is being read.</summary>
    /// <param name="number">Four digits, never used twice.</param>
    /// <param name="title">What is wrong, in one line: lower case, no full stop.</param>
    public DiagnosticCode Error(int number, string title) => Add(number, DiagnosticSeverity.Error, title);

    /// <summary>A problem that stops nothing.</summary>
    /// <inheritdoc cref="Error"/>
    public DiagnosticCode Warning(int number, string title) => Add(number, DiagnosticSeverity.Warning, title);

    DiagnosticCode Add(int number, DiagnosticSeverity severity, string title)
    {
        var code = new DiagnosticCode($"TUT{number}", severity, title);
        _codes.Add(code);
        return code;
    }
}
