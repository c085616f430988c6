using Tutor.Core.Simulation;

namespace Tutor.Core.Play;

/// <summary>Keeps the last runs over one map by what their predicates mean, so that the same meaning typed again, even in other words, costs nothing.</summary>
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

        // Outside the lock: two threads that ask at once both run, and get equal results.
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
