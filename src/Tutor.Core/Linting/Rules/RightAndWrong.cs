using Tutor.Core.Levels;
using Tutor.Core.Play;
using Tutor.Core.Scoring;
using Tutor.Core.Text;

namespace Tutor.Core.Linting.Rules;

/// <summary>A judged level declares a solution that passes and one that fails, and every medal can be had.</summary>
static class RightAndWrong
{
    public static void Check(LintedLevel level)
    {
        // What the player wrote last is not known here.
        if (!level.IsJudged || level.Level.Attack is { IsAgainstLast: true })
        {
            return;
        }

        var place = level.PlaceOf(level.Level.Solutions.IsEmpty ? "goals" : "solutions");
        var played = level.Solutions.Concat(level.Options).ToList();
        if (!played.Exists(p => p.Result.Verdict == Verdict.Fail))
        {
            level.Report(LintCodes.NothingFails, place, "no declared solution fails",
                "declare one that is wrong in the way this level is about, with expect: fail");
        }

        // Of a pick level the options decide, and have a rule of their own.
        if (level.Level.Kind != LevelKind.Pick && !level.Solutions.Any(p => IsRightWithOwnWords(level, p)))
        {
            level.Report(LintCodes.NothingPasses, place, "no declared solution passes with the words that the player has",
                "declare the reference, or widen the vocabulary of 'skip'");
        }

        var best = level.Level.Goals.Max(g => g.Tier);
        var wanted = best.AsVerdict();
        if (played.Exists(p => p.Result.IsPassed) && !played.Exists(p => p.Result.Verdict == wanted))
        {
            level.Report(LintCodes.BestUnreached, level.PlaceOf("goals", best.Word()),
                $"no declared solution reaches {best.Word()}", "declare one that does, or widen the bounds");
        }
    }

    static bool IsRightWithOwnWords(LintedLevel level, PlayedPredicate played) =>
        level.Level.Attack is not null ? played.Result.IsPassed : LevelRun.Run(level.Prepared, played.Skip).IsPassed;
}

/// <content>What it reports.</content>
public static partial class LintCodes
{
    public static readonly DiagnosticCode NothingFails = Row(RightAndWrong.Check).Error(4004, "no declared solution fails");

    public static readonly DiagnosticCode NothingPasses = Row(RightAndWrong.Check).Error(4005, "no declared solution passes with the level's own words");

    public static readonly DiagnosticCode BestUnreached = Row(RightAndWrong.Check).Warning(4006, "a medal that no declared solution reaches");
}
