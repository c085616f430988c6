using System.Collections.Immutable;
using Tutor.Core.Text;

namespace Tutor.Core.Predicates.Syntax;

/// <summary><c>TUT1xxx</c>: what the parser reports.</summary>
static class SyntaxCodes
{
    static readonly DiagnosticTable Table = new();

    public static readonly DiagnosticCode BadCharacter = Table.Error(1001, "a character that C does not know");
    public static readonly DiagnosticCode OpenComment = Table.Error(1002, "a comment without its end");
    public static readonly DiagnosticCode Unexpected = Table.Error(1003, "something else belongs here");
    public static readonly DiagnosticCode Empty = Table.Error(1004, "the predicate is empty");
    public static readonly DiagnosticCode Unclosed = Table.Error(1005, "a bracket without its partner");
    public static readonly DiagnosticCode ExtraText = Table.Error(1006, "text after the end of the predicate");
    public static readonly DiagnosticCode Semicolon = Table.Error(1007, "an expression has no ';'");
    public static readonly DiagnosticCode OutsideFunction = Table.Error(1008, "a statement outside a function");
    public static readonly DiagnosticCode MalformedNumber = Table.Error(1009, "not a number");
    public static readonly DiagnosticCode Increment = Table.Error(1010, "'++' or '--' inside an expression");
    public static readonly DiagnosticCode Comma = Table.Error(1011, "the comma operator is not in the language");
    public static readonly DiagnosticCode SizeOf = Table.Error(1012, "'sizeof' is not in the language");
    public static readonly DiagnosticCode Switch = Table.Error(1013, "'switch' is not in the language");
    public static readonly DiagnosticCode Goto = Table.Error(1014, "'goto' and labels are not in the language");
    public static readonly DiagnosticCode Loop = Table.Error(1015, "loops are not in the language");
    public static readonly DiagnosticCode ElvisOperator = Table.Error(1016, "'?:' needs its middle");
    public static readonly DiagnosticCode Quoted = Table.Error(1017, "characters and strings are not in the language");
    public static readonly DiagnosticCode RefusedType = Table.Error(1018, "a type that is not in the language");
    public static readonly DiagnosticCode Directive = Table.Error(1019, "a line of the preprocessor");
    public static readonly DiagnosticCode MemoryAccess = Table.Error(1020, "a predicate does not reach into memory");
    public static readonly DiagnosticCode Declaration = Table.Error(1021, "a declaration that is not in the language");
    public static readonly DiagnosticCode NumberTooLarge = Table.Error(1022, "a number too large for any type");
    public static readonly DiagnosticCode PatchText = Table.Error(1023, "a piece of a patch or of a mail");

    /// <summary>Every row, ascending.</summary>
    public static ImmutableArray<DiagnosticCode> All => Table.Codes;
}
