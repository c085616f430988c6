using Tutor.Core.Levels;
using Tutor.Game.Playing.Progress;
using Xunit;

namespace Tutor.Game.Tests.Screens;

/// <summary>A level in which the player is the predicate, on the screens.</summary>
public sealed class MarkStoryTests
{
    const string Level = "eight-pages";

    public static TheoryData<string> Levels => [.. TextPlayer.BuiltIn().Entries.Where(e => e.Level?.Kind == LevelKind.Mark).Select(e => e.Id)];

    static Player Eight(int width = 80, int height = 24) => Player.At(Level, width, height);

    /// <summary>From page +0 on: t takes, s skips.</summary>
    static Player Marked(Player player, string marks)
    {
        player.Press("Home");
        foreach (var mark in marks)
        {
            player.Press(mark.ToString(), "Down");
        }

        return player;
    }

    [Fact]
    public void Pages_are_marked_by_one_key_each_and_handed_in_in_two_steps()
    {
        var player = Eight().Sees("0 of 8 pages are marked").Sees("folio_ref_count");
        player.Press("Enter").Sees("8 of 8 pages have no mark yet");
        Marked(player, "tsttsst").Sees("7 of 8 pages are marked").Press("s").Sees("Every page is marked");
    }

    [Fact]
    public void A_wrong_answer_is_shown_page_by_page_and_can_be_mended()
    {
        var player = Marked(Eight(120, 40), "tssttsts").Sees("Every page is marked").Press("Enter").Sees("These are your marks?").DoesNotSee("Who holds it")
            .Press("Enter").Sees("Silver").Press("Esc").Sees("Who holds it");
        player.Press("F6").Sees("page +2").Sees("You say:").Sees("false skip").Sees("the page cache").Press("t").Press("Enter").Sees("Gold");
    }

    [Fact]
    public void The_first_marks_are_kept_as_the_first_choice()
    {
        var pack = TextPlayer.BuiltIn();
        TextPlayer.Play(pack, $"play {Level}", "mark take all", "check", "check", "mark skip +1 +5 +7", "check");
        var first = Assert.Single(pack.Progress.Events(Level), e => e.Kind == PlayerEventKind.FirstChoice);
        Assert.Equal(string.Join("; ", Enumerable.Range(0, 8).Select(p => $"page:+{p}=take")), first.Detail);
        Assert.Equal(["gold", "fail"], pack.Progress.History(Level).Select(a => a.Verdict));
        Assert.All(pack.Progress.History(Level), a => Assert.Equal(AttemptHow.Marked, a.How));
    }

    [Fact]
    public void Nothing_but_marking_changes_what_is_seen()
    {
        var before = Eight(120, 40).Press("Tab", "Tab", "Right").Screen;
        var player = Eight(120, 40).Press("Tab", "Tab", "Right");
        foreach (var key in new[] { "n", "N", "g", "v", "w", "x", "!", "=", "F8", "F12", "Ctrl+S", "Ctrl+X", "Alt+T" })
        {
            player.Press(key).DoesNotSee("vfio").DoesNotSee("pipe").DoesNotSee("anonymous").DoesNotSee("slab");
        }

        Assert.Contains("page +1", before, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Levels))]
    public void Before_they_are_handed_in_no_kind_and_no_holder_is_named(string id)
    {
        var pack = TextPlayer.BuiltIn();
        var sitting = pack.Open(pack.Find(id)!).Sitting!;
        var (map, brief) = (sitting.Map, sitting.Level.Brief);
        var names = Enumerable.Range(0, map.PageCount).Select(map.StateAt).SelectMany(s => s.Holders.Items.Select(h => h.By).Append(s.About).Append(s.Kind).OfType<string>())
            .Where(n => n.Length > 5 && !n.All(char.IsAsciiLetterLower) && !brief.Contains(n, StringComparison.Ordinal)).Distinct().ToList();
        var player = Player.At(id, 120, 40);
        var said = new List<string>();
        for (var page = 0; page < map.PageCount; page++)
        {
            said.Add(player.Screen + player.Press("F4").Screen);
            player.Press("Esc", "Down");
        }

        said.Add(TextPlayer.Play(pack, [$"play {id}", "map", "marks", "kinds", "wrong", "score", "page vfio", "map a", .. Enumerable.Range(0, map.PageCount).Select(p => $"page +{p}")]));
        Assert.All(names, name => Assert.All(said, text => Assert.DoesNotContain(name, text, StringComparison.OrdinalIgnoreCase)));
    }

    [Fact]
    public void A_draft_is_kept_when_the_player_leaves_and_comes_back()
    {
        var world = TextPlayer.BuiltIn();
        TextPlayer.Play(world, $"play {Level}", "mark skip +1", "mark take +0");
        Assert.Contains("+1, skip", TextPlayer.Play(world, $"play {Level}", "marks"), StringComparison.Ordinal);
        Assert.Contains("2 of 8 pages are marked.", TextPlayer.Play(world, $"play {Level}", "marks"), StringComparison.Ordinal);
    }

    [Fact]
    public void What_was_handed_in_is_seen_again_after_coming_back()
    {
        var world = TextPlayer.BuiltIn();
        TextPlayer.Play(world, $"play {Level}", "mark take all", "check", "check");
        Assert.Contains("vmsplice, futile", TextPlayer.Play(world, $"play {Level}", "marks"), StringComparison.Ordinal);
    }

    [Fact]
    public void An_earlier_try_is_told_in_few_words_and_taken_back()
    {
        var player = Marked(Eight(120, 40), "tssttsts").Press("Enter", "Enter", "Esc", "a");
        player.Press("F11").Sees("skip +1 +2 +5 +7").Press("Down", "Down", "Down", "Down", "Down", "Down", "Enter").Sees("+0  > take").Sees("+1  = skip");
    }

    [Fact]
    public void All_pages_are_marked_by_one_key() =>
        Eight().Press("a").Sees("Every page is marked").Sees("= skip").Press("a").Sees("> take").DoesNotSee("+1  = skip");

    [Fact]
    public void A_click_goes_to_a_page_and_another_one_marks_it()
    {
        var player = Eight(120, 40).Click("+4  ").Sees("page +4").DoesNotSee("1 of 8").Click("+4  ").Sees("1 of 8 pages are marked");
        player.Click("+4  ").Sees("page +4, pfn 0x100004: > take");
    }

    [Fact]
    public void The_map_marks_too()
    {
        var player = Eight(120, 40).Press("Tab", "Tab", "Right", "Right", "s").Sees("page +2, pfn 0x100002: = skip").Press("Space").Sees(": > take");
        player.Press("F5").Sees("7 of 8 pages have no mark yet");
    }

    [Fact]
    public void Hints_lead_to_the_answer_and_on_to_the_next_level()
    {
        var player = Eight().Press("F3").Sees("A nudge").Press("m").Sees("Skip +1, +5 and +7").Press("m").DoesNotSee("You say");
        Assert.False(player.HasLeft);
    }
}
