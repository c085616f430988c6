using Tutor.Core.Scoring;
using Tutor.Core.Simulation;
using Tutor.Core.Text;

namespace Tutor.Core.Linting.Rules;

/// <summary>With the migrate scanner alone targets never run out: no zone is given up, and a goal on that says nothing.</summary>
static class ZoneGoals
{
    public static void Check(LintedLevel level)
    {
        if (level.Level.Run.Scanners == ScannerSet.Both)
        {
            return;
        }

        foreach (var goal in level.Level.Goals.Where(g => g.Metric.Name == Metric.ZoneGivenUp))
        {
            level.Report(LintCodes.ZoneGoalWithoutBothScanners, level.PlaceOf("goals", goal.Tier.Word(), goal.Metric.Name),
                "no zone is given up where only the migrate scanner runs", "run: { scanners: both }, or take the goal away");
        }
    }
}

/// <content>What it reports.</content>
public static partial class LintCodes
{
    public static readonly DiagnosticCode ZoneGoalWithoutBothScanners =
        Row(ZoneGoals.Check).Error(4041, "a goal on given-up zones where none can be given up");
}
