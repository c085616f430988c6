using Tutor.Tests.Support;
using Xunit;

namespace Tutor.Tests.Tui;

/// <summary>Levels of the built-in pack, played with the keyboard alone.</summary>
public sealed class BuiltInStoryTests
{
    [Fact]
    public void After_a_failed_try_the_belief_behind_it_is_said_and_shown_on_a_page() =>
        Player.At("extra-reference").Write("folio_ref_count(folio) > 1").Press("F5")
            .Sees("Shared pages have several references, and as many mappings.").Sees("F12 shows 3 pages")
            .Sees("fork-shared").Sees("You skipped it,");

    [Fact]
    public void The_smallest_counter_example_sets_a_wrong_page_beside_one_treated_alike()
    {
        var player = Player.At("extra-reference").Write("folio_ref_count(folio) > 1").Press("F5", "F12")
            .Sees("The smallest counter-example").Sees("You skip it; it would move.")
            .Sees("The same answer is right for vfio-anon").Sees("folio_ref_count()").Sees("folio_mapcount()");
        player.Press("t").Sees("a pin (FOLL_PIN) by vfio").Press("Esc")
            .Press("Down").Sees("map pipes, hidden").Press("Enter").Sees("256 page table mappings").Press("Esc")
            .Press("Up", "Enter").DoesNotSee("The smallest counter-example").Sees("fork-shared  page +");
    }

    [Fact]
    public void The_counter_example_looks_as_it_did() =>
        Golden.Check("counter-80x24", Player.At("extra-reference", 80, 24).Write("folio_ref_count(folio) > 1").Press("F5", "F12").Screen);

    [Fact]
    public void Nothing_is_held_against_a_predicate_that_is_right() =>
        Player.At("extra-reference").Write("folio_ref_count(folio) > folio_mapcount(folio)").Press("F12").Sees("Nothing speaks against it");
}
