using System.Collections.Immutable;
using Tutor.Core.Text;

namespace Tutor.Core.Predicates.Syntax;

/// <summary><c>TUT2xxx</c>: names, types and C's traps.</summary>
static class NameCodes
{
    static readonly DiagnosticTable Table = new();

    public static readonly DiagnosticCode UnknownName = Table.Error(2001, "a name that nobody knows");
    public static readonly DiagnosticCode NotInVocabulary = Table.Error(2002, "a name that this level does not have");
    public static readonly DiagnosticCode NotOffered = Table.Error(2003, "a kernel function that predicates do not have");
    public static readonly DiagnosticCode NotInScope = Table.Error(2004, "a name that is not in scope here");
    public static readonly DiagnosticCode ArgumentCount = Table.Error(2005, "a wrong number of arguments");
    public static readonly DiagnosticCode ArgumentType = Table.Error(2006, "an argument of the wrong type");
    public static readonly DiagnosticCode OperandType = Table.Error(2007, "an operand of the wrong type");
    public static readonly DiagnosticCode FunctionWithoutCall = Table.Error(2008, "a function that is not called");
    public static readonly DiagnosticCode NotAFunction = Table.Error(2009, "a call of something that is no function");
    public static readonly DiagnosticCode UnknownMember = Table.Error(2010, "a member that is not there");
    public static readonly DiagnosticCode UnknownType = Table.Error(2011, "a type that nobody knows");
    public static readonly DiagnosticCode Redeclared = Table.Error(2012, "a name declared twice");
    public static readonly DiagnosticCode NotAssignable = Table.Error(2013, "only variables can be assigned");
    public static readonly DiagnosticCode Conversion = Table.Error(2014, "a value of the wrong type");
    public static readonly DiagnosticCode MissingReturn = Table.Error(2015, "a path without 'return'");
    public static readonly DiagnosticCode Recursion = Table.Error(2016, "recursion is not in the language");
    public static readonly DiagnosticCode UsedBeforeDefined = Table.Error(2017, "a function used above its definition");
    public static readonly DiagnosticCode EntryParameter = Table.Error(2018, "a parameter that the scanner cannot fill");
    public static readonly DiagnosticCode EntryResult = Table.Error(2019, "a predicate without an answer");
    public static readonly DiagnosticCode Unsequenced = Table.Error(2020, "C does not say which comes first");
    public static readonly DiagnosticCode DivisionByZero = Table.Error(2030, "division by zero");
    public static readonly DiagnosticCode ShiftRange = Table.Error(2031, "a shift by the width or more");
    public static readonly DiagnosticCode QuotientRange = Table.Error(2032, "a quotient that does not fit");
    public static readonly DiagnosticCode Uninitialized = Table.Error(2033, "a variable read before it has a value");
    public static readonly DiagnosticCode NullPointer = Table.Error(2034, "a NULL pointer where the kernel would read memory");
    public static readonly DiagnosticCode BitPrecedence = Table.Warning(2050, "a bit operator beside a comparison");
    public static readonly DiagnosticCode AssignmentAsCondition = Table.Warning(2051, "an assignment as a condition");
    public static readonly DiagnosticCode MixedSigns = Table.Warning(2052, "signed compared with unsigned");
    public static readonly DiagnosticCode UnusedVariable = Table.Warning(2053, "a variable that is never read");
    public static readonly DiagnosticCode Unreachable = Table.Warning(2054, "code that is never reached");
    public static readonly DiagnosticCode ConstantComparison = Table.Warning(2055, "a comparison that says the same for every page");
    public static readonly DiagnosticCode NoEffect = Table.Warning(2056, "a statement without effect");
    public static readonly DiagnosticCode ChainedComparison = Table.Warning(2057, "a chain of comparisons");
    public static readonly DiagnosticCode UnsignedNegative = Table.Warning(2058, "an unsigned value compared with what it cannot be");
    public static readonly DiagnosticCode UnusedFunction = Table.Warning(2059, "a function that is never called");
    public static readonly DiagnosticCode OctalNumber = Table.Warning(2060, "a number in octal");
    public static readonly DiagnosticCode EmptyBody = Table.Warning(2061, "an 'if' with nothing to do");
    public static readonly DiagnosticCode NotBeforeComparison = Table.Warning(2062, "'!' binds before the comparison");
    public static readonly DiagnosticCode LostBits = Table.Warning(2063, "a constant that does not fit");
    public static readonly DiagnosticCode Configuration = Table.Warning(2064, "what the kernel's configuration decides");
    public static readonly DiagnosticCode SamePage = Table.Warning(2065, "two parameters that are the same page");
    public static readonly DiagnosticCode NeverZero = Table.Warning(2066, "a number that is never 0, so that every page is skipped");
    public static readonly DiagnosticCode PrintsNothing = Table.Warning(2067, "a line that would print");

    /// <summary>Every row, ascending.</summary>
    public static ImmutableArray<DiagnosticCode> All => Table.Codes;
}
