using Tutor.Core.Play;
using Tutor.Core.Scoring;
using Tutor.Core.Text;

namespace Tutor.Core.Linting.Rules;

/// <summary>
/// A level of kind attack asks for the smallest memory: an empty one does not pass, of one that wins gold every page is
/// needed, and gold is not given to more frames than are needed.
/// </summary>
static class Attacks
{
    /// <summary>Memories that the search for a smaller one tries.</summary>
    public const int MostTries = 20_000;

    public static void Check(LintedLevel level)
    {
        if (level.Level.Attack is not { IsAgainstLast: false })
        {
            return;
        }

        var empty = LevelRun.Run(level.Prepared, new Painting(level.Level));
        if (empty.IsPassed)
        {
            level.Report(LintCodes.EmptyPasses, level.PlaceOf("goals", "pass"), $"an empty memory comes to '{empty.Verdict.Word()}'",
                "bound what the predicate does wrong from below: futile: { min: 1 }");
        }

        foreach (var (solution, played) in level.Level.Solutions.Zip(level.Solutions).Where(s => s.First.IsPainting && s.Second.Result.Verdict == Verdict.Gold))
        {
            var painting = Painting.TryRead(level.Level, solution.Skip.Text).Painting!;
            if (painting.Pages.FirstOrDefault(p => LevelRun.Run(level.Prepared, painting.Erase(p.Frame)).Verdict == Verdict.Gold) is { } spare)
            {
                level.Report(LintCodes.SparePage, played.Span, $"{played.Name} is gold without its '{spare.Kind}' on frame +{spare.Frame}, too",
                    "take the page away, or bound 'pages_used' more tightly");
            }
        }

        CheckBound(level);
    }

    static void CheckBound(LintedLevel level)
    {
        var best = level.Solutions.Where(s => s.Result.Verdict == Verdict.Gold).Select(s => Painting.TryRead(level.Level, s.Skip.Text).Painting)
            .OfType<Painting>().MinBy(p => p.Used);
        var bound = level.Level.Goals.Where(g => g is { Metric.Name: Metric.PagesUsed, Bound: { Side: BoundSide.Max, IsPercent: false } }).Select(g => (int)g.Bound.Amount).DefaultIfEmpty(int.MaxValue).Min();
        if (best is null)
        {
            return;
        }

        var (smallest, _) = SmallestPainting.Find(level.Prepared, Verdict.Gold, best.Used - 1, MostTries);
        var needed = smallest?.Used ?? best.Used;
        if (bound > needed)
        {
            level.Report(LintCodes.LooseAttack, level.PlaceOf("goals", "gold"),
                $"gold lets {(bound == int.MaxValue ? "any number of" : bound)} painted frames through, and {needed} {(needed == 1 ? "is" : "are")} enough: {(smallest ?? best).Write()}",
                $"write pages_used: {{ max: {needed} }}");
        }
    }
}

/// <content>What it reports.</content>
public static partial class LintCodes
{
    public static readonly DiagnosticCode EmptyPasses = Row(Attacks.Check).Error(4043, "an empty memory that passes");

    public static readonly DiagnosticCode SparePage = Row(Attacks.Check).Warning(4044, "a painted page that is not needed");

    public static readonly DiagnosticCode LooseAttack = Row(Attacks.Check).Warning(4045, "a bound on painted frames that is not the smallest");
}
