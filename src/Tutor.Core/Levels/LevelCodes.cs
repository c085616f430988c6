using System.Collections.Immutable;
using Tutor.Core.Text;

namespace Tutor.Core.Levels;

/// <summary><c>TUT3xxx</c>: level files and packs.</summary>
public static class LevelCodes
{
    static readonly DiagnosticTable Table = new();

    public static readonly DiagnosticCode Syntax = Table.Error(3001, "the file is not YAML");

    public static readonly DiagnosticCode Tab = Table.Error(3002, "a tab in the indentation");

    public static readonly DiagnosticCode Empty = Table.Error(3003, "the file is empty");

    public static readonly DiagnosticCode Tag = Table.Error(3004, "a value that begins with '!'");

    public static readonly DiagnosticCode Indicator = Table.Error(3005, "a value that begins with a character of YAML's own");

    public static readonly DiagnosticCode OpenBracket = Table.Error(3006, "a bracket that is never closed");

    public static readonly DiagnosticCode Alias = Table.Error(3007, "an anchor, an alias or a merge key");

    public static readonly DiagnosticCode SecondDocument = Table.Error(3008, "a second document in one file");

    public static readonly DiagnosticCode FileTooLarge = Table.Error(3009, "a file larger than any level");

    public static readonly DiagnosticCode CutShort = Table.Error(3010, "a value cut short by ' #', a comma or a joined '//'");

    public static readonly DiagnosticCode NotText = Table.Error(3011, "text without quotes, or a number in quotes");

    public static readonly DiagnosticCode Quote = Table.Error(3012, "a quoted text that ends too early, or never");

    public static readonly DiagnosticCode ColonInside = Table.Error(3013, "a colon in a value without quotes");

    public static readonly DiagnosticCode MissingMark = Table.Error(3014, "a comma, a colon, a blank or a '-' is missing");

    public static readonly DiagnosticCode Indentation = Table.Error(3015, "a line in a column where it belongs to nothing");

    public static readonly DiagnosticCode NotALevel = Table.Error(3016, "a YAML file that is no level");

    public static readonly DiagnosticCode ControlCharacter = Table.Error(3017, "a character that a terminal would obey");

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
