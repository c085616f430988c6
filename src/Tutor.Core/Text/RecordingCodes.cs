using System.Collections.Immutable;

namespace Tutor.Core.Text;

/// <summary><c>TUT35xx</c>: recorded maps.</summary>
public static class RecordingCodes
{
    public static readonly DiagnosticCode CannotUnpack =
        DiagnosticCodes.Error(3501, "a recording cannot be unpacked");

    public static readonly DiagnosticCode TooLarge =
        DiagnosticCodes.Error(3502, "a recording is larger than any that can be read");

    public static readonly DiagnosticCode BadRow =
        DiagnosticCodes.Error(3503, "a row of a recording is not of its format");

    public static readonly DiagnosticCode BadValue =
        DiagnosticCodes.Error(3504, "a value in a recording is out of its range");

    public static readonly DiagnosticCode DoesNotFit =
        DiagnosticCodes.Error(3505, "rows of a recording contradict each other");

    public static readonly DiagnosticCode Missing =
        DiagnosticCodes.Error(3506, "a recording lacks a row that it needs");

    /// <summary>Every row, ascending. Stands last: static fields are initialised in the order of the file.</summary>
    public static ImmutableArray<DiagnosticCode> All { get; } =
        [CannotUnpack, TooLarge, BadRow, BadValue, DoesNotFit, Missing];
}
