using System.Collections.Immutable;

namespace Tutor.Core.Text;

/// <summary><c>TUT37xx</c>: page dumps in a kernel's log.</summary>
public static class DumpCodes
{
    public static readonly DiagnosticCode Damaged = DiagnosticCodes.Error(3701, "a page dump is damaged");

    public static readonly DiagnosticCode Mixed =
        DiagnosticCodes.Error(3702, "the lines of several page dumps are mixed and cannot be told apart");

    public static readonly DiagnosticCode None = DiagnosticCodes.Error(3703, "there is no page dump in a text");

    /// <summary>Every row, ascending. Stands last: static fields are initialised in the order of the file.</summary>
    public static ImmutableArray<DiagnosticCode> All { get; } = [Damaged, Mixed, None];
}
