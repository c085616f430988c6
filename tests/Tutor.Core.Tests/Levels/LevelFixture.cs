using System.Text.RegularExpressions;
using Tutor.Core.Levels;
using Tutor.Core.Tests.Support;
using Tutor.Core.Text;

namespace Tutor.Core.Tests.Levels;

/// <summary>
/// Level files under <c>tests/fixtures/levels</c>. Their first lines say what is expected, each with its place:
/// <c># expect TUT3105 9:12</c>. Line and column are those of the whole file, these lines included.
/// </summary>
static partial class LevelFixture
{
    public static string Folder(string group) => Fixtures.PathOf(Path.Combine("levels", group));

    public static IEnumerable<string> Names(string group) =>
        Directory.EnumerateFiles(Folder(group), "*.yaml").Select(p => Path.GetFileNameWithoutExtension(p)).Order(StringComparer.Ordinal);

    public static SourceText Text(string group, string name) =>
        SourceText.From($"{name}.yaml", File.ReadAllText(Path.Combine(Folder(group), $"{name}.yaml")));

    /// <summary><c>TUT3105 9:12</c>, in the order of the file.</summary>
    public static IEnumerable<string> Expected(SourceText text) =>
        ExpectPattern().Matches(text.Text).Select(m => m.Groups[1].Value);

    /// <summary>The same of what was found, each with its message behind it for whoever reads a failure.</summary>
    public static IEnumerable<string> Found(IEnumerable<Diagnostic> diagnostics) =>
        diagnostics.Select(d => $"{d.Code.Id} {d.Location.Start}");

    public static DiagnosticBag Read(SourceText text, out Level? level)
    {
        var problems = new DiagnosticBag();
        level = LevelReader.Read(text, BuiltInPack.Catalog.Kinds, problems);
        return problems;
    }

    [GeneratedRegex(@"^# expect (TUT\d{4} \d+:\d+)\r?$", RegexOptions.Multiline)]
    private static partial Regex ExpectPattern();
}
