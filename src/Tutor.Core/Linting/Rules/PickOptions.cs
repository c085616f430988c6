using Tutor.Core.Text;

namespace Tutor.Core.Linting.Rules;

/// <summary>Options of a pick level differ in what they do; some pass, some fail.</summary>
static class PickOptions
{
    public static void Check(LintedLevel level)
    {
        if (level.Options.IsEmpty)
        {
            return;
        }

        for (var i = 0; i < level.Options.Length; i++)
        {
            for (var j = 0; j < i; j++)
            {
                if (DoTheSame(level.Options[i], level.Options[j]))
                {
                    level.Report(LintCodes.OptionsAlike, level.Options[i].Span,
                        $"option '{level.Options[i].Id}' does the same as '{level.Options[j].Id}' on every page of every map",
                        "add a page kind that tells them apart, or take one of them out");
                }
            }
        }

        if (level.IsJudged && level.Options.Select(o => o.Result.IsPassed).Distinct().Count() < 2)
        {
            level.Report(LintCodes.OptionsNotDecided, level.PlaceOf("options"),
                level.Options[0].Result.IsPassed ? "every option passes" : "no option passes",
                "which option is right is computed from the goals: let one pass and one fail");
        }
    }

    static bool DoTheSame(PlayedPredicate one, PlayedPredicate other) =>
        one.Result.Maps.Length == other.Result.Maps.Length && one.Result.Maps.Length > 0
        && one.Result.Maps.Zip(other.Result.Maps).All(pair =>
            pair.First.Result.Verdicts.SameAs(pair.Second.Result.Verdicts));
}

/// <content>What it reports.</content>
public static partial class LintCodes
{
    public static readonly DiagnosticCode OptionsAlike = Row(PickOptions.Check).Error(4008, "two options that do the same");

    public static readonly DiagnosticCode OptionsNotDecided = Row(PickOptions.Check).Error(4009, "options of which none passes, or none fails");
}
