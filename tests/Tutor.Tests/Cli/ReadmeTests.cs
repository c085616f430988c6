using System.Text.RegularExpressions;
using Tutor.Cli;
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

    [GeneratedRegex("```yaml\n(.*?)```", RegexOptions.Singleline)]
    private static partial Regex LevelPattern();
}
