using System.CommandLine;
using Tutor.Game.Playing;
using Tutor.Storage;
using Command = System.CommandLine.Command;

namespace Tutor.Cli.Commands;

/// <summary><c>tutor sheet [FILE]</c>, <c>tutor reply [FILE]</c>: a text put together from what the player did.</summary>
static class SheetCommand
{
    static readonly Argument<string?> Target = new("FILE")
    {
        Description = "A new file; without it the Markdown goes to standard output",
        Arity = ArgumentArity.ZeroOrOne,
    };

    /// <param name="name">The command's.</param>
    /// <param name="text">The Markdown.</param>
    public static Command Build(string name, Func<PlayedPack, string> text, CliHost host)
    {
        var command = new Command(name) { Target };
        command.SetAction(parsed => Run(parsed, name, text, host));
        return command;
    }

    static int Run(ParseResult parsed, string name, Func<PlayedPack, string> text, CliHost host)
    {
        if (LibraryChoice.Of(parsed, host) is not { } library)
        {
            return ExitCode.BadInput;
        }

        // Asking must not make the file.
        using var progress = ProgressChoice.Folder(parsed, host) is { } folder && File.Exists(Path.Combine(folder, "progress.db"))
            ? ProgressStore.Open(folder, host.Time)
            : ProgressStore.InMemory(host.Time);
        var pack = new PlayedPack(library, progress, new PatientHost(host.Time));
        var sheet = text(pack);
        if (progress.Notice is { } notice)
        {
            host.Error.WriteLine($"tutor: {notice}");
            return ExitCode.BadInput;
        }

        if (parsed.GetValue(Target) is not { } path)
        {
            host.Out.Write(sheet);
            return ExitCode.Passed;
        }

        if (!host.WriteNew(path, sheet))
        {
            return ExitCode.BadInput;
        }

        host.Out.WriteLine($"the {name} was written to {path}");
        return ExitCode.Passed;
    }
}
