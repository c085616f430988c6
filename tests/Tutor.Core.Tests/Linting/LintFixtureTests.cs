using Tutor.Core.Levels;
using Tutor.Core.Linting;
using Tutor.Core.Linting.Rules;
using Tutor.Core.Play;
using Tutor.Core.Tests.Levels;
using Tutor.Core.Tests.Support;
using Tutor.Core.Text;
using Xunit;

namespace Tutor.Core.Tests.Linting;

/// <summary>Level files that read clean and that the linter has something to say about, one a rule.</summary>
public sealed class LintFixtureTests
{
    public static TheoryData<string> Names => [.. LevelFixture.Names("lint")];

    [Theory]
    [MemberData(nameof(Names))]
    public void The_linter_finds_what_is_expected(string name)
    {
        var text = LevelFixture.Text("lint", name);
        var files = new FolderPack(LevelFixture.Folder("lint"));
        var catalog = LevelCatalog.Read(files, [$"{name}.yaml"], BuiltInPack.Catalog.Kinds);
        var found = Linter.Lint(catalog, files).SelectMany(f => f.Diagnostics).ToList();
        var said = string.Concat(found.Select(DiagnosticFormatter.Format));
        Assert.True(LevelFixture.Expected(text).Order().SequenceEqual(LevelFixture.Found(found).Order()), said);
    }

    [Fact]
    public void A_pack_is_held_against_its_chapters()
    {
        var files = new FolderPack(LevelFixture.Folder("pack"));
        var catalog = LevelCatalog.Read(files, ["010-first.yaml", "020-second.yaml", "030-first.yaml"], BuiltInPack.Catalog.Kinds);
        var found = Linter.Lint(catalog, files).SelectMany(f => f.Diagnostics).Select(d => $"{d.Code.Id} {d.Location.Path}:{d.Location.Start}");
        Assert.Equal(
            [
                "TUT3205 030-first.yaml:2:1", "TUT4018 020-second.yaml:5:9", "TUT4019 020-second.yaml:4:11",
                "TUT4020 pack.yaml:7:21", "TUT4021 020-second.yaml:2:1",
            ],
            found.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void A_pack_is_told_what_its_levels_say_only_together()
    {
        var files = new FolderPack(LevelFixture.Folder("pack-again"));
        var catalog = LevelCatalog.Read(files,
            ["010-one.yaml", "020-two.yaml", "030-three.yaml", "040-four.yaml", "050-five.yaml", "060-six.yaml", "070-seven.yaml"],
            BuiltInPack.Catalog.Kinds);
        var found = Linter.Lint(catalog, files).SelectMany(f => f.Diagnostics).Select(d => $"{d.Code.Id} {d.Location.Path}");
        Assert.Equal(["TUT4031 020-two.yaml", "TUT4035 pack.yaml", "TUT4036 pack.yaml"], found.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Every_code_of_the_linter_has_a_fixture()
    {
        var tripped = LevelFixture.Names("lint").SelectMany(n => LevelFixture.Expected(LevelFixture.Text("lint", n)))
            .Select(e => e[..7]).Concat(["TUT4018", "TUT4019", "TUT4020", "TUT4021", "TUT4031", "TUT4036"]).Concat(PackFixtureTests.Codes).ToHashSet();
        Assert.Equal([], LintCodes.All.Select(c => c.Id).Except(tripped));
    }

    sealed class FolderPack(string folder) : IPackFiles
    {
        public IReadOnlyList<Diagnostic> Problems => [];

        public IReadOnlyList<string> List(string directory) => Directory.Exists(Path.Combine(folder, directory))
            ? [.. Directory.EnumerateFiles(Path.Combine(folder, directory), "*.md").Select(f => $"{directory}/{Path.GetFileName(f)}")]
            : [];

        public (SourceText? Text, Diagnostic? Problem) ReadText(string relative)
        {
            var path = Path.Combine(folder, relative);
            return File.Exists(path)
                ? (SourceText.From(relative, File.ReadAllText(path)), null)
                : (null, new Diagnostic(FileCodes.Missing, SourceText.From(relative, ""), default, "there is no such file"));
        }

        public (byte[]? Bytes, Diagnostic? Problem) ReadBytes(string relative) => throw new NotSupportedException(relative);
    }
}
