using Tutor.Core.Play;
using Tutor.Core.Text;
using Tutor.Storage;

namespace Tutor.Cli;

/// <summary>What a LEVEL on the command line came to: a file in its pack, or the exit code and what to say.</summary>
sealed record LevelChoice(LevelFile? Level, PackFolder? Pack, int ExitCode, string? Message, string? Help);

/// <summary>LEVEL is a path, an id, a file stem, or a unique prefix of either; <c>daily</c> or <c>daily-2026-11-28</c> is the level of a day.</summary>
static class LevelArgument
{
    /// <summary>The day whose level is meant: today's by <c>daily</c>, any by its id; null where another level is meant.</summary>
    public static DateOnly? DayOf(string text, CliHost host) =>
        text == "daily" ? DateOnly.FromDateTime(host.Time.GetUtcNow().UtcDateTime) : DailyLevel.DateOf(text);

    /// <param name="words">Other words that the argument may be. A mistyped one is suggested, too.</param>
    public static LevelChoice Resolve(string text, PackFolder? pack, params IEnumerable<string> words)
    {
        if (IsPath(text))
        {
            return new LevelChoice(new LevelFile(text), PackFolder.Of(text), ExitCode.Passed, null, null);
        }

        IReadOnlyList<LevelFile> levels = [.. pack?.LevelFiles() ?? [], .. pack?.Base?.LevelFiles() ?? []];
        var exact = levels.Where(l => l.Id == text || l.Stem == text).ToList();
        var found = exact.Count > 0 ? exact : [.. levels.Where(l => HasPrefix(l, text))];
        return found switch
        {
            [var level] => new LevelChoice(level, pack, ExitCode.Passed, null, null),
            [] => new LevelChoice(null, null, ExitCode.Usage, $"there is no level '{text}'", HelpFor(text, levels, words)),
            _ => new LevelChoice(null, null, ExitCode.Usage, $"'{text}' could be {Listed(found)}", "write more of its name"),
        };
    }

    /// <summary>Whether a text is a path: it has a slash or the ending of a level file, or a file of that name exists.</summary>
    public static bool IsPath(string text) =>
        text.Contains('/', StringComparison.Ordinal) || Path.GetExtension(text) is ".yaml" or ".yml" || File.Exists(text);

    static bool HasPrefix(LevelFile level, string text) => text.Length > 0
        && (level.Id.StartsWith(text, StringComparison.Ordinal) || level.Stem.StartsWith(text, StringComparison.Ordinal));

    static string HelpFor(string text, IReadOnlyList<LevelFile> levels, IEnumerable<string> words)
    {
        var near = Suggestions.Nearest(text, levels.Select(l => l.Id))
            ?? Suggestions.Nearest(text, words);
        return near is null ? "'tutor list' shows the levels" : $"did you mean '{near}'? 'tutor list' shows the levels";
    }

    static string Listed(List<LevelFile> levels)
    {
        const int most = 8;
        var names = string.Join(", ", levels.Take(most).Select(l => l.Id));
        return levels.Count > most ? $"{names} and {levels.Count - most} more" : names;
    }
}
