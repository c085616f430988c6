using System.CommandLine;
using System.CommandLine.Help;
using Tutor.Cli.Commands;

namespace Tutor.Cli;

/// <summary>Arguments in, exit code out.</summary>
static class CommandLine
{
    const int HelpWidth = 80;

    public static int Run(string[] args, CliHost host)
    {
        args = AsTyped(args);
        var root = Build(host);
        // Help of a command would list the game's PATH as its own.
        foreach (var argument in root.Arguments)
        {
            argument.Hidden = args.Length > 0 && CommandTable.Rows.Any(r => r.Name == args[0]);
        }

        // '@file' is text of a predicate here, never a response file.
        var parsed = root.Parse(args, new ParserConfiguration { ResponseFileTokenReplacer = null, EnablePosixBundling = false });
        if (parsed.Errors.Count > 0)
        {
            var command = parsed.CommandResult.Command;
            var name = command == root ? "tutor" : $"tutor {command.Name}";
            foreach (var error in parsed.Errors)
            {
                host.Error.WriteLine($"tutor: {error.Message}");
            }

            host.Error.WriteLine($"  help: '{name} --help' shows what it takes");
            return ExitCode.Usage;
        }

        return parsed.Invoke(new InvocationConfiguration
        {
            Output = host.Out,
            Error = host.Error,
            EnableDefaultExceptionHandler = false,
            ProcessTerminationTimeout = null,
        });
    }

    /// <summary>What people type for the version.</summary>
    static string[] AsTyped(string[] args) => args is ["-v" or "-V" or "version"] ? ["--version"] : args;

    public static RootCommand Build(CliHost host)
    {
        var root = PlayCommand.Build(host);
        root.Options.Add(SharedOptions.Pack);
        root.Options.Add(SharedOptions.Data);
        foreach (var row in CommandTable.Rows)
        {
            var command = row.Build(host);
            command.Description = row.About;
            root.Subcommands.Add(command);
            CompletionCommand.AddLevels(command, host);
        }

        CompletionCommand.AddLevels(root, host);

        foreach (var help in root.Options.OfType<HelpOption>())
        {
            help.Action = new HelpAction { MaxWidth = HelpWidth };
        }

        return root;
    }
}
