using System.Text.Json;
using System.Text.RegularExpressions;
using Xunit;

namespace Tutor.Tests.EndToEnd;

/// <summary>What the real program says of terminals and homes as they are.</summary>
public sealed partial class DoctorTests : IDisposable
{
    readonly TemporaryFolder _home = new();

    public void Dispose() => _home.Dispose();

    [Fact]
    public void In_an_xterm_of_80_by_24_all_is_well()
    {
        var (said, exitCode) = In(80, 24);
        Assert.Equal(0, exitCode);
        Assert.Equal(["terminal", "size", "colours", "keys", "locale", "progress", "levels", "version"], Marked("✓", said));
        Assert.Contains("80 columns by 24 rows", said);
        Assert.Contains("256", said);
    }

    [Fact]
    public void A_terminal_of_59_by_19_is_too_small()
    {
        var (said, exitCode) = In(59, 19);
        Assert.Equal(1, exitCode);
        Assert.Equal(["size"], Marked("✗", said));
        Assert.Contains("59 columns by 19 rows", said);
        Assert.Contains("help: make the window 60 by 20", said);
    }

    [Fact]
    public void In_the_locale_C_it_speaks_ASCII_and_says_why()
    {
        var (said, exitCode) = In(80, 24, ("LC_ALL", null), ("LANG", "C"));
        Assert.Equal(0, exitCode);
        Assert.Equal(["locale"], Marked("!", said));
        Assert.Equal(7, Marked("ok", said).Count());
        Assert.True(said.All(char.IsAscii), said);
    }

    [Fact]
    public void NO_COLOR_is_well()
    {
        var (said, exitCode) = In(80, 24, ("NO_COLOR", "1"));
        Assert.Equal(0, exitCode);
        Assert.Matches("✓ +colours +none, as NO_COLOR asks", said);
    }

    [Fact]
    public void A_home_that_cannot_be_written_is_found()
    {
        // Root may write into every folder; nobody may write into this one.
        var (said, exitCode) = In(80, 24, ("HOME", "/proc/1"));
        Assert.Equal(1, exitCode);
        Assert.Equal(["progress"], Marked("✗", said));
        Assert.Contains("--data DIR", said);
    }

    [Fact]
    public void Without_a_terminal_the_way_to_play_is_said()
    {
        var run = WithoutTerminal("doctor");
        Assert.Equal(1, run.ExitCode);
        Assert.Equal(["terminal"], Marked("✗|x", run.Out));
        Assert.Contains("tutor --text", run.Out);
        Assert.Equal(["size", "colours", "keys"], Marked("-", run.Out));
    }

    [Fact]
    public void Asking_leaves_nothing_behind()
    {
        In(80, 24);
        Assert.Empty(Directory.EnumerateFileSystemEntries(_home.Path));
    }

    [Fact]
    public void The_code_prints_the_same_lines_elsewhere()
    {
        var (said, _) = In(59, 19);
        var code = CodePattern().Match(said).Value;
        var read = TutorProcess.Run("doctor", "--read", code);
        Assert.Equal(1, read.ExitCode);
        Assert.Equal(Marked("✗", said), Marked("✗|x", read.Out));
        Assert.Equal(said.Split("\ncode")[0].Replace("✓ ", "ok", StringComparison.Ordinal).Replace('✗', 'x').TrimEnd(),
            read.Out.Replace("✓ ", "ok", StringComparison.Ordinal).Replace('✗', 'x').TrimEnd());
    }

    [Fact]
    public void A_wrong_code_is_a_usage_error()
    {
        var run = TutorProcess.Run("doctor", "--read", "4042-0G50-AC3B-8C0E");
        Assert.Equal(2, run.ExitCode);
        Assert.Contains("is not right", run.Error);
    }

    [Fact]
    public void JSON_has_a_line_a_thing_and_the_code()
    {
        var run = WithoutTerminal("doctor", "--json");
        var report = JsonDocument.Parse(run.Out).RootElement;
        Assert.Equal(1, report.GetProperty("schema").GetInt32());
        Assert.Matches(CodePattern(), report.GetProperty("code").GetString());
        Assert.Equal("ill", report.GetProperty("lines")[0].GetProperty("health").GetString());
    }

    /// <summary>A session of its own has no terminal, wherever the tests are run.</summary>
    static ProcessResult WithoutTerminal(params string[] arguments)
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "setsid is Linux's");
        return TutorProcess.RunBuild("setsid", ["--wait", TutorProcess.Binary, .. arguments]);
    }

    static IEnumerable<string> Marked(string mark, string said) =>
        Regex.Matches(said, $"^(?:{mark}) +([a-z]+) ", RegexOptions.Multiline).Select(m => m.Groups[1].Value);

    (string Said, int? ExitCode) In(ushort columns, ushort rows, params (string Name, string? Value)[] environment)
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "it opens a terminal of Linux");
        var all = new Dictionary<string, string?>
        {
            ["HOME"] = _home.Path, ["TUTOR_DATA"] = null, ["TUTOR_PACK"] = null, ["XDG_DATA_HOME"] = null, ["TERM"] = "xterm-256color",
            ["COLORTERM"] = null, ["NO_COLOR"] = null, ["LC_ALL"] = "C.UTF-8", ["TMUX"] = null, ["STY"] = null,
        };
        foreach (var (name, value) in environment)
        {
            all[name] = value;
        }

        using var terminal = new PseudoTerminal(columns, rows, [TutorProcess.Binary, "doctor"], all);
        var exitCode = terminal.WaitForExit();
        Assert.True(terminal.WaitFor("levels:"), terminal.SentSince(0));
        terminal.WaitForSilence(0.2);
        // The runtime's console asks for the keypad's own sequences before it writes.
        return (ControlPattern().Replace(terminal.SentSince(0), ""), exitCode);
    }

    [GeneratedRegex(@"\r|\e\[[?0-9;]*[a-z]|\e[=>]")]
    private static partial Regex ControlPattern();

    [GeneratedRegex("([0-9A-Z]{4}-){3}[0-9A-Z]{4}")]
    private static partial Regex CodePattern();
}
