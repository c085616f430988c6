using Tutor.Core.Memory;
using Tutor.Core.Predicates;
using Tutor.Core.Predicates.Evaluation;
using Tutor.Core.Scoring;

namespace Tutor.Core.Play;

/// <summary>
/// Checks that a predicate's text contains the cause that a misconception names. A score only says which pages are wrong.
/// A sentence about the cause is true only if a term that decided those pages contains it.
/// </summary>
static class Causes
{
    /// <summary>
    /// Whether a term that decided a page of the misconception's signs contains one of its names. True for a misconception
    /// without names: that one speaks of the symptom alone.
    /// </summary>
    public static bool AreIn(Predicate? predicate, MapRun run, Misconception misconception) =>
        misconception.Uses.IsEmpty
        || (predicate is not null
            && misconception.Signs.Any(sign => Counted(run, sign).Any(page => Decides(predicate, page, run, misconception))));

    /// <summary>The page states that a sign counts: for a lower bound those that add to it, else every candidate of its kind.</summary>
    static IEnumerable<PageState> Counted(MapRun run, MisconceptionSign sign)
    {
        var palette = run.Map.Map.Palette;
        for (var id = 0; id < palette.Length; id++)
        {
            var isItsKind = sign.OfKind is null || palette[id].Kind == sign.OfKind;
            if (isItsKind && KindScore.Of([palette[id]], [run.Result.ByState[id]]) is [var score]
                && (sign.Bound.Side == BoundSide.Max || sign.Metric.CountOfKind is not { } count || count(score) > 0))
            {
                yield return palette[id];
            }
        }
    }

    static bool Decides(Predicate predicate, PageState page, MapRun run, Misconception misconception)
    {
        var settings = run.Map.Settings;
        return Enumerable.Range(1, settings.Passes).Any(pass =>
            Terms.NamesThatDecide(predicate.Explain(page.AtPass(pass).Drained(settings.DrainedCpus.AsSpan()), settings.Control))
                .Overlaps(misconception.Uses));
    }
}
