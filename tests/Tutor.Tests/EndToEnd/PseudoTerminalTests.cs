using Xunit;

namespace Tutor.Tests.EndToEnd;

/// <summary>The real program, and every byte between it and a terminal.</summary>
public sealed class PseudoTerminalTests : IDisposable
{
    const string EndOfFrame = "\e[?2026l";

    readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    /// <summary>What leads to each screen: what the program is started with, and keys, one after the other.</summary>
    static readonly (string Level, string[] Keys)[] Screens =
    [
        ("", ["\e"]), ("", ["\e", "g"]), ("", ["\e", "s"]), ("", ["\e", "d"]), ("", ["\e", "a"]), ("", ["\e", "?"]), ("", []),
        ("guest-memory", []), ("guest-memory", ["\r"]), ("guest-memory", [Hint]), ("guest-memory", ["\e[15~"]), ("guest-memory", ["\e[15~", "\e[23~"]),
        ("guest-memory", ["\e[15~", "\e[23~", "p"]), ("guest-memory", ["\eOS"]), ("guest-memory", ["\e[18~", "\e[F"]), ("guest-memory", ["\e[18~"]),
        ("guest-memory", ["\eOQ"]), ("guest-memory", ["\e[21~"]), ("guest-memory", ["\x07"]), ("guest-memory", ["\e[19~"]), ("guest-memory", ["\e[24~"]),
        ("guest-memory", ["\x18"]), ("guest-memory", ["\r", "\x0b", "\0"]), ("swap-cache", ["\r"]), ("first-scan", ["\r"]), ("count-the-holders", ["\r"]),
        ("eight-pages", ["\r"]), ("break-stock", ["\r"]), ("", ["\e", "a", "s"]), ("guest-memory", ["\e[18~", " ", " "]),
    ];

    const string Hint = "\eOR";

    [Fact]
    public void At_rest_nothing_is_sent_on_any_screen()
    {
        // All at once: ten seconds are ten seconds.
        var terminals = Screens.Select((s, i) => Start(s.Level, new() { ["TUTOR_DATA"] = Path.Combine(_folder.Path, $"data{i}") }, isAsOpened: true)).ToList();
        try
        {
            for (var key = 0; key < Screens.Max(s => s.Keys.Length); key++)
            {
                foreach (var (terminal, screen) in terminals.Zip(Screens).Where(t => t.Second.Keys.Length > key))
                {
                    terminal.WaitForSilence(0.3);
                    terminal.Type(screen.Keys[key]);
                }
            }

            foreach (var (terminal, screen) in terminals.Zip(Screens))
            {
                Assert.True(terminal.WaitForSilence(10), $"at '{screen.Level}' behind {string.Join(' ', screen.Keys).Replace("\e", "Esc ", StringComparison.Ordinal)} it never rests");
            }
        }
        finally
        {
            terminals.ForEach(t => t.Dispose());
        }
    }

    /// <summary>Everything that ended the game once, or was lost: keys that nobody knows, keys that are split.</summary>
    [Fact]
    public void Keys_of_every_kind_arrive_and_none_ends_the_game()
    {
        using var terminal = Start("extra-reference");
        terminal.Type("\e[29~\e[25~\e[7~\e[8~\e[33~\e[201~\e[?1;2;3$y\e]junk\a\eP1\e\\\e[57363u\e[1;1;1;1;1;1z");
        terminal.Type([0x80, 0xff, 0xc3]);
        // ^K empties the line; two letters, of which ^H deletes one; ^J and Alt+Enter begin new lines.
        terminal.Type("\x0b" + "AB\b\nline\e\rthird");
        See(terminal, s => s.Contains("third", StringComparison.Ordinal) && s.Contains("line", StringComparison.Ordinal)
            && !s.Contains("AB", StringComparison.Ordinal), "three lines in the editor");
        // F10 in two parts; Esc and Ctrl+Q at once.
        terminal.Type("\e[2");
        terminal.Type("1~");
        See(terminal, s => s.Contains("Settings", StringComparison.Ordinal), "settings");
        terminal.Type("\e\x11");
        Assert.Equal(0, terminal.WaitForExit());
        Assert.True(terminal.SentSince(0).EndsWith("\e[?1049l\e[?25h\e[?1l\e>", StringComparison.Ordinal), "the terminal was not given back");
    }

    [Fact]
    public void Esc_and_a_letter_right_behind_it_close_a_popup_and_type()
    {
        using var terminal = Start("extra-reference");
        terminal.Type("\x0b\eOR");
        See(terminal, s => s.Contains("Hint", StringComparison.Ordinal), "a hint");
        terminal.Type("\eq");
        See(terminal, s => s.Contains("│q ", StringComparison.Ordinal), "the letter in the editor");
    }

