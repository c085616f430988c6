using System.Collections.Immutable;
using System.CommandLine;
using System.Globalization;
using Tutor.Core.Levels;
using Tutor.Core.Play;
using Tutor.Core.Text;
using Tutor.Storage;
using Tutor.Tui.Presentation;
using Command = System.CommandLine.Command;

namespace Tutor.Cli;

/// <summary><c>tutor preview PATH</c>: an author's view of a level or a pack, made anew whenever a file is saved.</summary>
static class PreviewCommand
{
    /// <summary>An author waits for it after each save; a look at the files' times costs nothing.</summary>
    static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(250);

    const int MapRows = 8;

    /// <summary>Home, and nothing on the screen: what was wrong before the save is not taken for what is wrong now.</summary>
    const string ClearScreen = "\u001b[H\u001b[2J";

    static readonly Argument<string> Place = new("PATH") { Description = "A level file, or the folder of a pack" };

    static readonly Option<bool> Once = new("--once") { Description = "One look, then leave: 0 clean, 1 findings, 3 not readable" };

    public static Command Build(CliHost host)
    {
        var command = new Command("preview") { Place, Once };
        command.SetAction(parsed => Run(parsed, host));
        return command;
    }

    static int Run(ParseResult parsed, CliHost host)
    {
        var place = parsed.GetValue(Place)!;
        var isPack = Directory.Exists(place);
        if (!isPack && !File.Exists(place))
        {
            return host.UsageError($"{place}: there is no such file or folder", "preview takes a level file or the folder of a pack");
        }

        using var timer = new PeriodicTimer(Pause, host.Time);
        while (true)
        {
            var seen = Stamp(place, isPack);
            if (host.IsOutputTerminal && !parsed.GetValue(Once) && host.Environment("TERM") is not (null or "" or "dumb"))
            {
                host.Out.Write(ClearScreen);
            }

            var exitCode = isPack ? ShowPack(place, host) : ShowLevel(place, parsed, host);
            if (parsed.GetValue(Once) || !host.IsOutputTerminal)
            {
                return exitCode;
            }

            host.Out.WriteLine();
            host.Out.WriteLine($"-- {place}: looks again when a file is saved; Ctrl+C leaves --");
            host.Out.Flush();
            WaitForSave(place, isPack, seen, timer);
        }
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

        var findings = LintCommand.LintOne(library!, loaded);
        if (loaded.Level is { } level)
        {
            Describe(level, library!, host);
        }

        return Tell(findings, host);
    }

    static int ShowPack(string folder, CliHost host)
    {
        if (PackFolder.Open(folder) is not { } pack)
        {
            return LintCommand.NoPack(host, folder);
        }

        var findings = new DiagnosticBag();
        var levels = new TextTable("level", "kind", ">minutes", ">findings", "title");
        var library = LibraryChoice.Open(pack, host);
        foreach (var file in Core.Linting.Linter.Lint(library.Catalog, library.Folder))
        {
            findings.AddRange(file.Diagnostics);
            if (library.Catalog.Entries.FirstOrDefault(e => e.Path == file.Path)?.Level is { } level)
            {
                levels.Add(level.Id, LevelWords.Of(level.Kind), Words.Count(level.Minutes), Words.Count(file.Diagnostics.Length), level.Title);
            }
        }

        levels.Write(host.Out);
        host.Out.WriteLine();
        return Tell(findings.ToImmutable(), host);
    }

    /// <summary>The brief, the map that is shown, and what each solution and option comes to.</summary>
    static void Describe(Level level, LevelLibrary library, CliHost host)
    {
        host.Out.WriteLine($"{level.Title} ({level.Id}, {LevelWords.Of(level.Kind)}, {level.Minutes} minutes)");
        host.Out.WriteLine();
        TextWrap.Write(host.Out, "", level.Brief);
        host.Out.WriteLine();
        using var progress = new ProgressLine(host, level.Pages);
        var problems = new DiagnosticBag();
        if (library.Prepare(level, problems, progress: progress) is not { } prepared)
        {
            return;
        }

        progress.Dispose();
        DrawMap(prepared, host);
        var table = new TextTable("predicate", "expected", "verdict", "map", ">migrated", ">futile", ">skipped pins", ">false skips");
        foreach (var solution in level.Solutions)
        {
            Add(table, solution.Id, LevelWords.Of(solution.Expect), LevelRun.Run(prepared, solution));
        }

        foreach (var option in level.Options)
        {
            Add(table, $"option {option.Id}", "", LevelRun.Run(prepared, option.Skip));
        }

        if (table.Count > 0)
        {
            table.Write(host.Out);
            host.Out.WriteLine();
        }
    }

    /// <summary>The counts are of the map that decides: the worst of the first bound that is missed, else the one that is drawn.</summary>
    static void Add(TextTable table, string name, string expected, LevelRunResult run)
    {
        var missed = run.Goals.OrderBy(g => g.Goal.Tier).FirstOrDefault(g => !g.IsMet);
        var decides = run.Maps.FirstOrDefault(m => missed is not null && m.Map.Id == missed.Map && m.Map.Seed == missed.Seed) ?? run.Shown;
        if (decides?.Result.Metrics is { } m)
        {
            table.Add(name, expected, LevelWords.Of(run.Verdict), decides.Map.Id, Words.Count(m.Migrated), Words.Count(m.Futile), Words.Count(m.SkippedPins), Words.Count(m.FalseSkips));
        }
        else
        {
            table.Add(name, expected, LevelWords.Of(run.Verdict), "", "", "", "", "");
        }
    }

    static void DrawMap(PreparedLevel prepared, CliHost host)
    {
        var grid = new Grid(TextWrap.Width, MapRows + 2);
        new MapPane(prepared.Shown.Map) { Mode = MapMode.Kinds }.Draw(grid, grid.Whole, isActive: false);
        foreach (var line in grid.ToString().Split('\n').Where(l => l.Trim().Length > 0))
        {
            host.Out.WriteLine(line.TrimEnd());
        }

        host.Out.WriteLine();
    }

    static int Tell(ImmutableArray<Diagnostic> findings, CliHost host)
    {
        foreach (var finding in findings)
        {
            host.Out.Write(DiagnosticFormatter.Format(finding));
        }

        var errors = findings.Count(f => f.IsError);
        host.Out.WriteLine($"errors {errors}, warnings {findings.Length - errors}");
        return errors == 0 ? ExitCode.Passed : LintCommand.ExitCodeOf(findings);
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
