using Tutor.Core.Levels;
using Tutor.Core.Play;
using Tutor.Core.Scoring;
using Tutor.Core.Text;
using Tutor.Game.Playing;
using Tutor.Game.Playing.Progress;
using Tutor.Game.Screens;
using Xunit;

namespace Tutor.Game.Tests.Screens;

/// <summary>At the list of levels: where the player stands, and what is next.</summary>
public sealed class HomeStoryTests
{
    static readonly CatalogEntry First = Entry("first", "One", LevelKind.Write, 5, GoalTier.Gold) is var first
        ? first with { Level = first.Level! with { Teaches = ["own-reference"] } } : null!;

    static readonly CatalogEntry Second = Entry("second", "One", LevelKind.Pick, 3, GoalTier.Pass);

    static readonly CatalogEntry Third = Entry("third", "Two", LevelKind.Write, 7, GoalTier.Pass);

    static readonly CatalogEntry Open = Entry("open", "Two", LevelKind.Open, 7, GoalTier.Pass);

    [Theory]
    [InlineData(null, 0, "")]
    [InlineData(null, 1, "")]
    [InlineData(null, 2, "seen")]
    [InlineData("fail", 0, "tried")]
    [InlineData("fail", 2, "seen")]
    [InlineData("pass", 2, "passed")]
    [InlineData("gold", 0, "gold")]
    public void A_level_whose_answer_was_shown_is_seen_until_it_is_passed(string? verdict, int hints, string word) =>
        Assert.Equal(word, new LevelStanding(First with { Level = First.Level! with { Hints = [new LevelHint("nudge", "", default), new LevelHint("answer", "", default)] } },
            verdict is null ? null : new LevelProgress("first", 1, verdict, 1), hints).Word);

    [Fact]
    public void What_no_level_has_is_said_and_opens_none() =>
        new Player().Press("/").Type("zzzz").Sees("no level has this").Press("Enter").Sees("find: zzzz").Press("Esc").DoesNotSee("find:")
            .Press("/").DoesNotSee("no level has this").Press("Enter").Sees("What is asked");

    [Fact]
    public void The_answer_of_the_last_hint_leaves_the_level_seen() =>
        new Player().Press("Enter", "F3", "F3", "Enter", "Esc", "Esc", "Esc").Sees("seen").Sees("Seen: the answer was shown.");

    [Fact]
    public void An_answer_that_was_shown_is_kept_once_and_the_player_moves_on()
    {
        var player = new Player().Press("Enter", "F3", "m").Sees("Take one off").Press("m").Sees("Which one asks the right thing?");
        Assert.Equal((VerdictWords.Seen, AttemptHow.Shown), player.World.Attempts.Select(a => (a.Verdict, a.How)).Single());
    }

    [Fact]
    public void A_level_that_was_seen_can_still_be_passed_and_then_its_answer_is_no_news()
    {
        var player = new Player().Press("Enter").Write(SmallWorld.RightAnswer).Press("F5", "Esc", "F3", "m");
        Assert.Equal(["pass"], player.World.Attempts.Select(a => a.Verdict));
    }

    [Fact]
    public void To_have_the_answer_shown_is_no_try() =>
        new Player().Press("Enter", "F3", "m", "Esc", "F11").Sees("You have not handed in anything here yet.");

    [Fact]
    public void A_broad_screen_has_the_whole_course_in_two_columns_in_which_one_clicks()
    {
        var pack = TextPlayer.BuiltIn();
        var player = Player.At("first-scan", 200, 50).Press("Esc").Sees(pack.Entries[0].Title).Sees(pack.Entries[^1].Title).DoesNotSee("┃");
        player.Click(pack.Entries[^1].Title);
        Assert.Equal(pack.Entries[^1].Id, ((HomeScreen)player.Game.Top).Selected!.Id);
        player.Width = 80;
        player.Sees("┃").Sees($"▸     {pack.Entries[^1].Title}");
    }

    [Fact]
    public void Under_the_title_a_line_shows_how_much_is_passed() =>
        new Player().DoesNotSee("═").Press("Enter").Write(SmallWorld.RightAnswer).Press("F5", "Esc", "Esc").Sees("1 of 5 passed").Sees(new string('═', 15) + "─");

