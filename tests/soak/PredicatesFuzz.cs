using System.Diagnostics;
using System.Globalization;
using Tutor.Core.Tests.Predicates;

namespace Tutor.Soak;

/// <summary>Damaged predicates: each ends in a predicate or in diagnostics with a place, and soon.</summary>
static class PredicatesFuzz
{
    static readonly TimeSpan Patience = TimeSpan.FromMilliseconds(100);

    public static int Run(int count, int seed)
    {
        var fuzz = new Fuzz(seed);
        var slowest = TimeSpan.Zero;
        for (var i = 0; i < count; i++)
        {
            var text = fuzz.Next();
            var (problem, time) = Timed(text);
            slowest = time > slowest ? time : slowest;
            if (problem is not null || time > Patience)
            {
                Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"seed {seed}, case {i}: {problem ?? $"{time.TotalMilliseconds:F0} ms"}\n{text}"));
                return 1;
            }
            if ((i + 1) % 100_000 == 0)
            {
                Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{i + 1:N0} texts of seed {seed}, slowest {slowest.TotalMilliseconds:F1} ms"));
            }
        }

        return 0;
    }

    /// <summary>A machine that does something else for a moment is not a slow text: what seems slow is tried again.</summary>
    static (string? Problem, TimeSpan Time) Timed(string text)
    {
        var best = TimeSpan.MaxValue;
        for (var attempt = 0; attempt < 4 && best > Patience / 2; attempt++)
        {
            var start = Stopwatch.GetTimestamp();
            if (Fuzz.Check(text) is { } problem)
            {
                return (problem, best);
            }

            var time = Stopwatch.GetElapsedTime(start);
            best = time < best ? time : best;
        }

        return (null, best);
    }
}
