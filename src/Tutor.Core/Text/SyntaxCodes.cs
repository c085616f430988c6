using System.Collections.Immutable;

namespace Tutor.Core.Text;

/// <summary><c>TUT1xxx</c>: what the parser reports.</summary>
public static class SyntaxCodes
{
    public static readonly DiagnosticCode BadCharacter = DiagnosticCodes.Error(
        1001, "a character that C does not know");
    public static readonly DiagnosticCode OpenComment = DiagnosticCodes.Error(
        1002, "a comment without its end");
    public static readonly DiagnosticCode Unexpected = DiagnosticCodes.Error(
        1003, "something else belongs here");
    public static readonly DiagnosticCode Empty = DiagnosticCodes.Error(1004, "the predicate is empty");
    public static readonly DiagnosticCode Unclosed = DiagnosticCodes.Error(
        1005, "a bracket without its partner");
    public static readonly DiagnosticCode ExtraText = DiagnosticCodes.Error(
        1006, "text after the end of the predicate");
    public static readonly DiagnosticCode Semicolon = DiagnosticCodes.Error(1007, "an expression has no ';'");
    public static readonly DiagnosticCode OutsideFunction = DiagnosticCodes.Error(
        1008, "a statement outside a function");
    public static readonly DiagnosticCode MalformedNumber = DiagnosticCodes.Error(1009, "not a number");
    public static readonly DiagnosticCode Increment = DiagnosticCodes.Error(
        1010, "'++' or '--' inside an expression");
    public static readonly DiagnosticCode Comma = DiagnosticCodes.Error(
        1011, "the comma operator is not in the language");
    public static readonly DiagnosticCode SizeOf = DiagnosticCodes.Error(
        1012, "'sizeof' is not in the language");
    public static readonly DiagnosticCode Switch = DiagnosticCodes.Error(
        1013, "'switch' is not in the language");
    public static readonly DiagnosticCode Goto = DiagnosticCodes.Error(
        1014, "'goto' and labels are not in the language");
    public static readonly DiagnosticCode Loop = DiagnosticCodes.Error(1015, "loops are not in the language");
    public static readonly DiagnosticCode ElvisOperator = DiagnosticCodes.Error(
        1016, "'?:' needs its middle");
    public static readonly DiagnosticCode Quoted = DiagnosticCodes.Error(
        1017, "characters and strings are not in the language");
    public static readonly DiagnosticCode RefusedType = DiagnosticCodes.Error(
        1018, "a type that is not in the language");
    public static readonly DiagnosticCode Directive = DiagnosticCodes.Error(1019, "a line of the preprocessor");
    public static readonly DiagnosticCode MemoryAccess = DiagnosticCodes.Error(
        1020, "a predicate does not reach into memory");
    public static readonly DiagnosticCode Declaration = DiagnosticCodes.Error(
        1021, "a declaration that is not in the language");
    public static readonly DiagnosticCode NumberTooLarge = DiagnosticCodes.Error(
        1022, "a number too large for any type");

    public static readonly DiagnosticCode PatchText = DiagnosticCodes.Error(
        1023, "a piece of a patch or of a mail");

    /// <summary>Every row, ascending. Stands last: static fields are initialised in the order of the
    /// file.</summary>
    public static ImmutableArray<DiagnosticCode> All { get; } =
    [
        BadCharacter, OpenComment, Unexpected, Empty, Unclosed, ExtraText, Semicolon, OutsideFunction,
        MalformedNumber, Increment, Comma, SizeOf, Switch, Goto, Loop, ElvisOperator, Quoted, RefusedType,
        Directive, MemoryAccess, Declaration, NumberTooLarge, PatchText,
    ];
}
