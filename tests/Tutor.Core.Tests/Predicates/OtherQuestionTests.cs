using Tutor.Core.Memory;
using Tutor.Core.Predicates;
using Xunit;
using static Tutor.Core.Tests.Predicates.Compiling;

namespace Tutor.Core.Tests.Predicates;

public sealed class OtherQuestionTests
{
    [Theory]
    [InlineData("folio_ref_count(folio) == folio_expected_ref_count(folio) + 1")]
    [InlineData("!(folio_ref_count(folio) - folio_expected_refs(mapping, folio) > folio_mapcount(folio))")]
    [InlineData("static bool can_go(struct folio *folio) { return folio_ref_count(folio) - folio_mapcount(folio) <= 1 + (folio_test_anon(folio) ? 0 : 1); }")]
    public void A_text_that_says_what_may_move_is_recognised(string text) => Assert.True(OtherQuestion.IsAnsweredBy(Compile(text)));

    [Fact]
    public void No_revision_is_taken_for_its_negation() => Assert.DoesNotContain(Revisions.All, r => OtherQuestion.IsAnsweredBy(r.Compile()));

    [Theory]
    [InlineData("true")]
    [InlineData("false")]
    public void Neither_everything_nor_nothing_is_the_other_question(string text) => Assert.False(OtherQuestion.IsAnsweredBy(Compile(text)));

    [Theory]
    [InlineData("folio_ref_count(folio) > 2 && mapping")]
    [InlineData("static bool stuck(struct folio *folio, struct address_space *mapping, int *extra, int unread) { *extra = 2; return mapping && folio_ref_count(folio) > *extra; }")]
    public void A_negation_says_the_opposite_of_every_page(string text)
    {
        var (predicate, negation) = (Compile(text), Compile(Compile(text).Negated()));
        Assert.All(OtherQuestion.Pages, page => Assert.NotEqual(predicate.Ask(page, Control), negation.Ask(page, Control)));
    }

    [Fact]
    public void The_sample_has_pages_of_both_sorts()
    {
        Assert.Contains(OtherQuestion.Pages, p => Migration.MovableNow(p, Control));
        Assert.Contains(OtherQuestion.Pages, p => !Migration.MovableNow(p, Control));
    }

    [Fact]
    public void A_count_skips_everything() => Assert.True(OtherQuestion.SkipsEverything(Compile("folio_expected_refs(mapping, folio)")));

    [Theory]
    [InlineData(0, 10, 5, 0, true)]
    [InlineData(0, 10, 0, 0, false)]
    [InlineData(10, 0, 0, 5, false)]
    [InlineData(4, 10, 2, 3, false)]
    public void The_counts_of_a_run_tell(long migrated, long falseSkips, long futile, long skippedPins, bool isOther) =>
        Assert.Equal(isOther, OtherQuestion.IsAnswered(migrated, falseSkips, futile, skippedPins));
}
