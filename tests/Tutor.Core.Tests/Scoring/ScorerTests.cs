using System.Collections.Immutable;
using Tutor.Core.Scoring;
using Tutor.Core.Simulation;
using Xunit;

namespace Tutor.Core.Tests.Scoring;

public class ScorerTests
{
    static readonly Metric Futile = Metric.Find("futile")!;
    static readonly Metric FalseSkips = Metric.Find("false_skips")!;

    [Fact]
    public void Every_map_must_meet_every_bound()
    {
        var card = Scorer.Score([AtMost(GoalTier.Pass, Futile, 5)], [Run("a", futile: 5), Run("b", futile: 6)]);
        Assert.Equal(Verdict.Fail, card.Verdict);
    }

    [Fact]
    public void The_worst_map_is_named()
    {
        var card = Scorer.Score([AtMost(GoalTier.Pass, Futile, 5)],
            [Run("a", futile: 6), Run("b", futile: 9), Run("c", futile: 7)]);
        Assert.Equal(("b", 9L), (card.Goals[0].Map, card.Goals[0].Value));
    }

    [Fact]
    public void A_bound_on_one_map_lets_the_others_be()
    {
        var goal = AtMost(GoalTier.Pass, Futile, 5) with { OnMap = "a" };
        Assert.Equal(Verdict.Pass, Scorer.Score([goal], [Run("a", futile: 5), Run("b", futile: 6)]).Verdict);
    }

    [Fact]
    public void Gold_is_not_given_to_a_run_that_misses_a_bound_of_pass()
    {
        ImmutableArray<Goal> goals = [AtMost(GoalTier.Pass, Futile, 5), AtMost(GoalTier.Gold, FalseSkips, 0)];
        Assert.Equal(Verdict.Fail, Scorer.Score(goals, [Run("a", futile: 6)]).Verdict);
    }

    [Theory]
    [InlineData(0, Verdict.Gold)]
    [InlineData(3, Verdict.Silver)]
    [InlineData(4, Verdict.Pass)]
    [InlineData(6, Verdict.Fail)]
    public void The_best_tier_that_is_met_is_the_verdict(long futile, Verdict verdict)
    {
        ImmutableArray<Goal> goals =
        [
            AtMost(GoalTier.Pass, Futile, 5), AtMost(GoalTier.Silver, Futile, 3), AtMost(GoalTier.Gold, Futile, 0),
        ];
        Assert.Equal(verdict, Scorer.Score(goals, [Run("a", futile)]).Verdict);
    }

    [Fact]
    public void Without_goals_nothing_is_judged() =>
        Assert.Equal(Verdict.None, Scorer.Score([], [Run("a", futile: 1)]).Verdict);

    [Theory]
    [InlineData(MetricPopulation.Candidates, 10)]
    [InlineData(MetricPopulation.Movable, 7)]
    [InlineData(MetricPopulation.Unmovable, 3)]
    [InlineData(MetricPopulation.Nothing, 0)]
    public void A_population_is_counted_in_the_run_itself(MetricPopulation population, long pages)
    {
        var run = new ScanMetrics { Candidates = 10, Migrated = 4, FalseSkips = 3, Futile = 2, SkippedPins = 1 };
        Assert.All(Metric.All.Where(m => m.Population == population), m => Assert.Equal(pages, m.PopulationOf(run, new ScanMetrics { Candidates = 99 })));
    }

    [Fact]
    public void What_has_no_population_in_the_run_is_held_against_the_perfect_one()
    {
        var perfect = new ScanMetrics { BlocksFreed = 7, CostNs = 8, LruLocks = 9, Batches = 5, CompactMigrateScanned = 6 };
        Assert.All(Metric.All.Where(m => m.Population == MetricPopulation.Perfect), m => Assert.Equal(m.Value(perfect), m.PopulationOf(new ScanMetrics(), perfect)));
    }

    static Goal AtMost(GoalTier tier, Metric metric, long most) =>
        new(tier, metric, Bound.Number(BoundSide.Max, most));

    static ScoredRun Run(string map, long futile) =>
        new(map, 1, new ScanMetrics { Futile = futile, Candidates = 100 }, new ScanMetrics());
}
