using Xunit;

namespace Tutor.Tests.Cli;

public sealed class NewMixTests
{
    [Fact]
    public void A_machines_page_types_become_a_level_that_plays()
    {
        using var folder = new TemporaryFolder();
        var made = TutorProcess.RunIn(folder.Path, "new", "level", "my-machine", "--mix", Repository.PathOf("tests/fixtures/tools/page-types.txt"));
        Assert.Equal((0, ""), (made.ExitCode, made.Error));
        var level = File.ReadAllText(Path.Combine(folder.Path, "my-machine.yaml"));
        Assert.Contains("knows no reference counts", level);
        Assert.Contains("anon: 333221", level);
        var run = TutorProcess.RunIn(folder.Path, "run", "./my-machine.yaml");
        Assert.Equal((0, ""), (run.ExitCode, run.Error));
    }

    [Fact]
    public void Another_file_is_refused_and_nothing_is_made()
    {
        using var folder = new TemporaryFolder();
        var made = TutorProcess.RunIn(folder.Path, "new", "level", "mine", "--mix", folder.Write("types.txt", "nothing\n"));
        Assert.Equal(3, made.ExitCode);
        Assert.Contains("TUT3704", made.Error);
        Assert.False(File.Exists(Path.Combine(folder.Path, "mine.yaml")));
    }
}
