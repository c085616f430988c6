using System.CommandLine;
using Tutor.Cli.Classroom;
using Tutor.Core.Levels;
using Tutor.Core.Play;
using Tutor.Core.Text;
using Tutor.Game.Playing.Classroom;
using Tutor.Game.Playing.Progress;
using Tutor.Storage;

namespace Tutor.Cli.Commands;

/// <summary><c>tutor report FILE|DIR…</c>: what a class did, from what its learners exported. Nothing is kept.</summary>
static class ReportCommand
{
    static readonly Argument<string[]> Places = new("FILE")
    {
        Description = "Files or pasted codes of 'tutor export', or folders of them; - is standard input",
        Arity = ArgumentArity.OneOrMore,
    };

    static readonly Option<string?> OneLevel = new("--level") { Description = "This level alone", HelpName = "LEVEL" };

    static readonly Option<string> Format = new("--format") { Description = "text, csv or html", DefaultValueFactory = _ => "text" };

    static readonly Option<bool> Projector = new("--projector") { Description = "For everybody's eyes: large, and without names" };

    static readonly Option<bool> Doubtful = new("--doubtful")
    {
        Description = "Count files in which something is not what the game writes, too: what could be run of them",
    };

    /// <summary>What a folder is searched for.</summary>
    static readonly string[] Endings = [".json", ".txt"];

    static ReportCommand() => Format.AcceptOnlyFromAmong("text", "csv", "html");

    public static Command Build(CliHost host)
    {
        var command = new Command("report") { Places, OneLevel, Format, Projector, Doubtful };
        command.Validators.Add(result =>
        {
            if (result.GetValue(Projector) && result.GetValue(Format) == "csv")
            {
                result.AddError("--projector is for text and html: a table of learners has names");
            }
        });
        command.SetAction(parsed => Run(parsed, host));
        return command;
    }

    static int Run(ParseResult parsed, CliHost host)
    {
        if (LibraryChoice.Of(parsed, host) is not { } library)
        {
            return ExitCode.BadInput;
        }

        var level = parsed.GetValue(OneLevel);
        if (level is not null)
        {
            var choice = LevelArgument.Resolve(level, library.Folder);
            if (choice.Level is null)
            {
                return host.UsageError(choice.Message!, choice.Help);
            }

            level = choice.Level.Id;
        }

        var problems = new DiagnosticBag();
        if (FilesIn(parsed.GetValue(Places)!, problems) is not { Count: > 0 } paths)
        {
            host.Print(problems.ToImmutable());
            return problems.HasErrors ? ExitCode.BadInput
                : host.UsageError("there is no file to report on", "a folder is searched for files that end in .json or .txt");
        }

        var (files, report) = Make(paths, library, level, parsed.GetValue(Doubtful), problems, host);
        foreach (var file in files)
        {
            problems.AddRange(file.Findings.ToImmutable());
        }

        host.Print(problems.ToImmutable());
        if (files.Count > 0)
        {
            Write(report, parsed, host);
        }

        return problems.HasErrors ? ExitCode.BadInput : problems.Count > 0 ? ExitCode.NotPassed : ExitCode.Passed;
    }

    /// <summary>Reads and judges what was handed in.</summary>
    public static (IReadOnlyList<HandedIn> Files, ClassReport Report) Make(IReadOnlyList<string> paths, LevelLibrary library, string? level, bool countsDoubtful,
        DiagnosticBag problems, CliHost host)
    {
        var latest = host.Time.GetUtcNow() + ImportCommand.FastClock;
        var (files, unread) = (new List<HandedIn>(), new List<string>());
        foreach (var path in paths)
        {
            var texts = ExportInput.Read(path, host, problems);
            files.AddRange(texts.Select(text => HandedIn.Read(text, latest)));
            unread.AddRange(texts.Count == 0 ? [path] : Array.Empty<string>());
        }

        using var line = new CountProgress(host, "answers");
        var reporter = new ClassReporter(library.Catalog, Prepare) { HasRun = line.Step, Level = level, CountsDoubtful = countsDoubtful };
        var report = reporter.Report(files);
        return (files, report with { NotCounted = [.. unread, .. report.NotCounted] });

        PreparedLevel? Prepare(Level one, DiagnosticBag bag) => library.Prepare(one, bag);
    }

    /// <summary>The files that were named, and those in folders that were, each once.</summary>
    public static IReadOnlyList<string> FilesIn(IEnumerable<string> places, DiagnosticBag problems)
    {
        var files = new List<string>();
        foreach (var place in places)
        {
            try
            {
                files.AddRange(!Directory.Exists(place) ? [place]
                    : Directory.EnumerateFiles(place).Where(f => Endings.Contains(Path.GetExtension(f), StringComparer.OrdinalIgnoreCase)).Order(StringComparer.Ordinal));
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                problems.Add(InputFile.Problem(FileCodes.Unreadable, place, $"cannot be read: {e.Message.TrimEnd('.')}", "check its permissions"));
            }
        }

        return [.. files.DistinctBy(f => f == "-" ? f : Path.GetFullPath(f), StringComparer.Ordinal)];
    }

    static void Write(ClassReport report, ParseResult parsed, CliHost host)
    {
        var isProjected = parsed.GetValue(Projector);
        switch (parsed.GetValue(Format))
        {
            case "csv":
                ClassCsv.Write(host.Out, report);
                break;
            case "html":
                ClassHtml.Write(host.Out, report, isProjected, host.Time.LocalTimeZone);
                break;
            default:
                ClassText.Write(host.Out, report, isProjected, host.Time.LocalTimeZone);
                break;
        }
    }
}
