using System.Text;
using Tutor.Core.Memory;
using Tutor.Core.Predicates;
using Tutor.Core.Scoring;
using Tutor.Core.Text;

namespace Tutor.Tui.Presentation;

/// <summary>
/// What is read after a pass, as Markdown: the author's words on why it was right and what it cannot know, then what
/// this predicate did by kind of page, and who else has ever decided alike.
/// </summary>
static class AfterPass
{
    public static string Text(string verdict, string afterwards, MemoryMap map, CompactControl control, Scoring scoring)
    {
        var text = new StringBuilder().Append("# ").Append(Medals.Word(verdict)).Append("\n\n").Append(afterwards).Append('\n');
        if (scoring is { Predicate: { } predicate, Result: { } result })
        {
            AddKinds(text, KindScore.Of(map.Palette, result.ByState));
            AddRelatives(text, map, control, predicate, [.. result.ByState.Select(c => c.Candidates > 0)]);
        }

        return text.ToString();
    }

    static void AddKinds(StringBuilder text, IReadOnlyList<KindScore> kinds)
    {
        text.Append("\n## What it did on the shown map\n\n| page kind | migrated | futile | skipped pins | false skips |\n|:--|--:|--:|--:|--:|\n");
        foreach (var kind in kinds)
        {
            text.Append("| `").Append(kind.Kind).Append("` | ").AppendJoin(" | ",
                new[] { kind.Migrated, kind.Futile, kind.SkippedPins, kind.FalseSkips }.Select(n => n == 0 ? "" : Words.Count(n))).Append(" |\n");
        }

        var wrong = kinds.Sum(k => k.Futile + k.FalseSkips);
        text.Append('\n').Append(wrong == 0 ? "It is right about every page of this map."
            : $"It is still wrong about {Words.Pages(wrong)}; F6 in the level goes to them one by one.").Append('\n');
    }

    /// <summary>Predicates of the story that give the same answer on every candidate of the map.</summary>
    static void AddRelatives(StringBuilder text, MemoryMap map, CompactControl control, Predicate predicate, bool[] isAsked)
    {
        var mine = predicate.Answer(map.Palette, control);
        var alike = from known in KnownPredicates.All
                    let other = Predicate.Compile(SourceText.From("predicate", known.Expression), PredicateScope.All).Predicate
                    where other is not null
                    let answers = other.Answer(map.Palette, control)
                    where Enumerable.Range(0, isAsked.Length).All(id => !isAsked[id] || mine[id] == answers[id])
                    select known;
        var list = alike.ToList();
        if (list.Count == 0)
        {
            return;
        }

        text.Append("\n## Who else decides like this here\n\n");
        foreach (var known in list)
        {
            text.Append("- **").Append(known.Title).Append("**: ").Append(known.Source).Append('\n');
        }

        text.Append("\nAlike on this map; F8 in the level shows where others differ.\n");
    }
}
