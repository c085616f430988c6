using Tutor.Core.Text;

namespace Tutor.Core.Linting.Rules;

/// <summary>Each declared solution scores as declared.</summary>
static class DeclaredScores
{
    public static void Check(LintedLevel level)
    {
        foreach (var (solution, played) in level.Level.Solutions.Zip(level.Solutions))
        {
            if (played.Result.Verdict != solution.Expect)
            {
                level.Report(LintCodes.ScoresOtherwise, played.Span,
                    $"{played.Name} is declared '{Word(solution.Expect)}' and comes to '{Word(played.Result.Verdict)}'",
                    Finding.Why(played.Result));
            }
        }
    }

    static string Word(Scoring.Verdict verdict) => Finding.Word(verdict);
}
