using Tutor.Core.Scoring;
using Tutor.Core.Text;

namespace Tutor.Core.Linting.Rules;

/// <summary>A per cent that the reference meets by a hair fails it after the next small change of the map.</summary>
static class Bounds
{
    /// <summary>Closer than a fiftieth of the bound is too close.</summary>
    const long Nearness = 50;

    public static void Check(LintedLevel level)
    {
        if (level.Reference is not { } reference)
        {
            return;
        }

        foreach (var goal in reference.Result.Goals.Where(g => g is { IsMet: true, Goal.Bound.IsPercent: true, Value: > 0 }))
        {
            var slack = Math.Abs(goal.Limit - goal.Value);
            if (goal.Value != goal.Population && goal.Limit > 0 && slack * Nearness < goal.Limit)
            {
                level.Report(LintCodes.FragileBound, level.PlaceOf("goals", goal.Goal.Tier.Word(), goal.Goal.Metric.Name),
                    $"{reference.Name} has {goal.Value} {goal.Goal.Metric.Name} on {Finding.MapOf(goal)}, and the bound is {goal.Limit}",
                    "leave more room, or make it a plain number if it is meant to be exact");
            }
        }
    }
}

/// <content>What it reports.</content>
public static partial class LintCodes
{
    public static readonly DiagnosticCode FragileBound = Row(Bounds.Check).Warning(4023, "a bound that the best solution only just meets");
}
