using System.Text.Json;
using Tutor.Game.Playing.Progress;
using Tutor.Storage;
using Xunit;

namespace Tutor.Tests.Cli;

public sealed class ExportCommandTests : IDisposable
{
    readonly TemporaryFolder _folder = new();

    [Fact]
    public void Every_attempt_is_written_oldest_first()
    {
        using (var store = ProgressStore.Open(_folder.Path, TimeProvider.System))
        {
            store.Record(new Attempt("a", 1, "x < 1 && y", "fail"));
            store.Record(new Attempt("b", 2, "true", "pass", How: AttemptHow.Option, Option: "c"));
            store.Note(new PlayerEvent(PlayerEventKind.HintShown, "b", 2, "1"));
        }

        var run = TutorProcess.Run("export", "--data", _folder.Path);
        using var json = JsonDocument.Parse(run.Out);
        Assert.Equal(2, json.RootElement.GetProperty("schema").GetInt32());
        var attempts = json.RootElement.GetProperty("attempts").EnumerateArray().ToList();
        Assert.Equal(["a", "b"], attempts.Select(a => a.GetProperty("level").GetString()));
        Assert.Equal("x < 1 && y", attempts[0].GetProperty("predicate").GetString());
        Assert.Equal("c", attempts[1].GetProperty("option").GetString());
        Assert.Equal("hint_shown", json.RootElement.GetProperty("events")[0].GetProperty("kind").GetString());
    }

    [Fact]
    public void A_file_that_is_there_is_not_written_over()
    {
        var file = _folder.Write("results.json", "mine");
        var run = TutorProcess.Run("export", file, "--data", _folder.Path);
        Assert.Equal(3, run.ExitCode);
        Assert.Contains(file, run.Error);
        Assert.Equal("mine", File.ReadAllText(file));
    }

    [Fact]
    public void Damaged_progress_is_named()
    {
        _folder.Write("progress.db", new string('x', 8192));
        var run = TutorProcess.Run("export", "--data", _folder.Path);
        Assert.Equal(3, run.ExitCode);
        Assert.Contains("is damaged", run.Error);
    }

    public void Dispose() => _folder.Dispose();
}
