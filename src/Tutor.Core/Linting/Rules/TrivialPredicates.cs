using Tutor.Core.Levels;
using Tutor.Core.Play;
using Tutor.Core.Scoring;
using Tutor.Core.Text;

namespace Tutor.Core.Linting.Rules;

/// <summary>Skipping everything, skipping nothing, and what the editor begins with do not pass.</summary>
static class TrivialPredicates
{
    public static void Check(LintedLevel level)
    {
        if (!level.IsJudged || level.Level.Attack is not null)
        {
            return;
        }

        foreach (var (text, meaning, other) in new[]
        {
            ("false", "skips nothing", "bound 'futile' as well: skipping nothing wastes work"),
            ("true", "skips everything", "bound 'false_skips' or 'migrated' as well: skipping everything moves nothing"),
        })
        {
            var run = level.Play(text);
            if (run.IsPassed)
            {
                level.Report(LintCodes.TrivialPasses, level.PlaceOf("goals", "pass"),
                    $"'{text}', which {meaning}, comes to '{run.Verdict.Word()}'", other);
            }
        }

        if (level.Level.Starter is { } starter && level.Level.Kind != LevelKind.Pick
            && LevelRun.Run(level.Prepared, starter) is { IsPassed: true } begun)
        {
            level.Report(LintCodes.StarterPasses, level.PlaceOf("skip", "starter"),
                $"the starter comes to '{begun.Verdict.Word()}' before the player has done anything",
                "begin with a predicate that fails, or bound the goals more tightly");
        }

        if (level.Level.RepairStart is { } start
            && level.Solutions.FirstOrDefault(s => s.Id == start) is { Result.IsPassed: true } repaired)
        {
            level.Report(LintCodes.StarterPasses, level.PlaceOf("repair", "start"),
                $"{repaired.Name}, which is to be mended, comes to '{repaired.Result.Verdict.Word()}'",
                "begin with a solution that fails");
        }
    }
}

/// <content>What it reports.</content>
public static partial class LintCodes
{
    public static readonly DiagnosticCode TrivialPasses = Row(TrivialPredicates.Check).Error(4002, "skipping everything or nothing passes");

    public static readonly DiagnosticCode StarterPasses = Row(TrivialPredicates.Check).Error(4003, "what the editor begins with passes already");
}
