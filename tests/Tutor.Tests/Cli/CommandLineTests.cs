using Tutor.Cli;
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
