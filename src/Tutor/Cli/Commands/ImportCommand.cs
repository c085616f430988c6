using System.CommandLine;
using System.Globalization;
using Tutor.Cli.Json;
using Tutor.Core.Levels;
using Tutor.Core.Play;
using Tutor.Core.Scoring;
using Tutor.Core.Text;
using Tutor.Game.Playing.Progress;
using Tutor.Storage;

namespace Tutor.Cli.Commands;

/// <summary><c>tutor import FILE…</c>: merges what <c>tutor export</c> wrote elsewhere, and plays it again.</summary>
static class ImportCommand
{
    static readonly Argument<string[]> Files = new("FILE")
    {
        Description = $"Files that 'tutor export' wrote, one for each player (up to {ExportFile.MostBytes >> 20} MiB "
            + $"and {ExportFile.MostAttempts:N0} attempts each); - reads standard input, a pasted code too",
        Arity = ArgumentArity.ZeroOrMore,
    };

    static readonly Option<bool> Merge = new("--merge")
    {
        Description = "Add several files, or another player's, to your own progress without being asked",
    };

    static readonly Option<bool> Undo = new("--undo")
    {
        Description = "Take the last import out again: its attempts are hidden, nothing is deleted",
    };

    /// <summary>How far the clock of another machine may be ahead of this one.</summary>
    public static readonly TimeSpan FastClock = TimeSpan.FromDays(2);

    public static Command Build(CliHost host)
    {
        var command = new Command("import") { Files, Merge, Undo, SharedOptions.Json };
        command.SetAction(parsed => Run(parsed, host));
        return command;
    }

    static int Run(ParseResult parsed, CliHost host)
    {
        var paths = parsed.GetValue(Files) ?? [];
        if (parsed.GetValue(Undo) == (paths.Length > 0))
        {
            return host.UsageError(paths.Length > 0 ? "--undo takes no file: it takes the last import out again" : "there is no file to import",
                "'tutor import FILE' adds what 'tutor export FILE' wrote elsewhere");
        }

        using var progress = ProgressChoice.Open(parsed, host);
        if (progress.Notice is not null)
        {
            return Unkept(progress, host);
        }

        return paths.Length == 0 ? TakeBack(progress, host)
            : LibraryChoice.Of(parsed, host) is { } library ? Import(paths, library, progress, parsed, host) : ExitCode.BadInput;
    }

