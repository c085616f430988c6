using System.Collections.Immutable;
using Tutor.Core.Text;

namespace Tutor.Core.Predicates.Syntax;

/// <summary><c>TUT5xxx</c>: limits.</summary>
static class LimitCodes
{
    static readonly DiagnosticTable Table = new();

    public static readonly DiagnosticCode PredicateTooLong = Table.Error(5001, "a predicate longer than 64 KiB");
    public static readonly DiagnosticCode NestedTooDeeply = Table.Error(5002, "nested deeper than 256");
    public static readonly DiagnosticCode TooManyNodes = Table.Error(5003, "more than 10,000 parts");
    public static readonly DiagnosticCode TooManySteps = Table.Error(5004, "more than 100,000 steps for one page");

    /// <summary>Every row, ascending.</summary>
    public static ImmutableArray<DiagnosticCode> All => Table.Codes;
}
