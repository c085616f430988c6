using System.Collections.Immutable;
using Tutor.Core.Scoring;
using Tutor.Core.Simulation;
using Xunit;

namespace Tutor.Core.Tests.Scoring;

public class MetricTests
{
    [Fact]
    public void Names_and_titles_are_unique_and_titles_fit_a_column()
    {
        Assert.Equal(Metric.All.Length, Metric.All.Select(m => m.Name).Distinct().Count());
        Assert.Equal(Metric.All.Length, Metric.All.Select(m => m.Title).Distinct().Count());
        Assert.All(Metric.All, m => Assert.InRange(m.Title.Length, 1, 15));
    }

    [Fact]
    public void A_part_names_a_metric_that_stands_before_it()
    {
        var names = Metric.All.Select(m => m.Name).ToList();
        Assert.All(Metric.All.Where(m => m.PartOf is not null), m => Assert.InRange(names.IndexOf(m.PartOf!), 0, names.IndexOf(m.Name) - 1));
    }

    [Fact]
    public void What_a_goal_may_bound_is_kept_and_may_be_foretold() =>
        Assert.All(Metric.Goals, m => Assert.True(Metric.Kept.Contains(m) && Metric.Predictable.Contains(m), m.Name));

    [Fact]
    public void A_goal_of_another_metric_is_not_found() => Assert.Null(Metric.FindGoal("batches"));

    [Fact]
    public void What_is_counted_by_kind_adds_up_to_the_run()
    {
        ImmutableArray<KindScore> kinds = [new("anon", 10, 4, 3, 2, 1), new("file", 20, 11, 0, 0, 9)];
        var run = new ScanMetrics { Candidates = 30, Isolated = 18, Migrated = 15, Futile = 3, SkippedPins = 2, FalseSkips = 10 };
        Assert.All(Metric.All.Where(m => m.CountOfKind is not null), m =>
        {
            Assert.Equal(m.Value(run), kinds.Sum(m.CountOfKind!));
            Assert.Equal(m.PopulationOf(run, new ScanMetrics()), kinds.Sum(m.PopulationOf));
        });
    }

    [Fact]
    public void Blame_falls_only_on_wrong_answers() =>
        Assert.All(Metric.All.SelectMany(m => m.Blame.TooMany.Concat(m.Blame.TooFew)),
            v => Assert.True(v is PageVerdict.Futile or PageVerdict.FalseSkip));

    [Fact]
    public void Every_verdict_and_every_medal_has_a_word_that_is_found_again()
    {
        Assert.All(Enum.GetValues<Verdict>(), v => Assert.Equal(v, Verdicts.Find(v.Word())));
        Assert.All(Enum.GetValues<GoalTier>(), t => Assert.Equal(t.AsVerdict(), Verdicts.Find(t.Word())));
    }

    [Fact]
    public void The_reference_page_is_what_the_table_says() =>
        Golden.Check(Path.Combine("content", "reference", "metrics.md"), MetricsPage.Text());
}
