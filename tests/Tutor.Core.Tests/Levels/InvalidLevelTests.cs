using System.Collections.Immutable;
using Tutor.Core.Levels;
using Tutor.Core.Levels.Yaml;
using Tutor.Core.Tests.Support;
using Tutor.Core.Text;
using Xunit;

namespace Tutor.Core.Tests.Levels;

/// <summary>
/// Broken level files under <c>tests/fixtures/levels/invalid</c>. Beside each stands what the reader must say of it:
/// one line a problem, its place, code and words.
/// </summary>
public class InvalidLevelTests
{
    static string Folder => Fixtures.PathOf(Path.Combine("levels", "invalid"));

    public static TheoryData<string> Files =>
        [.. Directory.EnumerateFiles(Folder, "*.yaml").Select(p => Path.GetFileNameWithoutExtension(p)!).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Files))]
    public void Every_problem_is_told_with_its_place_and_its_cure(string name) =>
        Golden.Check(Path.Combine(Folder, $"{name}.expected.txt"), string.Concat(Read(name).Select(DiagnosticFormatter.Format)));

    [Theory]
    [MemberData(nameof(Files))]
    public void Every_broken_file_has_an_error(string name) => Assert.Contains(Read(name), d => d.IsError);

    [Fact]
    public void Every_code_of_level_files_has_a_file_that_trips_it()
    {
        var tripped = Files.SelectMany(row => Read(row.Data)).Select(d => d.Code.Id).ToHashSet(StringComparer.Ordinal);
        // A file of 256 KiB is made by YamlReaderTests, not kept; file names and glossaries are the linter's.
        string[] elsewhere = [YamlCodes.FileTooLarge.Id, LevelCodes.NameOfFile.Id, LevelCodes.BrokenGlossary.Id];
        Assert.Equal([], YamlCodes.All.Concat(LevelCodes.All).Select(c => c.Id).Except(tripped).Except(elsewhere));
    }

    [Fact]
    public void The_file_that_all_are_made_from_has_no_problem()
    {
        var problems = new DiagnosticBag();
        var text = File.ReadAllText(Fixtures.PathOf(Path.Combine("levels", "valid", "sample.yaml")));
        Assert.NotNull(LevelReader.Read(SourceText.From("sample.yaml", text), Kinds.BuiltIn, problems));
        Assert.Equal(0, problems.Count);
    }

    static ImmutableArray<Diagnostic> Read(string name)
    {
        var problems = new DiagnosticBag();
        var text = File.ReadAllText(Path.Combine(Folder, $"{name}.yaml"));
        _ = LevelReader.Read(SourceText.From($"{name}.yaml", text), Kinds.BuiltIn, problems);
        return problems.ToImmutable();
    }
}
