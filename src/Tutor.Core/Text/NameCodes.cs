using System.Collections.Immutable;

namespace Tutor.Core.Text;

/// <summary><c>TUT2xxx</c>: names, types and C's traps.</summary>
public static class NameCodes
{
    public static readonly DiagnosticCode UnknownName = DiagnosticCodes.Error(
        2001, "a name that nobody knows");
    public static readonly DiagnosticCode NotInVocabulary = DiagnosticCodes.Error(
        2002, "a name that this level does not have");
    public static readonly DiagnosticCode NotOffered = DiagnosticCodes.Error(
        2003, "a kernel function that predicates do not have");
    public static readonly DiagnosticCode NotInScope = DiagnosticCodes.Error(
        2004, "a name that is not in scope here");
    public static readonly DiagnosticCode ArgumentCount = DiagnosticCodes.Error(
        2005, "a wrong number of arguments");
    public static readonly DiagnosticCode ArgumentType = DiagnosticCodes.Error(
        2006, "an argument of the wrong type");
    public static readonly DiagnosticCode OperandType = DiagnosticCodes.Error(
        2007, "an operand of the wrong type");
    public static readonly DiagnosticCode FunctionWithoutCall = DiagnosticCodes.Error(
        2008, "a function that is not called");
    public static readonly DiagnosticCode NotAFunction = DiagnosticCodes.Error(
        2009, "a call of something that is no function");
    public static readonly DiagnosticCode UnknownMember = DiagnosticCodes.Error(
        2010, "a member that is not there");
    public static readonly DiagnosticCode UnknownType = DiagnosticCodes.Error(
        2011, "a type that nobody knows");
    public static readonly DiagnosticCode Redeclared = DiagnosticCodes.Error(2012, "a name declared twice");
    public static readonly DiagnosticCode NotAssignable = DiagnosticCodes.Error(
        2013, "only variables can be assigned");
    public static readonly DiagnosticCode Conversion = DiagnosticCodes.Error(
        2014, "a value of the wrong type");
    public static readonly DiagnosticCode MissingReturn = DiagnosticCodes.Error(
        2015, "a path without 'return'");
    public static readonly DiagnosticCode Recursion = DiagnosticCodes.Error(
        2016, "recursion is not in the language");
    public static readonly DiagnosticCode UsedBeforeDefined = DiagnosticCodes.Error(
        2017, "a function used above its definition");
    public static readonly DiagnosticCode EntryParameter = DiagnosticCodes.Error(
        2018, "a parameter that the scanner cannot fill");
    public static readonly DiagnosticCode EntryResult = DiagnosticCodes.Error(
        2019, "a predicate without an answer");
    public static readonly DiagnosticCode Unsequenced = DiagnosticCodes.Error(
        2020, "C does not say which comes first");
    public static readonly DiagnosticCode DivisionByZero = DiagnosticCodes.Error(2030, "division by zero");
    public static readonly DiagnosticCode ShiftRange = DiagnosticCodes.Error(
        2031, "a shift by the width or more");
    public static readonly DiagnosticCode QuotientRange = DiagnosticCodes.Error(
        2032, "a quotient that does not fit");
    public static readonly DiagnosticCode Uninitialized = DiagnosticCodes.Error(
        2033, "a variable read before it has a value");
    public static readonly DiagnosticCode NullPointer = DiagnosticCodes.Error(
        2034, "a NULL pointer where the kernel would read memory");
    public static readonly DiagnosticCode BitPrecedence = DiagnosticCodes.Warning(
        2050, "a bit operator beside a comparison");
    public static readonly DiagnosticCode AssignmentAsCondition = DiagnosticCodes.Warning(
        2051, "an assignment as a condition");
    public static readonly DiagnosticCode MixedSigns = DiagnosticCodes.Warning(
        2052, "signed compared with unsigned");
    public static readonly DiagnosticCode UnusedVariable = DiagnosticCodes.Warning(
        2053, "a variable that is never read");
    public static readonly DiagnosticCode Unreachable = DiagnosticCodes.Warning(
        2054, "code that is never reached");
    public static readonly DiagnosticCode ConstantComparison = DiagnosticCodes.Warning(
        2055, "a comparison that says the same for every page");
    public static readonly DiagnosticCode NoEffect = DiagnosticCodes.Warning(
        2056, "a statement without effect");
    public static readonly DiagnosticCode ChainedComparison = DiagnosticCodes.Warning(
        2057, "a chain of comparisons");
    public static readonly DiagnosticCode UnsignedNegative = DiagnosticCodes.Warning(
        2058, "an unsigned value compared with what it cannot be");
    public static readonly DiagnosticCode UnusedFunction = DiagnosticCodes.Warning(
        2059, "a function that is never called");
    public static readonly DiagnosticCode OctalNumber = DiagnosticCodes.Warning(2060, "a number in octal");
    public static readonly DiagnosticCode EmptyBody = DiagnosticCodes.Warning(
        2061, "an 'if' with nothing to do");
    public static readonly DiagnosticCode NotBeforeComparison = DiagnosticCodes.Warning(
        2062, "'!' binds before the comparison");
    public static readonly DiagnosticCode LostBits = DiagnosticCodes.Warning(
        2063, "a constant that does not fit");

    public static readonly DiagnosticCode Configuration = DiagnosticCodes.Warning(
        2064, "what the kernel's configuration decides");
    public static readonly DiagnosticCode SamePage = DiagnosticCodes.Warning(
        2065, "two parameters that are the same page");
    public static readonly DiagnosticCode NeverZero = DiagnosticCodes.Warning(
        2066, "a number that is never 0, so that every page is skipped");
    public static readonly DiagnosticCode PrintsNothing = DiagnosticCodes.Warning(
        2067, "a line that would print");

    /// <summary>Every row, ascending. Stands last: static fields are initialised in the order of the
    /// file.</summary>
    public static ImmutableArray<DiagnosticCode> All { get; } =
    [
        UnknownName, NotInVocabulary, NotOffered, NotInScope, ArgumentCount, ArgumentType, OperandType,
        FunctionWithoutCall, NotAFunction, UnknownMember, UnknownType, Redeclared, NotAssignable, Conversion,
        MissingReturn, Recursion, UsedBeforeDefined, EntryParameter, EntryResult, Unsequenced,
        DivisionByZero, ShiftRange, QuotientRange, Uninitialized, NullPointer,
        BitPrecedence, AssignmentAsCondition, MixedSigns, UnusedVariable, Unreachable, ConstantComparison,
        NoEffect, ChainedComparison, UnsignedNegative, UnusedFunction, OctalNumber, EmptyBody,
        NotBeforeComparison, LostBits, Configuration, SamePage, NeverZero, PrintsNothing,
    ];
}
