using Xunit;

namespace Tutor.Game.Tests.Screens;

/// <summary>Levels of the built-in pack, played with the keyboard alone.</summary>
public sealed class BuiltInStoryTests
{
    [Theory]
    [InlineData(60, 20)]
    [InlineData(80, 24)]
    public void Every_answer_can_be_gone_through_and_given_on_a_small_screen(int width, int height)
    {
        var picks = Directory.EnumerateFiles(Path.Combine(Repository.Root, "levels"), "*.yaml")
            .Where(f => File.ReadAllText(f).Contains("\nkind: pick\n", StringComparison.Ordinal)).ToList();
        Assert.NotEmpty(picks);
        foreach (var level in picks.Select(f => Path.GetFileNameWithoutExtension(f)[4..]))
        {
            var player = Player.At(level, width, height);
            for (var i = 0; i < 5; i++)
            {
                player.Press("Enter");
                player = player.Screen.Contains("Why it was right", StringComparison.Ordinal) ? player.Press("Esc") : player;
                Assert.Matches(@"▸ ?[a-e]\) ", player.Press("Down").Screen);
            }
        }
    }

    [Fact]
    public void After_a_failed_try_the_belief_behind_it_is_said_and_shown_on_a_page() =>
        Player.At("extra-reference").Write("folio_ref_count(folio) > 1").Press("F5")
            .Sees("Shared pages have several references, and as many mappings.").Sees("F12 shows the page")
            .Sees("fork-shared").Sees("You skipped it,");

    [Fact]
    public void The_belief_is_shown_on_a_page_with_everything_about_it() =>
        Player.At("extra-reference").Write("folio_ref_count(folio) > 1").Press("F5").Sees("Ctrl+S").Press("Ctrl+S")
            .Sees("Page card").Sees("Shared pages have several references").Sees("fork-shared  page +").Sees("page table mappings");

    [Fact]
    public void A_belief_that_only_a_hidden_map_shows_is_shown_there() =>
        Player.At("extra-reference").Write("folio_maybe_dma_pinned(folio)").Write("folio_ref_count(folio) > 1000").Press("F5", "Ctrl+S")
            .Sees("One unexplained reference holds").Sees("This is on map pipes.").Sees("vmsplice");

    [Fact]
    public void Nothing_is_shown_against_a_predicate_that_is_right() =>
        Player.At("extra-reference").Write("folio_ref_count(folio) > folio_mapcount(folio)").Press("Ctrl+S").Sees("There is no page to show");

    [Fact]
    public void After_a_pass_it_is_said_why_it_was_right_and_what_it_did() =>
        Player.At("extra-reference").Write("folio_ref_count(folio) > folio_mapcount(folio)").Press("F5").Sees("Why it was right")
            .Sees("would be wrong for pages of files").Sees("What it did on the shown map").Sees("fork-shared").Sees("It is right about every page of this map.");

    [Fact]
    public void After_a_pass_it_is_said_who_else_decides_so() =>
        Player.At("own-reference").Write("!mapping && folio_ref_count(folio) - 1 > folio_mapcount(folio) + 0").Press("F5").Sees("Why it was right")
            .Press("End").Sees("Who else decides like this here").Sees("Gavin Shan");

    [Fact]
    public void The_smallest_counter_example_sets_a_wrong_page_beside_one_treated_alike()
    {
        var player = Player.At("extra-reference").Write("folio_ref_count(folio) > 1").Press("F5", "F12")
            .Sees("The smallest counter-example").Sees("You skip it; it would move.")
            .Sees("The same answer is right for vfio-anon").Sees("folio_ref_count(folio)").Sees("folio_mapcount(folio)");
        player.Press("t").Sees("a pin (FOLL_PIN) by vfio").Press("Esc")
            .Press("Enter").DoesNotSee("The smallest counter-example").Sees("fork-shared  page +");
    }

    [Fact]
    public void The_counter_example_looks_as_it_did() => Golden.CheckBeside("counter-80x24",
        Pictures.WithoutFooter(Player.At("extra-reference", 80, 24).Write("folio_ref_count(folio) > 1").Press("F5", "F12")));

