using Tutor.Core.Levels;
using Tutor.Game.Playing;
using Tutor.Game.Playing.Progress;
using Xunit;

namespace Tutor.Game.Tests.Fronts;

/// <summary>What a player meets when nothing is left of the course.</summary>
public sealed class CourseEndTests
{
    const string LastLevel = "open-review";

    [Fact]
    public void On_the_screens_the_end_opens_by_itself_with_what_comes_now()
    {
        var said = Front.Of("screens").Play(AllButOne(), new Deed.Open(LastLevel), new Deed.Write("false"), new Deed.HandIn());
        Assert.Contains("What you have learned", said, StringComparison.Ordinal);
        Assert.Contains("After the course", said, StringComparison.Ordinal);
    }

    [Fact]
    public void In_lines_the_end_is_named_and_read_by_a_command()
    {
        var pack = AllButOne();
        Assert.Contains("'closing' sums the course up", Front.Of("lines").Play(pack, new Deed.Open(LastLevel), new Deed.Write("false"), new Deed.HandIn()), StringComparison.Ordinal);
        var read = TextPlayer.Play(pack, "closing", "more", "more", "more", "quit");
        Assert.Contains("An extra reference", read, StringComparison.Ordinal);
        Assert.Contains("What the kernel does today", read, StringComparison.Ordinal);
        Assert.Contains("46 of 46 passed, 46 gold, 2 of 2 open tried", read, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("screens")]
    [InlineData("lines")]
    public void Before_that_nothing_speaks_of_an_end(string front)
    {
        var said = Front.Of(front).Play(TextPlayer.BuiltIn(), new Deed.Open(LastLevel), new Deed.Write("false"), new Deed.HandIn());
        Assert.DoesNotContain("What you have learned", said, StringComparison.Ordinal);
        Assert.DoesNotContain("'closing' sums", said, StringComparison.Ordinal);
    }

    /// <summary>Everything is behind the player but the first open level.</summary>
    static PlayedPack AllButOne()
    {
        var pack = TextPlayer.BuiltIn();
        foreach (var entry in pack.Entries.Where(e => e.Id != LastLevel))
        {
            pack.Progress.Record(new Attempt(entry.Id, entry.Revision, "an answer", entry.Kind == LevelKind.Open ? "none" : "gold"));
        }

        return pack;
    }
}
