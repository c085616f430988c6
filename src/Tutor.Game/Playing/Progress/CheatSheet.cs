using System.Text;
using Tutor.Core.Levels;
using Tutor.Core.Play;
using Tutor.Core.Predicates;
using Tutor.Core.Predicates.Binding;
using Tutor.Core.Text;

namespace Tutor.Game.Playing.Progress;

/// <summary>
/// What a player has behind them as a reference, in Markdown: of each passed level what it taught and their best
/// predicate, and the kernel's names that those use.
/// </summary>
static class CheatSheet
{
    /// <param name="history">Of a level, newest first.</param>
    public static string Markdown(string title, IEnumerable<LevelStanding> levels, Func<string, IReadOnlyList<Attempt>> history)
    {
        var text = new StringBuilder("# ").Append(title).Append(": what you know\n");
        var names = new SortedSet<string>(StringComparer.Ordinal);
        var isEmpty = true;
        foreach (var chapter in levels.Where(l => l.IsPassed).GroupBy(l => l.Level.ChapterTitle))
        {
            isEmpty = false;
            text.Append("\n## ").Append(chapter.Key).Append('\n');
            foreach (var level in chapter)
            {
                AddLevel(text, level, Tries.Read(history(level.Level.Id)), names);
            }
        }

        if (isEmpty)
        {
            text.Append("\nEach level that you pass adds what it taught, and your predicate.\n");
        }

        AddNames(text, names);
        return text.ToString();
    }

    static void AddLevel(StringBuilder text, LevelStanding level, IReadOnlyList<Try> tries, SortedSet<string> names)
    {
        text.Append("\n### ").Append(level.Level.Title).Append(" (").Append(level.Word).Append(")\n\n")
            .Append(TaughtBy(level.Level)).Append('\n');
        // What was watched or foretold is the level's predicate, not the player's; marks and paintings are none.
        if (level.Level.Kind.Row().HandsIn.Rules().Runs != RunPredicate.Players || Best(tries) is not { } best)
        {
            return;
        }

        text.Append("\n```c\n").Append(best.Attempt.Predicate.Trim()).Append("\n```\n");
        var predicate = Predicate.Compile(SourceText.From("predicate", best.Attempt.Predicate), PredicateScope.All).Predicate;
        names.UnionWith(predicate?.NamesUsed ?? []);
    }

    /// <summary>The highest medal, and of those the shortest.</summary>
    static Try? Best(IReadOnlyList<Try> tries) => tries.Where(t => t.IsPassed)
        .OrderByDescending(t => VerdictWords.Rank(t.Attempt.Verdict))
        .ThenBy(t => t.Metrics.GetValueOrDefault(Tries.Golf, t.Metrics.GetValueOrDefault("nodes", long.MaxValue)))
        .ThenBy(t => t.Number).FirstOrDefault();

    static string TaughtBy(CatalogEntry entry) => entry.Level is not { } level ? ""
        : level.Learned is { } learned ? learned
        : level.Teaches.IsEmpty ? "" : $"It taught: {string.Join(", ", level.Teaches.Select(Words.Idea))}.";

    static void AddNames(StringBuilder text, SortedSet<string> names)
    {
        if (names.Count == 0)
        {
            return;
        }

        text.Append("\n## The kernel's names that you used\n\n| name | what it says |\n|:--|:--|\n");
        foreach (var row in names.SelectMany(BuiltIns.Named).DistinctBy(r => r.Name))
        {
            text.Append("| `").Append(row.Name).Append("` | ").Append(row.Summary.Replace("|", "\\|", StringComparison.Ordinal)).Append(" |\n");
        }
    }
}
