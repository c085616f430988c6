using Tutor.Core.Levels;
using Tutor.Game.Reading;
using Xunit;

namespace Tutor.Game.Tests.Screens;

/// <summary>What gets the rows of a small screen, and what is said of the rest.</summary>
public sealed class RoomStoryTests
{
    const string TenLines = "static bool skip(struct folio *folio)\n{\n        int refs = folio_ref_count(folio);\n        int maps = folio_mapcount(folio);\n\n"
        + "        if (refs > 1)\n                return true;\n\n        return maps > refs;\n}";

    public static TheoryData<string> Picks => [.. TextPlayer.BuiltIn().Entries.Where(e => e.Level?.Kind == LevelKind.Pick).Select(e => e.Id)];

    public static TheoryData<string> OneOfEachKind => [.. TextPlayer.BuiltIn().Entries.Where(e => e.Level is not null).DistinctBy(e => e.Level!.Kind).Select(e => e.Id)];

    static Player Writing() => new Player().Press("Enter", "Esc");

    [Fact]
    public void A_function_of_ten_lines_is_seen_whole_while_it_is_written()
    {
        var player = Writing().Write(TenLines);
        foreach (var line in TenLines.Split('\n').Where(l => l.Length > 1))
        {
            player.Sees(line.Trim()[..Math.Min(30, line.Trim().Length)]);
        }

        player.Press("Tab").DoesNotSee("static bool skip").Sees("return maps > refs");
    }

    [Fact]
    public void A_function_is_opened_at_its_beginning_and_a_line_at_its_end()
    {
        var player = Player.At("review-v4", 80, 24).Sees("static bool page_has_extra_refs");
        Assert.Equal(1, player.Picture.Cursor?.X);
        Assert.True(Writing().Picture.Cursor?.X > 20);
    }

    [Fact]
    public void Keys_go_to_both_ends_of_the_text()
    {
        var player = Writing().Write(TenLines).Press("Ctrl+Home");
        var first = player.Picture.Cursor;
        var last = player.Press("Ctrl+End").Picture.Cursor;
        Assert.True(first?.Y < last?.Y);
        Assert.Equal(first, player.Press("Ctrl+G", "A").Picture.Cursor);
        Assert.Equal(last, player.Press("Ctrl+G", "E").Picture.Cursor);
    }

    [Theory]
    [MemberData(nameof(Picks))]
    public void Every_answer_of_a_pick_level_is_seen_or_said_to_be_there(string level)
    {
        var last = (char)('a' + TextPlayer.BuiltIn().Find(level)!.Level!.Options.Length - 1);
        foreach (var (width, height) in new[] { (60, 20), (80, 24) })
        {
            var screen = Player.At(level, width, height).Screen;
            Assert.True(screen.Contains($" {last}) ", StringComparison.Ordinal) || screen.Contains("↓ Down ", StringComparison.Ordinal), screen);
        }
    }

    [Fact]
    public void A_list_takes_the_rows_that_a_small_map_leaves() => Player.At("eight-pages", 80, 24).Sees(" +7 ");

    [Fact]
    public void What_is_below_is_said_until_it_is_seen()
    {
        var player = new Player(TextPlayer.BuiltIn(), 80, 24);
        player.Game.Open(new Game.Screens.BriefCard(player.Game.Top, string.Concat(Enumerable.Repeat("A line.\n\n", 40)) + "The last.\n"));
        player.Sees("↓ more: PageDown").Sees("PgDn more");
        player.Press("PageDown", "PageDown", "PageDown", "PageDown", "PageDown").Sees("The last.").DoesNotSee("↓ more").DoesNotSee("PgDn more").Sees("Enter begins");
    }

    [Fact]
    public void The_menu_says_that_it_goes_on_as_long_as_it_does() =>
        Writing().Press("Ctrl+G").Sees("PgDn more").Press("PageDown", "PageDown", "PageDown", "PageDown", "PageDown").DoesNotSee("PgDn more");

    [Fact]
    public void The_whole_brief_is_left_by_the_key_that_begins() => Writing().Press("Alt+R").Sees("end").Press("Enter").Sees("Skip this page?");

    [Fact]
    public void A_text_that_is_no_predicate_has_no_verdicts()
    {
        var player = Writing().Write("false").Sees("> migrated");
        var before = player.Picture;
        Assert.Contains(Cells(before), c => c.Ink == Ink.Migrated);
        player.Type(" fo").Sees("before this text").DoesNotSee("You let it through");
        Assert.DoesNotContain(Cells(player.Picture), c => c.Ink == Ink.Migrated);
        player.Write("false").DoesNotSee("before this text");
        Assert.Contains(Cells(player.Picture), c => c.Ink == Ink.Migrated);

        static IEnumerable<Game.Drawing.Cell> Cells(Game.Drawing.Grid grid) => Enumerable.Range(8, 20).Select(x => grid[x, 6]);
    }

    [Fact]
    public void What_a_page_is_marked_by_stands_in_the_table() =>
        Player.At("held-or-not", 80, 24).Sees("ref_count mapcount  mapping private?").Sees("yes");

    [Theory]
    [InlineData(80, 24)]
    [InlineData(120, 40)]
    [InlineData(200, 50)]
    public void A_per_cent_says_of_what(int width, int height) => Player.At("guest-memory", width, height).Sees("futile: % of what cannot move").Sees("false skips: % of what can move");

    [Theory]
    [InlineData(60, 20)]
    [InlineData(80, 24)]
    public void A_missed_goal_is_among_the_rows_that_are_seen(int width, int height) => Player.At("cannot-be-split", width, height).Sees("Misses a goal").Sees("✗ ≤0");

    [Theory]
    [MemberData(nameof(OneOfEachKind))]
    public void How_the_answer_stands_is_not_cut_on_the_smallest_screen(string level) =>
        Assert.DoesNotContain('…', Player.At(level, 60, 20).Screen.Split('\n')[17][..31]);

    [Theory]
    [InlineData(80, 24)]
    [InlineData(120, 40)]
    public void What_comes_after_the_course_and_the_guides_are_not_cut(int width, int height)
    {
        var player = new Player(TextPlayer.BuiltIn(), width, height).Press("a").Sees("The end of the course");
        Assert.DoesNotContain('…', player.Screen);
        player.Press("Esc", "r").Sees("How to run a workshop");
        Assert.DoesNotContain('…', player.Screen);
    }

    [Fact]
    public void A_long_text_has_two_columns_where_they_fit_and_is_read_from_the_one_into_the_other()
    {
        var player = new Player(TextPlayer.BuiltIn(), 200, 50).Press("g");
        var topOfSecond = player.Screen.Split('\n')[2][100..].Trim(' ', '┃');
        Assert.Equal("slab", topOfSecond);
        Assert.Equal(topOfSecond, player.Press("Down").Screen.Split('\n')[47][..98].Trim());
    }

    [Fact]
    public void Where_a_text_is_seen_whole_no_key_scrolls_it() => Writing().Press("Alt+R").DoesNotSee("Down scroll");

    [Fact]
    public void A_number_that_was_said_is_seen_on_the_smallest_screen() =>
        Player.At("read-a-dump", 60, 20).Type("1024").Sees("held by mappings  1024");
}
