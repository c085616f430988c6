using Tutor.Game.Playing;
using Tutor.Game.Playing.Progress;
using Xunit;

namespace Tutor.Game.Tests.Progress;

/// <summary>What is kept beside attempts while a level is played.</summary>
public sealed class SittingEventsTests
{
    readonly PlayedPack _pack = TextPlayer.BuiltIn();

    [Fact]
    public void A_visit_is_kept_with_its_hints_its_lesson_and_what_did_not_compile()
    {
        TextPlayer.Play(_pack, "play extra-reference", "hint", "lesson", "skip folio_ref_count( + nonsense", "check", "play first-scan", "quit");
        Assert.Equal(
            ["level_opened ", "hint_shown 1", "lesson_read lessons/extra-reference.md", "not_compiled TUT1005", "level_left "],
            _pack.Progress.Events("extra-reference").Select(Told));
        Assert.Empty(_pack.Progress.History("extra-reference"));
    }

    [Fact]
    public void Of_several_choices_the_first_is_kept_and_after_a_reset_the_first_one_then()
    {
        TextPlayer.Play(_pack, "play swap-cache", "pick 2", "check", "pick 1", "check", "quit");
        _pack.Progress.Note(new PlayerEvent(PlayerEventKind.Reset, "swap-cache", 0));
        TextPlayer.Play(_pack, "play swap-cache", "pick 3", "check", "quit");
        var options = _pack.Find("swap-cache")!.Level!.Options;
        Assert.Equal([options[1].Id, options[2].Id],
            _pack.Progress.Events("swap-cache").Where(e => e.Kind == PlayerEventKind.FirstChoice).Select(e => e.Detail));
    }

    [Fact]
    public void A_level_is_left_once()
    {
        TextPlayer.Play(_pack, "play extra-reference", "quit");
        _pack.Leave();
        _pack.Leave();
        Assert.Equal(["level_opened ", "level_left "], _pack.Progress.Events("extra-reference").Select(Told));
    }

    static string Told(PlayerEvent happened) => $"{happened.Kind.Id()} {happened.Detail}";
}
