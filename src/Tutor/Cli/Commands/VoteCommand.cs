using System.CommandLine;
using Tutor.Core.Levels;
using Tutor.Core.Text;
using Tutor.Game.Lines;
using Tutor.Storage;

namespace Tutor.Cli.Commands;

/// <summary><c>tutor vote LEVEL</c>: a vote of a room on one machine with a projector.</summary>
static class VoteCommand
{
    static readonly Option<string[]> From = new("--from")
    {
        Description = "The first vote from these files or folders of 'tutor export', instead of from hands",
        HelpName = "FILE",
        AllowMultipleArgumentsPerToken = true,
    };

    static readonly Option<bool> Plain = new("--text") { Description = "Plain lines: no large letters, and nothing is cleared" };

    public static Command Build(CliHost host)
    {
        var name = SharedOptions.Level();
        var command = new Command("vote") { name, From, Plain };
        command.SetAction(parsed => Run(parsed.GetValue(name)!, parsed, host));
        return command;
    }

    static int Run(string name, ParseResult parsed, CliHost host)
    {
        var (library, loaded, exitCode) = LibraryChoice.Find(name, parsed, host);
        if (loaded is not { Level: { } level })
        {
            host.Print(loaded?.Problems ?? []);
            return exitCode;
        }

        if (level.Kind != LevelKind.Pick)
        {
            return host.UsageError($"'{level.Id}' is a level of kind {level.Kind.Word()}: there are no options to vote on", "'tutor list' says which levels are of kind pick");
        }

        var problems = new DiagnosticBag();
        if (library!.Prepare(level, problems) is not { } prepared)
        {
            host.Print(problems.ToImmutable());
            return ExitCode.BadInput;
        }

        var first = parsed.GetValue(From) is { Length: > 0 } places ? FirstVotes(places, library, level, problems, host) : null;
        host.Print(problems.ToImmutable());
        var isScreen = host.IsOutputTerminal && host.IsInputTerminal && !parsed.GetValue(Plain) && host.Environment("TERM") is not (null or "" or "dumb");
        using var reader = new StreamReader(host.In, leaveOpen: true);
        var speaker = new Speaker(host.Out);
        new VoteTalk(prepared, new LineInput(reader, host.IsInputTerminal ? null : host.Out), speaker, isLarge: !parsed.GetValue(Plain),
            isScreen ? () => (host.Out as SafeWriter)?.WriteRaw(PreviewCommand.ClearScreen) : null).Run(first);
        speaker.Flush();
        return ExitCode.Passed;
    }

    static Dictionary<string, int> FirstVotes(string[] places, LevelLibrary library, Level level, DiagnosticBag problems, CliHost host)
    {
        var (files, report) = ReportCommand.Make(ReportCommand.FilesIn(places, problems), library, level.Id, countsDoubtful: false, problems, host);
        foreach (var file in files)
        {
            problems.AddRange(file.Findings.ToImmutable());
        }

        return report.Levels.SelectMany(l => l.Questions).SelectMany(q => q.Answers).ToDictionary(a => a.Id, a => a.Learners, StringComparer.Ordinal);
    }
}
