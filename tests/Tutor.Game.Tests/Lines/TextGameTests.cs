using Tutor.Core.Levels;
using Tutor.Core.Predicates.Syntax;
using Tutor.Game.Lines;
using Tutor.Game.Playing;
using Tutor.Game.Playing.Progress;
using Tutor.Game.Reading;
using Tutor.Game.Tests.Fronts;
using Tutor.Storage;
using Xunit;

namespace Tutor.Game.Tests.Lines;

public sealed class TextGameTests
{
    [Fact]
    public void A_game_reads_as_it_did() => Golden.CheckBeside("transcript", TextPlayer.Play(
        "levels", "play pinned", "score", "skip true", "page +104", "check", "hint", "hint", "hint answer", "hint",
        $"skip {SmallWorld.RightAnswer}", "kinds", "check", "tries", "play foretell", "questions", "say 1 1", "say 2 3", "check", "check", "quit"));

    [Fact]
    public void Golf_says_ones_best_beside_par()
    {
        var pack = TextPlayer.BuiltIn();
        var golf = pack.Entries.First(e => e.Level?.Golf is not null);
        pack.Progress.Record(new Attempt(golf.Id, golf.Revision, "a", "pass", """{"golf":77}"""));
        pack.Progress.Record(new Attempt(golf.Id, golf.Revision, "b", "fail", """{"golf":1}"""));
        var said = TextPlayer.Play(pack, $"play {golf.Id}", "score");
        Assert.Contains("your best is 77.", said, StringComparison.Ordinal);
        Assert.DoesNotContain("your best is 1.", said, StringComparison.Ordinal);
    }

    [Fact]
    public void A_line_that_is_no_command_says_which_is_meant() =>
        Assert.Contains("Did you mean 'levels'?", TextPlayer.Play("lebels"));

    [Fact]
    public void A_word_that_is_cut_short_is_understood() => Assert.Contains("Goodbye.", TextPlayer.Play("qu"));

    [Fact]
    public void A_beginning_that_several_share_is_asked_about() =>
        Assert.Contains("'t' could be term or take or text or terms or tries", TextPlayer.Play("play pinned-anon", "t").Replace(", ", " or ", StringComparison.Ordinal));

    [Fact]
    public void A_command_of_another_kind_of_level_says_so() =>
        Assert.Contains("'skip' has no use in a level of kind pick", TextPlayer.Play("play which-one", "skip true"));

    [Fact]
    public void A_level_that_cannot_be_read_says_where_it_is_wrong() =>
        Assert.Contains("broken.yaml, line 3, column 1: error TUT3101", TextPlayer.Play("play broken"));

    [Fact]
    public void A_mistake_is_shown_with_its_place_and_undone()
    {
        var said = TextPlayer.Play("play pinned-anon", "skip folio_ref_cuont(folio) > 1", "undo", "text");
        Assert.Contains("Line 1, column 1: error TUT2", said);
        Assert.Contains("\n  The text meant: folio_ref_cuont", said);
        Assert.DoesNotContain("^", said);
        Assert.EndsWith("pinned-anon> text\n  folio_ref_count(folio) > 1\n\npinned-anon> \n", said);
    }

    [Fact]
    public void Names_are_read_by_a_word_in_them_or_in_their_meaning()
    {
        var said = TextPlayer.Play(TextPlayer.BuiltIn(), "play lent-memory", "names cc");
        Assert.Contains("cc->alloc_contig", said);
        Assert.DoesNotContain("folio_ref_count", said);
        Assert.Contains("No name of this level has 'zebra' in it.", TextPlayer.Play(TextPlayer.BuiltIn(), "play lent-memory", "names zebra"));
    }

    [Fact]
    public void Pages_without_a_mark_are_named() =>
        Assert.Contains("They are +0, +2, +3, +4, +5, +6, +7;", TextPlayer.Play(TextPlayer.BuiltIn(), "play eight-pages", "mark skip +1", "check").Replace('\n', ' '));

    [Theory]
    [InlineData("eight-pages", "page +1", "not marked", "? not marked")]
    [InlineData("own-reference", "page anon", "page frame number 0x", "pfn")]
    public void Marks_for_the_eye_are_not_said(string level, string command, string said, string mark)
    {
        var text = TextPlayer.Play(TextPlayer.BuiltIn(), $"play {level}", command);
        Assert.Contains(said, text);
        Assert.DoesNotContain(mark, text);
    }

    [Theory]
    [InlineData("nothing-left-to-fail", "A number is wanted.")]
    [InlineData("blind-spots", "gives question 1 the second answer of its list")]
    public void A_forecast_says_how_its_questions_are_answered(string level, string said) =>
        Assert.Contains(said, TextPlayer.Play(TextPlayer.BuiltIn(), $"play {level}", "questions").Replace('\n', ' '));

