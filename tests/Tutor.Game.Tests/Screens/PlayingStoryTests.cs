using Tutor.Game.Playing.Progress;
using Tutor.Game.Reading;
using Xunit;

namespace Tutor.Game.Tests.Screens;

/// <summary>What a player does, with the keyboard alone.</summary>
public sealed class PlayingStoryTests
{
    [Fact]
    public void A_wrong_answer_is_seen_understood_and_put_right()
    {
        var player = new Player();
        player.Sees("An extra reference").Sees("next for you")
            .Press("Enter").Sees("What is asked").Sees("for each page that it could take.").Press("Enter")
            .Sees("pinned by a").DoesNotSee("What is asked").Sees("false skips").Sees("folio_ref_count(folio) > 1")
            .Press("F5")
            .Sees("Not yet.")
            .Press("Tab", "Tab", "w")
            .Sees("You skipped it,").Sees("a page table mapping").Sees("the scanner itself")
            .Press("Tab")
            .Write(SmallWorld.RightAnswer)
            .Sees("Would pass on the map you see.")
            .Press("F5")
            .Sees("Passed; for gold: blocks freed at least 1.").Sees("Why it was right").Press("Esc").Sees("F9 goes on")
            .Press("Esc")
            .Sees("1 of 5 passed");
        Assert.Equal(["fail", "pass"], player.World.Attempts.Select(a => a.Verdict));
    }

    [Fact]
    public void What_is_read_over_a_level_is_kept_from_opening_it_to_coming_back()
    {
        var player = new Player().Press("Enter", "Enter", "F2", "Esc", "Esc");
        Assert.Equal(
            ["level_opened ", "text_opened brief", "text_left brief", "lesson_read lessons/small.md", "text_opened lesson", "text_left lesson", "level_left "],
            player.World.Noted.Select(e => $"{e.Kind.Id()} {e.Detail}"));
    }

    [Fact]
    public void Who_reads_the_lesson_from_the_brief_comes_back_to_the_brief() =>
        new Player().Press("Enter").Sees("What is asked").Press("F2").DoesNotSee("What is asked").Press("Esc").Sees("What is asked").Press("Enter").DoesNotSee("Not yet.");

    [Fact]
    public void A_goal_s_row_is_seen_where_rows_are_many() =>
        Player.At("cannot-be-split", 80, 24).Press("Enter").Press("F5").Sees("zones given up");

    [Fact]
    public void Esc_right_behind_a_word_does_not_leave_the_level_at_once() =>
        new Player().Press("Enter", "Enter").Press("Ctrl+K", "f", "o", "Esc").Sees("Esc again leaves the level.").Press("Esc").Sees("of 5 passed");

    [Fact]
    public void An_option_that_waits_is_not_left_without_a_word() =>
        new Player().Press("Down", "Enter", "Enter", "Down", "Enter").Sees("Not handed in yet.")
            .Press("F9").Sees("This is not handed in yet").Press("F9").DoesNotSee("Not handed in");

    [Fact]
    public void A_level_that_is_not_passed_is_not_left_without_a_word()
    {
        var player = new Player().Press("Enter", "Enter", "F9").Sees("This level is not passed yet. F9 once more").Press("Tab", "F9").Sees("An extra reference").Press("F9").Sees("Which one asks the right thing?");
        player.Press("Enter", "F9").Sees("not passed yet");
    }

    [Fact]
    public void F5_hands_in_from_every_pane()
    {
        new Player().Press("Enter", "Enter", "Tab", "F5").Sees("Not yet.");
        new Player().Press("Enter", "Enter", "Tab", "Tab", "F5").Sees("Not yet.");
        new Player().Press("Down", "Enter", "Enter", "Down", "Tab", "Tab", "F5").Sees("F5 once more").Press("F5").Sees("Not yet.");
    }

    [Fact]
    public void Nothing_is_chosen_before_the_player_goes_to_an_answer() =>
        new Player().Press("Down", "Enter", "Enter", "Enter", "Enter", "Enter").Sees("Nothing is chosen yet").DoesNotSee("isolated").Press("Up").Sees("▸ c)");

    [Fact]
    public void Passing_never_leaves_the_level_by_itself() =>
        new Player().Press("Enter").Write(SmallWorld.RightAnswer).Press("F5", "Esc").Sees("Skip this page?").Sees("An extra reference");

    [Fact]
    public void The_next_level_is_one_key_away_after_a_pass() =>
        new Player().Press("Enter").Write(SmallWorld.RightAnswer).Press("F5", "Esc", "F9").Sees("Which one asks the right thing?");

