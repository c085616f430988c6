using Tutor.Core.Scoring;
using Xunit;

namespace Tutor.Core.Tests.Scoring;

public class MisconceptionTests
{
    static readonly Misconception AnyReferenceIsAPin = new("any-ref-is-a-pin",
        [new MisconceptionSign(Metric.Find("false_skips")!, "anon", Bound.Percent(BoundSide.Min, 5000))], "…");

    [Fact]
    public void It_shows_where_half_of_the_kind_is_skipped_by_mistake() =>
        Assert.True(AnyReferenceIsAPin.ShowsIn([Anon(migrated: 5, falseSkips: 5)]));

    [Fact]
    public void It_does_not_show_below_its_bound() =>
        Assert.False(AnyReferenceIsAPin.ShowsIn([Anon(migrated: 6, falseSkips: 5)]));

    [Fact]
    public void It_does_not_show_on_another_kind() =>
        Assert.False(AnyReferenceIsAPin.ShowsIn([Anon(migrated: 0, falseSkips: 9) with { Kind = "file" }]));

    [Fact]
    public void It_does_not_show_where_there_is_no_page_of_its_kind() =>
        Assert.False(AnyReferenceIsAPin.ShowsIn([]));

    [Fact]
    public void Every_sign_must_show()
    {
        var both = AnyReferenceIsAPin with
        {
            Signs = [.. AnyReferenceIsAPin.Signs,
                new MisconceptionSign(Metric.Find("futile")!, null, Bound.Number(BoundSide.Min, 1))],
        };
        Assert.False(both.ShowsIn([Anon(migrated: 5, falseSkips: 5)]));
    }

    static KindScore Anon(long migrated, long falseSkips) =>
        new("anon", migrated + falseSkips, migrated, 0, 0, falseSkips);
}
