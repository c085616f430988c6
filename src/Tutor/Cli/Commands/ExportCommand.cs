using System.CommandLine;
using Tutor.Game.Playing;
using Tutor.Game.Playing.Progress;
using Tutor.Storage;

namespace Tutor.Cli.Commands;

/// <summary><c>tutor export [FILE]</c>.</summary>
static class ExportCommand
{
    static readonly Argument<string?> Target = new("FILE")
    {
        Description = "A new file; without it the export goes to standard output",
        Arity = ArgumentArity.ZeroOrOne,
    };

    static readonly Option<string?> Name = new("--name")
    {
        Description = "Who played, with commas between: \"Ada, Bob\"",
        HelpName = "NAMES",
    };

    static readonly Option<bool> Code = new("--code")
    {
        Description = "A short text in place of JSON, to be pasted where files cannot be handed over",
    };

    public static Command Build(CliHost host)
    {
        var command = new Command("export") { Target, Name, Code };
        command.Validators.Add(result =>
        {
            if (result.GetValue(Name) is { } names && PlayerNames.Parse(names).Problem is { } problem)
            {
                result.AddError($"--name: {problem}");
            }
        });
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

        var export = Export.Of(progress.History(), progress.Events(), progress.Recall(ProgressStore.FolderNumber)) with
        {
            Names = parsed.GetValue(Name) is { } names ? PlayerNames.Parse(names).Names : [],
        };
        if (export.Attempts.Count + export.Events.Count == 0)
        {
            host.Error.WriteLine("tutor: nothing was played with this data folder yet: the export is empty");
            host.Error.WriteLine("  help: the game keeps what is handed in; 'tutor run' keeps nothing; --data names another folder");
        }

        var text = parsed.GetValue(Code) ? ExportCode.Write(export.Write()) : export.Write();
        if (parsed.GetValue(Target) is not { } path)
        {
            host.Out.Write(text);
            return ExitCode.Passed;
        }

        if (!host.WriteNew(path, text))
        {
            return ExitCode.BadInput;
        }

        host.Out.WriteLine($"{Counted(export.Attempts.Count, "attempt")} and {Counted(export.Events.Count, "event")} written to {path}");
        return ExitCode.Passed;
    }

    static string Counted(int count, string what) => count == 1 ? $"1 {what}" : $"{Words.Count(count)} {what}s";
}
