using System.Collections.Immutable;
using Tutor.Core.Dumps;
using Tutor.Core.Levels;
using Tutor.Core.Levels.Yaml;
using Tutor.Core.Linting.Rules;
using Tutor.Core.Play;
using Tutor.Core.Predicates.Syntax;
using Tutor.Core.Scenarios.Recordings;
using Tutor.Core.Text;

namespace Tutor.Core;

/// <summary>Every problem the program can report. It stands above all folders, and none of them uses it.</summary>
public static class DiagnosticCodes
{
    /// <summary>Every code, ascending.</summary>
    public static ImmutableArray<DiagnosticCode> All { get; } =
    [
        .. SyntaxCodes.All, .. NameCodes.All, .. YamlCodes.All, .. LevelCodes.All, .. RecordingCodes.All, .. ExportCodes.All,
        .. DumpCodes.All, .. FileCodes.All, .. LintCodes.All, .. LimitCodes.All,
    ];

    /// <summary>The code with this id, in any case, or null.</summary>
    public static DiagnosticCode? Find(string id) =>
        All.FirstOrDefault(c => string.Equals(c.Id, id, StringComparison.OrdinalIgnoreCase));
}
