using System.Collections.Immutable;
using Tutor.Core.Text;

namespace Tutor.Core.Levels;

/// <summary><c>TUT31xx</c> and <c>32xx</c>: level files and packs.</summary>
public static class LevelCodes
{
    static readonly DiagnosticTable Table = new();

    public static readonly DiagnosticCode UnknownKey = Table.Error(3101, "a key that nobody reads");

    public static readonly DiagnosticCode DuplicateKey = Table.Error(3102, "the same key twice");

    public static readonly DiagnosticCode MissingKey = Table.Error(3103, "a key is missing");

    public static readonly DiagnosticCode WrongShape = Table.Error(3104, "a value of the wrong shape");

    public static readonly DiagnosticCode NotANumber = Table.Error(3105, "a number not written in plain decimal");

    public static readonly DiagnosticCode OutOfRange = Table.Error(3106, "a value out of its range");

    public static readonly DiagnosticCode UnknownWord = Table.Error(3107, "a word that is not one of those allowed");

    public static readonly DiagnosticCode BadName = Table.Error(3108, "a name of the wrong form");

    public static readonly DiagnosticCode BadPlace = Table.Error(3109, "a page or a range of pages of the wrong form");

    public static readonly DiagnosticCode BadBound = Table.Error(3110, "a bound that is neither a number nor a per cent");

    public static readonly DiagnosticCode UnknownRelease = Table.Error(3111, "a release that is in no table");

    public static readonly DiagnosticCode UnknownFormat = Table.Error(3201, "made for another version of the program");

    public static readonly DiagnosticCode BadMap = Table.Error(3202, "a map that cannot be built");

    public static readonly DiagnosticCode BadPageKind = Table.Error(3203, "a page kind that cannot be");

    public static readonly DiagnosticCode UnknownReference = Table.Error(3204, "a name that stands for nothing");

    public static readonly DiagnosticCode DuplicateId = Table.Error(3205, "the same id twice");

    public static readonly DiagnosticCode NotForThisKind = Table.Error(3206, "a key that this kind of level lacks or needs");

    public static readonly DiagnosticCode NameOfFile = Table.Error(3207, "an id that is not its file's name");

    public static readonly DiagnosticCode NeverHappens = Table.Error(3208, "something that can never be");

    public static readonly DiagnosticCode BrokenGlossary = Table.Error(3301, "a part of the glossary that is no term");

    /// <summary>Every row, ascending.</summary>
    public static ImmutableArray<DiagnosticCode> All => Table.Codes;
}
