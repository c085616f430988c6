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

    /// <summary>Longer than it takes the loop to slow down.</summary>
    static readonly TimeSpan Settling = TimeSpan.FromSeconds(3);

    static readonly TimeSpan Idling = TimeSpan.FromSeconds(10);

    public static Report Run(int rounds)
    {
        var report = new Report("terminal", rounds, "program", "first_frame_ms", "idle_percent", "key_ms");
        var named = Environment.GetEnvironmentVariable("TUTOR_BINARY");
        string[] command = named is not null ? [named, Level]
            : ["dotnet", Path.Combine(AppContext.BaseDirectory, "tutor.dll"), Level];
        var folder = Directory.CreateTempSubdirectory("tutor-benchmark-");
        try
        {
            var firsts = Enumerable.Range(0, rounds + 1).Select(_ => FirstFrameMs(command, folder.FullName)).Skip(1);
            report.Add(named is null ? "built, dotnet" : "TUTOR_BINARY", Timing.Median([.. firsts]),
                IdlePercent(command, folder.FullName), KeyMs(command, folder.FullName, rounds));
        }
        finally
        {
            folder.Delete(recursive: true);
        }

        return report;
    }

    static double FirstFrameMs(string[] command, string folder)
    {
        var start = Stopwatch.GetTimestamp();
        using var terminal = Open(command, folder);
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

    static PseudoTerminal Open(string[] command, string folder)
    {
        var terminal = new PseudoTerminal(200, 50, command, new Dictionary<string, string?>
        {
            ["TERM"] = "xterm-256color",
            ["TUTOR_DATA"] = folder,
        });
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
