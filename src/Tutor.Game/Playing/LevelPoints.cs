using Tutor.Core.Play;
using Tutor.Core.Predicates;
using Tutor.Game.Panes;
using Tutor.Game.Playing.Progress;

namespace Tutor.Game.Playing;

/// <summary>The predicates that a level's plot shows: your tries, the level's own after a pass, and the revisions of history.</summary>
static class LevelPoints
{
    /// <summary>Pages of a level's maps up to which a dozen runs are made while nobody notices.</summary>
    const long MostPages = 1 << 22;

    public static TryPlot Of(PlayableLevel level, IGameWorld world)
    {
        var points = TriesOf(world.History(level.Entry.Id)).ToList();
        if (level.Entry.Pages <= MostPages)
        {
            points.AddRange(Others(level, world.Best(level.Entry) is { IsPassed: true }));
        }

        return new TryPlot(points, level.Entry.Metrics);
    }

    /// <summary>Each text once, by its newest try.</summary>
    static IEnumerable<PlotPoint> TriesOf(IReadOnlyList<Attempt> history) => Tries.Read(history)
        .Where(t => t.Metrics.Count > 0).DistinctBy(t => t.Attempt.Predicate)
        .Select((t, i) => new PlotPoint(i == 0 ? PlotOwner.LastTry : PlotOwner.Try, i == 0 ? "@" : "o", $"try {t.Number}", t.Attempt.Predicate, t.Metrics));

    static IEnumerable<PlotPoint> Others(PlayableLevel level, bool isPassed)
    {
        // What the author wrote is the player's to see once it gives nothing away.
        if (isPassed && level.Reference is { } reference)
        {
            yield return new PlotPoint(PlotOwner.Reference, "R", "the level's own", reference, KeptMetrics.Read(level.ScoreBlock(reference).Metrics));
        }

        // Some of history's answers are this level's too: their text is read once it gives nothing away.
        var mark = 'a';
        foreach (var known in Revisions.Texts)
        {
            yield return new PlotPoint(PlotOwner.History, $"{mark++}", known.Title, isPassed ? known.Expression : known.Source, KeptMetrics.Read(level.ScoreBlock(known.Expression).Metrics));
        }
    }
}