    [Fact]
    public void A_question_of_an_author_ends_with_one_mark() =>
        Assert.DoesNotContain("?.", TextPlayer.Play(TextPlayer.BuiltIn(), "play blind-spots", "questions"));

    [Fact]
    public void A_watched_scan_counts_in_words()
    {
        var said = TextPlayer.Play(TextPlayer.BuiltIn(), "play first-scan", "watch 5", "watch end");
        Assert.Contains("'watch wrong' goes to the next page that fails", said.Replace('\n', ' '));
        Assert.Matches(@"Step 5 of [\d,]+\. Scanned \d+; isolated \d+; moved \d+; failed \d+\.", said.Replace('\n', ' '));
        Assert.Single(System.Text.RegularExpressions.Regex.Matches(said, "compact_migrate_scanned"));
    }

    [Fact]
    public void Links_are_said_by_their_titles_and_followed_from_the_text_that_was_read_last()
    {
        var said = TextPlayer.Play(TextPlayer.BuiltIn(), "play four-pins", "lesson", "closing", "follow 4");
        Assert.DoesNotContain("There is no '", said);
        Assert.DoesNotContain(". lessons/", said);
    }

    [Fact]
    public void A_code_is_explained_without_the_marks_of_its_layout()
    {
        var said = TextPlayer.Play("explain TUT2052");
        Assert.Contains("-1 < 1u", said);
        Assert.Contains("Cure. Cast.", said);
        Assert.DoesNotContain("```", said);
    }

    [Fact]
    public void A_player_who_asks_for_the_answer_too_early_is_told_how_far_it_is() =>
        Assert.Contains("The answer is the last of the 4 hints", TextPlayer.Play(TextPlayer.BuiltIn(), "play eight-pages", "hint answer"));

    [Fact]
    public void A_predicate_of_many_lines_ends_with_a_dot()
    {
        var world = new SmallWorld();
        var said = TextPlayer.Play(world, "play pinned-anon", "skip", "bool f(void)", "{", "\treturn true;", "}", ".", "check");
        Assert.Contains("Not yet.", said);
        Assert.Equal("bool f(void)\n{\n\treturn true;\n}", Assert.Single(world.Attempts).Predicate);
    }

    [Fact]
    public void A_text_beyond_the_limit_is_refused_and_the_old_one_stays()
    {
        var line = new string('1', PredicateLimits.SourceBytes / 2);
        var said = TextPlayer.Play("play pinned-anon", "skip", line, line, line, ".", "text");
        Assert.Contains("A predicate may have 65,536 bytes; this has more, and yours stays as it was.", said);
        Assert.Contains("\n  folio_ref_count(folio) > 1\n", said);
    }

    [Fact]
    public void A_line_without_an_end_is_let_go() =>
        Assert.Contains("was not taken", TextPlayer.Play("play pinned-anon", "skip " + new string('1', 1_000_000)));

    [Fact]
    public void Nothing_that_is_to_be_foretold_is_told() => Assert.All(
        new[] { "score", "wrong", "proof", "compare", "watch" },
        command => Assert.Contains("First say what will happen", TextPlayer.Play("play foretell", command)));

    [Fact]
    public void Before_an_answer_the_pages_of_a_kind_are_counted_and_no_more()
    {
        var said = TextPlayer.Play("play foretell", "kinds");
        Assert.Matches(@"\n  anon: \d+ pages\.\n", said);
        Assert.Contains("What becomes of them is told once you have answered.", said);
        Assert.DoesNotContain("migrated", said);
    }

    [Fact]
    public void A_page_that_is_to_be_foretold_has_its_holders_told_and_not_its_fate()
    {
        var said = TextPlayer.Play(TextPlayer.BuiltIn(), "play count-the-holders", "page +69");
        Assert.Contains("Who holds it", said);
        Assert.DoesNotContain("it moves", said);
    }

    [Fact]
    public void What_is_explained_keeps_its_lines() =>
        Assert.Contains("pin\n\nA promise.\n", TextPlayer.Play("explain pin"));

    [Fact]
    public void A_note_is_said_to_be_one() =>
        Assert.Contains("\nNote:\n", TextPlayer.Play(TextPlayer.BuiltIn(), "play eight-pages", "lesson"));

    [Fact]
    public void The_answer_to_a_pick_is_told_by_its_text_and_not_by_an_id()
    {
        var said = TextPlayer.Play(TextPlayer.BuiltIn(), "play dma-pinned", "hint", "hint", "hint", "hint answer");
        Assert.DoesNotContain("'counting'", said);
        Assert.Contains("folio_test_private(folio)", said[said.LastIndexOf("answer", StringComparison.Ordinal)..]);
    }

