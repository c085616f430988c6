using Tutor.Core.Play;
using Tutor.Core.Predicates;
using Tutor.Game.Playing.Progress;

namespace Tutor.Game.Playing;

/// <summary>The predicates that a level's plot shows: your tries, the level's own after a pass, and the revisions of history.</summary>
static class LevelPoints
{
    /// <summary>Up to this many pages of maps a dozen runs take no time that a player would notice.</summary>
    const long MostPages = 1 << 22;

    public static TryPlot Of(Sitting sitting)
    {
        var points = TriesOf(sitting.History).ToList();
        if (sitting.Level.Pages <= MostPages)
        {
            points.AddRange(Others(sitting, sitting.Best is { IsPassed: true }));
        }

        return new TryPlot(points, sitting.Entry.CountedMetrics);
    }

    /// <summary>One point for each text; of several tries with one text the newest counts.</summary>
    static IEnumerable<PlotPoint> TriesOf(IReadOnlyList<Attempt> history) => Tries.Read(history)
        .Where(t => t.Metrics.Count > 0).DistinctBy(t => t.Attempt.Predicate)
        .Select((t, i) => new PlotPoint(i == 0 ? PlotOwner.LastTry : PlotOwner.Try, i == 0 ? "@" : "o", $"try {t.Number}", t.Attempt.Predicate, t.Metrics));

    static IEnumerable<PlotPoint> Others(Sitting sitting, bool isPassed)
    {
        // What the author wrote is the player's to see once it gives nothing away.
        if (isPassed && sitting.Level.Reference?.Skip.Text.Trim() is { } reference)
        {
            yield return new PlotPoint(PlotOwner.Reference, "R", "the level's own", reference, CountsOf(sitting, reference));
        }

        // A revision may be the level's answer: its text is shown only when it gives nothing away.
        var mark = 'a';
        foreach (var known in Revisions.Texts)
        {
            yield return new PlotPoint(PlotOwner.History, $"{mark++}", known.Title, isPassed ? known.Expression : known.Source, CountsOf(sitting, known.Expression));
        }
    }

    static Dictionary<string, long> CountsOf(Sitting sitting, string text) => KeptMetrics.Of(sitting.ScoreBlock(text)).ToDictionary();
}
