using System.Diagnostics;
using System.Globalization;
using Tutor.Cli;
using Tutor.Storage;
using Tutor.Tests.Support;

namespace Tutor.Soak;

/// <summary>
/// A large class, played in the game itself: six tries of each learner at each of forty levels, many of them texts that
/// nobody else typed. Its report must take less than twenty seconds on two cores, and less than a gigabyte.
/// </summary>
static class ClassSoak
{
    /// <summary>How this program is started again as the one that reports; the folder follows.</summary>
    public const string Reporter = "class-reporter";

    const int Levels = 40;

    /// <summary>Of each learner: forty levels, six times each.</summary>
    const int Tries = 240;
    const long MostBytes = 1_000_000_000;
    static readonly TimeSpan MostTime = TimeSpan.FromSeconds(20);

    public static int Run(int count, int seed)
    {
        var folder = Directory.CreateTempSubdirectory("tutor-class-").FullName;
        try
        {
            var watch = Stopwatch.StartNew();
            var texts = Play(folder, count, seed);
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"{count:N0} learners from seed {seed} played in {watch.Elapsed.TotalSeconds:N0} s: {texts.All:N0} tries, {texts.Different:N0} of them different"));
            return Report(folder);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    /// <summary>The process that reports, and says what it took.</summary>
    public static int Report(string[] folder)
    {
        var page = new StringWriter();
        var host = new CliHost(Stream.Null, page, Console.Error, _ => null, TimeProvider.System, Repository.Root) { IsErrorTerminal = true };
        var watch = Stopwatch.StartNew();
        var exitCode = CommandLine.Run(["report", .. folder, "--format", "html"], host);
        using var self = Process.GetCurrentProcess();
        self.Refresh();
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{watch.Elapsed.TotalSeconds:0.00} {self.PeakWorkingSet64} {self.TotalProcessorTime.TotalSeconds:0.00} {page.GetStringBuilder().Length} {exitCode}"));
        return exitCode;
    }

    static (int All, int Different) Play(string folder, int count, int seed)
    {
        var levels = new ClassroomLevels(LevelLibrary.Open(PackFolder.Open(Repository.Root)!, null));
        var planned = levels.First(Levels);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{planned.Count} levels"));
        // Where the pack has fewer levels that can be played by a plan, each is tried more often.
        var tries = (Tries + planned.Count - 1) / planned.Count;
        var plans = Enumerable.Range(0, count).Select(i => new SimulatedLearners(planned, seed + i).Persists(string.Create(CultureInfo.InvariantCulture, $"Learner {i + 1}"), tries)).ToList();
        var start = new DateTimeOffset(2026, 11, 2, 9, 0, 0, TimeSpan.Zero);
        Parallel.For(0, count, i => File.WriteAllText(Path.Combine(folder, string.Create(CultureInfo.InvariantCulture, $"{i:000}.json")),
            PlayedPlan.Play(plans[i], levels, start.AddTicks(1237L * (i + 1)), folder: i).Write()));
        var all = plans.SelectMany(p => p.Steps).Where(s => s.IsTry).ToList();
        return (all.Count, all.Select(t => (t.Level, t.Text)).Distinct().Count());
    }

    static int Report(string folder)
    {
        var start = new ProcessStartInfo(Environment.ProcessPath!, [.. Environment.ProcessPath!.EndsWith("dotnet", StringComparison.Ordinal) ? [typeof(ClassSoak).Assembly.Location] : Array.Empty<string>(), Reporter, folder])
        {
            RedirectStandardOutput = true,
        };
        using var process = Process.Start(start)!;
        var said = process.StandardOutput.ReadToEnd().Split(' ', StringSplitOptions.RemoveEmptyEntries);
        process.WaitForExit();
        var (seconds, bytes) = (double.Parse(said[0], CultureInfo.InvariantCulture), long.Parse(said[1], CultureInfo.InvariantCulture));
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"reported in {seconds:N1} s on {Environment.ProcessorCount} cores ({said[2]} s of processor time), at most {bytes / 1e6:N0} MB, a page of {said[3]} characters, exit code {said[4].Trim()}"));
        return seconds < MostTime.TotalSeconds && bytes < MostBytes && process.ExitCode == 0 ? 0 : 1;
    }
}
