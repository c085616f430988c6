using Tutor.Game.Playing;
using Tutor.Game.Playing.Progress;
using Xunit;

namespace Tutor.Game.Tests.Fronts;

/// <summary>What both ways of playing have in common: told once, played in each.</summary>
public sealed class FrontStoryTests
{
    const string Right = SmallWorld.RightAnswer;

    public static TheoryData<string> Fronts => ["screens", "lines"];

    [Theory]
    [MemberData(nameof(Fronts))]
    public void A_wrong_answer_and_a_right_one_are_both_kept(string front)
    {
        var world = new SmallWorld();
        var said = Front.Of(front).Play(world, new Deed.Open("pinned-anon"), new Deed.Write("true"), new Deed.HandIn(), new Deed.Write(Right), new Deed.HandIn());
        Assert.Equal([("true", "fail"), (Right, "pass")], world.Attempts.Select(a => (a.Predicate, a.Verdict)));
        Assert.Contains("Not yet.", said, StringComparison.Ordinal);
        Assert.Contains("Passed; for gold: blocks freed at least 1.", said, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Fronts))]
    public void Why_it_was_right_is_read_after_a_pass_and_not_before(string front)
    {
        const string why = "Take the expected ones off";
        Assert.DoesNotContain(why, Front.Of(front).Play(new SmallWorld(), new Deed.Open("pinned-anon"), new Deed.Write("true"), new Deed.HandIn()), StringComparison.Ordinal);
        Assert.Contains(why, Front.Of(front).Play(new SmallWorld(), new Deed.Open("pinned-anon"), new Deed.Write(Right), new Deed.HandIn()), StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Fronts))]
    public void A_text_that_does_not_compile_is_no_attempt_and_its_codes_are_kept(string front)
    {
        var world = new SmallWorld();
        Front.Of(front).Play(world, new Deed.Open("pinned-anon"), new Deed.Write("folio_ref_cuont(folio) > 1"), new Deed.HandIn());
        Assert.Empty(world.Attempts);
        Assert.Equal("TUT2001", world.Noted.Single(e => e.Kind == PlayerEventKind.NotCompiled).Detail);
    }

    [Theory]
    [MemberData(nameof(Fronts))]
    public void The_first_choice_is_kept_whatever_is_chosen_later(string front)
    {
        var world = new SmallWorld();
        var said = Front.Of(front).Play(world, new Deed.Open("which-one"), new Deed.Choose("all"), new Deed.HandIn(), new Deed.Choose("right"), new Deed.HandIn());
        Assert.Equal("all", world.Noted.Single(e => e.Kind == PlayerEventKind.FirstChoice).Detail);
        Assert.Equal([("all", "fail"), ("right", "pass")], world.Attempts.Select(a => (a.Option, a.Verdict)));
        Assert.Contains("This skips everything.", said, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Fronts))]
    public void A_forecast_that_is_half_right_says_how_much_and_not_what(string front)
    {
        var world = new SmallWorld();
        var said = Front.Of(front).Play(world, new Deed.Open("foretell"), new Deed.Foretell(1, 1), new Deed.Foretell(2, 1), new Deed.HandIn());
        Assert.Equal("fail", world.Attempts.Single().Verdict);
        Assert.Contains("1 of 2", said, StringComparison.Ordinal);
        Assert.DoesNotContain("In truth", said, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Fronts))]
    public void A_forecast_that_comes_true_passes(string front)
    {
        var world = new SmallWorld();
        Front.Of(front).Play(world, new Deed.Open("foretell"), new Deed.Foretell(1, 1), new Deed.Foretell(2, 2), new Deed.HandIn());
        Assert.Equal("pass", world.Attempts.Single().Verdict);
    }

    [Theory]
    [MemberData(nameof(Fronts))]
    public void Marks_tell_who_holds_a_page_when_they_are_handed_in_and_not_before(string front)
    {
        const string who = "gather";
        var pack = TextPlayer.BuiltIn();
        Deed[] marked = [new Deed.Open("eight-pages"), .. "tstttsts".Select((mark, page) => new Deed.Mark(page, mark == 's'))];
        Assert.DoesNotContain(who, Front.Of(front).Play(TextPlayer.BuiltIn(), marked), StringComparison.Ordinal);
        Assert.Contains("Gold", Front.Of(front).Play(pack, [.. marked, new Deed.HandIn()]), StringComparison.Ordinal);
        Assert.Equal([("page:+0=take; page:+1=skip; page:+2=take; page:+3=take; page:+4=take; page:+5=skip; page:+6=take; page:+7=skip", "gold")], Kept(pack, "eight-pages"));
    }

    [Theory]
    [MemberData(nameof(Fronts))]
    public void Marks_that_are_not_whole_are_not_handed_in(string front)
    {
        var pack = TextPlayer.BuiltIn();
        var said = Front.Of(front).Play(pack, new Deed.Open("eight-pages"), new Deed.Mark(1, IsSkip: true), new Deed.HandIn());
        Assert.Contains("7 of 8 pages have no mark yet.", said, StringComparison.Ordinal);
        Assert.Empty(Kept(pack, "eight-pages"));
    }

    [Theory]
    [MemberData(nameof(Fronts))]
    public void A_painted_memory_is_kept_as_its_kinds_and_one_that_nothing_is_wrong_about_fails(string front)
    {
        var pack = TextPlayer.BuiltIn();
        var said = Front.Of(front).Play(pack, new Deed.Open("break-stock"), new Deed.Paint("anon"), new Deed.HandIn(), new Deed.Paint("vfio-shmem"), new Deed.HandIn());
        Assert.Contains("Not yet", said, StringComparison.Ordinal);
        Assert.Contains("Silver", said, StringComparison.Ordinal);
        Assert.Equal([("anon", "fail"), ("anon vfio-shmem", "silver")], Kept(pack, "break-stock"));
    }

    static IEnumerable<(string Answer, string Verdict)> Kept(PlayedPack pack, string level) =>
        pack.Progress.History(level).Reverse().Select(a => (a.Predicate, a.Verdict));

    [Theory]
    [MemberData(nameof(Fronts))]
    public void Opening_a_hint_the_lesson_and_leaving_are_kept_in_order(string front)
    {
        var world = new SmallWorld();
        Front.Of(front).Play(world, new Deed.Open("pinned-anon"), new Deed.Hint(), new Deed.ReadLesson());
        Assert.Equal([PlayerEventKind.LevelOpened, PlayerEventKind.HintShown, PlayerEventKind.LessonRead, PlayerEventKind.LevelLeft],
            world.Noted.Select(e => e.Kind).Where(k => k is not (PlayerEventKind.TextOpened or PlayerEventKind.TextLeft)));
    }

    [Theory]
    [InlineData("screens", "lines")]
    [InlineData("lines", "screens")]
    public void A_draft_of_one_goes_on_in_the_other(string first, string second)
    {
        var world = new SmallWorld();
        Front.Of(first).Play(world, new Deed.Open("pinned-anon"), new Deed.Write(Right));
        Front.Of(second).Play(world, new Deed.Open("pinned-anon"), new Deed.HandIn());
        Assert.Equal((Right, "pass"), world.Attempts.Select(a => (a.Predicate, a.Verdict)).Single());
    }

    [Theory]
    [MemberData(nameof(Fronts))]
    public void A_forecast_handed_in_again_as_it_was_is_no_second_try(string front)
    {
        var world = new SmallWorld();
        var said = Front.Of(front).Play(world, new Deed.Open("foretell"), new Deed.Foretell(1, 1), new Deed.Foretell(2, 1), new Deed.HandIn(), new Deed.HandIn());
        Assert.Single(world.Attempts);
        Assert.Contains("Nothing is changed since your last try.", said, StringComparison.Ordinal);
        Assert.DoesNotContain("In truth", said, StringComparison.Ordinal);
    }
}
