using System.Collections.Immutable;

namespace Tutor.Core.Text;

/// <summary><c>TUT5xxx</c>: limits.</summary>
public static class LimitCodes
{
    public static readonly DiagnosticCode PredicateTooLong = DiagnosticCodes.Error(
        5001, "a predicate longer than 64 KiB");
    public static readonly DiagnosticCode NestedTooDeeply = DiagnosticCodes.Error(
        5002, "nested deeper than 256");
    public static readonly DiagnosticCode TooManyNodes = DiagnosticCodes.Error(
        5003, "more than 10,000 parts");
    public static readonly DiagnosticCode TooManySteps = DiagnosticCodes.Error(
        5004, "more than 100,000 steps for one page");

    /// <summary>Every row, ascending. Stands last: static fields are initialised in the order of the
    /// file.</summary>
    public static ImmutableArray<DiagnosticCode> All { get; } =
        [PredicateTooLong, NestedTooDeeply, TooManyNodes, TooManySteps];
}
