using Tutor.Game.Playing;
using Xunit;

namespace Tutor.Tests.EndToEnd;

/// <summary>The real program in tmux: only what cannot be asked of a screen in memory.</summary>
public sealed class GameTests
{
    /// <summary>In the footer of every screen.</summary>
    const string Footer = "quit";

    [Fact]
    public void It_starts_at_80_by_24_and_leaves_a_clean_terminal()
    {
        using var terminal = Terminal.Start();
        terminal.WaitFor(Footer);
        terminal.Press("C-q");
        Assert.Equal(0, terminal.WaitForExit());
        terminal.AssertClean();
    }

    [Fact]
    public void Ctrl_C_leaves_a_clean_terminal()
    {
        using var terminal = Terminal.Start();
        terminal.WaitFor(Footer);
        terminal.Press("C-c");
        Assert.Equal(0, terminal.WaitForExit());
        terminal.AssertClean();
    }

    [Theory]
    [InlineData("TERM", 143)]
    [InlineData("INT", 130)]
    [InlineData("HUP", 129)]
    [InlineData("QUIT", 131)]
    public void A_signal_leaves_a_clean_terminal(string signal, int exitCode)
    {
        using var terminal = Terminal.Start();
        terminal.WaitFor(Footer);
        terminal.Signal(signal);
        Assert.Equal(exitCode, terminal.WaitForExit());
        terminal.AssertClean();
    }

    /// <summary>A thread's exception ends the process by SIGABRT; the runtime leaves no choice.</summary>
    [Theory]
    [InlineData("screen", 70)]
    [InlineData("thread", 134)]
    public void A_crash_leaves_a_clean_terminal_and_its_reason(string where, int exitCode)
    {
        using var terminal = Terminal.Start(environment: $"TUTOR_CRASH={where}");
        terminal.WaitFor("this is a bug in tutor");
        Assert.Equal(exitCode, terminal.WaitForExit());
        terminal.AssertClean();
    }

    [Fact]
    public void No_colour_is_sent_when_NO_COLOR_is_set()
    {
        using var terminal = Terminal.Start(environment: "NO_COLOR=1");
        terminal.WaitFor(Footer);
        // SGR 30 to 48 and 90 to 107; 39 and 49 mean "the terminal's own".
        Assert.DoesNotMatch(@"\e\[([0-9]+;)*(3[0-8]|4[0-8]|9[0-7]|10[0-7])[;m]", terminal.ColouredScreen());
        terminal.Press("C-q");
        terminal.WaitForExit();
    }

    [Fact]
    public void A_dumb_terminal_is_played_by_lines()
    {
        using var terminal = Terminal.Start(environment: "TERM=dumb");
        terminal.WaitFor("tutor>");
        terminal.Type("play extra-reference");
        terminal.Press("Enter");
        terminal.WaitFor("extra-reference>");
        terminal.Type("quit");
        terminal.Press("Enter");
        Assert.Equal(0, terminal.WaitForExit());
        terminal.AssertClean();
    }

    [Fact]
    public void A_paste_of_100_kB_is_refused_with_the_limit_and_the_text_stays()
    {
        using var terminal = Terminal.Start("extra-reference");
        terminal.WaitFor("Enter begins");
        terminal.Press("Enter");
        terminal.WaitFor("folio_ref_count(folio) > 1");
        terminal.Paste(string.Concat(Enumerable.Repeat("folio_ref_count(folio) + ", 4000)));
        var screen = terminal.WaitFor("65,536");
        Assert.Contains("│folio_ref_count(folio) > 1 ", screen);
        terminal.Press("C-q");
        Assert.Equal(0, terminal.WaitForExit());
        terminal.AssertClean();
    }

    [Fact]
    public void A_signal_while_help_is_open_leaves_a_clean_terminal()
    {
        using var terminal = Terminal.Start("extra-reference");
        terminal.WaitFor("? help");
        terminal.Press("F1");
        terminal.WaitFor("Keys: ");
        terminal.Signal("TERM");
        Assert.Equal(143, terminal.WaitForExit());
        terminal.AssertClean();
    }

