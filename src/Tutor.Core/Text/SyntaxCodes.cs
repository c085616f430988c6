using System.Collections.Immutable;

namespace Tutor.Core.Text;

/// <summary><c>TUT1xxx</c>: what the parser reports.</summary>
public static class SyntaxCodes
{
    /// <summary>Every row, ascending. Stands last: static fields are initialised in the order of the file.</summary>
    public static ImmutableArray<DiagnosticCode> All { get; } = [];
}
