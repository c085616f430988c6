using Tutor.Core.Scoring;
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
                    $"{played.Name} is declared '{solution.Expect.Word()}' and comes to '{played.Result.Verdict.Word()}'",
                    Finding.Why(played.Result));
            }
        }
    }
}

/// <content>What it reports.</content>
public static partial class LintCodes
{
    public static readonly DiagnosticCode ScoresOtherwise = Row(DeclaredScores.Check).Error(4001, "a solution does not score as declared");
}
