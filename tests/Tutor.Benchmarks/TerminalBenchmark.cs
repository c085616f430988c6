using System.Diagnostics;

namespace Tutor.Benchmarks;

/// <summary>
/// The program in a terminal of 200 columns by 50 rows, from outside: the time from its start to its first frame, the
/// share of a core that it uses while nothing happens, and the time from a key to the frame that shows what it did.
/// Measured is the program that <c>TUTOR_BINARY</c> names, or the one built beside the benchmarks.
/// </summary>
static class TerminalBenchmark
{
    /// <summary>8,192 pages, and goals on one map.</summary>
    const string Level = "guest-memory";

    /// <summary>Every frame ends with it (DEC 2026).</summary>
    const string EndOfFrame = "\e[?2026l";

    /// <summary>Asks a terminal what it is (DA1); the program asks it last, so its answer ends the waiting for others.</summary>
    const string Question = "\e[c";

    /// <summary>A VT220 with colours.</summary>
    const string Answer = "\e[?62;22c";

    /// <summary>Longer than it takes the loop to slow down.</summary>
    static readonly TimeSpan Settling = TimeSpan.FromSeconds(3);

    static readonly TimeSpan Idling = TimeSpan.FromSeconds(10);

    public static Report Run(int rounds)
    {
        var report = new Report("terminal", rounds, "program", "first_frame_ms", "first_frame_silent_ms", "idle_percent", "key_ms");
        var named = Environment.GetEnvironmentVariable("TUTOR_BINARY");
        string[] command = named is not null ? [named, Level]
            : ["dotnet", Path.Combine(AppContext.BaseDirectory, "tutor.dll"), Level];
        var folder = Directory.CreateTempSubdirectory("tutor-benchmark-");
        try
        {
            bool asks;
            using (var first = Open(command, folder.FullName))
            {
                asks = first.SentSince(0).Contains(Question, StringComparison.Ordinal);
            }

            report.Add(named is null ? "built, dotnet" : "TUTOR_BINARY",
                Timing.Median([.. Enumerable.Range(0, rounds).Select(_ => FirstFrameMs(command, folder.FullName, answers: asks))]),
                Timing.Median([.. Enumerable.Range(0, rounds).Select(_ => FirstFrameMs(command, folder.FullName, answers: false))]),
                IdlePercent(command, folder.FullName), KeyMs(command, folder.FullName, rounds));
        }
        finally
        {
            folder.Delete(recursive: true);
        }

        return report;
    }

    /// <param name="answers">The terminal says what it is, as nearly all do; one that is silent is waited for.</param>
    static double FirstFrameMs(string[] command, string folder, bool answers)
    {
        var start = Stopwatch.GetTimestamp();
        using var terminal = Open(command, folder, answers);
        return Stopwatch.GetElapsedTime(start).TotalMilliseconds;
    }

    static double IdlePercent(string[] command, string folder)
    {
        using var terminal = Open(command, folder);
        Thread.Sleep(Settling);
        var (start, used) = (Stopwatch.GetTimestamp(), terminal.ProcessorTime);
        Thread.Sleep(Idling);
        return 100 * ((terminal.ProcessorTime - used) / Stopwatch.GetElapsedTime(start));
    }

    static double KeyMs(string[] command, string folder, int rounds)
    {
        using var terminal = Open(command, folder);
        var times = new List<double>();
        foreach (var key in Enumerable.Repeat("1", rounds + 5))
        {
            Thread.Sleep(TimeSpan.FromMilliseconds(200));
            var (start, from) = (Stopwatch.GetTimestamp(), terminal.Length);
            terminal.Type(key);
            Wait(terminal, from);
            times.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
        }

        return Timing.Median([.. times.Skip(5)]);
    }

    static PseudoTerminal Open(string[] command, string folder, bool answers = false)
    {
        var terminal = new PseudoTerminal(200, 50, command, new Dictionary<string, string?>
        {
            ["TERM"] = "xterm-256color",
            ["TUTOR_DATA"] = folder,
        });
        if (answers && terminal.WaitFor(Question))
        {
            terminal.Type(Answer);
        }

        Wait(terminal, 0);
        return terminal;
    }

    static void Wait(PseudoTerminal terminal, int from)
    {
        if (!terminal.WaitFor(EndOfFrame, from))
        {
            throw new InvalidOperationException("the program sent no frame in ten seconds");
        }
    }
}