    [Fact]
    public void The_caret_is_where_one_types_after_a_popup_was_closed()
    {
        using var terminal = Start("extra-reference");
        terminal.WaitForSilence(0.5);
        var before = Screen(terminal).Caret;
        Assert.NotNull(before);
        terminal.Type("\eOP");
        See(terminal, s => s.Contains("Keys: ", StringComparison.Ordinal), "the help");
        Assert.Null(Screen(terminal).Caret);
        terminal.Type("\e");
        See(terminal, s => !s.Contains("Keys: ", StringComparison.Ordinal), "the level");
        Assert.Equal(before, Screen(terminal).Caret);
    }

    [Fact]
    public void A_window_that_is_closed_ends_the_game_even_where_SIGHUP_is_ignored()
    {
        using var terminal = Start("extra-reference", before: "trap '' HUP;");
        terminal.HangUp();
        Assert.NotNull(terminal.WaitForExit());
    }

    [Theory]
    [InlineData(6)]
    [InlineData(10)]
    [InlineData(12)]
    [InlineData(14)]
    public void Signals_that_end_a_process_leave_a_clean_terminal(int signal)
    {
        using var terminal = Start("extra-reference");
        terminal.Signal(signal);
        Assert.Equal(128 + signal, terminal.WaitForExit());
        Assert.EndsWith("\e[?1049l\e[?25h\e[?1l\e>", terminal.SentSince(0), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("xterm-256color", null, "C.UTF-8", "38;5;", true)]
    [InlineData("xterm-256color", "truecolor", "C.UTF-8", "38;2;", true)]
    [InlineData("xterm", null, "C.UTF-8", "\e[0", true)]
    [InlineData("linux", null, "C.UTF-8", "\e[0", false)]
    [InlineData("xterm-256color", null, "C", "38;5;", false)]
    [InlineData("xterm-256color", null, "en_US.ISO-8859-1", "38;5;", false)]
    [InlineData("vt100", null, "C.UTF-8", "\e[0", false)]
    public void Colours_and_characters_are_those_that_the_terminal_has(string term, string? colours, string locale, string sent, bool hasFrames)
    {
        using var terminal = Start("extra-reference", new() { ["TERM"] = term, ["COLORTERM"] = colours, ["LC_ALL"] = locale });
        var all = terminal.SentSince(0);
        Assert.Contains(sent, all, StringComparison.Ordinal);
        Assert.Equal(sent.StartsWith("38;5", StringComparison.Ordinal), all.Contains("38;5;", StringComparison.Ordinal));
        Assert.Equal(sent.StartsWith("38;2", StringComparison.Ordinal), all.Contains("38;2;", StringComparison.Ordinal));
        Assert.Equal(!hasFrames, all.All(c => c < 128));
    }

    [Fact]
    public void What_the_terminal_answers_about_itself_is_followed()
    {
        using var terminal = Start("extra-reference");
        var from = terminal.Length;
        terminal.Type("\e]11;rgb:ffff/ffff/ffff\a\eP1$r0;48:2::1:2:3m\e\\\e[?0u\e[?62c");
        Assert.True(terminal.WaitFor("48;2;251;251;249", from), "no light paper came");
        Assert.True(terminal.WaitFor("\e[>1u", from), "kitty's keyboard was not taken");
    }

    static TerminalModel Screen(PseudoTerminal terminal)
    {
        var model = new TerminalModel(100, 30);
        model.Send(terminal.SentSince(0));
        return model;
    }

    static void See(PseudoTerminal terminal, Func<string, bool> isThere, string what)
    {
        var start = TimeProvider.System.GetTimestamp();
        while (!isThere(Screen(terminal).Text()))
        {
            if (TimeProvider.System.GetElapsedTime(start).TotalSeconds > 30)
            {
                Assert.Fail($"{what} did not come on the screen:\n{Screen(terminal).Text()}");
            }

            terminal.WaitForSilence(0.05);
        }
    }

    /// <param name="isAsOpened">A level's brief is left over it.</param>
    PseudoTerminal Start(string arguments, Dictionary<string, string?>? environment = null, string before = "", bool isAsOpened = false)
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "it opens a terminal of Linux");
        var all = new Dictionary<string, string?>
        {
            ["HOME"] = _folder.Path, ["TUTOR_DATA"] = Path.Combine(_folder.Path, "data"), ["TUTOR_PACK"] = null, ["XDG_DATA_HOME"] = null,
            ["DisableRealDriverIO"] = null, ["TERM"] = "xterm-256color", ["COLORTERM"] = null, ["NO_COLOR"] = null, ["LC_ALL"] = "C.UTF-8",
        };
        foreach (var (key, value) in environment ?? [])
        {
            all[key] = value;
        }

        var terminal = new PseudoTerminal(100, 30, [TutorProcess.Binary, .. arguments.Split(' ', StringSplitOptions.RemoveEmptyEntries)], all, before);
        Assert.True(terminal.WaitFor(EndOfFrame), "no frame came");
        if (!isAsOpened)
        {
            var from = terminal.Length;
            terminal.Type("\r");
            Assert.True(terminal.WaitFor(EndOfFrame, from), "the brief stayed");
        }

        return terminal;
    }
}
