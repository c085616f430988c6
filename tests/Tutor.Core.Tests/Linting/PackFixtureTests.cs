using System.Text.RegularExpressions;
using Tutor.Core.Linting;
using Tutor.Core.Play;
using Tutor.Core.Tests.Support;
using Tutor.Core.Text;
using Xunit;

namespace Tutor.Core.Tests.Linting;

/// <summary>
/// Packs under <c>tests/fixtures/packs</c> with a slip that no single file shows. Beside each stands what the linter
/// must say of it, to the last word.
/// </summary>
public sealed partial class PackFixtureTests
{
    public static TheoryData<string> Names =>
        [.. Directory.EnumerateDirectories(Fixtures.PathOf("packs")).Select(d => Path.GetFileName(d)!).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Names))]
    public void The_slip_is_told_and_nothing_else(string name) =>
        Golden.Check(Path.Combine("tests", "fixtures", "packs", $"{name}.expected.txt"), Lint(name));

    /// <summary>Codes that a pack among the fixtures trips.</summary>
    public static IEnumerable<string> Codes => Names.SelectMany(row => Code().Matches(Lint(row.Data)).Select(m => m.Value));

    static string Lint(string name)
    {
        var files = new PackOnDisk(Fixtures.PathOf(Path.Combine("packs", name)));
        var catalog = LevelCatalog.Read(files, files.LevelPaths, BuiltInPack.Catalog.Kinds);
        return string.Concat(Linter.Lint(catalog, files).SelectMany(f => f.Diagnostics).Select(DiagnosticFormatter.Format));
    }

    [GeneratedRegex("TUT[0-9]{4}")]
    private static partial Regex Code();
}
