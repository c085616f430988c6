using System.CommandLine;

namespace Tutor.Cli.Commands;

/// <summary><c>tutor help [COMMAND]</c>: what <c>--help</c> says, as people type it.</summary>
static class HelpCommand
{
    public static Command Build(CliHost host)
    {
        var name = new Argument<string?>("COMMAND")
        {
            Description = "A command of this list",
            HelpName = "COMMAND",
            Arity = ArgumentArity.ZeroOrOne,
        };
        name.CompletionSources.Add(_ => CommandTable.Rows.Select(r => new System.CommandLine.Completions.CompletionItem(r.Name)));
        var command = new Command("help") { name };
        command.SetAction(parsed => parsed.GetValue(name) is not { } asked ? CommandLine.Run(["--help"], host)
            : CommandTable.Rows.Any(r => r.Name == asked) ? CommandLine.Run([asked, "--help"], host)
            : host.UsageError($"there is no command '{asked}'", "'tutor help' lists them; 'tutor explain' knows words of the game"));
        return command;
    }
}
