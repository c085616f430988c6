using Tutor.Core.Levels.Yaml;
using Tutor.Core.Memory;
using Tutor.Core.Predicates;
using Tutor.Core.Scoring;
using Tutor.Core.Text;

namespace Tutor.Core.Levels;

/// <summary>What the keys of a level of kind attack have to do with each other, and solutions with the kind of their level.</summary>
static class AttackChecks
{
    public static void Check(Level level, YamlNode root, NodeReader reader)
    {
        var solutions = NodeReader.Items(root, "solutions").Select(n => (Node: n, Painted: NodeReader.Find(n, "pages") as YamlSequence)).ToList();
        if (level.Attack is not { } attack)
        {
            foreach (var (_, painted) in solutions.Where(s => s.Painted is not null))
            {
                reader.Report(LevelCodes.NotForThisKind, painted!.Span with { Length = 0 }, "only the solutions of an attack level are paintings", "write 'skip: \"…\"' in the place of 'pages'");
            }

            foreach (var bound in Enum.GetValues<GoalTier>().Select(t => NodeReader.Find(NodeReader.Find(root, "goals"), t.Word()))
                .SelectMany(t => (t as YamlMapping)?.Entries ?? []).Where(e => e.Key.Value == Metric.PagesUsed))
            {
                reader.Report(LevelCodes.NotForThisKind, bound.Key.Span, $"'{Metric.PagesUsed}' counts what a player paints, and only an attack level is painted", "remove the bound");
            }

            return;
        }

        CheckAgainst(attack, solutions.Select(s => NodeReader.Text(s.Node, "id")).OfType<string>(), root, reader);
        foreach (var kind in (NodeReader.Find(NodeReader.Find(root, "attack"), "kinds") as YamlSequence)?.Items.OfType<YamlScalar>() ?? [])
        {
            if (CheckKind(kind, level.Kinds.All.Select(k => k.Name).Where(n => n != LevelAttack.Free), "no page kind is called", reader)
                && level.Kinds.Find(kind.Value) is { } row && (row.Zone is not (null or ZoneType.Normal) || row.Migratetype is not (null or Migratetype.Movable)))
            {
                reader.Report(LevelCodes.BadMap, kind.Span, $"'{kind.Value}' is never in a movable pageblock of zone normal, and that is all there is to paint on", "leave it out");
            }
        }

        foreach (var (node, painted) in solutions)
        {
            CheckSolution(level, attack, node, painted, reader);
        }
    }

    static void CheckAgainst(LevelAttack attack, IEnumerable<string> solutions, YamlNode root, NodeReader reader)
    {
        if (attack.Text is not null || attack.IsAgainstLast || NodeReader.Find(NodeReader.Find(root, "attack"), "against") is not YamlScalar against)
        {
            return;
        }

        var near = Suggestions.Nearest(against.Value, solutions.Concat(Revisions.All.Select(r => r.Id)).Append(LevelAttack.Last));
        reader.Report(LevelCodes.UnknownReference, against.Span, $"'{against.Value}' is no solution of this level with a predicate, no revision, and not 'last'",
            near is null || near == against.Value ? $"revisions are {string.Join(", ", Revisions.All.Select(r => r.Id))}" : $"did you mean '{near}'?");
    }

    static void CheckSolution(Level level, LevelAttack attack, YamlNode node, YamlSequence? painted, NodeReader reader)
    {
        if (painted is null)
        {
            if (NodeReader.Find(node, "skip") is not { } skip)
            {
                return;
            }

            if (NodeReader.Text(node, "id") != attack.Against)
            {
                reader.Report(LevelCodes.NotForThisKind, skip.Span with { Length = 0 }, "the solutions of an attack level are paintings; only the one that 'against' names is a predicate",
                    "write 'pages: [anon, …]' in the place of 'skip'");
            }
            else if (NodeReader.Find(node, "expect") is YamlScalar expect && Verdicts.Find(expect.Value) is { } verdict and not Verdict.None)
            {
                reader.Report(LevelCodes.NotForThisKind, expect.Span, $"the predicate that is attacked comes to no verdict, and is declared '{verdict.Word()}'", "write 'expect: none'");
            }

            return;
        }

        if (attack.IsAgainstLast)
        {
            reader.Report(LevelCodes.NotForThisKind, painted.Span with { Length = 0 }, "what the player wrote last is not known here: no painting can be played against it", "leave the solutions out, or name a predicate with 'against'");
            return;
        }

        var at = 0;
        foreach (var kind in painted.Items.OfType<YamlScalar>())
        {
            if (CheckKind(kind, attack.Kinds.Append(LevelAttack.Free), "this level does not offer the kind", reader)
                && level.Kinds.Find(kind.Value) is { Order: var order } && kind.Value != LevelAttack.Free)
            {
                var frames = 1 << order;
                at = (at + frames - 1) / frames * frames;
                at += frames;
            }
            else
            {
                at++;
            }
        }

        if (at > attack.Pages)
        {
            reader.Report(LevelCodes.BadMap, painted.Span with { Length = 0 }, $"these pages need {at} frames, and the memory has {attack.Pages}", "paint fewer, or raise 'pages' of 'attack'");
        }
    }

    static bool CheckKind(YamlScalar kind, IEnumerable<string> known, string problem, NodeReader reader)
    {
        var names = known.ToList();
        if (names.Contains(kind.Value))
        {
            return true;
        }

        var near = Suggestions.Nearest(kind.Value, names);
        reader.Report(LevelCodes.UnknownReference, kind.Span, $"{problem} '{kind.Value}'", near is null ? null : $"did you mean '{near}'?");
        return false;
    }
}
