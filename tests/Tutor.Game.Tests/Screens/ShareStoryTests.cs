using Tutor.Storage;
using Xunit;

namespace Tutor.Game.Tests.Screens;

/// <summary>What a player shows to others.</summary>
public sealed class ShareStoryTests
{
    [Fact]
    public void After_a_pass_a_card_is_shown_and_saved_on_request()
    {
        var player = new Player().Press("Enter").Write(SmallWorld.RightAnswer).Press("Ctrl+F")
            .Sees("Tutor: An extra reference").Sees("pinned-anon: passed").Sees("> migrated").DoesNotSee("folio_");
        Assert.Empty(player.World.Saved);
        player.Press("s").Sees("saved as card-pinned-anon.txt");
        Assert.DoesNotContain("folio_", player.World.Saved["card-pinned-anon.txt"], StringComparison.Ordinal);
    }

    [Fact]
    public void A_predicate_that_does_not_pass_makes_no_card() => new Player().Press("Enter", "Ctrl+F").Sees("A card to share is made of").DoesNotSee("Tutor: ");

    [Fact]
    public void A_forecast_that_is_still_to_be_made_is_told_by_no_card() =>
        new Player().Press("Down", "Down", "Enter", "Ctrl+F").Sees("A card to share is made of");

    [Theory]
    [InlineData("guest-memory")]
    [InlineData("tebibyte")]
    public void A_card_is_small_and_plain_on_any_map(string level)
    {
        var run = TutorProcess.Run("run", level, "-e", "folio_ref_count(folio) > 9", "--card");
        var lines = run.Out.TrimEnd('\n').Split('\n');
        Assert.InRange(lines.Length, 10, 20);
        Assert.All(lines, line => Assert.InRange(line.Length, 1, 60));
        Assert.DoesNotContain("folio", run.Out, StringComparison.Ordinal);
    }

    [Fact]
    public void A_card_is_no_json() => Assert.Equal(2, TutorProcess.Run("run", "guest-memory", "--solution", "reference", "--card", "--json").ExitCode);

    [Fact]
    public void Text_mode_says_the_card_too()
    {
        var said = TextPlayer.Play("play pinned", "card", $"skip {SmallWorld.RightAnswer}", "card");
        Assert.Contains("made of a predicate that passes", said, StringComparison.Ordinal);
        Assert.Contains("pinned-anon: passed\n+---", said, StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_of_the_players_is_never_written_over()
    {
        using var folder = new TemporaryFolder();
        var first = OwnFiles.Save(folder.Path, "card.txt", "one");
        var second = OwnFiles.Save(folder.Path, "card.txt", "two");
        Assert.Equal(("one", "two"), (File.ReadAllText(first.Path!), File.ReadAllText(second.Path!)));
        Assert.EndsWith("card-2.txt", second.Path, StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_that_cannot_be_made_says_why() => Assert.NotNull(OwnFiles.Save("/proc/nowhere", "card.txt", "one").Problem);
}
