using System.Collections.Immutable;
using System.CommandLine;
using System.Globalization;
using Command = System.CommandLine.Command;
using Tutor.Cli.Classroom;
using Tutor.Cli.Json;
using Tutor.Core.Levels;
using Tutor.Core.Linting;
using Tutor.Core.Scoring;
using Tutor.Core.Text;
using Tutor.Game.Playing;
using Tutor.Game.Text;

namespace Tutor.Cli.Commands;

/// <summary><c>tutor preview PATH</c>: an author's view of a level or a pack, made anew whenever a file is saved.</summary>
static class PreviewCommand
{
    /// <summary>An author waits for it after each save; a look at the files' times costs nothing.</summary>
    static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(250);

    /// <summary>Clears the screen, so that nobody takes an old problem for a present one.</summary>
    public const string ClearScreen = "\u001b[H\u001b[2J";

    static readonly Argument<string> Place = new("PATH") { Description = "A level file, or the folder of a pack" };

    static readonly Option<bool> Once = new("--once") { Description = "One look, then leave: 0 clean, 1 findings, 3 not readable" };

    static readonly Option<bool> Projector = new("--projector")
    {
        Description = "A level as a room may see it before it plays: no answers, no findings; PATH may be a level's id",
    };

    public static Command Build(CliHost host)
    {
        var command = new Command("preview") { Place, Once, Projector, SharedOptions.Json };
        command.SetAction(parsed => Run(parsed, host));
        return command;
    }

    static int Run(ParseResult parsed, CliHost host)
    {
        var place = parsed.GetValue(Place)!;
        if (parsed.GetValue(Projector))
        {
            return Project(place, parsed, host);
        }

        var isPack = Directory.Exists(place);
        if (!isPack && !File.Exists(place))
        {
            return host.UsageError($"{place}: there is no such file or folder", "preview takes a level file or the folder of a pack");
        }

        using var timer = new PeriodicTimer(Pause, host.Time);
        while (true)
        {
            var seen = Stamp(place, isPack);
            var isJson = parsed.GetValue(SharedOptions.Json);
            if (host.IsOutputTerminal && !isJson && !parsed.GetValue(Once) && host.Environment("TERM") is not (null or "" or "dumb"))
            {
                (host.Out as SafeWriter)?.WriteRaw(ClearScreen);
            }

            var exitCode = isPack ? ShowPack(place, parsed, host) : ShowLevel(place, parsed, host);
            if (parsed.GetValue(Once) || !host.IsOutputTerminal)
            {
                return exitCode;
            }

            if (!isJson)
            {
                host.Out.WriteLine();
                host.Out.WriteLine($"-- {place}: looks again when a file is saved; Ctrl+C leaves --");
            }

            host.Out.Flush();
            WaitForSave(place, isPack, seen, timer);
        }
    }

    static int Project(string name, ParseResult parsed, CliHost host)
    {
        var (library, loaded, exitCode) = LibraryChoice.Find(name, parsed, host);
        if (loaded is not { Level: { } level })
        {
            host.Print(loaded?.Problems ?? []);
            return exitCode;
        }

        var problems = new DiagnosticBag();
        using var line = new ProgressLine(host, level.Pages);
        if (library!.Prepare(level, problems, progress: line) is not { } prepared)
        {
            host.Print(problems.ToImmutable());
            return ExitCode.BadInput;
        }

        ProjectorView.Write(prepared, host);
        return ExitCode.Passed;
    }

    /// <summary>Waits until the files differ from what was seen, and then until they stand still: editors write in several steps.</summary>
    static void WaitForSave(string place, bool isPack, string seen, PeriodicTimer timer)
    {
        string last;
        var now = seen;
        do
        {
            last = now;
            timer.WaitForNextTickAsync().AsTask().GetAwaiter().GetResult();
            now = Stamp(place, isPack);
        }
        while (now == seen || now != last);
    }

    static int ShowLevel(string path, ParseResult parsed, CliHost host)
    {
        var (library, loaded, exitCode) = LibraryChoice.Find(path, parsed, host);
        if (loaded is null)
        {
            return exitCode;
        }

        var isJson = parsed.GetValue(SharedOptions.Json);
        LintedFile file;
        using (var progress = new ProgressLine(host, loaded.Level?.Pages ?? 0))
        {
            file = LintCommand.LintOne(library!, loaded, progress);
        }

        if (file.Played is { } played && !isJson)
        {
            Describe(played, host);
        }

        return Tell([file], isJson, host);
    }

    static int ShowPack(string folder, ParseResult parsed, CliHost host)
    {
        if (PackChoice.Open(folder, host) is not { } pack)
        {
            return ExitCode.BadInput;
        }

        var library = LibraryChoice.Open(pack, host);
        var files = Linter.Lint(library.Catalog, library.Folder);
        var isJson = parsed.GetValue(SharedOptions.Json);
        if (!isJson)
        {
            var levels = new TextTable("level", "kind", ">minutes", ">findings", "title");
            foreach (var file in files)
            {
                if (library.Catalog.Entries.FirstOrDefault(e => e.Path == file.Path)?.Level is { } level)
                {
                    levels.Add(level.Id, level.Kind.Word(), Words.Count(level.Minutes), Words.Count(file.Diagnostics.Length), level.Title);
                }
            }

            levels.Write(host.Out);
            host.Out.WriteLine();
        }

        return Tell(files, isJson, host);
    }

