using System.Collections.Immutable;
using Tutor.Core.Text;

namespace Tutor.Core.Play;

/// <summary><c>TUT36xx</c>: attempts that come from another machine.</summary>
public static class ExportCodes
{
    static readonly DiagnosticTable Table = new();

    public static readonly DiagnosticCode NotAnExport = Table.Error(3601, "a file that 'tutor export' did not write");

    public static readonly DiagnosticCode BrokenAttempt = Table.Error(3602, "an attempt that cannot be read");

    public static readonly DiagnosticCode TooMany = Table.Error(3603, "more than can be imported from one file");

    public static readonly DiagnosticCode UnknownLevel = Table.Warning(3604, "attempts at a level that cannot be played here");

    public static readonly DiagnosticCode OtherRevision = Table.Warning(3605, "attempts at another revision of a level");

    public static readonly DiagnosticCode NoAnswer = Table.Warning(3606, "an attempt that is no answer to its level");

    public static readonly DiagnosticCode ClaimsOtherwise = Table.Warning(3607, "an attempt comes to another verdict than it claims");

    public static readonly DiagnosticCode DamagedCode = Table.Error(3608, "a code of 'tutor export --code' that did not arrive whole");

    public static readonly DiagnosticCode NoName = Table.Error(3609, "a player's name that cannot be shown");

    /// <summary>Every row, ascending.</summary>
    public static ImmutableArray<DiagnosticCode> All => Table.Codes;
}
