using System.Globalization;
using System.Text;

namespace Tutor.Game.Playing.Progress;

/// <summary>What a player has behind them on a page, as Markdown: counts of what was kept, and what they can do now.</summary>
static class Certificate
{
    public static string Markdown(PlayedPack pack)
    {
        var levels = pack.Standings();
        var passed = levels.Where(l => l.IsPassed).ToList();
        if (passed.Count == 0)
        {
            return "# A certificate\n\nThere is nothing to certify yet: pass a level.\n";
        }

        var count = PackCount.Of(levels);
        var days = passed.SelectMany(l => pack.Progress.History(l.Level.Id)).Select(a => a.At.UtcDateTime.Date).ToList();
        var text = new StringBuilder("# ").Append(pack.Title).Append("\n\n");
        text.Append("Whoever holds this has passed **").Append(Count(count.Passed)).Append(" of ").Append(Count(count.ToPass)).Append(" levels**: ")
            .Append(Count(levels.Count(l => l.State == LevelState.Gold))).Append(" with gold, ").Append(Count(levels.Count(l => l.State == LevelState.Silver)))
            .Append(" with silver, ").Append(Count(passed.Count(l => Tries.IsFirstTry(pack.Progress.History(l.Level.Id))))).Append(" at the first try, ")
            .Append(days.Min() == days.Max() ? $"on {Day(days.Min())}" : $"from {Day(days.Min())} to {Day(days.Max())}").Append(".\n");
        foreach (var chapter in passed.GroupBy(l => l.Level.ChapterTitle))
        {
            if (ChapterEnd.Abilities(chapter) is { Length: > 0 } abilities)
            {
                text.Append("\n## ").Append(chapter.Key).Append("\n\n").Append(abilities);
            }
        }

        return text.Append("\nTutor counted this from the attempts that it kept, and signs nothing: whoever doubts it imports them, and runs every answer again.\n").ToString();
    }

    static string Count(int number) => Words.Count(number);

    static string Day(DateTime day) => day.ToString("d MMMM yyyy", CultureInfo.InvariantCulture);
}
