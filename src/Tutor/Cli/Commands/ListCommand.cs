using System.CommandLine;
using Tutor.Cli.Json;
using Tutor.Core.Levels;
using Tutor.Core.Play;
using Tutor.Core.Scoring;
using Tutor.Game.Playing.Progress;
using Tutor.Storage;

namespace Tutor.Cli.Commands;

/// <summary><c>tutor list</c>.</summary>
static class ListCommand
{
    public static Command Build(CliHost host)
    {
        var command = new Command("list") { SharedOptions.Json };
        command.SetAction(parsed => Run(parsed, host));
        return command;
    }

    static int Run(ParseResult parsed, CliHost host)
    {
        if (LibraryChoice.Of(parsed, host) is not { } library)
        {
            return ExitCode.BadInput;
        }

        var best = Progress(parsed, host);
        var catalog = library.Catalog;
        var report = new ListReport
        {
            Pack = catalog.Pack?.Title ?? library.Folder.Levels,
            Levels = [.. catalog.Entries.Select(entry => Row(entry, best))],
        };
        if (parsed.GetValue(SharedOptions.Json))
        {
            JsonOutput.Write(host.Out, report);
        }
        else
        {
            ListText.Write(host.Out, report);
            host.Print(catalog.Diagnostics);
        }

        return report.Levels.Any(l => l.Problem is not null) || catalog.Diagnostics.Any(p => p.IsError)
            ? ExitCode.BadInput
            : ExitCode.Passed;
    }

    /// <summary>Opens the progress without making its file: a list leaves nothing behind.</summary>
    static IReadOnlyList<LevelProgress> Progress(ParseResult parsed, CliHost host)
    {
        if (ProgressChoice.Folder(parsed, host) is not { } folder || !File.Exists(Path.Combine(folder, "progress.db")))
        {
            return [];
        }

        using var store = ProgressStore.Open(folder, host.Time);
        var best = store.Best();
        if (store.Notice is { } notice)
        {
            host.Error.WriteLine($"tutor: {notice}");
        }

        return best;
    }

    static ListedLevel Row(CatalogEntry entry, IReadOnlyList<LevelProgress> best)
    {
        var chapter = entry.Chapter?.Title ?? "";
        if (entry.Level is not { } level)
        {
            var problem = entry.Diagnostics.First(p => p.IsError).ToString();
            return new ListedLevel(entry.Id, entry.Id, chapter, "", 0, 0, null, 0, problem);
        }

        var reached = best.FirstOrDefault(b => b.Level == level.Id && b.Revision == level.Revision);
        return new ListedLevel(level.Id, level.Title, chapter, level.Kind.Word(), level.Minutes, level.Revision,
            reached?.Verdict, reached?.Attempts ?? 0, null)
        {
            Changed = reached is null && best.Any(b => b.Level == level.Id && b.Revision < level.Revision && Verdicts.IsPass(b.Verdict)),
        };
    }
}
