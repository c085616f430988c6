using System.Collections.Immutable;

namespace Tutor.Core.Text;

/// <summary><c>TUT36xx</c>: attempts that come from another machine.</summary>
public static class ExportCodes
{
    public static readonly DiagnosticCode NotAnExport =
        DiagnosticCodes.Error(3601, "a file that 'tutor export' did not write");

    public static readonly DiagnosticCode BrokenAttempt =
        DiagnosticCodes.Error(3602, "an attempt that cannot be read");

    public static readonly DiagnosticCode TooMany =
        DiagnosticCodes.Error(3603, "more than can be imported from one file");

    public static readonly DiagnosticCode UnknownLevel =
        DiagnosticCodes.Warning(3604, "attempts at a level that cannot be played here");

    public static readonly DiagnosticCode OtherRevision =
        DiagnosticCodes.Warning(3605, "attempts at another revision of a level");

    public static readonly DiagnosticCode NoAnswer =
        DiagnosticCodes.Warning(3606, "an attempt that is no answer to its level");

    public static readonly DiagnosticCode ClaimsOtherwise =
        DiagnosticCodes.Warning(3607, "an attempt comes to another verdict than it claims");

    /// <summary>Every row, ascending. Stands last: static fields are initialised in the order of the file.</summary>
    public static ImmutableArray<DiagnosticCode> All { get; } =
        [NotAnExport, BrokenAttempt, TooMany, UnknownLevel, OtherRevision, NoAnswer, ClaimsOtherwise];
}