    [Fact]
    public void Who_leaves_marks_that_are_not_handed_in_is_told_so() =>
        Assert.Contains("Your answer there is not handed in.", TextPlayer.Play(TextPlayer.BuiltIn(), "play eight-pages", "mark take all", "check", "next"));

    [Fact]
    public void A_level_with_a_budget_says_what_of_it_is_spent() =>
        Assert.Matches(@"Time by the model's prices: [\d,.]+ us of 5,500\.0 us\.", TextPlayer.Play(TextPlayer.BuiltIn(), "play on-a-budget", "score"));

    [Fact]
    public void Nobody_is_named_as_deciding_alike_whom_no_level_has_told_of()
    {
        var said = TextPlayer.Play(TextPlayer.BuiltIn(), "play own-reference", "skip !mapping && folio_ref_count(folio) - 1 > folio_mapcount(folio)", "check");
        Assert.Contains("* Linux 6.1: pinned anonymous pages", said);
        Assert.DoesNotContain("* v4", said);
    }

    [Theory]
    [InlineData("anon", true)]
    [InlineData("slab", false)]
    public void The_scanner_holds_only_pages_that_it_asks_about(string kind, bool isHeld) =>
        Assert.Equal(isHeld, TextPlayer.Play(TextPlayer.BuiltIn(), "play own-reference", $"page {kind}").Contains("the scanner itself", StringComparison.Ordinal));

    [Fact]
    public void A_tail_page_is_told_with_the_counts_of_its_folio()
    {
        var said = TextPlayer.Play(TextPlayer.BuiltIn(), "play head-of-the-page", "page +100");
        Assert.Contains("Part of the folio that begins at +0", said);
        Assert.Contains("= 2 folio_ref_count()", said);
        Assert.DoesNotContain("no way to take such a page", said);
    }

    [Fact]
    public void A_map_is_told_in_stretches_and_goes_on() =>
        Assert.Contains("'map +", TextPlayer.Play(TextPlayer.BuiltIn(), "play guest-memory", "map"));

    [Fact]
    public void A_page_that_is_not_there_is_asked_for_again() =>
        Assert.Contains("Which page? From +0 to +1023", TextPlayer.Play("play pinned-anon", "page 1024"));

    [Fact]
    public void Terms_that_a_lesson_links_are_named_and_explained()
    {
        var said = TextPlayer.Play("play pinned-anon", "lesson", "term pin");
        Assert.Contains("'term NAME' explains: pin.", said);
        Assert.Contains("A reference that keeps", said);
    }

    [Fact]
    public void A_term_that_there_is_not_is_told_with_the_nearest() =>
        Assert.Contains("The glossary has no 'pim'. Did you mean 'pin'?", TextPlayer.Play("term pim"));

    [Fact]
    public void Sources_and_details_of_a_lesson_are_read_when_they_are_asked_for()
    {
        var said = TextPlayer.Play("play pinned-anon", "lesson");
        Assert.Contains("'more' reads the sources and details.", said);
        Assert.DoesNotContain("From the manual.", said);
        Assert.Contains("From the manual.", TextPlayer.Play("play pinned-anon", "lesson", "more"));
    }

    [Fact]
    public void A_guide_is_read_row_by_row() =>
        Assert.Contains("key: a | b; does: either.", TextPlayer.Play("guide learner"));

    [Fact]
    public void A_guide_that_there_is_not_is_answered_with_those_there_are() =>
        Assert.Contains("There is no guide 'cooking'. These there are:\n  learner: How to play", TextPlayer.Play("guide cooking"));

    [Fact]
    public void Pages_of_a_lesson_are_named() =>
        Assert.Contains("Picture: 2 pages of anon, 1 page of rdma-anon, 1 page of free.", TextPlayer.Play("play pinned-anon", "lesson"));

    [Fact]
    public void A_draft_of_the_screens_goes_on_here()
    {
        var world = new SmallWorld();
        world.Remember("draft:pinned-anon", "folio_mapcount(folio) > 3");
        Assert.Contains("  folio_mapcount(folio) > 3", TextPlayer.Play(world, "play pinned-anon", "text"));
    }

