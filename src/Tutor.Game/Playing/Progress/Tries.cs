using Tutor.Core.Play;
using Tutor.Core.Scoring;

namespace Tutor.Game.Playing.Progress;

/// <summary>An earlier try, with what it counted on the shown map.</summary>
/// <param name="Number">From 1, the oldest.</param>
sealed record Try(int Number, Attempt Attempt, IReadOnlyDictionary<string, long> Metrics)
{
    public bool IsPassed => Verdicts.IsPass(Attempt.Verdict);
}

/// <summary>The try that did best by one metric.</summary>
sealed record PersonalBest(string Metric, long Value, Try Try);

/// <summary>A player's tries at one level.</summary>
static class Tries
{
    /// <summary>The key of what golf counts, among a try's metrics.</summary>
    public const string Golf = KeptMetrics.Golf;

    /// <summary>The tries. One that was run again on a later revision appears once, with its newest verdict.</summary>
    /// <param name="history">Newest first, as it is kept.</param>
    public static List<Try> Read(IReadOnlyList<Attempt> history)
    {
        var runAgain = history.Select(a => a.RerunOf).OfType<DateTimeOffset>().ToHashSet();
        var answers = history.Where(a => a.Verdict != VerdictWords.Seen && (a.RerunOf is not null || !runAgain.Contains(a.At))).ToList();
        return [.. answers.Select((a, i) => new Try(answers.Count - i, a, KeptMetrics.Read(a.Metrics)))];
    }

    /// <summary>Whether the oldest try passed. Later tries do not change that.</summary>
    /// <param name="history">Newest first, as it is kept.</param>
    public static bool IsFirstTry(IReadOnlyList<Attempt> history) => Read(history) is [.., { IsPassed: true }];

    /// <summary>
    /// For each metric the best of the tries that passed, of equal ones the earliest. Only passed tries count, because a
    /// predicate that skips nothing is perfect by one metric and worth nothing.
    /// </summary>
    public static List<PersonalBest> Bests(IReadOnlyList<Try> tries, IEnumerable<string> metrics)
    {
        var bests = new List<PersonalBest>();
        foreach (var metric in metrics.Distinct())
        {
            var sign = Metric.Find(metric)?.Better == MetricDirection.Up ? -1 : 1;
            var best = tries.Where(t => t.IsPassed && t.Metrics.ContainsKey(metric))
                .OrderBy(t => sign * t.Metrics[metric]).ThenBy(t => t.Number).FirstOrDefault();
            if (best is not null)
            {
                bests.Add(new PersonalBest(metric, best.Metrics[metric], best));
            }
        }

        return bests;
    }
}
