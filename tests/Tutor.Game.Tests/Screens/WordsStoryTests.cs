using Xunit;

namespace Tutor.Game.Tests.Screens;

/// <summary>A predicate in words, on request.</summary>
public sealed class WordsStoryTests
{
    [Fact]
    public void The_predicate_at_hand_is_said_in_words() =>
        new Player().Press("Enter").Write("!mapping").Press("Alt+W").Sees("Skip the page if there is no mapping").Press("Esc").Sees("!mapping");

    [Fact]
    public void What_is_no_predicate_yet_is_not_said() => new Player().Press("Enter").Write("!mappin").Press("Alt+W").Sees("This is not a predicate yet");

    [Fact]
    public void Text_mode_says_it_too() =>
        Assert.Contains("Skip the page if folio_ref_count is more than 1", TextPlayer.Play("play pinned", "words"), StringComparison.Ordinal);

    [Fact]
    public void The_command_line_says_it_and_shows_what_is_wrong()
    {
        Assert.Contains("Skip the page if there is no mapping", TutorProcess.Run("explain", "-e", "!mapping").Out, StringComparison.Ordinal);
        var wrong = TutorProcess.Run("explain", "-e", "!mappin");
        Assert.Equal(3, wrong.ExitCode);
        Assert.Contains("mapping", wrong.Error, StringComparison.Ordinal);
        Assert.Equal(2, TutorProcess.Run("explain", "pin", "-e", "!mapping").ExitCode);
    }
}
