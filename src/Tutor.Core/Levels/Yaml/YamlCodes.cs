using System.Collections.Immutable;
using Tutor.Core.Text;

namespace Tutor.Core.Levels.Yaml;

/// <summary><c>TUT30xx</c>: YAML, and what it makes of a text that was meant otherwise.</summary>
static class YamlCodes
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

    /// <summary>Every row, ascending.</summary>
    public static ImmutableArray<DiagnosticCode> All => Table.Codes;
}