    [Fact]
    public void The_list_stands_where_the_player_went_on_to() =>
        Player.At("head-of-the-page", 80, 24).Press("F9", "F9", "Esc", "Esc").Sees("▸     v4: the first with numbers");

    [Fact]
    public void An_option_is_chosen_and_confirmed_before_its_run_is_seen()
    {
        var player = new Player().Press("Down", "Enter", "Down", "Down", "Down").DoesNotSee("isolated").Sees("Choose first")
            .Press("Enter").DoesNotSee("isolated").Sees("Not handed in yet.").Press("Enter").Sees("Passed. At the first try.").Sees("isolated           768")
            .Press("Alt+S").Sees("Everything that migration expects is taken off.");
        Assert.Equal("right", player.World.Attempts.Single().Option);
        Assert.Equal((PlayerEventKind.FirstChoice, "right"), player.World.Noted.Select(e => (e.Kind, e.Detail)).Single(e => e.Kind == PlayerEventKind.FirstChoice));
    }

    [Fact]
    public void The_brief_lies_over_the_level_until_something_is_done()
    {
        new Player().Press("Enter").Sees("What is asked").Type("x").DoesNotSee("What is asked").Sees("│folio_ref_count(folio) > 1x");
        new Player().Press("Down", "Enter", "Down").DoesNotSee("What is asked").Sees("▸ a)");
        new Player().Press("Enter", "F3").DoesNotSee("What is asked").Sees("Hints");
        new Player().Press("Enter", "Alt+R").Sees("for each page that it could take.");
    }

    [Fact]
    public void A_level_that_was_passed_opens_without_its_brief() =>
        new Player().Press("Enter").Write(SmallWorld.RightAnswer).Press("F5", "Esc", "Esc", "Enter").DoesNotSee("What is asked").Sees("Score");

    [Fact]
    public void Nothing_moves_when_a_message_comes()
    {
        var player = new Player().Press("Enter", "Esc");
        var before = Frames(player.Screen);
        Assert.Equal(before, Frames(player.Press("F5").Sees("Not yet.").Screen));
        Assert.Equal(before, Frames(player.Write("folio_ref_cuont(folio) >").Sees("TUT").Screen));
    }

    /// <summary>The rows on which a pane begins or ends.</summary>
    static List<int> Frames(string screen) => [.. screen.Split('\n').Select((row, y) => (row, y)).Where(r => r.row.Contains("──────", StringComparison.Ordinal)).Select(r => r.y)];

    [Fact]
    public void A_verdict_stands_out_for_a_moment()
    {
        var player = new Player().Press("Enter", "F5");
        var verdict = player.Picture.ToString().Split('\n').Index().Single(r => r.Item.Contains("Not yet.", StringComparison.Ordinal) && r.Item.Contains('✗', StringComparison.Ordinal)).Index;
        Assert.True(player.Picture[2, verdict].Style.HasFlag(CellStyle.Reverse));
        Assert.False(player.Waits(6).Picture[2, verdict].Style.HasFlag(CellStyle.Reverse));
    }

    [Fact]
    public void A_choice_is_taken_back_by_going_on() =>
        new Player().Press("Down", "Enter", "Esc", "Enter", "Down", "Enter").Sees("Not handed in yet.").DoesNotSee("isolated");

    [Fact]
    public void Every_option_of_a_passed_level_is_live() =>
        new Player().Press("Down", "Enter", "Down", "Down", "Down", "Enter", "Enter", "Up").Sees("isolated             0").Press("Up").Sees("isolated             0");

    [Fact]
    public void An_answer_that_was_wrong_is_told_what_its_author_says_of_it() =>
        new Player().Press("Down", "Enter", "Esc", "Down", "Enter", "Enter").Sees("Not yet. This skips everything.").Sees("isolated             0")
            .Press("Down").DoesNotSee("isolated").Press("Up").Sees("isolated             0").Sees("This skips everything.");

    [Fact]
    public void What_is_wrong_with_a_text_is_still_to_be_read_when_it_was_handed_in() =>
        new Player().Press("Enter").Press("+", "F5").Sees("This is not a predicate yet").Sees("TUT1003");

    [Fact]
    public void What_will_happen_is_said_before_it_is_shown()
    {
        var player = new Player().Press("Down", "Down", "Enter")
            .Sees("What will become of it?").DoesNotSee("In truth").Press("F7").Sees("First say")
            .Press("Right", "Down", "Right").Sees("it moves").Press("Enter").Sees("Enter once more").Press("Enter")
            .Sees("1 of 2 came true").Sees("not this: it moves").DoesNotSee("In truth").DoesNotSee("no: it is tried").Press("F7").Sees("First say")
            .Press("Right", "Right", "Enter", "Enter").Sees("1 of 2 came true").DoesNotSee("no: it is tried").Press("Down").Sees("no: it is tried, and stays").Sees("the card writes")
            .Press("Left", "Enter").Sees("All 2 came true. Passed.");
        Assert.Equal(["fail", "fail", "pass"], player.World.Attempts.Select(a => a.Verdict));
    }

