using Tutor.Core.Levels;
using Tutor.Core.Play;
using Tutor.Core.Scoring;
using Tutor.Core.Text;

namespace Tutor.Core.Linting.Rules;

/// <summary>
/// A hidden family is there for what its kinds have in common: with other seeds the declared solutions come to the
/// same verdicts, or the seeds decide and not the predicate.
/// </summary>
static class OtherSeeds
{
    /// <summary>Families tried in place of the declared one.</summary>
    const int Families = 4;

    /// <summary>Added to each seed, family by family; no level has as many.</summary>
    const ulong Step = 1000;

    /// <summary>Maps beyond this are not built over again: of so many pages none is left to chance.</summary>
    const int MostPages = 1 << 20;

    public static void Check(LintedLevel level)
    {
        var hidden = level.Level.Maps.FirstOrDefault(m => m is { Role: MapRole.Hidden, Recipe: not null });
        if (hidden is null || !level.IsJudged || level.Prepared.Maps.Any(m => m.Map.PageCount > MostPages))
        {
            return;
        }

        for (var family = 1ul; family <= Families; family++)
        {
            var other = level.Level with { Maps = [.. level.Level.Maps.Select(m => Moved(m, family * Step))] };
            if (PreparedLevel.Prepare(other, level.Files, new DiagnosticBag()) is not { } prepared)
            {
                return;
            }

            // One that does not score as declared is another rule's finding.
            foreach (var (solution, played) in level.Level.Solutions.Zip(level.Solutions).Where(s => s.Second.Result.Verdict == s.First.Expect))
            {
                var run = LevelRun.Run(prepared, solution);
                if (run.Verdict != played.Result.Verdict)
                {
                    level.Report(LintCodes.SeedsDecide, played.Span,
                        $"{played.Name} comes to '{played.Result.Verdict.Word()}', and to '{run.Verdict.Word()}' with other seeds of the hidden maps",
                        $"{Finding.Why(run)}: leave the bound more room, or give the kind that decides more weight");
                    return;
                }
            }
        }
    }

    static LevelMap Moved(LevelMap map, ulong by) =>
        map.Role == MapRole.Hidden ? map with { Seeds = [.. map.Seeds.Select(s => s + by)] } : map;
}

/// <content>What it reports.</content>
public static partial class LintCodes
{
    public static readonly DiagnosticCode SeedsDecide = Row(OtherSeeds.Check).Warning(4025, "a verdict that other seeds would change");
}
