using Tutor.Game.Playing.Progress;
using Tutor.Storage;
using Xunit;

namespace Tutor.Tests.Cli;

public sealed class ResetCommandTests : IDisposable
{
    readonly TemporaryFolder _folder = new();

    [Fact]
    public void A_level_begins_again_with_an_empty_sheet_and_a_full_history()
    {
        Play("extra-reference", "first-scan");
        var run = TutorProcess.Run("reset", "extra-reference", "--data", _folder.Path);
        Assert.Equal((0, "begun again: extra-reference; earlier attempts stay in the history\n"), (run.ExitCode, run.Out));
        using var store = Open();
        Assert.Equal(["first-scan"], store.Best().Select(b => b.Level));
        Assert.Equal((null, "a draft"), (store.Recall("draft:extra-reference"), store.Recall("draft:first-scan")));
        Assert.Equal(2, store.History().Count);
    }

    [Theory]
    [InlineData("holders")]
    [InlineData("What holds a page")]
    public void A_chapter_begins_again_with_all_its_levels(string chapter)
    {
        Play("first-scan", "extra-reference", "count-the-holders");
        Assert.Equal(0, TutorProcess.Run("reset", chapter, "--data", _folder.Path).ExitCode);
        using var store = Open();
        Assert.Equal(["first-scan"], store.Best().Select(b => b.Level));
    }

    [Fact]
    public void Everything_begins_again()
    {
        Play("first-scan", "a-level-of-another-pack");
        Assert.Equal(0, TutorProcess.Run("reset", "--all", "--data", _folder.Path).ExitCode);
        using var store = Open();
        Assert.Empty(store.Best());
    }

    [Theory]
    [InlineData("reset")]
    [InlineData("reset", "first-scan", "--all")]
    [InlineData("reset", "no-such-level")]
    public void What_is_begun_again_has_to_be_said(params string[] arguments)
    {
        var run = TutorProcess.Run([.. arguments, "--data", _folder.Path]);
        Assert.Equal(2, run.ExitCode);
        Assert.Contains("help:", run.Error);
    }

    public void Dispose() => _folder.Dispose();

    ProgressStore Open() => ProgressStore.Open(_folder.Path, TimeProvider.System);

    void Play(params string[] levels)
    {
        using var store = Open();
        foreach (var level in levels)
        {
            store.Record(new Attempt(level, 1, "true", "pass"));
            store.Remember($"draft:{level}", "a draft");
        }
    }
}
