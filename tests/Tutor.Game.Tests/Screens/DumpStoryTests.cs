using Xunit;

namespace Tutor.Game.Tests.Screens;

/// <summary>A page dump of one's own, on a screen and in text mode.</summary>
public sealed class DumpStoryTests
{
    static readonly string Log = File.ReadAllText(Repository.PathOf("tests/fixtures/dumps/three-pages.dmesg"));

    [Fact]
    public void A_pasted_log_becomes_cards_and_kinds_to_take_along()
    {
        var player = new Player(width: 100, height: 40).Press("d").Sees("Paste a page dump here");
        player.Game.Paste(Log);
        player.Sees("3 dumps").Sees("pfn 0x379f, anonymous memory").Sees("1,024  1 x FOLL_PIN");
        player.Press("End").Sees("pfn 0x1360e").Sees("skipped by");
        Assert.Contains("dump-379f:", player.Game.Top.CopyText, StringComparison.Ordinal);
        player.Press("Esc").DoesNotSee("pfn 0x1360e");
    }

    [Fact]
    public void A_text_without_a_dump_says_what_one_looks_like()
    {
        var player = new Player(width: 100, height: 40).Press("d");
        player.Game.Paste("hello\n");
        player.Sees("There is no page dump in that text");
        Assert.Null(player.Game.Top.CopyText);
    }

    [Fact]
    public void A_damaged_dump_is_named_with_its_place()
    {
        var player = new Player(width: 100, height: 40).Press("d");
        player.Game.Paste(Log.Replace("refcount:1025", "refcount:1o25", StringComparison.Ordinal));
        player.Sees("2 dumps, 1 damaged").Sees("line 2:").Sees("'1o25' is no value of refcount");
    }

    [Fact]
    public void It_fits_the_smallest_screen()
    {
        var player = new Player(width: 60, height: 20).Press("d");
        player.Game.Paste(Log);
        player.Sees("moves now?");
    }

    /// <summary>Mapping, page cache, printer, pins, left over; stock no, v4 yes, moves no.</summary>
    [Fact]
    public void A_forecast_about_a_dump_shows_the_dump_and_is_passed_by_its_account()
    {
        var player = Player.At("read-a-dump", 120, 50).Sees("refcount:1027").Sees("page dumped because: migration failure").DoesNotSee("FOLL_PIN");
        player.Press("1", "Down", "1", "Down", "1", "Down", "1", "0", "2", "4", "Down", "0")
            .Press("Down", "Right", "Right", "Down", "Right", "Down", "Right", "Right").Press("F5", "F5").Sees("Passed.").Sees("pin: 1,024, or as many plain references").DoesNotSee("page kind");
        player.Press("Esc").Sees("All 8 came true");
    }

    [Fact]
    public void In_text_mode_a_log_is_read_up_to_a_single_dot()
    {
        var said = TextPlayer.Play(["dump", .. Log.TrimEnd('\n').Split('\n'), ".", "quit"]);
        Assert.Contains("page        pfn 0x24b8, in the page cache of def_blk_aops", said, StringComparison.Ordinal);
        Assert.Contains("moves now?  cannot tell.", said, StringComparison.Ordinal);
        Assert.Contains("Goodbye.", said, StringComparison.Ordinal);
    }

    [Fact]
    public void In_text_mode_a_dump_may_be_pasted_at_the_prompt()
    {
        var dump = Log.Split('\n')[1..7];
        var said = TextPlayer.Play([.. dump, "quit"]);
        Assert.Contains("page        pfn 0x379f, anonymous memory", said, StringComparison.Ordinal);
        Assert.DoesNotContain("There is no command", said, StringComparison.Ordinal);
        Assert.Contains("Goodbye.", said, StringComparison.Ordinal);
    }
}
