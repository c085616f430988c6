using Tutor.Core.Play;
using Tutor.Core.Scoring;
using Tutor.Core.Tests.Support;
using Tutor.Core.Text;
using Xunit;

namespace Tutor.Core.Tests.Play;

/// <summary>A level that is met again: other maps, the same goals, nothing said.</summary>
public class ReviewLevelTests
{
    static readonly DateOnly Day = new(2026, 12, 1);

    public static TheoryData<string> Levels => [.. BuiltInPack.Catalog.Entries.Where(e => e.Level is { } l && ReviewLevel.IsFor(l)).Select(e => e.Id)];

    [Theory]
    [MemberData(nameof(Levels))]
    public void What_won_the_level_passes_its_review(string id)
    {
        var entry = BuiltInPack.Catalog.Find(ReviewLevel.IdOf(Day, id))!;
        var problems = new DiagnosticBag();
        var prepared = PreparedLevel.Prepare(entry.Level!, new BuiltInPack(), problems, lentBefore: BuiltInPack.Catalog.LentBefore);
        Assert.Equal("", string.Concat(problems.ToImmutable().Select(DiagnosticFormatter.Format)));
        Assert.Contains(entry.Level!.Solutions, s => s.Expect.IsPass() && LevelRun.Run(prepared!, s).IsPassed);
    }

    [Theory]
    [MemberData(nameof(Levels))]
    public void A_review_has_other_maps_and_says_nothing_of_what_is_asked(string id)
    {
        var level = BuiltInPack.Catalog.Find(id)!.Level!;
        var again = BuiltInPack.Catalog.Find(ReviewLevel.IdOf(Day, id))!.Level!;
        Assert.All(level.Maps.Zip(again.Maps).Where(m => m.First.Recipe is not null), m => Assert.Empty(m.First.Seeds.Intersect(m.Second.Seeds)));
        Assert.DoesNotContain(level.Brief.Trim(), again.Brief, StringComparison.Ordinal);
        Assert.Null(again.Lesson);
    }

    [Fact]
    public void Another_day_brings_other_maps() => Assert.NotEqual(
        BuiltInPack.Catalog.Find(ReviewLevel.IdOf(Day, "guest-memory"))!.Level!.Maps[0].Seeds,
        BuiltInPack.Catalog.Find(ReviewLevel.IdOf(Day.AddDays(1), "guest-memory"))!.Level!.Maps[0].Seeds);

    [Fact]
    public void A_review_lends_what_its_level_lends() =>
        Assert.Equal(BuiltInPack.Catalog.LentBefore("guest-memory"), BuiltInPack.Catalog.LentBefore(ReviewLevel.IdOf(Day, "guest-memory")));

    [Theory]
    [InlineData("review-2026-12-01-first-scan")]
    [InlineData("review-2026-12-01-no-such-level")]
    [InlineData("review-2026-13-01-guest-memory")]
    [InlineData("review-")]
    public void What_cannot_be_met_again_is_no_level(string id) => Assert.Null(BuiltInPack.Catalog.Find(id));
}
