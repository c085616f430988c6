using System.Diagnostics;
using System.Globalization;
using Tutor.Core.Levels;
using Tutor.Core.Play;
using Tutor.Core.Scenarios;
using Tutor.Core.Text;

namespace Tutor.Benchmarks;

/// <summary>
/// From a text to its score: what every key costs before anything is drawn, on the maps that a player sees
/// (<c>keystroke</c>), and what handing in costs, on all of them (<c>hand-in</c>). And the first score of a fresh
/// process, when nothing is compiled yet.
/// </summary>
static class KeystrokeBenchmark
{
    /// <summary>Name of the benchmark that a fresh process is started with.</summary>
    public const string First = "first-score";

    /// <summary>8,192 pages are drawn, and eight maps of as many are hidden.</summary>
    const string EightHidden = """
        format: 1
        id: eight-hidden
        title: "Eight hidden maps"
        kind: write
        brief: "Measured."
        maps:
          - { id: host, role: shown, pages: 8192, seed: 7, mix: { anon: 35, file: 20, vfio-shmem: 30, slab: 5, free: 10 } }
          - { id: crowd, role: hidden, like: host, seeds: 8, add: { libc-2000: 3 } }
        goals:
          pass: { futile: { max: 0 } }
          gold: { futile: { max: 0 } }
        """;

    /// <summary>The shown map alone.</summary>
    public static Report Run(int rounds) => Run("keystroke", Shown, rounds, FirstMs());

    /// <summary>Every map.</summary>
    public static Report RunHandIn(int rounds) => Run("hand-in", level => level, rounds, null);

    static Report Run(string name, Func<PreparedLevel, PreparedLevel> maps, int rounds, double? firstMs)
    {
        var report = new Report(name, rounds, "level", "maps", "pages", "ms", "first_ms");
        Add(report, "eight-hidden", maps(PrepareEightHidden()), rounds, firstMs);
        foreach (var id in new[] { "guest-memory", "open-review", "recorded-guest" })
        {
            Add(report, id, maps(Checkout.Level(id)), rounds, null);
        }

        return report;
    }

    static PreparedLevel Shown(PreparedLevel level) => level.Only(m => m == level.Shown);

    /// <summary>What a fresh process prints: ms of its first score, with the level read and its map built before.</summary>
    public static string ScoreFirst()
    {
        var level = Shown(PrepareEightHidden());
        var start = Stopwatch.GetTimestamp();
        LevelRun.Run(level, SourceText.From("typed", "folio_ref_count(folio) - 1 > folio_mapcount(folio)"));
        return Stopwatch.GetElapsedTime(start).TotalMilliseconds.ToString(CultureInfo.InvariantCulture);
    }

    static void Add(Report report, string name, PreparedLevel level, int rounds, double? firstMs)
    {
        // Another meaning every time: runs of predicates that answer alike are kept, and would cost nothing.
        var next = 1;
        report.Add(name, level.Maps.Length, level.Maps.Sum(m => (long)m.Map.PageCount),
            Timing.MedianMs(rounds, () => LevelRun.Run(level, SourceText.From("typed",
                $"(folio_ref_count(folio) * {next += 2} + folio_mapcount(folio) * {next % 97}) % 1009 < 500"))), firstMs);
    }

    static PreparedLevel PrepareEightHidden()
    {
        var problems = new DiagnosticBag();
        var kinds = PageKindReader.ReadFile(Checkout.Pack.ReadText("kinds.yaml").Text!, PageKinds.Empty, problems);
        var level = LevelReader.Read(SourceText.From("eight-hidden.yaml", EightHidden), kinds, problems);
        return level is null ? throw new InvalidOperationException(string.Join('\n', problems.ToImmutable()))
            : PreparedLevel.Prepare(level, Checkout.Pack, problems)!;
    }

    static double FirstMs() => Timing.Median([.. Enumerable.Range(0, 7).Select(_ =>
    {
        // Under dotnet the assembly is named first; a program of its own is all there is to name.
        var isHosted = Path.GetFileNameWithoutExtension(Environment.ProcessPath!) == "dotnet";
        string[] arguments = isHosted ? [Environment.GetCommandLineArgs()[0], First] : [First];
        using var process = Process.Start(new ProcessStartInfo(Environment.ProcessPath!, arguments)
        {
            RedirectStandardOutput = true,
        })!;
        var line = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return double.Parse(line, CultureInfo.InvariantCulture);
    })]);
}
