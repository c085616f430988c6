using System.Text;
using Tutor.Core.Dumps;
using Tutor.Core.Play;
using Tutor.Core.Predicates;
using Tutor.Core.Predicates.Binding;
using Tutor.Core.Scoring;
using Tutor.Core.Text;

namespace Tutor.Game.Playing;

/// <summary>
/// What is read after a pass, as Markdown: the author's words on why it was right and what it cannot know, then what
/// this predicate did by kind of page, and who else has ever decided alike.
/// </summary>
static class AfterPass
{
    /// <param name="shown">The run on the shown map; null where none can be shown.</param>
    /// <param name="scope">The names that the player has met. A predicate with any other name is left out.</param>
    /// <param name="met">Ids of the revisions that the player has met. Other revisions are left out.</param>
    /// <param name="isOwn">The predicate is the player's. Otherwise it is the level's, which the player watched or foretold.</param>
    /// <param name="isGiven">The level gave the predicate, and the player painted a memory against it: the list of others who decide like it would say nothing about the player.</param>
    /// <param name="toWrong">What goes to a wrong page: a key, or a command.</param>
    /// <param name="toCompare">What shows where predicates differ.</param>
    public static string Text(string afterwards, MapRun? shown, Predicate? predicate, PredicateScope scope, HashSet<string> met, string toWrong, string toCompare, bool isOwn, bool isGiven)
    {
        var text = new StringBuilder(afterwards).Append('\n');
        if (shown is not null && predicate is not null)
        {
            AddKinds(text, shown.ByKind, toWrong, isOwn);
            if (isGiven)
            {
                return text.ToString();
            }

            var others = Revisions.Texts.Where(r => met.Contains(r.Id) && IsMet(r.Expression, scope)).Select(r => (r.Title, r.Expression));
            AddRelatives(text, new Comparison(shown.Map.Map, shown.Map.Settings.Control, predicate, shown.Result, others), toCompare);
        }

        return text.ToString();
    }

    /// <summary>The same for a level about a page dump: the account of the dump's references.</summary>
    public static string Text(string afterwards, DumpReading dump)
    {
        var text = new StringBuilder(afterwards).Append("\n\n## Its account\n\n");
        foreach (var row in dump.Accounted)
        {
            text.Append("- ").Append(DumpCard.WordOf(row.Holder).Replace('_', ' ')).Append(": ").Append(Words.Count(row.References))
                .Append(row.IsCertain ? "\n" : ", or as many plain references\n");
        }

        if (dump.Unexplained is > 0 and var rest)
        {
            text.Append("- left over: ").Append(Words.Count(rest)).Append('\n');
        }

        return text.Append("\nWould it move now? ").Append(dump.Because).Append('\n').ToString();
    }

    /// <summary>Whether this level or an earlier one lends every name in the text.</summary>
    static bool IsMet(string text, PredicateScope scope) =>
        Predicate.Compile(SourceText.From("predicate", text), PredicateScope.All).Predicate is { } predicate
        && predicate.NamesUsed.All(name => BuiltIns.Named(name).Any(scope.Contains));

    static void AddKinds(StringBuilder text, IReadOnlyList<KindScore> kinds, string toWrong, bool isOwn)
    {
        text.Append("\n## What it did on the shown map\n\n| page kind | migrated | futile | skipped pins | false skips |\n|:--|--:|--:|--:|--:|\n");
        foreach (var kind in kinds)
        {
            text.Append("| `").Append(kind.Kind).Append("` | ").AppendJoin(" | ",
                new[] { kind.Migrated, kind.Futile, kind.SkippedPins, kind.FalseSkips }.Select(n => n == 0 ? "" : Words.Count(n))).Append(" |\n");
        }

        var wrong = kinds.Sum(k => k.Futile + k.FalseSkips);
        var it = isOwn ? "It" : "The test";
        text.Append('\n').Append(wrong == 0 ? $"{it} is right about every page of this map."
            : $"{it} is {(isOwn ? "still " : "")}wrong about {Words.Pages(wrong)}: {string.Join(", ", kinds.Where(k => k.Futile + k.FalseSkips > 0).Select(k => $"{Words.Count(k.Futile + k.FalseSkips)} of `{k.Kind}`"))}; {toWrong} in the level goes to them one by one.").Append('\n');
    }

    /// <summary>Revisions that give the same answer as the player's predicate on every candidate of the map.</summary>
    static void AddRelatives(StringBuilder text, Comparison comparison, string toCompare)
    {
        var alike = comparison.Others.Where(o => o.Differ == 0).Select(o => o.Title).ToHashSet();
        var list = Revisions.Texts.Where(k => alike.Contains(k.Title)).ToList();
        if (list.Count == 0)
        {
            return;
        }

        text.Append("\n## Who else decides like this here\n\n");
        foreach (var known in list)
        {
            text.Append("- **").Append(known.Title).Append("**: ").Append(known.Source).Append('\n');
        }

        text.Append("\nAlike on this map; ").Append(toCompare).Append(" in the level shows where others differ.\n");
    }
}
