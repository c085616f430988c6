using System.Text.Json;
using Xunit;
using RealTerminal = Tutor.Tests.EndToEnd.Terminal;

namespace Tutor.Tests.Cli;

public sealed class PreviewCommandTests : IDisposable
{
    readonly TemporaryFolder _folder = new();

    [Fact]
    public void A_level_is_shown_with_its_map_and_what_its_solutions_come_to()
    {
        var run = TutorProcess.Run("preview", New("level", "mine.yaml"), "--once");
        Assert.Contains("stock-6.1", run.Out);
        Assert.Contains("+0 ", run.Out);
        Assert.Contains("warnings", run.Out);
    }

    [Fact]
    public void A_predicate_that_only_a_hidden_map_fails_is_shown_with_its_counts_there() =>
        Assert.Matches(@"pins-only +fail +fail +crowd ", TutorProcess.Run("preview", New("level", "mine.yaml"), "--once").Out);

    [Fact]
    public void As_JSON_it_says_what_each_predicate_comes_to_and_on_which_map()
    {
        using var report = JsonDocument.Parse(TutorProcess.Run("preview", New("level", "mine.yaml"), "--once", "--json").Out);
        Assert.Equal(1, report.RootElement.GetProperty("schema").GetInt32());
        var level = Assert.Single(report.RootElement.GetProperty("levels").EnumerateArray());
        var pinsOnly = level.GetProperty("predicates").EnumerateArray().Single(p => p.GetProperty("id").GetString() == "pins-only");
        Assert.Equal(("fail", "fail", "crowd"), (pinsOnly.GetProperty("expect").GetString(), pinsOnly.GetProperty("verdict").GetString(), pinsOnly.GetProperty("map").GetString()));
        Assert.Equal(level.GetProperty("findings").GetInt32(), report.RootElement.GetProperty("findings").GetArrayLength());
    }

    [Fact]
    public void What_is_wrong_is_shown_at_its_place()
    {
        var path = New("level", "mine.yaml");
        File.WriteAllText(path, File.ReadAllText(path).Replace("kind: write", "kind: wirte", StringComparison.Ordinal));
        var run = TutorProcess.Run("preview", path);
        Assert.Equal(3, run.ExitCode);
        Assert.Matches(@"mine\.yaml:\d+:\d+: error TUT3", run.Out);
    }

    [Theory]
    [InlineData("100-swap-cache.yaml", "right: ", "wrong: ", "Lesson:")]
    [InlineData("030-count-the-holders.yaml", "Questions, and what is true:", "  1. ", "Hint 1, ")]
    [InlineData("080-guest-memory.yaml", "Hint 5, answer: ", "After a pass:", "vfio-shmem (")]
    public void A_level_is_shown_as_it_plays(string level, params string[] parts)
    {
        var run = TutorProcess.Run("preview", Path.Combine(Repository.Root, "levels", level), "--once");
        Assert.All(parts, p => Assert.Contains(p, run.Out, StringComparison.Ordinal));
    }

    [Fact]
    public void A_pack_is_shown_level_by_level()
    {
        New("pack", "mine");
        var run = TutorProcess.Run("preview", Path.Combine(_folder.Path, "mine"));
        Assert.Contains("first", run.Out);
        Assert.Contains("errors ", run.Out);
    }

    [Fact]
    public void What_is_not_there_is_a_usage_error() => Assert.Equal(2, TutorProcess.Run("preview", Path.Combine(_folder.Path, "none.yaml")).ExitCode);

    [Fact]
    public void A_save_is_seen_and_a_signal_ends_it()
    {
        var path = New("level", "mine.yaml");
        using var terminal = RealTerminal.Start(arguments: $"preview {path}", width: 120, height: 50);
        terminal.WaitFor("Ctrl+C leaves");
        File.WriteAllText(path, File.ReadAllText(path).Replace("kind: write", "kind: wirte", StringComparison.Ordinal));
        terminal.WaitFor("wirte");
        terminal.Signal("INT");
        Assert.Equal(130, terminal.WaitForExit());
    }

    [Fact]
    public void A_folder_that_goes_away_and_comes_back_is_waited_for()
    {
        New("pack", "mine");
        var pack = Path.Combine(_folder.Path, "mine");
        using var terminal = RealTerminal.Start(arguments: $"preview {pack}", width: 120, height: 50);
        terminal.WaitFor("errors 0");
        Directory.Move(pack, pack + "-away");
        terminal.WaitFor("there is no such file or folder");
        Directory.Move(pack + "-away", pack);
        terminal.WaitFor("errors 0");
        terminal.Signal("INT");
        Assert.Equal(130, terminal.WaitForExit());
    }

    public void Dispose() => _folder.Dispose();

    string New(string what, string name)
    {
        var path = Path.Combine(_folder.Path, name);
        Assert.Equal(0, TutorProcess.Run("new", what, path).ExitCode);
        return path;
    }
}
