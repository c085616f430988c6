using System.Text;
using Tutor.Core.Levels;
using Tutor.Core.Play;
using Tutor.Core.Predicates;
using Tutor.Core.Predicates.Binding;
using Tutor.Core.Scoring;
using Tutor.Core.Text;

namespace Tutor.Game.Playing.Progress;

/// <summary>
/// The player's reply to the thread on the series, as Markdown: the test that they chose, what it calls pinned, what it
/// was measured at, and what it gives up. Every number is of a run of theirs.
/// </summary>
static class PlayerReply
{
    /// <summary>Recorded maps beside the level's own on which the test is measured.</summary>
    const int MostRecordings = 2;

    const string Stock = "stock";

    public static string Markdown(PlayedPack pack)
    {
        if (Chosen(pack) is not var (entry, text) || pack.Build(entry) is not { } prepared || Compile(text) is not { } mine)
        {
            return "# Your reply to the thread\n\nThere is nothing to reply with yet: it is put together from a test that you wrote and that passed its level, and from what it came to.\n";
        }

        var shown = prepared.Shown;
        var runs = new[] { (Ground: entry.Title, Map: shown) }.Concat(Recorded(pack, entry)).ToList();
        var reply = new StringBuilder("# Re: [PATCH] mm, compaction: Skip all non-migratable pages during scan\n\n");
        reply.Append("The question was which pin is meant. This is the test that I would stand behind; I wrote it for *").Append(entry.Title).Append("*:\n\n```c\n").Append(text.Trim()).Append("\n```\n\n");
        reply.Append("In words:\n\n```\n").Append(mine.InWords().TrimEnd()).Append("\n```\n");
        AddMeaning(reply, shown, mine);
        AddMeasured(reply, runs, mine);
        AddGivenUp(reply, runs, mine);
        AddCourse(reply, pack);
        return reply.ToString();
    }

    /// <summary>The last answer to the first open question; else the best one to the last level that was written and passed.</summary>
    static (CatalogEntry Entry, string Text)? Chosen(PlayedPack pack)
    {
        foreach (var entry in pack.Entries.Where(e => e.Kind == LevelKind.Open).Concat(pack.Entries.Where(e => e.Level is { } l && ReviewLevel.IsFor(l)).Reverse()))
        {
            var tries = Tries.Read(pack.Progress.History(entry.Id)).Where(t => entry.Kind == LevelKind.Open ? Compile(t.Attempt.Predicate) is not null : t.IsPassed).ToList();
            if (tries.OrderByDescending(t => VerdictWords.Rank(t.Attempt.Verdict)).ThenByDescending(t => t.Number).FirstOrDefault() is { } best)
            {
                return (entry, best.Attempt.Predicate);
            }
        }

        return null;
    }

    static IEnumerable<(string Ground, PreparedMap Map)> Recorded(PlayedPack pack, CatalogEntry chosen) =>
        from entry in pack.Entries.Where(e => e != chosen && e.Level?.Maps.Any(m => m.Recorded is not null) == true && pack.Best(e) is { IsPassed: true }).Take(MostRecordings)
        let prepared = pack.Build(entry)
        where prepared is not null
        select (entry.Title, prepared.Shown);

    static void AddMeaning(StringBuilder reply, PreparedMap map, Predicate mine)
    {
        var kinds = KindScore.Of(map.Map.Palette, map.Run(mine).ByState);
        reply.Append("\n## What it calls pinned\n\n");
        reply.Append("It skips ").Append(Listed(kinds.Where(k => k.SkippedPins + k.FalseSkips > 0).Select(k => k.Kind))).Append(".\n\n");
        reply.Append("It lets ").Append(Listed(kinds.Where(k => k.Migrated + k.Futile > 0).Select(k => k.Kind))).Append(" through.\n");
    }

    static void AddMeasured(StringBuilder reply, List<(string Ground, PreparedMap Map)> runs, Predicate mine)
    {
        reply.Append("\n## Measured\n\n| memory | test | migrated | futile | skipped pins | false skips |\n|:--|:--|--:|--:|--:|--:|\n");
        foreach (var (ground, map) in runs)
        {
            foreach (var (name, predicate) in new[] { ("mine", mine), (Stock, Revisions.Find(Stock) is { } stock ? Compile(stock.Expression) : null) })
            {
                if (predicate is not null)
                {
                    var m = map.Run(predicate).Metrics;
                    reply.Append("| ").Append(ground).Append(" | ").Append(name).Append(" | ")
                        .AppendJoin(" | ", new[] { m.Migrated, m.Futile, m.SkippedPins, m.FalseSkips }.Select(Words.Count)).Append(" |\n");
                }
            }
        }
    }

    static void AddGivenUp(StringBuilder reply, List<(string Ground, PreparedMap Map)> runs, Predicate mine)
    {
        reply.Append("\n## What I give up\n\n");
        var wrong = runs.SelectMany(r => KindScore.Of(r.Map.Map.Palette, r.Map.Run(mine).ByState).Select(k => (r.Ground, Kind: k)))
            .Where(k => k.Kind.Futile + k.Kind.FalseSkips > 0).ToList();
        if (wrong.Count == 0)
        {
            reply.Append("Nothing that these maps show: every page on them is decided rightly. They do not show whether another machine's are.\n");
        }

        foreach (var (ground, kind) in wrong)
        {
            reply.Append("- `").Append(kind.Kind).Append("` on *").Append(ground).Append("*: ");
            reply.Append(kind.Futile > 0 ? $"{Words.Pages(kind.Futile)} taken in vain" : "").Append(kind is { Futile: > 0, FalseSkips: > 0 } ? ", " : "")
                .Append(kind.FalseSkips > 0 ? $"{Words.Pages(kind.FalseSkips)} left that would have moved" : "").Append(".\n");
        }
    }

    static void AddCourse(StringBuilder reply, PlayedPack pack)
    {
        var passed = pack.Standings().Where(l => l.IsPassed).ToList();
        var firstTry = passed.Count(l => Tries.IsFirstTry(pack.Progress.History(l.Level.Id)));
        reply.Append("\n## How I came to it\n\n").Append(Words.Count(passed.Count)).Append(" of ").Append(Words.Count(PackCount.Of(pack.Standings()).ToPass))
            .Append(" levels of *").Append(pack.Title).Append("* passed, ").Append(Words.Count(firstTry)).Append(" of them at the first try. The numbers are Tutor's simulator's; it reproduces recordings of Linux 6.1 and 6.12.\n");
    }

    static string Listed(IEnumerable<string> kinds) => kinds.Select(k => $"`{k}`").ToList() is { Count: > 0 } list ? string.Join(", ", list) : "nothing";

    static Predicate? Compile(string text) => Predicate.Compile(SourceText.From("predicate", text), PredicateScope.All).Predicate;
}
