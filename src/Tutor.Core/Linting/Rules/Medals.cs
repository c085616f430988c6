using Tutor.Core.Levels;
using Tutor.Core.Scoring;
using Tutor.Core.Text;

namespace Tutor.Core.Linting.Rules;

/// <summary>
/// A level that is judged by numbers has pass, silver and gold, or says with <c>no_silver</c> why there is less to win.
/// Pick levels are left out: their options are all that can be answered.
/// </summary>
static class Medals
{
    public static void Check(LintedLevel level)
    {
        if (level.Level.Kind.Row() is not { IsJudgedByGoals: true, HandsIn: not AnswerForm.Option } || level.Level.WhyNoSilver is not null)
        {
            return;
        }

        var missing = Enum.GetValues<GoalTier>().Where(t => level.Level.Goals.All(g => g.Tier != t)).Select(t => t.Word()).ToList();
        if (missing.Count > 0)
        {
            level.Report(LintCodes.NoMedal, level.PlaceOf("goals"), $"there is no {string.Join(" and no ", missing)} to win",
                "add the tier, or say with 'no_silver:' why not");
        }
    }
}

/// <content>What it reports.</content>
public static partial class LintCodes
{
    public static readonly DiagnosticCode NoMedal = Row(Medals.Check).Warning(4034, "a medal that cannot be won, without a reason");
}
