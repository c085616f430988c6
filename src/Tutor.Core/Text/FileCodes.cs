using System.Collections.Immutable;

namespace Tutor.Core.Text;

/// <summary><c>TUT39xx</c>: files that cannot be read at all.</summary>
public static class FileCodes
{
    public static readonly DiagnosticCode Missing = DiagnosticCodes.Error(3901, "a file is not there");

    public static readonly DiagnosticCode NotAFile = DiagnosticCodes.Error(3902, "a folder stands where a file is needed");

    public static readonly DiagnosticCode Unreadable = DiagnosticCodes.Error(3903, "a file cannot be read");

    public static readonly DiagnosticCode TooLarge = DiagnosticCodes.Error(3904, "a file is larger than any that can be meant");

    public static readonly DiagnosticCode NotText = DiagnosticCodes.Error(3905, "a file is not text");

    public static readonly DiagnosticCode OutsidePack = DiagnosticCodes.Error(3906, "a path leaves its pack");

    /// <summary>Every row, ascending. Stands last: static fields are initialised in the order of the file.</summary>
    public static ImmutableArray<DiagnosticCode> All { get; } =
        [Missing, NotAFile, Unreadable, TooLarge, NotText, OutsidePack];
}
