using Tutor.Core.Levels;
using Tutor.Core.Text;

namespace Tutor.Game.Playing.Progress;

/// <summary>The levels of a pack that have changed since they were passed, and what became of the answers.</summary>
/// <param name="Verdicts">By the level's id.</param>
sealed record RevisedLevels(IReadOnlyList<(string Level, RevisedVerdict Verdict)> Verdicts)
{
    /// <summary>Levels that are named; the list marks the others, too.</summary>
    const int MostNames = 3;

    /// <summary>In one or two sentences.</summary>
    public string Sentence
    {
        get
        {
            var lost = Verdicts.Where(v => !Tutor.Core.Scoring.Verdicts.IsPass(v.Verdict.Now ?? "")).Select(v => v.Level).ToList();
            var changed = Verdicts.Count == 1 ? $"'{Verdicts[0].Level}' has changed since you passed it" : $"{Verdicts.Count} levels have changed since you passed them";
            return $"{changed}; your answers were run again. "
                + (lost.Count == 0 ? "All of them still pass." : $"To be passed anew: {(lost.Count > MostNames + 1 ? $"{string.Join(", ", lost.Take(MostNames))} and {lost.Count - MostNames} more" : string.Join(", ", lost))}.");
        }
    }

    /// <summary>Levels that were passed in an earlier revision or under an earlier id, and not tried as they are now.</summary>
    public static List<Level> Find(IEnumerable<Level> levels, IPlayerProgress progress) =>
        [.. levels.Where(level => progress.Best(level.Id, level.Revision) is null && WasPassed(level, progress))];

    /// <summary>Runs the answers of these levels again, one level a step.</summary>
    public static IEnumerable<RevisedLevels?> RunAgain(IReadOnlyList<Level> changed, ILevels levels, IPlayerProgress progress, CancellationToken cancellation)
    {
        var verdicts = new List<(string, RevisedVerdict)>();
        foreach (var level in changed)
        {
            if (levels.Prepare(level, new DiagnosticBag(), null, cancellation) is { } prepared
                && RevisedAnswers.RunAgain(prepared, progress) is { } verdict)
            {
                verdicts.Add((level.Id, verdict));
            }

            yield return null;
        }

        yield return new RevisedLevels(verdicts);
    }

    static bool WasPassed(Level level, IPlayerProgress progress) =>
        Enumerable.Range(1, level.Revision - 1).Any(revision => progress.Best(level.Id, revision) is { IsPassed: true })
            || (level.Formerly.Length > 0 && RevisedAnswers.Earlier(level, progress).Count > 0);
}
