using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Nodes;
using Tutor.Core.Levels;
using Tutor.Core.Text;

namespace Tutor.Cli;

/// <summary>Findings as SARIF 2.1.0 (OASIS), which code hosts and editors show beside the lines of a change.</summary>
static class SarifText
{
    static readonly JsonSerializerOptions Written = new()
    {
        WriteIndented = true,
        NewLine = "\n",
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public static string Of(ImmutableArray<Diagnostic> findings)
    {
        var rules = findings.Select(f => f.Code).Distinct().OrderBy(c => c.Id, StringComparer.Ordinal).ToList();
        var report = new JsonObject
        {
            ["$schema"] = "https://json.schemastore.org/sarif-2.1.0.json",
            ["version"] = "2.1.0",
            ["runs"] = new JsonArray(new JsonObject
            {
                ["tool"] = new JsonObject
                {
                    ["driver"] = new JsonObject
                    {
                        ["name"] = "tutor",
                        ["version"] = Pack.ProgramVersion.ToString(3),
                        ["rules"] = new JsonArray([.. rules.Select(RuleOf)]),
                    },
                },
                ["columnKind"] = "unicodeCodePoints",
                ["results"] = new JsonArray([.. findings.Select(f => ResultOf(f, rules.IndexOf(f.Code)))]),
            }),
        };
        return report.ToJsonString(Written) + "\n";
    }

    static JsonNode RuleOf(DiagnosticCode code) => new JsonObject
    {
        ["id"] = code.Id,
        ["shortDescription"] = new JsonObject { ["text"] = code.Title },
        ["defaultConfiguration"] = new JsonObject { ["level"] = LevelOf(code.Severity) },
    };

    static JsonObject ResultOf(Diagnostic finding, int rule)
    {
        var (path, start, end) = finding.Location;
        return new JsonObject
        {
            ["ruleId"] = finding.Code.Id,
            ["ruleIndex"] = rule,
            ["level"] = LevelOf(finding.Severity),
            ["message"] = new JsonObject { ["text"] = DiagnosticFormatter.Message(finding) },
            ["locations"] = new JsonArray(new JsonObject
            {
                ["physicalLocation"] = new JsonObject
                {
                    ["artifactLocation"] = new JsonObject { ["uri"] = UriOf(path) },
                    ["region"] = new JsonObject
                    {
                        ["startLine"] = start.Line, ["startColumn"] = start.Column, ["endLine"] = end.Line, ["endColumn"] = end.Column,
                    },
                },
            }),
        };
    }

    static string LevelOf(DiagnosticSeverity severity) => severity == DiagnosticSeverity.Error ? "error" : "warning";

    /// <summary>Relative as typed, or absolute; parts escaped as RFC 3986 has it.</summary>
    static string UriOf(string path)
    {
        var escaped = string.Join('/', path.Replace('\\', '/').Split('/').Select(Uri.EscapeDataString));
        return escaped.StartsWith('/') ? $"file://{escaped}" : escaped;
    }
}
