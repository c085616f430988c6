using System.Collections.Immutable;

namespace Tutor.Core.Text;

/// <summary><c>TUT2xxx</c>: names, types and C's traps.</summary>
public static class NameCodes
{
    /// <summary>Every row, ascending. Stands last: static fields are initialised in the order of the file.</summary>
    public static ImmutableArray<DiagnosticCode> All { get; } = [];
}