    [Fact]
    public void The_test_of_a_forecast_can_be_read_before_it_runs() =>
        Player.At("longterm-sketch", 80, 24).Press("b").Sees("can_be_pinned_for_long").Press("Esc").Sees("What will become of it?");

    [Fact]
    public void The_whole_brief_is_a_key_away_on_a_small_screen() =>
        new Player(width: 60, height: 20).Press("Enter").DoesNotSee("each page that it could take").Press("Tab", "Enter").Sees("each page that it");

    [Fact]
    public void What_happens_to_a_page_is_known_before_its_fate_is_foretold() =>
        Player.At("between-look-and-move", 80, 24).Press("Down", "F4").Sees("after the look its process ends").DoesNotSee("migrated");

    [Fact]
    public void A_forecast_that_came_true_is_not_blamed_for_the_test() =>
        Player.At("nothing-left-to-fail", 80, 24).Press("0", "Down", "0", "Down", "1", "5", "3", "6", "Down", "0", "Down", "0", "Enter", "Enter")
            .Sees("What was to be seen").Sees("✓ Passed.").DoesNotSee("for gold").Sees("The test is wrong about 1,536 pages")
            .Press("Esc").Sees("✓ passed").Press("Esc").Sees(" ✓  v2: nothing left to fail").DoesNotSee("★☆☆");

    [Fact]
    public void A_number_that_is_asked_for_has_its_own_card_and_a_page_has_hers_again()
    {
        var player = Player.At("nothing-left-to-fail").Sees("candidates whose").DoesNotSee("Who holds it");
        player.Press("Tab").DoesNotSee("What will happen").Press("Tab").Sees("Who holds it").Press("Tab").DoesNotSee("Who holds it");
    }

    [Fact]
    public void The_card_is_of_the_page_that_the_list_is_on_whatever_the_map_was_left_on() =>
        new Player().Press("Down", "Down", "Enter", "Down").Sees("page +104, pfn").Press("Shift+Tab", "Right", "Right").DoesNotSee("page +104, pfn").Press("Tab").Sees("page +104, pfn");

    [Fact]
    public void When_all_is_said_of_a_forecast_the_screen_says_that_it_can_be_handed_in() =>
        new Player().Press("Down", "Down", "Enter").Sees("Say what will happen").Press("Right").Sees("1 of 2 are said").Press("Down", "Right").Sees("All is said: now hand in.");

    [Fact]
    public void The_brief_lies_over_the_map_the_first_time_only()
    {
        var player = new Player().Press("Enter").Sees("What is asked").Press("Esc").DoesNotSee("What is asked").Press("Esc", "Enter").DoesNotSee("What is asked");
        player.Press("Alt+R").Sees("The scanner calls your predicate");
    }

    [Fact]
    public void The_score_names_the_medal_whose_goals_it_shows() =>
        new Player().Press("Enter", "Esc").Sees("Score: goals of pass").Sees("✗ ≤0").DoesNotSee("≥1").Write(SmallWorld.RightAnswer).Sees("Score: goals of gold").Sees("✗ ≥1");

    [Fact]
    public void A_scan_that_is_seen_to_its_end_is_passed()
    {
        var player = new Player().Press("Down", "Down", "Down", "Enter", "Esc").Sees("watches the scan").Press("Enter").Sees("Until now")
            .Press("End", "Esc").Sees("Seen to the end");
        Assert.Equal("pass", player.World.Attempts.Single().Verdict);
    }

    [Fact]
    public void A_draft_is_still_there_when_the_level_is_opened_again() =>
        new Player().Press("Enter").Write("mapping != NULL").Press("Esc", "Enter").Sees("mapping != NULL");

    [Fact]
    public void Errors_are_told_while_the_text_is_typed() =>
        new Player().Press("Enter").Write("folio_ref_cuont(folio) > 1").Sees("TUT2").Sees("folio_ref_count");

    [Fact]
    public void Words_are_offered_and_taken()
    {
        var player = new Player().Press("Enter").Write("").Type("folio_mapc").Sees("int folio_mapcount(struct folio *folio)").Press("Tab");
        player.Sees("folio_mapcount(folio)");
    }

    [Fact]
    public void Undo_brings_back_what_was_deleted() =>
        new Player().Press("Enter", "Ctrl+K").DoesNotSee("folio_ref_count(folio) > 1").Press("Ctrl+Z").Sees("folio_ref_count(folio) > 1");

