using Tutor.Core.Predicates;
using Tutor.Core.Predicates.Evaluation;
using Tutor.Core.Scoring;

namespace Tutor.Core.Play;

/// <summary>What can be said of a wrong answer from its behaviour alone. It is said before an author's own words.</summary>
public enum GeneralNote : byte
{
    /// <summary>It gives the same answer for every page, whatever the page is.</summary>
    AsksNothing,

    /// <summary>It gives different answers only for pages that never reach it.</summary>
    AsksNobody,

    /// <summary>Its negation would pass the level: it answers "may it move?".</summary>
    OtherWayRound,

    /// <summary>Its negation would be better on both sides, but would not pass either.</summary>
    BetterOtherWayRound,
}

/// <summary>Finds the note that fits a run that did not pass.</summary>
public static class GeneralNotes
{
    /// <summary>
    /// Whether the answer is upside down on these maps: more of what moves is skipped than taken, and more of what is
    /// stuck is taken than skipped. Cheap: it is asked with every letter that is typed.
    /// </summary>
    public static bool IsUpsideDown(LevelRunResult run)
    {
        ArgumentNullException.ThrowIfNull(run);
        var sums = run.Maps.Select(m => m.Result.Metrics).ToList();
        return run is { IsPassed: false, Predicate: not null, Level.Attack: null } && OtherQuestion.IsAnswered(
            sums.Sum(m => m.Migrated + m.NoTarget), sums.Sum(m => m.FalseSkips), sums.Sum(m => m.Futile), sums.Sum(m => m.SkippedPins));
    }

    /// <summary>Whether the note says that the whole text is upside down.</summary>
    public static bool IsUpsideDown(this GeneralNote note) => note is GeneralNote.OtherWayRound or GeneralNote.BetterOtherWayRound;

    /// <summary>
    /// The note that fits, or null. A run that passed has none. On a level that judges nothing, the only note is that an
    /// answer is upside down.
    /// </summary>
    public static GeneralNote? Of(PreparedLevel prepared, LevelRunResult run)
    {
        ArgumentNullException.ThrowIfNull(prepared);
        ArgumentNullException.ThrowIfNull(run);
        if (run.Level.Attack is not null)
        {
            // The player made the memory and not the predicate, so a note about the predicate would be out of place.
            return null;
        }

        if (run is not { Verdict: Verdict.Fail, Predicate: { } predicate })
        {
            return run is { Verdict: Verdict.None, Predicate: not null } && IsUpsideDown(run) ? GeneralNote.BetterOtherWayRound : null;
        }

        if (OppositePasses(prepared, run, predicate))
        {
            return GeneralNote.OtherWayRound;
        }

        if (IsUpsideDown(run))
        {
            return GeneralNote.BetterOtherWayRound;
        }

        return !SaysOneThing(run) ? null
            : run.Maps.Select(m => AnswersOn(m, predicate)).Distinct().ToList() is [not null] ? GeneralNote.AsksNothing
            : GeneralNote.AsksNobody;
    }

    /// <summary>The note as a sentence for the player.</summary>
    public static string Sentence(this GeneralNote note) => note switch
    {
        GeneralNote.AsksNothing => "It asks nothing: it says the same of every page.",
        GeneralNote.AsksNobody =>
            "It says the same of every page that reaches it; only pages turned away before differ.",
        GeneralNote.OtherWayRound =>
            "It is the other way round: true means skip this page. With a '!' before the whole, it would pass.",
        GeneralNote.BetterOtherWayRound =>
            "It is the other way round: true means skip this page, and it says true of pages that may move.",
    };

    static bool OppositePasses(PreparedLevel prepared, LevelRunResult run, Predicate predicate) => Scorer.Score(prepared.Level.Goals,
    [
        .. run.Maps.Select(m => new ScoredRun(m.Map.Id, m.Map.Seed, m.Map.RunOpposite(predicate).Metrics, m.Map.Perfect)),
    ]).Verdict.IsPass();

    /// <summary>Every candidate of every map was skipped, or none was.</summary>
    static bool SaysOneThing(LevelRunResult run) =>
        run.Maps.All(m => m.Result.Metrics.SkippedPins + m.Result.Metrics.FalseSkips == 0)
        || run.Maps.All(m => m.Result.Metrics.SkippedPins + m.Result.Metrics.FalseSkips == m.Result.Metrics.Candidates);

    /// <summary>The one answer for all page states of a map; null where there are two.</summary>
    static SkipAnswer? AnswersOn(MapRun run, Predicate predicate)
    {
        var answers = run.Map.Map.Palette.Select(p => predicate.Ask(p, run.Map.Settings.Control)).Distinct().ToList();
        return answers is [var only] ? only : null;
    }
}
