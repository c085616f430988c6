using Tutor.Core.Play;
using Tutor.Game.Playing;
using Xunit;

namespace Tutor.Game.Tests.Screens;

/// <summary>The level of the day, from the list of levels and in text mode.</summary>
public sealed class DailyStoryTests
{
    static readonly DateTimeOffset Now = new(2026, 11, 28, 23, 30, 0, TimeSpan.Zero);

    static SmallWorld World => new(host: new PatientHost(new FixedTime(Now)));

    static string Reference => DailyLevel.Entry(new DateOnly(2026, 11, 28)).Level!.Solutions[0].Skip.Text;

    [Fact]
    public void The_list_of_levels_leads_to_the_level_of_the_day() =>
        new Player(World).Sees("a more").Press("a").Sees("The level of the day").Sees("The memory of 28 November 2026: not tried")
            .Press("d").Sees("The memory of 28 November 2026").Press("Esc").Sees("Skip this page?");

    [Fact]
    public void A_day_that_was_won_is_kept_under_its_id()
    {
        var world = World;
        var player = new Player(world).Press("a", "Enter", "Esc").Write(Reference).Press("F5").Sees("Gold: every goal of this level is met.");
        Assert.Equal(("daily-2026-11-28", DailyLevel.Version, "gold"), world.Attempts.Select(a => (a.Level, a.Revision, a.Verdict)).Single());
        player.Press("Esc", "Esc").Press("a").Sees("The memory of 28 November 2026: gold");
    }

    [Fact]
    public void The_day_is_the_one_of_UTC_wherever_the_player_is()
    {
        var world = new SmallWorld(host: new PatientHost(new FixedTime(new DateTimeOffset(2026, 11, 29, 1, 30, 0, TimeSpan.FromHours(2)))));
        new Player(world).Press("a").Sees("The memory of 28 November 2026");
    }

    [Fact]
    public void Only_what_the_day_lends_may_be_used()
    {
        var unlent = Enumerable.Range(0, 20).Select(new DateOnly(2026, 11, 28).AddDays)
            .First(d => !DailyLevel.Entry(d).Level!.Vocabulary.IsDefault);
        var told = TextPlayer.Play(World, $"daily {unlent:yyyy-MM-dd}", "skip folio_ref_count(folio) > folio_expected_refs(mapping, folio)", "check");
        Assert.Contains("This is not a predicate yet.", told, StringComparison.Ordinal);
    }

    [Fact]
    public void Text_mode_plays_today_and_any_other_day()
    {
        var told = TextPlayer.Play(World, "daily", $"skip {Reference}", "check", "daily 2025-01-31", "daily yesterday");
        Assert.Contains("The memory of 28 November 2026.", told, StringComparison.Ordinal);
        Assert.Contains("Gold: every goal of this level is met.", told, StringComparison.Ordinal);
        Assert.Contains("The memory of 31 January 2025.", told, StringComparison.Ordinal);
        Assert.Contains("'yesterday' is no date", told, StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_left_for_gold_is_one_key_away()
    {
        var world = World;
        new Player(world).Press("m").Sees("Nothing is passed yet");
        var player = new Player(world).Press("Enter", "Esc").Write(SmallWorld.RightAnswer).Press("F5", "Esc", "Esc");
        player.Press("m").Sees("shown: passed, with a medal left").Sees("for gold: blocks freed at least 1").DoesNotSee("Which one asks");
        player.Press("Esc", "a").Sees("1 level").Press("m").Sees("shown: passed, with a medal left");
    }

    [Fact]
    public void Text_mode_says_what_is_left_for_gold()
    {
        var told = TextPlayer.Play(World, "left", "play pinned-anon", $"skip {SmallWorld.RightAnswer}", "check", "left");
        Assert.Contains("No level that you passed has a medal left.", told, StringComparison.Ordinal);
        Assert.Contains("pinned-anon: An extra reference. Passed; for gold: blocks freed at least 1.", told, StringComparison.Ordinal);
    }
}
