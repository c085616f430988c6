using Xunit;

namespace Tutor.Game.Tests.Screens;

/// <summary>A text that says which pages may move, as functions of mm/ do, and what the screens say of it.</summary>
public sealed class OtherQuestionStoryTests
{
    const string MayMove = "folio_ref_count(folio) - 1 - (mapping ? 1 : 0) <= folio_mapcount(folio)";

    [Fact]
    public void The_verdict_line_says_while_one_types_that_a_text_answers_the_other_question() =>
        Player.At("guest-memory", 80, 24).Write(MayMove).Sees("✗ Misses a goal: it says what may move.");

    [Fact]
    public void A_text_that_is_merely_wrong_is_not_told_so() =>
        Player.At("guest-memory", 80, 24).Write("folio_ref_count(folio) - 1 > folio_mapcount(folio)").Sees("✗ Misses a goal on the map you see.");

    [Fact]
    public void A_text_that_says_the_same_of_every_page_is_told_so_and_what_its_author_believes() =>
        Player.At("guest-memory", 120, 40).Write("!mapping && folio_ref_count(folio) - 1 > folio_mapcount(folio)").Press("F5")
            .Sees("It says the same of every page that reaches it").Sees("The pinned pages of this");

    [Fact]
    public void Text_mode_says_both_too()
    {
        var said = TextPlayer.Play(TextPlayer.BuiltIn(), "play guest-memory", "skip !mapping && folio_ref_count(folio) - 1 > folio_mapcount(folio)", "check");
        Assert.Contains("It says the same of every page that reaches it", said, StringComparison.Ordinal);
        Assert.Contains("The pinned pages of this guest have a mapping", said, StringComparison.Ordinal);
    }
}
