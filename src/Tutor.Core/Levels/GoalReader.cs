using System.Collections.Immutable;
using Tutor.Core.Levels.Yaml;
using Tutor.Core.Scoring;
using Tutor.Core.Text;

namespace Tutor.Core.Levels;

/// <summary>Reads goals and misconceptions: bounds on metrics.</summary>
static class GoalReader
{
    public static ImmutableArray<Goal> Goals(YamlNode root, ImmutableArray<LevelMap> maps, NodeReader reader)
    {
        var goals = ImmutableArray.CreateBuilder<Goal>();
        foreach (var tier in Enum.GetValues<GoalTier>())
        {
            var bounds = NodeReader.Find(NodeReader.Find(root, "goals"), tier.Word()) as YamlMapping;
            foreach (var entry in bounds?.Entries ?? [])
            {
                if (Metric.FindGoal(entry.Key.Value) is { } metric)
                {
                    var onMap = OnMap(entry.Value, maps, reader);
                    goals.AddRange(BoundsOf(entry, reader).Select(bound => new Goal(tier, metric, bound, onMap)));
                }
            }
        }

        return goals.ToImmutable();
    }

    public static ImmutableArray<Misconception> Misconceptions(YamlNode root, NodeReader reader) =>
    [
        .. NodeReader.Items(root, "misconceptions").Select(node => new Misconception(
            NodeReader.Text(node, "id") ?? "", SignsOf(node, reader), LinkLabels.Of(NodeReader.Text(node, "say") ?? ""))
        {
            Uses = NodeReader.Texts(NodeReader.Find(node, "when"), "uses"),
        }),
    ];

    static ImmutableArray<MisconceptionSign> SignsOf(YamlNode node, NodeReader reader) =>
    [
        .. ((NodeReader.Find(node, "when") as YamlMapping)?.Entries ?? [])
            .Where(e => Metric.FindGoal(e.Key.Value) is not null)
            .SelectMany(e => BoundsOf(e, reader).Select(bound =>
                new MisconceptionSign(Metric.FindGoal(e.Key.Value)!, NodeReader.Text(e.Value, "of"), bound))),
    ];

    static List<Bound> BoundsOf(YamlEntry entry, NodeReader reader)
    {
        var found = new List<Bound>();
        foreach (var (key, side) in new[] { ("max", BoundSide.Max), ("min", BoundSide.Min) })
        {
            if (NodeReader.Text(entry.Value, key) is { } text && NodeReader.AmountOf(text) is { } amount)
            {
                found.Add(new Bound(side, amount.Amount, amount.IsPercent));
            }
        }

        if (found is [var most, var least] && most.IsPercent == least.IsPercent && least.Amount > most.Amount)
        {
            reader.Report(LevelCodes.NeverHappens, NodeReader.Find(entry.Value, "min")!.Span,
                $"no '{entry.Key.Value}' is at least {NodeReader.Text(entry.Value, "min")} and at most {NodeReader.Text(entry.Value, "max")}",
                "swap the two, or take one away");
        }

        return found;
    }

    static string? OnMap(YamlNode node, ImmutableArray<LevelMap> maps, NodeReader reader)
    {
        if (NodeReader.Find(node, "on") is not YamlScalar on)
        {
            return null;
        }

        if (!maps.IsEmpty && !maps.Any(m => m.Id == on.Value))
        {
            var near = Suggestions.Nearest(on.Value, maps.Select(m => m.Id));
            reader.Report(LevelCodes.UnknownReference, on.Span, $"this level has no map '{on.Value}'",
                near is null ? null : $"did you mean '{near}'?");
        }

        return on.Value;
    }
}
