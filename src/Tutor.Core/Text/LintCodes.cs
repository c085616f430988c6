using System.Collections.Immutable;

namespace Tutor.Core.Text;

/// <summary><c>TUT4xxx</c>: what the linter reports.</summary>
public static class LintCodes
{
    /// <summary>Every row, ascending. Stands last: static fields are initialised in the order of the file.</summary>
    public static ImmutableArray<DiagnosticCode> All { get; } = [];
}
