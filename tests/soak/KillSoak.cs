using System.Diagnostics;
using System.Globalization;
using Microsoft.Data.Sqlite;
using Tutor.Game.Playing.Progress;
using Tutor.Storage;

namespace Tutor.Soak;

/// <summary>
/// Kills a process that records and remembers, with SIGKILL and at random moments, and looks for what it had said to
/// be kept. Every process writes into the same folder.
/// </summary>
static class KillSoak
{
    /// <summary>How this program is started again as the process that is killed; its folder follows.</summary>
    public const string Player = "kill9-player";

    /// <summary>A draft that is older than this when the process is killed must be there.</summary>
    static readonly TimeSpan MostLost = TimeSpan.FromSeconds(1);

    public static int Run(int count, int seed)
    {
        var random = new Random(seed);
        var folder = Directory.CreateTempSubdirectory("tutor-kill9-").FullName;
        var (kept, lost, latest) = (0, 0, TimeSpan.Zero);
        var watch = Stopwatch.StartNew();
        for (var round = 0; round < count; round++)
        {
            var (said, drafts, killed) = PlayAndKill(folder, TimeSpan.FromMilliseconds(random.Next(1500)), watch);
            using var store = ProgressStore.Open(folder, TimeProvider.System);
            var there = store.History().Select(a => a.Predicate).ToHashSet();
            var missing = said.Where(s => !there.Contains(s)).ToList();
            var age = AgeOfLostDraft(store.Recall("draft:soak"), drafts, killed);
            latest = age > latest ? age : latest;
            if (store.Notice is not null || missing.Count > 0 || age > MostLost || !IsWhole(folder))
            {
                lost++;
                Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
                    $"round {round}: {store.Notice} lost [{string.Join(' ', missing)}], a draft of {age.TotalSeconds:N2} s"));
            }

            kept += said.Count;
        }

        Directory.Delete(folder, recursive: true);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{count:N0} kills from seed {seed} in {watch.Elapsed.TotalSeconds:N0} s: {kept:N0} attempts said to be kept, {lost:N0} rounds with a loss, oldest draft lost {latest.TotalSeconds:N2} s"));
        return lost == 0 ? 0 : 1;
    }

    /// <summary>The process that is killed: types all the time, and hands in often, or next to never: then only a pause writes the draft.</summary>
    public static int Play(string folder)
    {
        using var store = ProgressStore.Open(folder, TimeProvider.System);
        var prefix = Environment.ProcessId;
        var stepsOfAnAttempt = prefix % 2 == 0 ? 7 : 400;
        var output = Console.Out;
        var names = new Dictionary<long, string>();
        for (var step = 0; ; step++)
        {
            var text = string.Create(CultureInfo.InvariantCulture, $"{prefix}:{step}");
            store.Remember("draft:soak", text);
            output.WriteLine($"draft {text}");
            if (step % stepsOfAnAttempt == 0)
            {
                names.Add(store.Record(new Attempt("soak", 1, text, "fail")), text);
            }

            while (store.NextKeeping() is { } keeping)
            {
                if (keeping.IsKept)
                {
                    output.WriteLine($"kept {names[keeping.Attempt]}");
                }
            }

            output.Flush();
            Thread.Sleep(step % 5);
        }
    }

    /// <summary>What was said to be kept, the drafts with the time at which they were heard of, and the time of the kill.</summary>
    static (List<string> Kept, List<(string Text, TimeSpan At)> Drafts, TimeSpan Killed) PlayAndKill(string folder, TimeSpan after, Stopwatch watch)
    {
        var start = new ProcessStartInfo(Environment.ProcessPath!, [Player, folder]) { RedirectStandardOutput = true };
        using var process = Process.Start(start)!;
        var (kept, drafts) = (new List<string>(), new List<(string, TimeSpan)>());
        var first = process.StandardOutput.ReadLine();
        var reading = new Thread(() =>
        {
            while (process.StandardOutput.ReadLine() is { } line)
            {
                if (line.StartsWith("kept ", StringComparison.Ordinal))
                {
                    kept.Add(line[5..]);
                }
                else if (line.StartsWith("draft ", StringComparison.Ordinal))
                {
                    drafts.Add((line[6..], watch.Elapsed));
                }
            }
        });
        reading.Start();
        Thread.Sleep(after);
        process.Kill();
        var killed = watch.Elapsed;
        reading.Join();
        process.WaitForExit();
        return first is null ? throw new InvalidOperationException("the player did not start") : (kept, drafts, killed);
    }

    /// <summary>How old the oldest draft was of those that are not there, nor a younger one in their place.</summary>
    static TimeSpan AgeOfLostDraft(string? there, List<(string Text, TimeSpan At)> drafts, TimeSpan killed)
    {
        var last = there?.Split(':') ?? ["", "-1"];
        var lost = drafts.Select(d => (Parts: d.Text.Split(':'), d.At))
            .Where(d => d.Parts[0] != last[0] || int.Parse(d.Parts[1], CultureInfo.InvariantCulture) > int.Parse(last[1], CultureInfo.InvariantCulture));
        return lost.Select(d => killed - d.At).DefaultIfEmpty(TimeSpan.Zero).Max();
    }

    static bool IsWhole(string folder)
    {
        using var connection = new SqliteConnection($"Data Source={Path.Combine(folder, "progress.db")};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = "PRAGMA integrity_check";
        return command.ExecuteScalar() is "ok";
    }
}
