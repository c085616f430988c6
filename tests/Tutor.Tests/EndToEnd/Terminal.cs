using System.Diagnostics;
using System.Globalization;
using Xunit;

namespace Tutor.Tests.EndToEnd;

/// <summary>The real program in a real terminal: a tmux server of its own, with nobody's settings.</summary>
sealed class Terminal : IDisposable
{
    /// <summary>Far longer than anything takes on a busy machine: only a hang reaches it.</summary>
    static readonly TimeSpan Patience = TimeSpan.FromSeconds(40);

    /// <summary>Between two looks: whoever looks without a pause takes the processor from the program.</summary>
    static readonly TimeSpan BetweenLooks = TimeSpan.FromMilliseconds(30);

    readonly TemporaryFolder _folder = new();
    readonly string _socket;

    Terminal() => _socket = Path.Combine(_folder.Path, "tmux");

    /// <summary>Where the program keeps the player's progress.</summary>
    public string Data => Path.Combine(_folder.Path, "data");

    /// <param name="isInShell">Started as a job of a shell at its prompt, which can stop it and let it go on.</param>
    public static Terminal Start(string arguments = "", int width = 80, int height = 24, string environment = "",
        string? data = null, bool isInShell = false)
    {
        Assert.SkipUnless(HasTmux(), "tmux is not installed");
        var terminal = new Terminal();
        var home = Path.Combine(terminal._folder.Path, "home");
        Directory.CreateDirectory(home);
        // What tests of screens in memory set in this process is not for the real program.
        // The shell stays when the program is gone: the terminal's state and the exit code are read from it.
        var program = $"'{TutorProcess.Binary}' --data '{data ?? terminal.Data}' {arguments}";
        var script = terminal._folder.Write("start",
            $"""
            export HOME='{home}' LC_ALL=C.UTF-8 PS1='at the prompt ' {environment}
            unset TUTOR_PACK TUTOR_DATA XDG_DATA_HOME DisableRealDriverIO
            {(isInShell ? "exec sh -i" : program)}
            echo "exit code $?"
            read -r _
            """);
        terminal.Tmux("new-session", "-d", "-x", Number(width), "-y", Number(height), $"sh '{script}'");
        terminal.Tmux("set", "-s", "escape-time", "10");
        if (isInShell)
        {
            terminal.WaitFor("at the prompt");
            terminal.Type(program);
            terminal.Press("Enter");
        }

        return terminal;
    }

    public string Screen() => Tmux("capture-pane", "-p");

    /// <summary>The screen with its colours, as escape sequences.</summary>
    public string ColouredScreen() => Tmux("capture-pane", "-p", "-e");

    /// <summary>Types keys by tmux's names: <c>Enter</c>, <c>C-q</c>, <c>Down</c>.</summary>
    public void Press(params string[] keys) => Tmux(["send-keys", .. keys]);

    /// <summary>Types text letter by letter.</summary>
    public void Type(string text) => Tmux("send-keys", "-l", text);

    /// <summary>Pastes as a terminal does, in brackets where they were asked for.</summary>
    public void Paste(string text)
    {
        Tmux("load-buffer", _folder.Write("pasted", text));
        Tmux("paste-buffer", "-p");
    }

    public void Resize(int width, int height) =>
        Tmux("resize-window", "-x", Number(width), "-y", Number(height));

    /// <summary>Waits until a text is on the screen.</summary>
    public string WaitFor(string text) => WaitUntil(screen => screen.Contains(text, StringComparison.Ordinal), $"'{text}'");

    public string WaitUntil(Func<string, bool> isThere, string what)
    {
        var watch = Stopwatch.StartNew();
        string screen;
        do
        {
            screen = Screen();
            if (isThere(screen))
            {
                return screen;
            }

            Thread.Sleep(BetweenLooks);
        }
        while (watch.Elapsed < Patience);
        throw new TimeoutException($"{what} did not come on the screen:\n{screen}");
    }

    /// <summary>The program's process.</summary>
    public int ProcessId()
    {
        var shell = Tmux("display", "-p", "#{pane_pid}").Trim();
        var children = File.ReadAllText($"/proc/{shell}/task/{shell}/children").Trim();
        return int.Parse(children.Split(' ')[0], CultureInfo.InvariantCulture);
    }

    /// <summary>Sends a signal (<c>TERM</c>, <c>KILL</c>) to the program.</summary>
    public void Signal(string name) => Execute("kill", ["-s", name, Number(ProcessId())]);

    /// <summary>Waits for the program's end; its exit code.</summary>
    public int WaitForExit()
    {
        const string mark = "exit code ";
        var screen = WaitUntil(s => s.Contains(mark, StringComparison.Ordinal), "the end of the program");
        var at = screen.LastIndexOf(mark, StringComparison.Ordinal) + mark.Length;
        var digits = screen[at..].TakeWhile(char.IsAsciiDigit);
        return int.Parse(string.Concat(digits), CultureInfo.InvariantCulture);
    }

    /// <summary>Alternate screen off, mouse off, cursor on.</summary>
    public void AssertClean() =>
        Assert.Equal("0 0 1", Tmux("display", "-p", "#{alternate_on} #{mouse_any_flag} #{cursor_flag}").Trim());

    public void Dispose()
    {
        Execute("tmux", ["-S", _socket, "kill-server"]);
        _folder.Dispose();
    }

    string Tmux(params string[] arguments) => Execute("tmux", ["-S", _socket, "-f", "/dev/null", .. arguments]);

    static bool HasTmux() => (Environment.GetEnvironmentVariable("PATH") ?? "").Split(':')
        .Any(folder => File.Exists(Path.Combine(folder, "tmux")));

    static string Execute(string program, IEnumerable<string> arguments)
    {
        var start = new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true };
        // Inside another tmux ours would talk to that one; without UTF-8 it draws underscores.
        start.Environment.Remove("TMUX");
        start.Environment["LC_ALL"] = "C.UTF-8";
        using var process = Process.Start(start)!;
        var error = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return error.GetAwaiter().GetResult() is { Length: > 0 } message && process.ExitCode != 0 ? message : output;
    }

    static string Number(int value) => value.ToString(CultureInfo.InvariantCulture);
}
