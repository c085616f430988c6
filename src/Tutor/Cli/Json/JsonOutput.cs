using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using Tutor.Core.Text;

namespace Tutor.Cli.Json;

/// <summary>Every shape that leaves the program as JSON, with code made at build time.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower,
    WriteIndented = true,
    NewLine = "\n",
    GenerationMode = JsonSourceGenerationMode.Metadata)]
[JsonSerializable(typeof(RunReport))]
[JsonSerializable(typeof(CompactReport))]
[JsonSerializable(typeof(CompareReport))]
[JsonSerializable(typeof(DoctorReport))]
[JsonSerializable(typeof(ExplainReport))]
[JsonSerializable(typeof(ImportReport))]
[JsonSerializable(typeof(ListReport))]
[JsonSerializable(typeof(PackReport))]
[JsonSerializable(typeof(PageReport))]
[JsonSerializable(typeof(PreviewReport))]
[JsonSerializable(typeof(ShowReport))]
[JsonSerializable(typeof(LintReport))]
sealed partial class JsonShapes : JsonSerializerContext;

/// <summary>Writes one object.</summary>
static class JsonOutput
{
    /// <summary>Predicates are full of &amp;, &lt; and &gt;: they stay readable. The output is never put into a web page.</summary>
    static readonly JsonShapes Shapes = new(new JsonSerializerOptions(JsonShapes.Default.Options)
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    });

    public static void Write<T>(TextWriter output, T value)
    {
        var type = (JsonTypeInfo<T>)Shapes.GetTypeInfo(typeof(T))!;
        output.WriteLine(Escaped(JsonSerializer.Serialize(value, type)));
    }

    /// <summary>What a terminal would obey stands only within strings, and there it can be escaped.</summary>
    static string Escaped(string json) => ControlCharacters.IndexIn(json) < 0 ? json
        : string.Concat(json.Select(c => ControlCharacters.IsControl(c) ? $"\\u{(int)c:x4}" : c.ToString()));

    public static DiagnosticReport Report(Diagnostic diagnostic, bool withFile = false)
    {
        var (path, start, end) = diagnostic.Location;
        return new DiagnosticReport(
            diagnostic.Code.Id, diagnostic.IsError ? "error" : "warning", diagnostic.Message,
            start.Line, start.Column, end.Line, end.Column)
        {
            File = withFile ? path : null,
            Help = diagnostic.Help,
            Also = diagnostic.Also.IsEmpty ? null : Report(diagnostic.Also, withFile),
        };
    }

    public static IReadOnlyList<DiagnosticReport> Report(IEnumerable<Diagnostic> diagnostics, bool withFile = false) =>
        [.. diagnostics.Select(d => Report(d, withFile))];
}
