using System.Collections.Immutable;
using Tutor.Core.Scoring;
using Tutor.Core.Simulation;
using Xunit;

namespace Tutor.Core.Tests.Scoring;

public class MisconceptionTests
{
    static readonly Misconception AnyReferenceIsAPin = new("any-ref-is-a-pin",
        [new MisconceptionSign(Metric.Find("false_skips")!, "anon", Bound.Percent(BoundSide.Min, 5000))], "…");

    [Fact]
    public void It_shows_where_half_of_the_kind_is_skipped_by_mistake() =>
        Assert.True(ShowsIn(AnyReferenceIsAPin, [Anon(migrated: 5, falseSkips: 5)]));

    [Fact]
    public void It_does_not_show_below_its_bound() =>
        Assert.False(ShowsIn(AnyReferenceIsAPin, [Anon(migrated: 6, falseSkips: 5)]));

    [Fact]
    public void It_does_not_show_on_another_kind() =>
        Assert.False(ShowsIn(AnyReferenceIsAPin, [Anon(migrated: 0, falseSkips: 9) with { Kind = "file" }]));

    [Fact]
    public void It_does_not_show_where_there_is_no_page_of_its_kind() =>
        Assert.False(ShowsIn(AnyReferenceIsAPin, []));

    [Fact]
    public void Every_sign_must_show()
    {
        var both = AnyReferenceIsAPin with
        {
            Signs = [.. AnyReferenceIsAPin.Signs,
                new MisconceptionSign(Metric.Find("futile")!, null, Bound.Number(BoundSide.Min, 1))],
        };
        Assert.False(ShowsIn(both, [Anon(migrated: 5, falseSkips: 5)]));
    }

    [Fact]
    public void A_sign_of_the_whole_map_may_be_of_what_is_not_counted_by_kind()
    {
        var tooManyLocks = new Misconception("one-lock-a-page",
            [new MisconceptionSign(Metric.Find("lru_locks")!, null, Bound.Percent(BoundSide.Min, 20_000))], "…");
        var perfect = new ScanMetrics { LruLocks = 10 };
        Assert.True(tooManyLocks.ShowsIn(new ScanMetrics { LruLocks = 20 }, perfect, []));
        Assert.False(tooManyLocks.ShowsIn(new ScanMetrics { LruLocks = 19 }, perfect, []));
    }

    static bool ShowsIn(Misconception misconception, ImmutableArray<KindScore> byKind) =>
        misconception.ShowsIn(new ScanMetrics { Candidates = byKind.Sum(k => k.Candidates) }, new ScanMetrics(), byKind);

    static KindScore Anon(long migrated, long falseSkips) =>
        new("anon", migrated + falseSkips, migrated, 0, 0, falseSkips);
}
