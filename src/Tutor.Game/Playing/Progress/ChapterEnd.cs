using System.Text;
using Tutor.Core.Levels;

namespace Tutor.Game.Playing.Progress;

/// <summary>What is read when the last level of a chapter, or of the pack, has been passed. Markdown.</summary>
static class ChapterEnd
{
    /// <summary>Empty while something of the chapter is left to pass.</summary>
    /// <param name="levels">Of the whole pack, in order.</param>
    /// <param name="passed">The level that was passed just now.</param>
    public static string Text(IReadOnlyList<LevelStanding> levels, string passed)
    {
        if (levels.FirstOrDefault(l => l.Level.Id == passed) is not { } last)
        {
            return "";
        }

        var chapter = levels.Where(l => l.Level.ChapterTitle == last.Level.ChapterTitle).ToList();
        if (chapter.Exists(IsLeft))
        {
            return "";
        }

        var text = new StringBuilder();
        Add(text, $"The chapter is done: {last.Level.ChapterTitle}", chapter);
        if (!levels.Any(IsLeft))
        {
            Add(text, "And so is the pack", levels);
            text.Append("That was every level. What is left is what reviewers are left with: to say which pages you would skip, and why.\n");
        }
        else if (levels.SkipWhile(l => l.Level.ChapterTitle != last.Level.ChapterTitle).SkipWhile(l => l.Level.ChapterTitle == last.Level.ChapterTitle).FirstOrDefault(IsLeft)
            is { } next)
        {
            var following = levels.Where(l => l.Level.ChapterTitle == next.Level.ChapterTitle).ToList();
            text.Append("Next: **").Append(next.Level.ChapterTitle).Append("**, ").Append(following.Count == 1 ? "1 level" : $"{following.Count} levels")
                .Append(", about ").Append(Words.Count(following.Where(IsLeft).Sum(l => l.Level.Minutes))).Append(" min.\n");
        }

        return text.ToString();
    }

    /// <summary>An open level has nothing to pass, and a broken one cannot be.</summary>
    static bool IsLeft(LevelStanding level) => !level.IsPassed && !level.IsDone && level.Level.Kind != LevelKind.Open && level.Level.Problem is null;

    static void Add(StringBuilder text, string title, IReadOnlyList<LevelStanding> levels)
    {
        var gold = levels.Count(l => l.State == LevelState.Gold);
        var plain = gold == 0 ? 0 : levels.Count(l => l is { State: LevelState.Passed, Level.HasMedals: false });
        text.Append("\n## ").Append(title).Append("\n\n");
        text.Append(levels.Count(l => l.IsPassed)).Append(levels.Count == 1 ? " level" : " levels").Append(" passed").Append(gold > 0 ? $", {gold} with gold" : "")
            .Append(plain == 0 ? "" : plain == 1 ? "; 1 has no medals" : $"; {plain} have no medals");
        text.Append(".\n\n");
        if (levels.DistinctBy(l => l.Level.ChapterTitle).Count() == 1 && Abilities(levels) is { Length: > 0 } abilities)
        {
            text.Append("What you can say now:\n\n").Append(abilities).Append('\n');
        }

        foreach (var level in levels.Where(l => l.IsPassed && !l.IsDone))
        {
            text.Append("- *").Append(level.Level.Title).Append("* has a medal left (").Append(level.Word).Append(" so far).\n");
        }

        text.Append('\n');
    }

    /// <summary>Of each passed level that teaches something the sentence that sums it up; without one, the ideas themselves. A list in Markdown, or empty.</summary>
    public static string Abilities(IEnumerable<LevelStanding> levels) => string.Concat(
        from standing in levels
        where standing.IsPassed && standing.Level.Level is { Teaches.IsEmpty: false }
        let level = standing.Level.Level!
        select $"- {level.Learned ?? $"*{level.Title}*: {string.Join(", ", level.Teaches.Select(Words.Idea))}."}\n");
}