    [Fact]
    public void A_paste_over_the_limit_is_refused_and_the_text_stays() =>
        new Player().Press("Enter").Paste(new string('a', 100_000)).Sees("Not pasted").Sees("65,536").Sees("folio_ref_count(folio) > 1");

    [Fact]
    public void A_function_quoted_from_a_mail_is_unquoted_on_request() =>
        new Player().Press("Enter").Write("> static bool f(struct folio *folio)\n> {\n>\treturn false;\n> }").Sees("Ctrl+G")
            .Press("Ctrl+G", "q").DoesNotSee("> {").Sees("static bool f");

    [Fact]
    public void Hints_come_one_by_one() =>
        new Player().Press("Enter", "F3").Sees("A nudge").DoesNotSee("2. The answer")
            .Press("Enter").Sees("2. The answer").Sees("That was the last hint.").Press("Esc").Sees("Memory map");

    [Fact]
    public void The_answer_is_given_only_to_who_asks_for_it_twice() =>
        new Player().Press("Enter", "F3", "F3", "F3", "Space").Sees("The next one is the answer").DoesNotSee("Take one off").Press("Esc", "F3")
            .DoesNotSee("Take one off").Press("Enter").Sees("Take one off: the");

    [Fact]
    public void Hints_that_were_seen_are_still_there_later() =>
        new Player().Press("Enter", "F3", "Enter", "Esc", "Esc", "Enter", "F3").Sees("1. A nudge").Sees("2. The answer");

    [Fact]
    public void The_lesson_leads_to_the_glossary_and_back() =>
        new Player().Press("Enter", "F2").Sees("References").Press("Tab", "Enter").Sees("Glossary").Press("Esc").Sees("counts who holds")
            .Press("Esc", "Esc").Sees("Memory map");

    [Fact]
    public void The_scan_can_be_stepped_through() =>
        new Player().Press("Enter", "F7", "Space", "Right").Sees("step").Press("End").Sees("pgmigrate_success").Sees("The run is over.")
            .Press("Home").Sees("before the first page");

    [Fact]
    public void Predicates_are_compared_by_the_pages_they_differ_on() =>
        new Player().Press("Enter", "F8").Sees("v4: expected references").Sees("768 pages differ").Press("Enter").Sees("Page card");

    [Fact]
    public void A_level_that_cannot_be_read_says_why() =>
        new Player().Press("End").Sees("TUT3101").Press("Enter").Sees("broken.yaml:3:1");

    [Fact]
    public void Progress_that_is_not_saved_is_said() =>
        new Player(new SmallWorld { Notice = new NotKept("progress is not saved: the disk is full", "make room") }).Sees("the disk is full")
            .Press("Enter").Sees("not saved").Press("F5").Sees("Not yet. Progress is not saved: the disk is").Sees("Alt+S shows all of it").Press("Alt+S").Sees("make room");

    [Fact]
    public void Why_progress_is_not_saved_stands_whole_on_a_small_screen()
    {
        var notice = new NotKept("progress is not saved: /a/long/path/to/somebody/s/data/folder/progress.db is damaged", "move it away to begin anew, or use --data DIR");
        new Player(new SmallWorld { Notice = notice }, width: 60, height: 20).Sees("Progress is not saved").Sees("begin anew, or use --data DIR.");
    }

    [Fact]
    public void Every_screen_has_a_way_back_and_the_list_has_a_way_out()
    {
        var player = new Player().Press("Enter", "Esc", "Esc");
        foreach (var key in new[] { "F2", "F3", "F4", "F7", "F8", "F1", "F10" })
        {
            player.Press("Enter", key, "Esc");
            Assert.Equal(2, player.Game.Depth);
            player.Press("Esc");
            Assert.Equal(1, player.Game.Depth);
        }

        Assert.True(player.Press("Ctrl+Q").HasLeft);
    }

    [Fact]
    public void A_window_too_small_says_so_and_comes_back()
    {
        var player = new Player { Width = 40, Height = 10 };
        player.Sees("60 columns").Click(1, 3).Wheel(1, 3, 1).Wheel(1, 3, -1);
        player.Width = 60;
        player.Height = 20;
        player.Sees("An extra reference").Press("Enter", "Esc").Sees("Score").Sees("Skip this page?");
        // What was typed, and where, is still there.
        player.Write("!mapping &&").Press("F1", "Down");
        player.Width = 30;
        player.Sees("nothing is");
        (player.Width, player.Height) = (100, 40);
        player.Sees("Keys: An extra reference").Press("Esc").Sees("!mapping &&");
    }
}
