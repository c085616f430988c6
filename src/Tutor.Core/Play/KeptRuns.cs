using Tutor.Core.Simulation;

namespace Tutor.Core.Play;

/// <summary>The last runs over one map by what their predicates mean: typing a thing again, or otherwise, costs nothing.</summary>
sealed class KeptRuns(int most)
{
    readonly Dictionary<string, CompactionResult> _runs = new(StringComparer.Ordinal);
    readonly Queue<string> _order = [];
    readonly Lock _gate = new();

    public CompactionResult GetOrRun(string meaning, Func<CompactionResult> run)
    {
        lock (_gate)
        {
            if (_runs.TryGetValue(meaning, out var known))
            {
                return known;
            }
        }

        // Outside the lock: two that ask at once both run, and get the same.
        var result = run();
        lock (_gate)
        {
            if (_runs.TryAdd(meaning, result))
            {
                _order.Enqueue(meaning);
            }

            if (_order.Count > most)
            {
                _runs.Remove(_order.Dequeue());
            }
        }

        return result;
    }
}