    /// <summary>The brief, the map that is shown, and what each solution and option comes to.</summary>
    static void Describe(LintedLevel played, CliHost host)
    {
        var level = played.Level;
        host.Out.WriteLine($"{level.Title} ({level.Id}, {level.Kind.Word()}, {level.Minutes} minutes)");
        host.Out.WriteLine();
        TextWrap.Write(host.Out, "", level.Brief);
        host.Out.WriteLine();
        ProjectorView.DrawMap(played.Prepared, host, namesKinds: true);
        var table = new TextTable("predicate", "expected", "verdict", "map", ">migrated", ">futile", ">skipped pins", ">false skips");
        foreach (var one in PredicatesOf(played))
        {
            string Number(long count) => one.Map is null ? "" : Words.Count(count);
            table.Add(one.Role == "option" ? $"option {one.Id}" : one.Id, one.Expect ?? "", one.Verdict, one.Map ?? "",
                Number(one.Migrated), Number(one.Futile), Number(one.SkippedPins), Number(one.FalseSkips));
        }

        if (table.Count > 0)
        {
            table.Write(host.Out);
            host.Out.WriteLine();
        }

        PreviewedPlay.Write(played, host.Out);
    }

    static IEnumerable<PreviewedPredicate> PredicatesOf(LintedLevel played) => played.Solutions
        .Zip(played.Level.Solutions, (p, s) => Of(p, "solution", s.Expect.Word()))
        .Concat(played.Options.Select(o => Of(o, "option", null)));

    /// <summary>The map that decides: the worst one for the first bound that is missed, else the map that is drawn.</summary>
    static PreviewedPredicate Of(PlayedPredicate played, string role, string? expect)
    {
        var run = played.Result;
        var missed = run.Goals.OrderBy(g => g.Goal.Tier).FirstOrDefault(g => !g.IsMet);
        var decides = run.Maps.FirstOrDefault(m => missed is not null && m.Map.Id == missed.Map && m.Map.Seed == missed.Seed) ?? run.Shown;
        var counts = decides?.Result.Metrics;
        return new PreviewedPredicate(played.Id, role, expect, run.Verdict.Word(), decides?.Map.Id, decides?.Map.Seed,
            counts?.Migrated ?? 0, counts?.Futile ?? 0, counts?.SkippedPins ?? 0, counts?.FalseSkips ?? 0);
    }

    static int Tell(ImmutableArray<LintedFile> files, bool isJson, CliHost host)
    {
        var bag = new DiagnosticBag();
        foreach (var file in files)
        {
            bag.AddRange(file.Diagnostics);
        }

        var findings = bag.ToImmutable();
        var errors = findings.Count(f => f.IsError);
        if (isJson)
        {
            JsonOutput.Write(host.Out, new PreviewReport
            {
                Levels = [.. files.Where(f => f.Played is not null).Select(f => new PreviewedLevel(f.Played!.Level.Id, f.Played.Level.Title,
                    f.Played.Level.Kind.Word(), f.Played.Level.Minutes, f.Diagnostics.Length, [.. PredicatesOf(f.Played)]))],
                Errors = errors,
                Warnings = findings.Length - errors,
                Findings = JsonOutput.Report(findings, withFile: true),
            });
        }
        else
        {
            foreach (var finding in findings)
            {
                host.Out.Write(DiagnosticFormatter.Format(finding));
            }

            host.Out.WriteLine($"errors {errors}, warnings {findings.Length - errors}");
        }

        return LintCommand.ExitCodeOf(findings);
    }

    /// <summary>Names, times and sizes of every file that the view may come from.</summary>
    static string Stamp(string place, bool isPack)
    {
        var folder = isPack ? place : Path.GetDirectoryName(Path.GetFullPath(place))!;
        // A level's maps lie beside it, its lesson in the content folder beside its own; what else a folder holds is not read.
        string[] beside = isPack ? [] : [Path.Combine(folder, "maps"), Path.Combine(folder, "..", "content")];
        string[] folders = [folder, .. beside.Where(Directory.Exists)];
        var deep = new EnumerationOptions { RecurseSubdirectories = true, IgnoreInaccessible = true, MaxRecursionDepth = 4 };
        var how = isPack ? deep : new EnumerationOptions { IgnoreInaccessible = true };
        try
        {
            return string.Join('\n', folders.SelectMany((f, i) => new DirectoryInfo(f).EnumerateFiles("*", i == 0 ? how : deep))
                .Where(f => f.Extension is ".yaml" or ".yml" or ".md" or ".gz" && f.Exists)
                .OrderBy(f => f.FullName, StringComparer.Ordinal)
                .Select(f => string.Create(CultureInfo.InvariantCulture, $"{f.FullName} {f.LastWriteTimeUtc.Ticks} {f.Length}")));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // A file or a folder that is just being replaced: another look comes soon.
            return e.GetType().Name;
        }
    }
}
