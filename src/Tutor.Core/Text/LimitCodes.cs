using System.Collections.Immutable;

namespace Tutor.Core.Text;

/// <summary><c>TUT5xxx</c>: limits.</summary>
public static class LimitCodes
{
    /// <summary>Every row, ascending. Stands last: static fields are initialised in the order of the file.</summary>
    public static ImmutableArray<DiagnosticCode> All { get; } = [];
}
