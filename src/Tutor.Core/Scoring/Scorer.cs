using System.Collections.Immutable;

namespace Tutor.Core.Scoring;

/// <summary>Holds runs against goals. Every map and every seed must meet every bound; the worst decides.</summary>
static class Scorer
{
    /// <summary>
    /// The verdict of these runs. A tier is reached when its own bounds and those of the tiers below are all met;
    /// tiers without bounds of their own are not given. Without any goal the verdict is <see cref="Verdict.None"/>.
    /// </summary>
    /// <param name="runs">At least one for each map that a goal names; a goal without a run is left out.</param>
    public static ScoreCard Score(ImmutableArray<Goal> goals, IReadOnlyCollection<ScoredRun> runs)
    {
        var results = goals
            .Select(goal => Worst(goal, runs))
            .OfType<GoalResult>()
            .ToImmutableArray();
        var verdict = results.IsEmpty ? Verdict.None : Verdict.Fail;
        foreach (var tier in Enum.GetValues<GoalTier>())
        {
            var ofTier = results.Where(r => r.Goal.Tier == tier).ToList();
            if (ofTier.Exists(r => !r.IsMet))
            {
                break;
            }

            if (ofTier.Count > 0)
            {
                verdict = tier.AsVerdict();
            }
        }

        return new ScoreCard(verdict, results);
    }

    static GoalResult? Worst(Goal goal, IReadOnlyCollection<ScoredRun> runs)
    {
        GoalResult? worst = null;
        foreach (var run in runs.Where(r => goal.OnMap is null || r.Map == goal.OnMap))
        {
            var value = goal.Metric.Value(run.Metrics);
            var population = goal.Metric.PopulationOf(run.Metrics, run.Perfect);
            if (worst is null || goal.Bound.IsTighter((value, population), (worst.Value, worst.Population)))
            {
                worst = new GoalResult(goal, run.Map, run.Seed, value, population,
                    goal.Bound.IsMetBy(value, population));
            }
        }

        return worst;
    }
}
