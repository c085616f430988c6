using System.Text;
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
    public void A_pair_is_named_in_its_file()
    {
        Play();
        using var json = JsonDocument.Parse(TutorProcess.Run("export", "--name", " Ada,Bob ,", "--data", _folder.Path).Out);
        Assert.Equal(["Ada", "Bob"], json.RootElement.GetProperty("names").EnumerateArray().Select(n => n.GetString()));
    }

    [Theory]
    [InlineData(" , ", "there is no name")]
    [InlineData("a\u001b[2J", "a name holds control characters")]
    public void A_name_that_cannot_be_shown_is_refused(string name, string told)
    {
        var run = TutorProcess.Run("export", "--name", name, "--data", _folder.Path);
        Assert.Equal(2, run.ExitCode);
        Assert.Contains(told, run.Error);
    }

    [Fact]
    public void A_code_arrives_from_standard_input_as_a_file_does()
    {
        Play();
        var code = TutorProcess.Run("export", "--code", "--data", _folder.Path).Out;
        Assert.True(code.Length < 1000, code);
        var elsewhere = Path.Combine(_folder.Path, "elsewhere");
        var run = TutorProcess.RunWith(Encoding.UTF8.GetBytes($"> {code.Replace("\n", "\n> ", StringComparison.Ordinal)}"), "import", "-", "--data", elsewhere);
        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        using var store = ProgressStore.Open(elsewhere, TimeProvider.System);
        Assert.Equal("true", Assert.Single(store.History("extra-reference")).Predicate);
    }

    [Fact]
    public void A_damaged_code_is_told_and_nothing_of_it_arrives()
    {
        Play();
        var file = _folder.Write("chat.txt", TutorProcess.Run("export", "--code", "--data", _folder.Path).Out.Replace("begin]", "begin] oops", StringComparison.Ordinal));
        var run = TutorProcess.Run("import", file, "--data", Path.Combine(_folder.Path, "elsewhere"));
        Assert.Equal(3, run.ExitCode);
        Assert.Contains($"{file}:1:1: error TUT3608: the code has 4 letters too many", run.Error);
    }

    [Fact]
    public void That_there_is_nothing_to_hand_in_is_said()
    {
        var run = TutorProcess.Run("export", Path.Combine(_folder.Path, "empty.json"), "--data", _folder.Path);
        Assert.Contains("nothing was played with this data folder yet", run.Error);
        Assert.Contains("0 attempts and 0 events written to", run.Out);
    }

    [Fact]
    public void A_file_with_a_name_that_cannot_be_shown_is_told()
    {
        var file = _folder.Write("eve.json", """{"schema": 2, "names": ["a\u001b[2J"], "attempts": []}""");
        var run = TutorProcess.Run("import", file, "--data", Path.Combine(_folder.Path, "elsewhere"));
        Assert.Equal(3, run.ExitCode);
        Assert.Contains($"{file}:1:25: error TUT3609: a name holds control characters", run.Error);
    }

    [Fact]
    public void Damaged_progress_is_named()
    {
        _folder.Write("progress.db", new string('x', 8192));
        var run = TutorProcess.Run("export", "--data", _folder.Path);
        Assert.Equal(3, run.ExitCode);
        Assert.Contains("is damaged", run.Error);
    }

    void Play()
    {
        using var store = ProgressStore.Open(_folder.Path, TimeProvider.System);
        store.Record(new Attempt("extra-reference", 1, "true", "fail"));
    }

    public void Dispose() => _folder.Dispose();
}