    [Theory]
    [InlineData("TSTP")]
    [InlineData("STOP")]
    [InlineData("Ctrl+Z")]
    public void A_game_that_was_stopped_goes_on_where_it_was(string how)
    {
        using var terminal = Terminal.Start(isInShell: true);
        terminal.WaitFor(Footer);
        terminal.Press("Escape");
        terminal.WaitFor("Enter play");
        terminal.Press("Down");
        var second = TextPlayer.BuiltIn().Entries[1].Title;
        terminal.WaitFor($"─ {second} ─");
        if (how == "Ctrl+Z")
        {
            terminal.Press("C-z");
        }
        else
        {
            terminal.Signal(how);
        }

        terminal.WaitFor("Stopped");
        if (how != "STOP")
        {
            // Of SIGSTOP nobody is told: the screen stays as it was.
            terminal.AssertClean();
        }

        // Ctrl+J: after SIGSTOP the shell finds a terminal on which Enter does not end a line.
        terminal.Type("fg");
        terminal.Press("C-j");
        terminal.WaitUntil(s => s.Contains(Footer, StringComparison.Ordinal) && !s.Contains("Stopped", StringComparison.Ordinal), "the game");
        terminal.Press("Enter");
        terminal.WaitFor($"Tutor  {second}");
        terminal.Press("C-q");
        terminal.WaitFor("at the prompt");
        terminal.AssertClean();
    }

    [Fact]
    public void What_no_shell_could_continue_is_not_stopped()
    {
        using var terminal = Terminal.Start();
        terminal.WaitFor(Footer);
        terminal.Press("Escape");
        terminal.WaitFor("Enter play");
        terminal.Press("C-z", "?");
        terminal.WaitFor("Keys: ");
        terminal.Press("C-q");
        Assert.Equal(0, terminal.WaitForExit());
        terminal.AssertClean();
    }

    [Fact]
    public void Wide_letters_are_written_and_deleted_whole()
    {
        using var terminal = Terminal.Start("extra-reference");
        terminal.WaitFor(Footer);
        terminal.Press("C-k");
        terminal.Paste("0 /* 世界🧠 */ == 1");
        terminal.WaitFor("0 /* 世界🧠 */ == 1");
        terminal.Press("C-a", "Right", "Right", "Right", "Right", "Right", "Right", "Delete");
        terminal.WaitFor("0 /* 世🧠 */ == 1");
    }

    [Fact]
    public void A_storm_of_resizes_ends_with_a_whole_screen()
    {
        using var terminal = Terminal.Start();
        terminal.WaitFor(Footer);
        foreach (var (width, height) in new[] { (120, 40), (30, 8), (200, 50), (3, 2), (61, 20), (100, 30) })
        {
            terminal.Resize(width, height);
        }

        terminal.WaitFor(Footer);
        terminal.Press("C-q");
        Assert.Equal(0, terminal.WaitForExit());
        terminal.AssertClean();
    }

    [Fact]
    public void Below_60_by_20_it_says_what_it_needs()
    {
        using var terminal = Terminal.Start(width: 40, height: 10);
        terminal.WaitFor("60");
        terminal.Press("C-q");
        terminal.WaitForExit();
        terminal.AssertClean();
    }

    [Fact]
    public void A_passed_level_is_still_passed_after_kill_9_and_another_start()
    {
        using var terminal = Terminal.Start("extra-reference");
        terminal.WaitFor(Footer);
        // Ctrl+K empties the line of the starter; F5 hands in.
        terminal.Press("C-k");
        terminal.Type("folio_ref_count(folio) > folio_mapcount(folio)");
        terminal.Press("F5");
        terminal.WaitUntil(s => s.Contains("Gold", StringComparison.Ordinal) || s.Contains("Passed", StringComparison.Ordinal), "the medal");
        terminal.Signal("KILL");
        terminal.WaitForExit();
        using var next = Terminal.Start(data: terminal.Data);
        next.WaitFor("1 of ");
    }
}