    [Fact]
    public void What_is_read_after_a_pass_looks_as_it_did() => Golden.CheckBeside("passed-80x24",
        Pictures.WithoutFooter(Player.At("extra-reference", 80, 24).Write("folio_ref_count(folio) > folio_mapcount(folio)").Press("F5")));

    [Fact]
    public void Nothing_is_held_against_a_predicate_that_is_right() =>
        Player.At("extra-reference").Write("folio_ref_count(folio) > folio_mapcount(folio)").Press("F12").Sees("Nothing speaks against it");

    [Fact]
    public void A_repair_begins_with_the_real_bug_and_is_compared_with_it_when_mended() =>
        Player.At("two-bugs").Sees("page_has_private(page)").Press("F5").Sees("Not yet.")
            .Press("Ctrl+K").Write("folio_ref_count(folio) - 1 > folio_mapcount(folio) + (mapping ? 1 + folio_test_private(folio) : 0) + (!mapping && folio_test_swapcache(folio))")
            .Press("F8").Sees("Your last try").Sees("What the editor began with").DoesNotSee("The level's own answer");

    [Fact]
    public void The_level_s_own_answer_is_compared_with_after_a_pass() =>
        Player.At("extra-reference").Write("folio_ref_count(folio) > folio_mapcount(folio) + 0").Press("F8").DoesNotSee("The level's own answer").Press("Esc")
            .Press("F5", "Esc", "F8").Sees("The level's own answer");

    [Fact]
    public void Golf_counts_while_you_type_and_keeps_your_best()
    {
        var player = Player.At("cheap-enough").Sees("loads").DoesNotSee("par 6,717")
            .Write("folio_ref_count(folio) - folio_mapcount(folio) > 9").Press("F5", "Esc").Sees("loads, your best").DoesNotSee("par 6,717")
            .Write("folio_maybe_dma_pinned(folio)").Press("F5", "Esc").Sees("par 6,717").Sees("best 6,717");
        player.Write("false").Press("F5", "F11").Sees("Your tries").Sees("Best of the tries that passed").Sees("try 2");
        player.Press("Enter").Sees("folio_maybe_dma_pinned(folio)").Sees("Ctrl+Z brings your text back.");
    }

    [Fact]
    public void A_goal_that_only_a_hidden_map_misses_is_not_held_against_the_shown_one_s_number() =>
        Player.At("guest-memory", 80, 24).Write("folio_ref_count(folio) > 1000").Sees("false skips        0  ✓").Press("F5", "Alt+M")
            .Sees("false skips        0  ✗ other").Press("Alt+M").DoesNotSee("✗ other");

    [Fact]
    public void A_recorded_map_that_decides_is_named_without_a_seed() =>
        Player.At("recorded-guest", 200, 50).Write("folio_maybe_dma_pinned(folio)").DoesNotSee("map pipes").Press("F5").Sees("Map pipes: verdicts").DoesNotSee("seed");

    [Fact]
    public void Where_nothing_is_asked_for_the_price_is_seen_on_a_small_screen_too() =>
        Player.At("open-review", 80, 24).Sees("batches").Sees("cost, model").Sees(" ms");

    [Fact]
    public void An_open_level_keeps_what_you_would_defend_and_judges_nothing() =>
        Player.At("open-review").Write("folio_maybe_dma_pinned(folio)").Press("F5").Sees("there is nothing to pass")
            .Press("F12").Sees("This level has no goal").Press("F11").Sees("folio_maybe_dma_pinned(folio)");

    [Fact]
    public void A_level_without_tries_says_so() => Player.At("extra-reference").Press("F11").Sees("You have not handed in anything here yet.");

    [Fact]
    public void Two_predicates_are_compared_state_by_state_and_the_cursor_goes_to_one() =>
        Player.At("extra-reference").Press("F8").Sees("differ").Press("Right", "Enter").Sees("Page card").DoesNotSee("Where predicates differ");
}
