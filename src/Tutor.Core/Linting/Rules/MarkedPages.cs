using Tutor.Core.Memory;
using Tutor.Core.Play;
using Tutor.Core.Predicates;
using Tutor.Core.Text;

namespace Tutor.Core.Linting.Rules;

/// <summary>
/// On a mark level what is shown decides: two pages on which all of it is equal, and of which one moves and one does not,
/// are a coin for the player to toss.
/// </summary>
static class MarkedPages
{
    public static void Check(LintedLevel level)
    {
        if (level.Level.Mark is null || level.Reference is not { Result: { Maps: [var run, ..] } })
        {
            return;
        }

        var control = run.Map.Settings.Control;
        var asked = Enumerable.Range(0, run.Map.Map.PageCount)
            .Where(p => run.Result.ByState[run.Map.Map.StateIdAt(p)].Candidates > 0)
            .Select(p => (Page: p, State: Marks.Asked(run.Map, p))).ToList();
        foreach (var (page, state) in asked.Where(p => Migration.MovableNow(p.State, control)))
        {
            var twin = asked.FirstOrDefault(p => !Migration.MovableNow(p.State, control)
                && ReadableFacts.Between(state, p.State, control, level.Prepared.Scope).IsEmpty, (Page: -1, State: state));
            if (twin.Page >= 0)
            {
                level.Report(LintCodes.MarkedAlike, level.PlaceOf("mark", "shows"),
                    $"nothing that is shown tells page +{page} ({state.Kind}), which moves, from page +{twin.Page} ({twin.State.Kind}), which does not",
                    "show more, or take one of the two away");
                return;
            }
        }
    }
}

/// <content>What it reports.</content>
public static partial class LintCodes
{
    public static readonly DiagnosticCode MarkedAlike = Row(MarkedPages.Check).Warning(4042, "pages to be marked that only luck can tell apart");
}
