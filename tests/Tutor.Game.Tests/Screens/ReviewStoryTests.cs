using Tutor.Core.Play;
using Tutor.Game.Playing;
using Tutor.Game.Playing.Progress;
using Xunit;

namespace Tutor.Game.Tests.Screens;

/// <summary>What comes when levels are behind the player: reviews, the reply, the certificate.</summary>
public sealed class ReviewStoryTests
{
    static readonly DateTimeOffset Monday = new(2026, 11, 30, 12, 0, 0, TimeSpan.Zero);

    readonly FixedTime _clock = new(Monday);
    readonly SmallWorld _world;

    public ReviewStoryTests() => _world = new SmallWorld(host: new PatientHost(_clock));

    [Fact]
    public void Nothing_is_reviewed_before_something_was_passed() =>
        new Player(_world).Press("a").Sees("comes a day after a level was passed").Press("r").Sees("After the course");

    [Fact]
    public void A_level_comes_again_a_day_after_it_was_passed_without_its_brief()
    {
        Pass("pinned-anon");
        new Player(_world).Press("a").Sees("nothing is due before 2026-12-01");
        _clock.Now = Monday.AddDays(1);
        new Player(_world).Press("a").Sees("1 due; first: An extra reference").Press("r")
            .Sees("Again: An extra reference").Sees("You have passed this level before").DoesNotSee("network card");
    }

    [Fact]
    public void Each_review_that_is_passed_doubles_the_wait_and_one_that_is_not_begins_again()
    {
        Pass("pinned-anon");
        Assert.Equal(new DateOnly(2026, 12, 1), Due());
        Review(SmallWorld.RightAnswer, day: 1);
        Assert.Equal(new DateOnly(2026, 12, 3), Due());
        Review(SmallWorld.RightAnswer, day: 3);
        Assert.Equal(new DateOnly(2026, 12, 7), Due());
        Review("false", day: 7);
        Assert.Equal(new DateOnly(2026, 12, 8), Due());
    }

    [Fact]
    public void An_attempt_at_a_review_is_kept_under_its_own_id_and_can_be_run_again()
    {
        Pass("pinned-anon");
        Review(SmallWorld.RightAnswer, day: 1);
        Assert.Equal("review-2026-12-01-pinned-anon", _world.Attempts[^1].Level);
        Assert.Equal("Again: An extra reference", _world.Pack.Find("review-2026-12-01-pinned-anon")!.Title);
    }

    [Fact]
    public void What_was_longest_not_met_comes_first()
    {
        var pack = TextPlayer.BuiltIn(_clock);
        TextPlayer.Play(pack, "play guest-memory", $"skip {pack.Find("guest-memory")!.Level!.Solutions[0].Skip.Text.Trim()}", "check");
        _clock.Now = Monday.AddDays(1);
        TextPlayer.Play(pack, "play extra-reference", $"skip {pack.Find("extra-reference")!.Level!.Solutions[0].Skip.Text.Trim()}", "check");
        Assert.Equal(["guest-memory", "extra-reference"], Reviews.DueOn(pack, new DateOnly(2026, 12, 5)).Select(r => r.Level.Id));
    }

    [Fact]
    public void Text_mode_reviews_too()
    {
        Assert.Contains("A level comes again a day after it was passed.", TextPlayer.Play(_world, "review"), StringComparison.Ordinal);
        Pass("pinned-anon");
        _clock.Now = Monday.AddDays(1);
        var told = TextPlayer.Play(_world, "review", $"skip {SmallWorld.RightAnswer}", "check", "review");
        Assert.Contains("Again: An extra reference.", told, StringComparison.Ordinal);
        Assert.Contains("Nothing is due before 2026-12-03.", told, StringComparison.Ordinal);
    }

    [Fact]
    public void A_level_that_is_picked_or_watched_does_not_come_again() =>
        Assert.All(_world.Pack.Entries.Where(e => e.Level is { } l && !ReviewLevel.IsFor(l)), e => Assert.Null(_world.Pack.Find(ReviewLevel.IdOf(new DateOnly(2026, 12, 1), e.Id))));

    [Fact]
    public void The_reply_says_what_was_chosen_measured_and_given_up()
    {
        new Player(_world).Press("a", "w").Sees("There is nothing to reply with yet");
        Pass("pinned-anon");
        var player = new Player(_world, 100, 60).Press("a", "w").Sees("Re: [PATCH] mm, compaction").Sees("folio_expected_refs(mapping, folio)").Sees("It skips rdma-anon.")
            .Sees("What I give up").Sees("Nothing that these maps show").Sees("1 of 5 levels of Small pack passed");
        player.Press("s").Sees("saved as reply.md");
        Assert.Contains("| An extra reference | stock |", _world.Saved["reply.md"], StringComparison.Ordinal);
    }

    [Fact]
    public void The_certificate_counts_what_was_kept()
    {
        new Player(_world).Press("a", "c").Sees("There is nothing to certify yet");
        Pass("pinned-anon");
        new Player(_world).Press("a", "c").Sees("1 of 5 levels").Sees("at the first try").Sees("Take the expected ones off.").Press("s").Sees("saved as certificate.md");
    }

    [Fact]
    public void A_pass_at_the_first_try_stays_one_whatever_is_handed_in_after_it()
    {
        Pass("pinned-anon");
        TextPlayer.Play(_world, "play pinned-anon", "skip true", "check");
        new Player(_world, 120, 40).Press("a", "c").Sees("1 at the first try");
    }

    [Fact]
    public void Text_mode_has_reply_and_certificate_and_makes_files_of_them()
    {
        Pass("pinned-anon");
        var told = TextPlayer.Play(_world, "reply", "reply save", "certificate", "certificate save");
        Assert.Contains("What it calls pinned", told, StringComparison.Ordinal);
        Assert.Contains("Saved as reply.md.", told, StringComparison.Ordinal);
        Assert.Contains("Saved as certificate.md.", told, StringComparison.Ordinal);
    }

    void Pass(string level) => TextPlayer.Play(_world, $"play {level}", $"skip {SmallWorld.RightAnswer}", "check");

    void Review(string answer, int day)
    {
        _clock.Now = Monday.AddDays(day);
        TextPlayer.Play(_world, "review", $"skip {answer}", "check");
    }

    DateOnly Due() => Reviews.Of(_world.Pack).Single().Due;
}
