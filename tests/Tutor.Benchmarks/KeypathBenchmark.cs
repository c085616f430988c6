using System.Diagnostics;

namespace Tutor.Benchmarks;

/// <summary>
/// The way of a key in a real terminal of 80 columns by 24 rows: from the byte that is typed to the last byte of the
/// frame that shows what it did, with storage, scoring of 8,192 pages and drawing on the way. Measured is the program
/// that <c>TUTOR_BINARY</c> names, or the one built beside the benchmarks.
/// </summary>
static class KeypathBenchmark
{
    const string Level = "guest-memory";

    /// <summary>Every frame ends with it (DEC 2026).</summary>
    const string EndOfFrame = "\e[?2026l";

    /// <summary>Every this many keys somebody has thought for a while.</summary>
    const int KeysBetweenPauses = 25;

    static readonly TimeSpan BetweenKeys = TimeSpan.FromMilliseconds(60);

    static readonly TimeSpan Pause = TimeSpan.FromSeconds(2);

    public static Report Run(int keys)
    {
        var report = new Report("keypath", keys, "program", "p50_ms", "p99_ms", "worst_ms", "after_a_pause_p50_ms", "after_a_pause_worst_ms");
        var named = Environment.GetEnvironmentVariable("TUTOR_BINARY");
        string[] command = named is not null ? [named, Level]
            : ["dotnet", Path.Combine(AppContext.BaseDirectory, "tutor.dll"), Level];
        var folder = Directory.CreateTempSubdirectory("tutor-benchmark-");
        try
        {
            using var terminal = new PseudoTerminal(80, 24, command, new Dictionary<string, string?>
            {
                ["TERM"] = "xterm-256color",
                ["LC_ALL"] = "C.UTF-8",
                ["TUTOR_DATA"] = folder.FullName,
            });
            Wait(terminal, 0);
            var (all, first) = (new List<double>(), new List<double>());
            for (var i = 0; i < keys; i++)
            {
                var isFirst = i % KeysBetweenPauses == 0;
                Thread.Sleep(isFirst ? Pause : BetweenKeys);
                // A number grows by eight digits, then loses them again.
                var ms = KeyMs(terminal, i % 16 < 8 ? ((char)('1' + i % 7)).ToString() : "\x7f");
                (isFirst ? first : all).Add(ms);
            }

            all.Sort();
            first.Sort();
            report.Add(named is null ? "built, dotnet" : "TUTOR_BINARY", At(all, 0.5), At(all, 0.99), all[^1], At(first, 0.5), first[^1]);
        }
        finally
        {
            folder.Delete(recursive: true);
        }

        return report;
    }

    static double At(List<double> sorted, double share) => sorted[Math.Min(sorted.Count - 1, (int)(sorted.Count * share))];

    static double KeyMs(PseudoTerminal terminal, string key)
    {
        var (start, from) = (Stopwatch.GetTimestamp(), terminal.Length);
        terminal.Type(key);
        Wait(terminal, from);
        return Stopwatch.GetElapsedTime(start, terminal.LastNews).TotalMilliseconds;
    }

    static void Wait(PseudoTerminal terminal, int from)
    {
        if (!terminal.WaitFor(EndOfFrame, from))
        {
            throw new InvalidOperationException("the program sent no frame in half a minute");
        }
    }
}
