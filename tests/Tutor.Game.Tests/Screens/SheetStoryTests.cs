using Tutor.Game.Playing.Progress;
using Tutor.Storage;
using Xunit;

namespace Tutor.Game.Tests.Screens;

/// <summary>Passed levels become a reference.</summary>
public sealed class SheetStoryTests
{
    [Fact]
    public void A_passed_level_is_read_again_with_the_players_own_predicate()
    {
        var world = new SmallWorld();
        world.Attempts.Add(new Attempt("pinned-anon", 1, "folio_ref_count(folio) > 9", "pass", """{"nodes":5}"""));
        world.Attempts.Add(new Attempt("pinned-anon", 1, "folio_ref_count(folio) > 8 && folio_test_anon(folio)", "pass", """{"nodes":9}"""));
        world.Attempts.Add(new Attempt("which-one", 1, "true", "fail"));
        var player = new Player(world, 100, 40).Press("s").Sees("An extra reference (passed)").Sees("Take the expected ones off.").DoesNotSee("What is left holds")
            .Sees("folio_ref_count(folio) > 9").DoesNotSee("> 8").DoesNotSee("Which one").Sees("The kernel's names that you used");
        player.Press("s").Sees("saved as sheet.md");
        Assert.Contains("| `folio_ref_count` |", player.World.Saved["sheet.md"], StringComparison.Ordinal);
    }

    [Fact]
    public void Of_equals_the_higher_medal_counts_before_the_shorter_text()
    {
        var world = new SmallWorld();
        world.Attempts.Add(new Attempt("pinned-anon", 1, "mapping", "pass", """{"nodes":1}"""));
        world.Attempts.Add(new Attempt("pinned-anon", 1, "!mapping", "gold", """{"nodes":2}"""));
        new Player(world, 100, 40).Press("s").Sees("(gold)").Sees("!mapping");
    }

    [Fact]
    public void A_scan_that_was_watched_leaves_no_predicate_of_the_players()
    {
        var world = new SmallWorld();
        world.Attempts.Add(new Attempt("look-on", 1, "folio_ref_count(folio) > 1", "pass", How: AttemptHow.Watched));
        new Player(world).Press("s").Sees("Look on (passed)").DoesNotSee("folio_ref_count");
    }

    [Fact]
    public void Before_the_first_pass_the_sheet_says_what_will_stand_in_it() =>
        Assert.Contains("Each level that you pass adds what it taught", TextPlayer.Play("sheet"), StringComparison.Ordinal);

    [Fact]
    public void The_command_line_writes_it_and_writes_over_nothing()
    {
        using var folder = new TemporaryFolder();
        using (var store = ProgressStore.Open(folder.Path, TimeProvider.System))
        {
            store.Record(new Attempt("extra-reference", 1, "folio_ref_count(folio) > folio_mapcount(folio)", "gold"));
        }

        var path = Path.Combine(folder.Path, "my.md");
        Assert.Equal(0, TutorProcess.Run("sheet", path, "--data", folder.Path).ExitCode);
        Assert.Contains("| `folio_mapcount` |", File.ReadAllText(path), StringComparison.Ordinal);
        Assert.Equal(3, TutorProcess.Run("sheet", path, "--data", folder.Path).ExitCode);
    }

    [Fact]
    public void To_ask_for_a_sheet_leaves_no_progress_behind()
    {
        using var folder = new TemporaryFolder();
        Assert.Equal(0, TutorProcess.Run("sheet", "--data", folder.Path).ExitCode);
        Assert.Empty(Directory.GetFiles(folder.Path));
    }
}
