using System.Collections.Immutable;

namespace Tutor.Core.Text;

/// <summary><c>TUT3xxx</c>: level files and packs.</summary>
public static class LevelCodes
{
    public static readonly DiagnosticCode Syntax = DiagnosticCodes.Error(3001, "the file is not YAML");

    public static readonly DiagnosticCode Tab = DiagnosticCodes.Error(3002, "a tab in the indentation");

    public static readonly DiagnosticCode Empty = DiagnosticCodes.Error(3003, "the file is empty");

    public static readonly DiagnosticCode Tag = DiagnosticCodes.Error(3004, "a value that begins with '!'");

    public static readonly DiagnosticCode Indicator =
        DiagnosticCodes.Error(3005, "a value that begins with a character of YAML's own");

    public static readonly DiagnosticCode OpenBracket = DiagnosticCodes.Error(3006, "a bracket that is never closed");

    public static readonly DiagnosticCode Alias = DiagnosticCodes.Error(3007, "an anchor or an alias");

    public static readonly DiagnosticCode SecondDocument = DiagnosticCodes.Error(3008, "a second document in one file");

    public static readonly DiagnosticCode FileTooLarge = DiagnosticCodes.Error(3009, "a file larger than any level");

    public static readonly DiagnosticCode CutByComment = DiagnosticCodes.Error(3010, "a value cut short by ' #'");

    public static readonly DiagnosticCode NotText = DiagnosticCodes.Error(3011, "quotes too few, or too many");

    public static readonly DiagnosticCode UnknownKey = DiagnosticCodes.Error(3101, "a key that nobody reads");

    public static readonly DiagnosticCode DuplicateKey = DiagnosticCodes.Error(3102, "the same key twice");

    public static readonly DiagnosticCode MissingKey = DiagnosticCodes.Error(3103, "a key is missing");

    public static readonly DiagnosticCode WrongShape = DiagnosticCodes.Error(3104, "a value of the wrong shape");

    public static readonly DiagnosticCode NotANumber = DiagnosticCodes.Error(3105, "a number not written in plain decimal");

    public static readonly DiagnosticCode OutOfRange = DiagnosticCodes.Error(3106, "a value out of its range");

    public static readonly DiagnosticCode UnknownWord = DiagnosticCodes.Error(3107, "a word that is not one of those allowed");

    public static readonly DiagnosticCode BadName = DiagnosticCodes.Error(3108, "a name of the wrong form");

    public static readonly DiagnosticCode BadPlace = DiagnosticCodes.Error(3109, "a page or a range of pages of the wrong form");

    public static readonly DiagnosticCode BadBound = DiagnosticCodes.Error(3110, "a bound that is neither a number nor a per cent");

    public static readonly DiagnosticCode UnknownFormat = DiagnosticCodes.Error(3201, "a format of another version");

    public static readonly DiagnosticCode BadMap = DiagnosticCodes.Error(3202, "a map that cannot be built");

    public static readonly DiagnosticCode BadPageKind = DiagnosticCodes.Error(3203, "a page kind that cannot be");

    public static readonly DiagnosticCode UnknownReference = DiagnosticCodes.Error(3204, "a name that stands for nothing");

    public static readonly DiagnosticCode DuplicateId = DiagnosticCodes.Error(3205, "the same id twice");

    public static readonly DiagnosticCode NotForThisKind = DiagnosticCodes.Error(3206, "a key that this kind of level lacks or needs");

    public static readonly DiagnosticCode NameOfFile = DiagnosticCodes.Error(3207, "an id that is not its file's name");

    /// <summary>Every row, ascending. Stands last: static fields are initialised in the order of the file.</summary>
    public static ImmutableArray<DiagnosticCode> All { get; } =
    [
        Syntax, Tab, Empty, Tag, Indicator, OpenBracket, Alias, SecondDocument, FileTooLarge, CutByComment, NotText,
        UnknownKey, DuplicateKey, MissingKey, WrongShape, NotANumber, OutOfRange, UnknownWord, BadName, BadPlace,
        BadBound, UnknownFormat, BadMap, BadPageKind, UnknownReference, DuplicateId, NotForThisKind, NameOfFile,
    ];
}
