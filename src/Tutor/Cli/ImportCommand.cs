using System.CommandLine;
using System.Globalization;
using Tutor.Cli.Json;
using Tutor.Core.Text;
using Tutor.Game.Playing.Progress;
using Tutor.Storage;

namespace Tutor.Cli;

/// <summary><c>tutor import FILE…</c>: merges what <c>tutor export</c> wrote elsewhere, and plays it again.</summary>
static class ImportCommand
{
    static readonly Argument<string[]> Files = new("FILE")
    {
        Description = $"Files that 'tutor export' wrote, one for each player (up to {ExportFile.MostBytes >> 20} MiB "
            + $"and {ExportFile.MostAttempts:N0} attempts each)",
        Arity = ArgumentArity.OneOrMore,
    };

    public static Command Build(CliHost host)
    {
        var command = new Command("import") { Files, SharedOptions.Json };
        command.SetAction(parsed => Run(parsed, host));
        return command;
    }

    /// <summary>Whether a verdict is one of those that pass.</summary>
    public static bool IsPassed(ImportedBest best) => VerdictWords.Rank(best.Verdict) >= VerdictWords.Rank("pass");

    static int Run(ParseResult parsed, CliHost host)
    {
        if (LibraryChoice.Of(parsed, host) is not { } library)
        {
            return ExitCode.BadInput;
        }

        using var progress = ProgressChoice.Open(parsed, host);
        var findings = new DiagnosticBag();
        var files = new List<ImportedFile>();
        foreach (var path in parsed.GetValue(Files)!)
        {
            if (progress.Notice is null && Import(path, library, progress, host, findings) is { } file)
            {
                files.Add(file);
            }
        }

        Tell(parsed, host, library, files, findings);
        if (progress.Notice is { } notice)
        {
            host.Error.WriteLine($"tutor: {notice}");
            return ExitCode.BadInput;
        }

        return findings.HasErrors ? ExitCode.BadInput : findings.Count > 0 ? ExitCode.NotPassed : ExitCode.Passed;
    }

    /// <summary>Null when the file cannot be read, or its attempts cannot be kept.</summary>
    static ImportedFile? Import(string path, LevelLibrary library, ProgressStore progress, CliHost host, DiagnosticBag findings)
    {
        var (text, problem) = InputFile.ReadText(path, ExportFile.MostBytes);
        if (text is null)
        {
            findings.Add(problem!);
            return null;
        }

        var claims = ExportFile.Read(text, findings);
        var judgements = new DiagnosticBag();
        var attempts = new ImportReferee(library, host, judgements).Judge(claims);
        var told = judgements.ToImmutable();
        findings.AddRange(told);
        var import = new PlayerEvent(PlayerEventKind.Imported, "", 0, attempts.Count.ToString(CultureInfo.InvariantCulture));
        return progress.Import(attempts, [], import)?.Attempts is not { } added ? null
            : new ImportedFile(path, claims.Count, added, attempts.Count - added,
                told.Count(d => d.Code == ExportCodes.ClaimsOtherwise), claims.Count - attempts.Count, [.. BestOf(attempts)]);
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
        return new ImportedLevel(id, best.Count, best.Count(IsPassed), best.Count(b => b.Verdict == "gold"));
    }
}