    [Fact]
    public void A_large_screen_says_what_is_asked_and_what_it_builds_on() =>
        new Player(width: 120, height: 40).Sees("New here: extra reference.").Sees("Builds on: skip predicate.").Sees("Some pages of this memory are pinned by a")
            .Sees("0 of 2 passed; about 8 min to go.");

    [Fact]
    public void A_passed_level_says_the_players_best_by_each_goal()
    {
        var world = new SmallWorld();
        world.Attempts.Add(new Attempt("pinned-anon", 1, "a", "pass", """{"futile":7,"false_skips":1}"""));
        world.Attempts.Add(new Attempt("pinned-anon", 1, "b", "pass", """{"futile":3,"false_skips":2}"""));
        new Player(world, 120, 40).Press("Home").Sees("futile 3  try 2").Sees("false skips 1  try 1");
    }

    [Fact]
    public void The_filter_shows_what_is_left_to_pass_and_then_what_has_a_medal_left()
    {
        var world = new SmallWorld();
        world.Attempts.Add(new Attempt("pinned-anon", 1, "a", "pass", "{}"));
        world.Attempts.Add(new Attempt("which-one", 1, "b", "gold", "{}"));
        var player = new Player(world);
        player.Press("f").Sees("shown: what is left to pass").Sees("What will happen?").DoesNotSee("Which one asks");
        player.Press("f").Sees("shown: passed, with a medal left").Sees("An extra reference").DoesNotSee("Which one asks").DoesNotSee("Look on");
        player.Press("f").DoesNotSee("shown:").Sees("Which one asks");
    }

    [Fact]
    public void A_filter_that_leaves_nothing_is_passed_over() =>
        new Player().Press("f").Sees("shown: what is left to pass").Press("f").DoesNotSee("shown:");

    [Fact]
    public void A_chapter_with_a_level_left_says_nothing() =>
        Assert.Empty(ChapterEnd.Text([Passed(First), Untried(Second), Untried(Third)], "first"));

    [Fact]
    public void The_last_level_of_a_chapter_sums_it_up_and_names_the_next()
    {
        var text = ChapterEnd.Text([Passed(First), Passed(Second, "gold"), Untried(Third), Untried(Open)], "second");
        Assert.Contains("## The chapter is done: One", text, StringComparison.Ordinal);
        Assert.Contains("2 levels passed, 1 with gold.\n\nWhat you can say now:\n\n- *First*: own reference.", text, StringComparison.Ordinal);
        Assert.Contains("*First* has a medal left (passed so far)", text, StringComparison.Ordinal);
        Assert.Contains("Next: **Two**, 2 levels, about 7 min.", text, StringComparison.Ordinal);
    }

    public static TheoryData<string> Teaching => [.. TextPlayer.BuiltIn().Entries.Where(e => e.Level is { Teaches.IsEmpty: false }).Select(e => e.Id)];

    [Theory]
    [MemberData(nameof(Teaching))]
    public void What_a_level_taught_is_one_sentence_that_stands_alone(string id)
    {
        var learned = TextPlayer.BuiltIn().Find(id)!.Level!.Learned;
        Assert.Matches(@"^(?!(This|That|These|The same|It|One load|Nothing|Not) )([A-Z`]|v[124] )[^\n]{20,150}\.$", learned);
        Assert.DoesNotContain(". ", learned, StringComparison.Ordinal);
    }

    [Fact]
    public void The_last_level_of_the_pack_says_so_and_open_levels_do_not_hinder()
    {
        var text = ChapterEnd.Text([Passed(First), Passed(Second), Passed(Third), Untried(Open)], "third");
        Assert.Contains("## And so is the pack", text, StringComparison.Ordinal);
    }

    static LevelStanding Passed(CatalogEntry level, string verdict = "pass") => new(level, new LevelProgress(level.Id, 1, verdict, 1), 0);

    static LevelStanding Untried(CatalogEntry level) => new(level, null, 0);

    static CatalogEntry Entry(string id, string chapter, LevelKind kind, int minutes, GoalTier best)
    {
        var level = new Level
        {
            Source = SourceText.From("level", ""), Id = id, Title = char.ToUpperInvariant(id[0]) + id[1..], Kind = kind, Minutes = minutes,
            Goals = [new Goal(best, Metric.Goals[0], Bound.Number(BoundSide.Max, 0))],
        };
        return new CatalogEntry($"{id}.yaml", id, level, new Chapter(chapter, chapter, [id]), []);
    }
}
