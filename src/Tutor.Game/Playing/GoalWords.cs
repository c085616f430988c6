using System.Globalization;
using Tutor.Core.Levels;
using Tutor.Core.Play;
using Tutor.Core.Scoring;
using Tutor.Core.Simulation;

namespace Tutor.Game.Playing;

/// <summary>Metrics, bounds and goals in words.</summary>
static class GoalWords
{
    /// <summary>The title of a metric, by its stored name. An unknown name of an older version is shown as it is.</summary>
    /// <param name="golf">The word for what golf counts on this level, or null.</param>
    public static string NameOf(string metric, string? golf = null) => metric == KeptMetrics.Golf ? golf ?? metric
        : Metric.Find(metric)?.Title ?? metric.Replace('_', ' ');

    /// <summary>The value that a goal was compared with, in the unit of its bound: <c>6.2%</c>, <c>1,024</c>.</summary>
    public static string Value(GoalResult result) => result.Goal.Bound.IsPercent && result.Population > 0
        ? string.Create(CultureInfo.InvariantCulture, $"{100.0 * result.Value / result.Population:0.##}%")
        : Words.Count(result.Value);

    /// <summary>How much is missing or to spare; empty where the value is just at the bound.</summary>
    public static string Margin(GoalResult result)
    {
        var spare = result.Goal.Bound.Side switch
        {
            BoundSide.Max => result.Limit - result.Value,
            BoundSide.Min => result.Value - result.Limit,
        };
        return spare switch
        {
            < 0 => $"{Words.Count(-spare)} {TooMuch(result.Goal.Bound.Side)}",
            > 0 => $"{Words.Count(spare)} to spare",
            _ => "",
        };
    }

    /// <summary>The map that decided the goal; null if it is the map that is drawn.</summary>
    /// <param name="withSeed">With the seed, where the map has one.</param>
    public static string? Where(GoalResult result, LevelRunResult run, bool withSeed = true) => IsOnShown(result, run) ? null
        : withSeed && result.Seed is { } seed ? string.Create(CultureInfo.InvariantCulture, $"map {result.Map}, seed {seed}") : $"map {result.Map}";

    /// <summary>Whether the goal is missed although the drawn map alone would meet it.</summary>
    public static bool IsMissedElsewhere(GoalResult result, MapRun drawn)
    {
        var (goal, metrics) = (result.Goal, drawn.Result.Metrics);
        return !result.IsMet && goal.Bound.IsMetBy(goal.Metric.Value(metrics), goal.Metric.PopulationOf(metrics, drawn.Map.Perfect));
    }

    /// <summary>A bound in words: <c>at most 2%</c>.</summary>
    public static string Spoken(Bound bound) => $"{SideWord(bound.Side)} {(bound.IsPercent ? Amount(bound) : Words.Count(bound.Amount))}";

    /// <summary>A goal's bound in words, with what its per cent is a part of: <c>at most 2% of those that cannot move</c>.</summary>
    public static string Spoken(Goal goal)
    {
        var of = goal.Bound.IsPercent ? Of(goal.Metric.Population) : "";
        return of.Length == 0 ? Spoken(goal.Bound) : $"{Spoken(goal.Bound)} {of}";
    }

    /// <summary>The cost of a run by the price model, and the budget that it had.</summary>
    public static string OfBudget(ScanMetrics counts, long budget) => $"{Words.Time(counts.CostNs)} of {Words.Time(budget)}";

    /// <summary>The number of a bound, without its side: <c>2%</c>.</summary>
    public static string Amount(Bound bound) => bound.IsPercent
        ? string.Create(CultureInfo.InvariantCulture, $"{bound.Amount / 100m:0.##}%")
        : bound.Amount.ToString(CultureInfo.InvariantCulture);

    /// <summary>The goals of a level, one line a medal: <c>gold: futile at least 1, pages used at most 1</c>.</summary>
    public static IEnumerable<string> Asked(Level level) => level.Goals.GroupBy(g => g.Tier)
        .Select(tier => $"{tier.Key.Word()}: {string.Join(", ", tier.Select(g => $"{g.Metric.Title} {Spoken(g.Bound)}"))}");

    /// <summary>A goal that was missed, in a sentence without its full stop: what it is, where, and what it should be.</summary>
    public static string Missed(GoalResult result, LevelRunResult run) =>
        $"{result.Goal.Metric.Title} is {Value(result)}{(Where(result, run, withSeed: false) is { } where ? $" on {where}" : "")}; "
        + $"the goal is {Spoken(result.Goal)}";

    static bool IsOnShown(GoalResult result, LevelRunResult run) =>
        run.Shown?.Map is { } shown && result.Map == shown.Id && result.Seed == shown.Seed;

    static string SideWord(BoundSide side) => side switch
    {
        BoundSide.Max => "at most",
        BoundSide.Min => "at least",
    };

    static string Of(MetricPopulation population) => population switch
    {
        MetricPopulation.Candidates => "of the pages that were asked about",
        MetricPopulation.Movable => "of those that can move",
        MetricPopulation.Unmovable => "of those that cannot move",
        MetricPopulation.Perfect => "of what the perfect predicate reaches",
        MetricPopulation.Nothing => "",
    };

    /// <summary>What the per cents of goals are parts of, a metric a line, in the few words that a narrow pane has room for.</summary>
    public static IEnumerable<string> Bases(IEnumerable<Goal> goals) =>
        goals.Where(g => g.Bound.IsPercent).Select(g => g.Metric).Distinct().Select(m => $"{m.Title}: % {ShortBase(m.Population)}");

    static string ShortBase(MetricPopulation population) => population switch
    {
        MetricPopulation.Candidates => "of all that were asked about",
        MetricPopulation.Movable => "of what can move",
        MetricPopulation.Unmovable => "of what cannot move",
        MetricPopulation.Perfect => "of what perfect reaches",
        MetricPopulation.Nothing => "",
    };

    static string TooMuch(BoundSide side) => side switch
    {
        BoundSide.Max => "too many",
        BoundSide.Min => "missing",
    };
}
