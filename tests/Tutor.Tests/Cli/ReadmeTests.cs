using System.Text.RegularExpressions;
using Tutor.Cli.Commands;
using Xunit;

namespace Tutor.Tests.Cli;

public sealed partial class ReadmeTests
{
    [Fact]
    public void The_level_of_ten_lines_plays_as_it_stands()
    {
        var level = LevelPattern().Match(Repository.Read("README.md")).Groups[1].Value;
        Assert.Equal(10, level.TrimEnd('\n').Split('\n').Length);
        using var folder = new TemporaryFolder();
        var path = folder.Write("my-first.yaml", level);
        var run = TutorProcess.Run("run", path, "-e", "!mapping && folio_ref_count(folio) - 1 > folio_mapcount(folio)");
        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        Assert.Contains("verdict    gold", run.Out);
    }

    [Fact]
    public void Every_command_is_in_it() =>
        Assert.All(CommandTable.Rows, row => Assert.Contains($"`tutor {row.Name}", Repository.Read("README.md")));

    [Fact]
    public void Its_picture_is_there_and_small()
    {
        var picture = PicturePattern().Match(Repository.Read("README.md")).Groups[1].Value;
        Assert.InRange(new FileInfo(Repository.PathOf(picture)).Length, 1000, 300 << 10);
    }

    [Fact]
    public void Every_download_that_is_built_is_in_it()
    {
        var platforms = PlatformsPattern().Match(Repository.Read(".ci/release")).Groups[1].Value.Split(' ');
        Assert.Equal(6, platforms.Length);
        Assert.All(platforms, platform => Assert.Contains($"| `{platform}` |", Repository.Read("README.md")));
    }

    [GeneratedRegex(@"platforms=\(([a-z0-9 -]+)\)")]
    private static partial Regex PlatformsPattern();

    [GeneratedRegex(@"!\[[^]]*\]\(([^)]+)\)")]
    private static partial Regex PicturePattern();

    [GeneratedRegex("```yaml\n(.*?)```", RegexOptions.Singleline)]
    private static partial Regex LevelPattern();
}