    static int TakeBack(ProgressStore progress, CliHost host)
    {
        var taken = progress.TakeBackImport();
        if (progress.Notice is not null)
        {
            return Unkept(progress, host);
        }

        if (taken is not var (at, attempts))
        {
            host.Error.WriteLine("tutor: there is no import to take out");
            return ExitCode.NotPassed;
        }

        host.Out.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"the import of {at.UtcDateTime:yyyy-MM-dd HH:mm} UTC is taken out: {(attempts == 1 ? "1 attempt is" : $"{attempts:N0} attempts are")} hidden"));
        return ExitCode.Passed;
    }

    static int Import(string[] paths, LevelLibrary library, ProgressStore progress, ParseResult parsed, CliHost host)
    {
        var findings = new DiagnosticBag();
        var latest = host.Time.GetUtcNow() + FastClock;
        var read = paths.SelectMany(path => ExportInput.Read(path, host, findings)).Select(text => HandedIn.Read(text, latest)).ToList();
        new Referee(library.Catalog, (level, problems) => Prepare(library, level, problems, host)).Judge(read);
        foreach (var file in read)
        {
            findings.AddRange(file.Findings.ToImmutable());
        }

        if (!parsed.GetValue(Merge) && NeedsConsent(read, progress) is { } question && !IsConsentedTo(question, parsed, host))
        {
            host.Print(findings.ToImmutable());
            return host.UsageError(question, "--merge adds them, and 'tutor import --undo' takes them out again; --data DIR keeps them apart");
        }

        var files = new List<ImportedFile>();
        foreach (var file in read)
        {
            var attempts = file.Attempts.Select(a => a.Attempt).ToList();
            if (progress.Notice is null && progress.Import(attempts, file.Events) is { } added)
            {
                files.Add(new ImportedFile(file.Path, file.Claims.Count, added, attempts.Count - added, file.Corrected,
                    file.Claims.Count - attempts.Count, [.. BestOf(attempts)]));
            }
        }

        Tell(parsed, host, library, files, findings);
        return progress.Notice is not null ? Unkept(progress, host)
            : findings.HasErrors ? ExitCode.BadInput : findings.Count > 0 ? ExitCode.NotPassed : ExitCode.Passed;
    }

    static PreparedLevel? Prepare(LevelLibrary library, Level level, DiagnosticBag problems, CliHost host)
    {
        using var line = new ProgressLine(host, level.Pages);
        return library.Prepare(level, problems, progress: line);
    }

    static int Unkept(ProgressStore progress, CliHost host)
    {
        host.Error.WriteLine($"tutor: {progress.Notice}");
        return ExitCode.BadInput;
    }

    /// <summary>
    /// The question to ask before attempts of other people are mixed with the player's own. Null if nothing can be mixed: the
    /// player has no attempts, the file has no new ones, or it comes from this folder.
    /// </summary>
    static string? NeedsConsent(List<HandedIn> files, ProgressStore progress)
    {
        var folder = progress.Recall(ProgressStore.FolderNumber);
        var isOwn = files is [{ File.Folder: { } number }] && number == folder;
        var own = isOwn ? 0 : progress.OwnAttempts();
        var missing = own == 0 ? 0 : progress.CountMissing([.. files.SelectMany(f => f.Attempts).Select(a => a.Attempt)]);
        return missing == 0 ? null : string.Create(CultureInfo.InvariantCulture,
            $"{Words(missing)} of {(files.Count == 1 ? "another data folder" : $"{files.Count} files")} would come among your own {own:N0}");
    }

    static string Words(int attempts) => attempts == 1 ? "1 attempt" : string.Create(CultureInfo.InvariantCulture, $"{attempts:N0} attempts");

    static bool IsConsentedTo(string question, ParseResult parsed, CliHost host)
    {
        if (!host.IsInputTerminal || !host.IsErrorTerminal || parsed.GetValue(SharedOptions.Json))
        {
            return false;
        }

        host.Error.Write($"{question}. Add them? 'tutor import --undo' takes them out again. [y/N] ");
        using var input = new StreamReader(host.In, leaveOpen: true);
        return input.ReadLine()?.Trim() is "y" or "Y" or "yes";
    }

    static IEnumerable<ImportedBest> BestOf(IEnumerable<Attempt> attempts) => attempts
        .GroupBy(a => (a.Level, a.Revision))
        .Select(level => new ImportedBest(level.Key.Level, level.Key.Revision, level.Count(),
            level.MaxBy(a => VerdictWords.Rank(a.Verdict))!.Verdict));

    static void Tell(ParseResult parsed, CliHost host, LevelLibrary library, List<ImportedFile> files, DiagnosticBag findings)
    {
        var sorted = findings.ToImmutable();
        var report = new ImportReport
        {
            Files = files,
            Levels = [.. library.Catalog.Entries.Select(e => LevelOf(e.Id, files)).Where(l => l.Tried > 0)],
            Findings = JsonOutput.Report(sorted, withFile: true),
        };
        if (parsed.GetValue(SharedOptions.Json))
        {
            JsonOutput.Write(host.Out, report);
            return;
        }

        host.Print(sorted);
        if (files.Count > 0)
        {
            ImportText.Write(host.Out, report);
        }
    }

    static ImportedLevel LevelOf(string id, List<ImportedFile> files)
    {
        var best = files.SelectMany(f => f.Best).Where(b => b.Level == id).ToList();
        return new ImportedLevel(id, best.Count, best.Count(b => Verdicts.IsPass(b.Verdict)), best.Count(b => b.Verdict == "gold"));
    }
}
