using Tutor.Core.Predicates.Syntax;
using Tutor.Core.Text;

namespace Tutor.Core.Predicates.Binding;

/// <summary>What C leaves undefined, in words.</summary>
static class UndefinedText
{
    /// <param name="type">The type that the operator works in; any other value where there is none.</param>
    public static (DiagnosticCode Code, string Message, string? Help) Describe(
        Undefined undefined, CType type) => undefined switch
    {
        Undefined.DivisionByZero =>
            (NameCodes.DivisionByZero, "division by zero: C leaves this undefined", null),
        Undefined.ShiftRange => (NameCodes.ShiftRange,
            $"{type.CName()} has {type.Width()} bits: C leaves a shift by {type.Width()} or more, or by less than 0, undefined", null),
        Undefined.QuotientRange => (NameCodes.QuotientRange,
            $"the smallest {type.CName()} divided by -1 does not fit: C leaves this undefined", null),
        Undefined.Uninitialized =>
            (NameCodes.Uninitialized, "read before it has a value: C leaves this undefined",
            "give it a value where it is declared"),
        Undefined.NullPointer =>
            (NameCodes.NullPointer, "NULL here: the kernel would crash", "test it first: 'mapping && …'"),
        Undefined.TooManySteps => (LimitCodes.TooManySteps, "more than 100,000 steps for one page",
            "functions that call functions several times multiply their work"),
        Undefined.TooDeep =>
            (LimitCodes.NestedTooDeeply, "nested too deeply for this machine's stack",
            "make functions of its parts"),
        Undefined.None => throw new ArgumentOutOfRangeException(nameof(undefined)),
    };
}
