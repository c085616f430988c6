using CsCheck;
using Tutor.Core.Scoring;
using Xunit;

namespace Tutor.Core.Tests.Scoring;

public class BoundTests
{
    [Theory]
    [InlineData(200, 2, 100, true)]
    [InlineData(200, 3, 100, false)]
    [InlineData(150, 1, 67, true)]
    [InlineData(150, 1, 66, false)]
    [InlineData(0, 0, 9, true)]
    [InlineData(0, 1, 9, false)]
    public void A_maximum_in_per_cent_is_compared_exactly(long hundredths, long value, long population, bool met) =>
        Assert.Equal(met, Bound.Percent(BoundSide.Max, hundredths).IsMetBy(value, population));

    [Theory]
    [InlineData(9900, 99, 100, true)]
    [InlineData(9900, 98, 100, false)]
    [InlineData(5000, 1, 3, false)]
    [InlineData(5000, 2, 3, true)]
    public void A_minimum_in_per_cent_is_compared_exactly(long hundredths, long value, long population, bool met) =>
        Assert.Equal(met, Bound.Percent(BoundSide.Min, hundredths).IsMetBy(value, population));

    [Fact]
    public void An_empty_population_meets_every_bound_in_per_cent() =>
        Assert.True(Bound.Percent(BoundSide.Min, 10_000).IsMetBy(0, 0));

    [Fact]
    public void A_number_does_not_ask_for_the_population() =>
        Assert.False(Bound.Number(BoundSide.Min, 1).IsMetBy(0, 0));

    [Fact]
    public void A_population_of_a_tebibyte_does_not_overflow() =>
        Assert.True(Bound.Percent(BoundSide.Max, 10_000).IsMetBy(long.MaxValue / 2, long.MaxValue / 2));

    [Fact]
    public void The_limit_is_the_last_value_that_meets_the_bound() =>
        Gen.Select(Gen.Bool, Gen.Long[0, 10_000], Gen.Long[1, 1_000_000]).Sample((isMax, hundredths, population) =>
        {
            var bound = Bound.Percent(isMax ? BoundSide.Max : BoundSide.Min, hundredths);
            var limit = bound.Limit(population);
            var beyond = isMax ? limit + 1 : limit - 1;
            return bound.IsMetBy(limit, population) && !bound.IsMetBy(beyond, population);
        });

    [Fact]
    public void Shares_decide_which_of_two_runs_is_worse()
    {
        var bound = Bound.Percent(BoundSide.Max, 100);
        Assert.True(bound.IsTighter((2, 10), (3, 100)));
        Assert.False(bound.IsTighter((3, 100), (2, 10)));
    }

    [Fact]
    public void A_run_without_population_is_never_the_worse_one()
    {
        var bound = Bound.Percent(BoundSide.Min, 100);
        Assert.False(bound.IsTighter((0, 0), (5, 5)));
        Assert.True(bound.IsTighter((5, 5), (0, 0)));
    }

    [Theory]
    [InlineData(200, true, "max 2%")]
    [InlineData(150, true, "max 1.5%")]
    [InlineData(200, false, "max 200")]
    public void A_bound_is_written_as_in_a_level_file(long amount, bool isPercent, string text) =>
        Assert.Equal(text, new Bound(BoundSide.Max, amount, isPercent).ToString());
}
