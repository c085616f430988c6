using Tutor.Core.Levels;
using Tutor.Core.Play;
using Tutor.Core.Scoring;

namespace Tutor.Game.Playing.Progress;

/// <summary>The verdict of a player's answers before and after their level changed.</summary>
/// <param name="Before">The best verdict that they had.</param>
/// <param name="Now">The best verdict that they get now; null if none is an answer to the level any more.</param>
sealed record RevisedVerdict(string Before, string? Now)
{
    /// <summary>In a sentence.</summary>
    public string Sentence => Now is null ? $"This level has changed since you passed it ({Before}), and asks for another kind of answer now."
        : Now == Before ? $"This level has changed since you passed it. Your answer was run again, and it still holds: {Now}."
        : Verdicts.IsPass(Now) ? $"This level has changed since you passed it. Your answer was run again: {Before} then, {Now} now."
        : $"This level has changed since you passed it ({Before}). Your answer was run again, and does not pass any more.";
}

/// <summary>
/// Runs the answers that passed an earlier revision of a level on the one that is there. Each becomes an attempt of its
/// own, which names the one that it runs again; that one stays.
/// </summary>
static class RevisedAnswers
{
    /// <summary>Null when there is nothing that was not run again yet.</summary>
    public static RevisedVerdict? RunAgain(PreparedLevel prepared, IPlayerProgress progress)
    {
        ArgumentNullException.ThrowIfNull(prepared);
        ArgumentNullException.ThrowIfNull(progress);
        var level = prepared.Level;
        var earlier = Earlier(level, progress);
        string? now = null;
        foreach (var attempt in earlier)
        {
            // An option is known by its id, even if its text has changed.
            var option = level.Options.FirstOrDefault(o => o.Id == attempt.Option);
            var stored = new Attempt(level.Id, level.Revision, option?.Skip.Text.Trim() ?? attempt.Predicate, "", How: AttemptHow.RunAgain, Option: attempt.Option)
            {
                RerunOf = attempt.At,
            };
            if (Sitting.JudgeAgain(prepared, stored).Attempt is not { } judged)
            {
                continue;
            }

            progress.Record(judged);
            var verdict = judged.Verdict;
            now = now is null || VerdictWords.Rank(verdict) > VerdictWords.Rank(now) ? verdict : now;
        }

        // If no old answer fits any more, the player is told so until there is a new one.
        var isNews = earlier.Count > 0 && (now is not null || progress.History(level.Id).All(a => a.Revision != level.Revision));
        return !isNews ? null : new RevisedVerdict(earlier.MaxBy(a => VerdictWords.Rank(a.Verdict))!.Verdict, now);
    }

    /// <summary>
    /// The passing answers to other revisions, and to the levels that became this one, since the last reset; each text
    /// once, but for those that this revision has seen. Newest first.
    /// </summary>
    public static List<Attempt> Earlier(Level level, IPlayerProgress progress)
    {
        var lastReset = LastReset(level.Id, progress);
        var seen = progress.History(level.Id).Where(a => a.Revision == level.Revision && a.At > lastReset).ToList();
        var texts = seen.Select(a => a.Predicate).ToHashSet();
        var runAgain = seen.Select(a => a.RerunOf).OfType<DateTimeOffset>().ToHashSet();
        return
        [
            .. level.Formerly.Prepend(level.Id)
                .SelectMany(id => progress.History(id).Where(a => a.At > lastReset && a.At > LastReset(id, progress)))
                .Where(a => (a.Level != level.Id || a.Revision != level.Revision) && Verdicts.IsPass(a.Verdict)
                    && !texts.Contains(a.Predicate) && !runAgain.Contains(a.At))
                .OrderByDescending(a => a.At)
                .DistinctBy(a => (a.Predicate, a.Option)),
        ];
    }

    static DateTimeOffset LastReset(string level, IPlayerProgress progress) => progress.Events(level).Concat(progress.Events(""))
        .Where(e => e.Kind == PlayerEventKind.Reset).Select(e => e.At).DefaultIfEmpty().Max();
}
