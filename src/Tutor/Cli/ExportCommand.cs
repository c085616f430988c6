using System.CommandLine;
using Tutor.Game.Playing.Progress;
using Tutor.Storage;

namespace Tutor.Cli;

/// <summary><c>tutor export [FILE]</c>.</summary>
static class ExportCommand
{
    static readonly Argument<string?> Target = new("FILE")
    {
        Description = "A new file; without it the JSON goes to standard output",
        Arity = ArgumentArity.ZeroOrOne,
    };

    public static Command Build(CliHost host)
    {
        var command = new Command("export") { Target };
        command.SetAction(parsed => Run(parsed, host));
        return command;
    }

    static int Run(ParseResult parsed, CliHost host)
    {
        using var progress = ProgressChoice.Open(parsed, host);
        if (progress.Notice is { } notice)
        {
            host.Error.WriteLine($"tutor: {notice}");
            return ExitCode.BadInput;
        }

        var export = Export.Of(progress.History(), progress.Events(), progress.Recall(ProgressStore.FolderNumber));
        if (parsed.GetValue(Target) is not { } path)
        {
            host.Out.Write(export.Write());
            return ExitCode.Passed;
        }

        try
        {
            // Somebody's results are never written over.
            using var file = new StreamWriter(new FileStream(path, FileMode.CreateNew, FileAccess.Write));
            file.Write(export.Write());
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            host.Error.WriteLine($"tutor: {path} cannot be written: {e.Message}");
            return ExitCode.BadInput;
        }

        host.Out.WriteLine($"{export.Attempts.Count} attempts written to {path}");
        return ExitCode.Passed;
    }
}
