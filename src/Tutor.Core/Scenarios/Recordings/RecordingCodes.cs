using System.Collections.Immutable;
using Tutor.Core.Text;

namespace Tutor.Core.Scenarios.Recordings;

/// <summary><c>TUT35xx</c>: recorded maps.</summary>
static class RecordingCodes
{
    static readonly DiagnosticTable Table = new();

    public static readonly DiagnosticCode CannotUnpack = Table.Error(3501, "a recording cannot be unpacked");

    public static readonly DiagnosticCode TooLarge = Table.Error(3502, "a recording is larger than any that can be read");

    public static readonly DiagnosticCode BadRow = Table.Error(3503, "a row of a recording is not of its format");

    public static readonly DiagnosticCode BadValue = Table.Error(3504, "a value in a recording is out of its range");

    public static readonly DiagnosticCode DoesNotFit = Table.Error(3505, "rows of a recording contradict each other");

    public static readonly DiagnosticCode Missing = Table.Error(3506, "a recording lacks a row that it needs");

    /// <summary>Every row, ascending.</summary>
    public static ImmutableArray<DiagnosticCode> All => Table.Codes;
}
