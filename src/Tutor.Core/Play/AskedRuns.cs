using Tutor.Core.Memory;
using Tutor.Core.Predicates.Evaluation;
using Tutor.Core.Simulation;

namespace Tutor.Core.Play;

/// <summary>
/// Keeps the last runs over one map, each with the questions that the engine asked and the answers that it got. An engine
/// learns nothing of a predicate but its answers, and equal answers lead to equal next questions. So a predicate that
/// answers all questions of a kept run alike has that run. This also finds two different texts that mean the same here.
/// </summary>
/// <param name="most">Runs that are kept.</param>
sealed class AskedRuns(int most)
{
    readonly record struct Asked(PageState Page, CompactControl Control, SkipAnswer Answer);

    readonly List<(List<Asked> Asked, CompactionResult Result)> _runs = [];
    readonly Lock _gate = new();

    /// <param name="ask">The predicate, or its opposite.</param>
    /// <param name="run">Runs the engine with what it is to ask.</param>
    public CompactionResult GetOrRun(Func<PageState, CompactControl, SkipAnswer> ask, Func<Func<PageState, CompactControl, SkipAnswer>, CompactionResult> run)
    {
        (List<Asked> Asked, CompactionResult Result)[] known;
        lock (_gate)
        {
            known = [.. _runs];
        }

        // Newest first: most keystrokes change little.
        for (var i = known.Length - 1; i >= 0; i--)
        {
            if (known[i].Asked.TrueForAll(a => ask(a.Page, a.Control) == a.Answer))
            {
                return known[i].Result;
            }
        }

        var asked = new List<Asked>();
        var result = run((page, control) =>
        {
            var answer = ask(page, control);
            asked.Add(new Asked(page, control, answer));
            return answer;
        });
        lock (_gate)
        {
            _runs.Add((asked, result));
            if (_runs.Count > most)
            {
                _runs.RemoveAt(0);
            }
        }

        return result;
    }
}
