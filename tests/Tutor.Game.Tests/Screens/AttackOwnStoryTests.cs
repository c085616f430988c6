using Tutor.Core.Levels;
using Tutor.Core.Play;
using Tutor.Core.Predicates;
using Tutor.Core.Scoring;
using Tutor.Core.Text;
using Xunit;

namespace Tutor.Game.Tests.Screens;

/// <summary>The player's own last answer, to be broken.</summary>
public sealed class AttackOwnStoryTests
{
    [Fact]
    public void The_list_of_levels_leads_to_the_players_last_answer()
    {
        var world = new SmallWorld();
        TextPlayer.Play(world, "play pinned-anon", $"skip {SmallWorld.RightAnswer}", "check");
        new Player(world, 120, 40).Press("a", "b").Sees("Break your own answer").Sees("folio_expected_refs(mapping, folio)");
    }

    [Fact]
    public void Whoever_handed_in_nothing_attacks_the_test_of_the_kernel_and_is_told_so() =>
        new Player(new SmallWorld(), 120, 40).Press("a", "b").Sees("You have handed in no predicate yet; until then it is the test of Linux 6.1:").Sees("!mapping &&");

    [Fact]
    public void A_page_that_it_gets_wrong_passes_and_what_was_painted_is_kept_with_the_answer()
    {
        var world = new SmallWorld();
        var told = TextPlayer.Play(world, "play pinned-anon", $"skip {SmallWorld.RightAnswer}", "check", "attack", "paint anon-forked", "check", "check", "erase all", "paint secretmem", "check", "check", "paint aio-ring", "check");
        Assert.Contains("Break your own answer.", told, StringComparison.Ordinal);
        Assert.Equal(["fail", "pass", "gold"], world.Attempts.Where(a => a.Level == AttackOwnLevel.Id).Select(a => a.Verdict));
        Assert.Contains("folio_expected_refs", world.Attempts[^1].Predicate, StringComparison.Ordinal);
    }

    /// <summary>Whatever was written last: one of the two pages that look alike breaks it.</summary>
    [Fact]
    public void No_answer_stands()
    {
        var level = AttackOwnLevel.Entry().Level!;
        foreach (var text in Revisions.Texts.Select(r => r.Expression).Append("true").Append("false").Append("folio_test_private(folio) && !folio_test_dirty(folio)"))
        {
            Assert.Contains(["blockdev", "blockdev-busy"], kind => Comes(level, text, kind).IsPass());
        }
    }

    static Verdict Comes(Level level, string text, string kind)
    {
        var prepared = PreparedLevel.Prepare(level, NoFiles.Instance, new DiagnosticBag())!.Against(SourceText.From("last", text));
        return new Painting(level).Attacking(text).Paint(0, kind)!.Judge(prepared).Verdict;
    }
}
