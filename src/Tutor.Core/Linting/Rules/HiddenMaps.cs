using Tutor.Core.Levels;
using Tutor.Core.Scoring;
using Tutor.Core.Text;

namespace Tutor.Core.Linting.Rules;

/// <summary>Hidden maps are there to fail what the shown ones let through: one declared solution shows that they do.
/// Not asked of pick levels, whose options are all that can be answered.</summary>
static class HiddenMaps
{
    public static void Check(LintedLevel level)
    {
        var hidden = level.Level.Maps.FirstOrDefault(m => m.Role == MapRole.Hidden);
        if (hidden is null || !level.IsJudged || level.Level.Kind == LevelKind.Pick)
        {
            return;
        }

        var isCaught = level.Solutions.Concat(level.Options).Any(p =>
            p.Result.Verdict == Verdict.Fail && level.VerdictOnShown(p.Result) is Verdict.Pass or Verdict.Silver or Verdict.Gold);
        if (!isCaught)
        {
            level.Report(LintCodes.HiddenCatchesNothing, hidden.Span,
                $"no declared solution passes the shown maps and fails on a hidden one such as '{hidden.Id}'",
                "add kinds or ranges that the shown map lacks, and declare the wrong solution that they catch");
        }
    }
}

/// <content>What it reports.</content>
public static partial class LintCodes
{
    public static readonly DiagnosticCode HiddenCatchesNothing = Row(HiddenMaps.Check).Warning(4007, "hidden maps that catch no wrong solution");
}
