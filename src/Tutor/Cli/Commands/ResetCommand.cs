using System.CommandLine;
using Tutor.Core.Text;
using Tutor.Game.Playing.Progress;
using Tutor.Storage;

namespace Tutor.Cli.Commands;

/// <summary><c>tutor reset [LEVEL|CHAPTER|--all]</c>: begin again. Old attempts stay in the history.</summary>
static class ResetCommand
{
    static readonly Argument<string?> Place = new("LEVEL|CHAPTER")
    {
        Description = "A level's id or the beginning of it, or a chapter's id or title",
        Arity = ArgumentArity.ZeroOrOne,
    };

    static readonly Option<bool> All = new("--all") { Description = "Every level" };

    public static Command Build(CliHost host)
    {
        var command = new Command("reset") { Place, All };
        command.SetAction(parsed => Run(parsed, host));
        return command;
    }

    static int Run(ParseResult parsed, CliHost host)
    {
        var (place, isAll) = (parsed.GetValue(Place), parsed.GetValue(All));
        if (isAll == (place is not null))
        {
            return host.UsageError("what to begin again is either a level, a chapter, or --all", "'tutor list' shows the levels");
        }

        if (LibraryChoice.Of(parsed, host) is not { } library)
        {
            return ExitCode.BadInput;
        }

        var (levels, refusal) = place is null ? ([], null) : Chosen(place, library);
        if (refusal is { } known)
        {
            return host.UsageError(known.Message!, known.Help);
        }

        using var progress = ProgressChoice.Open(parsed, host);
        Reset(progress, levels, library);
        if (!progress.Flush(TimeSpan.FromSeconds(10)))
        {
            host.Error.WriteLine($"tutor: {progress.Notice?.ToString() ?? "progress could not be written in time; try it again"}");
            return ExitCode.BadInput;
        }

        host.Out.WriteLine($"begun again: {(levels.Count == 0 ? "every level" : string.Join(", ", levels))}; earlier attempts stay in the history");
        return ExitCode.Passed;
    }

    /// <param name="levels">None: every level, of any pack.</param>
    static void Reset(ProgressStore progress, List<string> levels, LevelLibrary library)
    {
        foreach (var level in levels.Count == 0 ? [""] : levels)
        {
            progress.Note(new PlayerEvent(PlayerEventKind.Reset, level, 0));
        }

        // Drafts and seen hints belong to the attempts that no longer count.
        foreach (var level in levels.Count == 0 ? library.Catalog.Entries.Select(e => e.Id) : levels)
        {
            progress.Forget($"draft:{level}");
            progress.Forget($"hints:{level}");
        }
    }

    /// <summary>The levels that a word names, or why it names none.</summary>
    static (List<string> Levels, LevelChoice? Refusal) Chosen(string place, LevelLibrary library)
    {
        // A level and its chapter may have the same name. Then the name means the level, and the title means the chapter.
        if (library.Catalog.Entries.All(e => e.Id != place)
            && library.Catalog.Pack?.Chapters.FirstOrDefault(c => c.Id == place || c.Title == place) is { } chapter)
        {
            return ([.. chapter.Levels], null);
        }

        var choice = LevelArgument.Resolve(place, library.Folder);
        if (choice.Level is { } file)
        {
            return ([library.Load(file).Level?.Id ?? file.Id], null);
        }

        var near = Suggestions.Nearest(place, library.Catalog.Pack?.Chapters.Select(c => c.Id) ?? []);
        return ([], near is null ? choice : choice with { Message = $"there is no level or chapter '{place}'", Help = $"is the chapter '{near}' meant?" });
    }
}