    [Theory]
    [InlineData("map", "The kinds alone")]
    [InlineData("kinds", "so nothing was run")]
    [InlineData("wrong", "so nothing was run")]
    [InlineData("map wrong", "so nothing was run")]
    [InlineData("proof", "so nothing was run")]
    [InlineData("compare", "so nothing was run")]
    [InlineData("watch", "so nothing was run")]
    [InlineData("score", "so nothing was run")]
    [InlineData("page +104", "Who holds it")]
    public void Of_a_text_that_is_no_predicate_nothing_is_said_that_was_not_seen(string command, string said)
    {
        var transcript = TextPlayer.Play("play pinned-anon", "skip folio_ref_count(", command).Split($"> {command}\n")[1];
        Assert.Contains(said, transcript, StringComparison.Ordinal);
        Assert.DoesNotContain("candidate", transcript, StringComparison.Ordinal);
        Assert.DoesNotContain("is wrong", transcript, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("!mapping && folio_ref_count(folio) - 1 > folio_mapcount(folio)")]
    [InlineData("true")]
    [InlineData("not mapping")]
    public void C_at_the_prompt_is_a_predicate(string text)
    {
        var world = new SmallWorld();
        TextPlayer.Play(world, "play pinned-anon", text, "check");
        Assert.Equal(text, Assert.Single(world.Attempts).Predicate);
    }

    [Fact]
    public void A_function_that_is_pasted_at_the_prompt_is_read_to_its_end()
    {
        var world = new SmallWorld();
        TextPlayer.Play(world, "play pinned-anon", "static bool f(struct folio *folio)", "{", "", "\treturn folio_mapped(folio);", "}", "check");
        Assert.Equal("static bool f(struct folio *folio)\n{\n\n\treturn folio_mapped(folio);\n}", Assert.Single(world.Attempts).Predicate);
    }

    [Fact]
    public void A_parenthesis_too_many_takes_no_command_for_its_end() =>
        Assert.Contains("Goodbye.", TextPlayer.Play("play pinned-anon", "folio_ref_count(folio", "quit"));

    [Fact]
    public void C_where_nothing_is_written_is_told_so() =>
        Assert.Contains("In a level of kind pick none is written.", TextPlayer.Play("play which-one", "!mapping"));

    [Fact]
    public void A_kind_leads_to_its_next_page()
    {
        var said = TextPlayer.Play("play pinned-anon", "page rdma-anon", "page rdma", "page nobody");
        Assert.Contains("rdma-anon  page +104", said, StringComparison.Ordinal);
        Assert.Contains("rdma-anon  page +105", said, StringComparison.Ordinal);
        Assert.Contains("No page here is of kind 'nobody'. There are anon, file, free, rdma-anon, slab.", said, StringComparison.Ordinal);
    }

    [Fact]
    public void An_answer_is_said_by_a_word_of_it_and_a_wrong_number_names_them()
    {
        var said = TextPlayer.Play("play foretell", "say 1 moves", "say 1 9", "say 1 skipped");
        Assert.Contains(": it moves.", said, StringComparison.Ordinal);
        Assert.Equal(2, said.Split("Question 1 has the answers 1, it moves; 2, it is tried, and stays").Length - 1);
    }

    [Fact]
    public void A_long_text_waits_for_more()
    {
        var output = new StringWriter { NewLine = "\n" };
        var speaker = new Speaker(output, pageLines: 2);
        speaker.SayLong(Enumerable.Range(1, 5).Select(i => Line.Of($"line {i}")));
        Assert.Equal("line 1\nline 2\n'more' goes on: 3 lines are left.\n", output.ToString());
        Assert.True(speaker.More());
        Assert.False(speaker.More());
        Assert.EndsWith("line 3\nline 4\nline 5\n", output.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Every_command_is_in_the_help_of_some_level_and_in_the_guide()
    {
        var guide = Repository.Read("content/guides/learner.md");
        var help = TextPlayer.Play(TextPlayer.BuiltIn(), [.. LevelKinds.All.SelectMany(k => new[] { $"play {EveryKindTests.LevelOf(k)}", "help all" }), "sandbox", "help all"]);
        Assert.All(TextCommands.All, c => Assert.Contains($"  {c.Usage}", help));
        Assert.All(TextCommands.All, c => Assert.Contains($"| `{c.Usage.Replace("|", "\\|", StringComparison.Ordinal)}` | {c.About} |", guide));
    }

    [Fact]
    public void The_program_plays_a_script_and_keeps_what_was_reached()
    {
        using var data = new TemporaryFolder();
        var run = TutorProcess.RunWith("play extra-reference\nskip folio_ref_count(folio) > folio_mapcount(folio)\ncheck\n"u8.ToArray(), "--text", "--data", data.Path);
        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        Assert.Contains("Gold: every goal of this level is met.", run.Out);
        Assert.DoesNotContain('\e', run.Out);
        using var progress = ProgressStore.Open(data.Path, TimeProvider.System);
        Assert.Equal("gold", Assert.Single(progress.History("extra-reference")).Verdict);
    }

    [Fact]
    public void A_link_of_the_closing_words_leads_on_whatever_was_read_before() =>
        Assert.DoesNotContain("in this pack", TextPlayer.Play(TextPlayer.BuiltIn(), "play four-pins", "lesson", "closing", "more", "more", "more", "follow 4"), StringComparison.Ordinal);
}
