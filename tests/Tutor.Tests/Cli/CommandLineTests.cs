using Tutor.Cli.Commands;
using Xunit;

namespace Tutor.Tests.Cli;

public sealed class CommandLineTests
{
    [Fact]
    public void Help_lists_every_command_with_its_sentence()
    {
        var help = TutorProcess.Run("--help");
        Assert.Equal(0, help.ExitCode);
        var words = string.Join(' ', help.Out.Split((char[])[' ', '\n'], StringSplitOptions.RemoveEmptyEntries));
        Assert.All(CommandTable.Rows, row => Assert.Contains(row.About, words));
    }

    [Fact]
    public void Help_fits_a_terminal_of_80_columns() =>
        Assert.All(CommandTable.Rows.Select(r => TutorProcess.Run(r.Name, "--help")),
            help => Assert.All(help.Out.Split('\n'), line => Assert.True(line.Length <= 80, line)));

    [Theory]
    [InlineData("help", "run")]
    [InlineData("run", "-h")]
    public void Help_of_a_command_is_asked_for_as_people_do(params string[] typed) => Assert.Equal(TutorProcess.Run("run", "--help").Out, TutorProcess.Run(typed).Out);

    [Theory]
    [InlineData("-v")]
    [InlineData("-V")]
    [InlineData("version")]
    public void So_is_the_version(string typed) => Assert.Equal(TutorProcess.Run("--version").Out, TutorProcess.Run(typed).Out);

    [Fact]
    public void A_shell_completes_commands_and_level_ids()
    {
        Assert.Contains("complete", TutorProcess.Run("completion", "bash").Out);
        Assert.Equal(["compact", "compare", "completion"], Lines(TutorProcess.Run("[suggest:4]", "comp").Out));
        Assert.Equal(["guest-memory", "recorded-guest"], Lines(TutorProcess.Run("[suggest:7]", "run gue").Out));
    }

    static string[] Lines(string text) => text.Split('\n', StringSplitOptions.RemoveEmptyEntries);

    [Fact]
    public void An_unknown_option_is_a_usage_error()
    {
        var run = TutorProcess.Run("--unheard-of");
        Assert.Equal(2, run.ExitCode);
        Assert.Contains("--help", run.Error);
    }

    [Fact]
    public void Without_a_terminal_the_game_says_so_and_does_not_hang()
    {
        var run = TutorProcess.Run();
        Assert.Equal(2, run.ExitCode);
        Assert.Contains("needs a terminal", run.Error);
        Assert.Contains("--text", run.Error);
    }
}
