using System.Collections.Immutable;

namespace Tutor.Core.Text;

/// <summary>Every problem the program can report. Its parts are <see cref="SyntaxCodes"/> and its neighbours.</summary>
public static class DiagnosticCodes
{
    /// <summary>Every code, ascending.</summary>
    public static ImmutableArray<DiagnosticCode> All { get; } =
    [
        .. SyntaxCodes.All, .. NameCodes.All, .. LevelCodes.All, .. RecordingCodes.All, .. ExportCodes.All,
        .. DumpCodes.All, .. FileCodes.All, .. LintCodes.All, .. LimitCodes.All,
    ];

    /// <summary>The code with this id, in any case, or null.</summary>
    public static DiagnosticCode? Find(string id) =>
        All.FirstOrDefault(c => string.Equals(c.Id, id, StringComparison.OrdinalIgnoreCase));

    internal static DiagnosticCode Error(int number, string title) =>
        new($"TUT{number}", DiagnosticSeverity.Error, title);

    internal static DiagnosticCode Warning(int number, string title) =>
        new($"TUT{number}", DiagnosticSeverity.Warning, title);
}
