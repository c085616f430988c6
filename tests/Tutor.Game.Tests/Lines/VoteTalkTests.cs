using Tutor.Game.Lines;
using Xunit;

namespace Tutor.Game.Tests.Lines;

/// <summary>A vote of a room, with one machine and a projector.</summary>
public sealed class VoteTalkTests
{
    static readonly string[] Feedback = ["This skips everything.", "The scanner's own reference is counted too.", "Everything that migration expects is taken off."];

    [Fact]
    public void Before_it_is_asked_for_nothing_tells_which_is_right()
    {
        var said = Vote(["3 1 2", "", "0 1 5", "q"]);
        Assert.All(Feedback, f => Assert.DoesNotContain(f, said));
        Assert.DoesNotContain("ight.", said);
        Assert.Contains("Enter: which one is right", said);
    }

    [Fact]
    public void Then_every_option_says_what_it_did_and_why_and_one_is_right()
    {
        var said = Vote(["3 1 2", "", "0 1 5", ""]);
        Assert.All(Feedback, f => Assert.Contains(f, said.ReplaceLineEndings(" ").Replace("    ", "", StringComparison.Ordinal)));
        Assert.Equal(1, said.Split("Right (").Length - 1);
        Assert.Equal(2, said.Split("Not right (").Length - 1);
    }

    [Fact]
    public void Both_votes_stand_side_by_side_and_the_first_only_then()
    {
        var said = Vote(["30 10 20", "", "0 10 50", "q"]);
        var (before, after) = (said[..said.IndexOf("Second vote", StringComparison.Ordinal)], said[said.IndexOf("Second vote", StringComparison.Ordinal)..]);
        Assert.DoesNotContain("###### ", before[before.IndexOf("First vote", StringComparison.Ordinal)..]);
        Assert.Contains($"   first {new string('#', 25)} 30\n   then   0\n", after);
        Assert.Contains($"   first {new string('#', 17)} 20\n   then  {new string('#', 42)} 50\n", after);
    }

    [Fact]
    public void What_is_no_vote_is_asked_for_again()
    {
        var said = Vote(["3 1", "a b c", "-1 2 3", "1,1;1", "q"]);
        Assert.Equal(3, said.Split("3 numbers with blanks between").Length - 1);
        Assert.Contains("3 votes; how they fell stays hidden.", said);
    }

    [Fact]
    public void The_first_vote_may_come_from_what_was_handed_in()
    {
        var said = Vote(["", "0 0 4", "q"], new Dictionary<string, int> { ["all"] = 2, ["right"] = 1 });
        Assert.Contains("3 votes from what was handed in", said);
        Assert.DoesNotContain("First vote", said);
        Assert.Contains(" 2\n", said[said.IndexOf("Second vote", StringComparison.Ordinal)..]);
    }

    [Theory]
    [InlineData("q")]
    [InlineData("1 1 1|q")]
    [InlineData("1 1 1")]
    [InlineData("1 1 1||2 2 2")]
    public void It_can_be_left_at_any_time(string lines) => Assert.NotEmpty(Vote(lines.Split('|')));

    [Fact]
    public void Large_letters_and_plain_ones_stand_for_the_same_options()
    {
        var (large, plain) = (Vote(["q"], isLarge: true), Vote(["q"]));
        Assert.Contains("#####", large);
        Assert.DoesNotContain("#", plain);
        Assert.All(new[] { "true", "folio_ref_count(folio) > 1" }, option =>
        {
            Assert.Contains(option, large);
            Assert.Contains($") {option}", plain);
        });
    }

    static string Vote(string[] lines, Dictionary<string, int>? first = null, bool isLarge = false)
    {
        var pack = new SmallWorld().Pack;
        var prepared = pack.Open(pack.Find("which-one")!).Sitting!.Prepared;
        var transcript = new StringWriter { NewLine = "\n" };
        new VoteTalk(prepared, new LineInput(new StringReader(string.Join('\n', lines) + "\n")), new Speaker(transcript), isLarge).Run(first);
        return transcript.ToString();
    }
}
