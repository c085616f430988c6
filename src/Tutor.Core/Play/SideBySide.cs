using System.Collections.Immutable;
using Tutor.Core.Predicates;
using Tutor.Core.Scoring;
using Tutor.Core.Simulation;

namespace Tutor.Core.Play;

/// <summary>A predicate that is compared with others, and the name that tables call it by.</summary>
public sealed record Contender(string Name, Predicate Predicate);

/// <summary>What one contender did on one map.</summary>
public sealed record ContenderRun(string Name, ScanMetrics Metrics, ScanMetrics Perfect, ImmutableArray<KindScore> ByKind, bool HasErrors)
{
    /// <summary>Candidates that it decided wrongly: taken in vain, or skipped although they would have moved.</summary>
    public long Wrong => Metrics.Futile + Metrics.FalseSkips;
}

/// <summary>Pages of one kind that the contenders do not all treat alike.</summary>
/// <param name="Pages">How many; candidates of every pass together.</param>
/// <param name="Skipped">By contender, how many of the kind's candidates it skips.</param>
public sealed record KindDifference(string Kind, long Candidates, long Pages, ImmutableArray<long> Skipped);

/// <summary>Every contender on one map and seed.</summary>
/// <param name="Ground">The level, the recording or the recipe that the map is of.</param>
/// <param name="Seed">Null for a recording.</param>
public sealed record ComparedMap(
    string Ground, string Map, ulong? Seed, int Pages, ImmutableArray<ContenderRun> Runs, ImmutableArray<KindDifference> Differences)
{
    /// <summary>Those with the fewest wrong pages, all of them if several share it; nobody whose run has errors.</summary>
    public IEnumerable<string> Winners
    {
        get
        {
            var sound = Runs.Where(r => !r.HasErrors).ToList();
            return sound.Where(r => r.Wrong == sound.Min(s => s.Wrong)).Select(r => r.Name);
        }
    }
}

/// <summary>Predicates side by side over maps and seeds.</summary>
public static class SideBySide
{
    /// <summary>Runs every contender on a map.</summary>
    /// <exception cref="OperationCanceledException">Cancelled.</exception>
    public static ComparedMap Run(string ground, PreparedMap map, ImmutableArray<Contender> contenders, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(map);
        var results = contenders.Select(c => map.Run(c.Predicate, cancellation: cancellation)).ToList();
        return new ComparedMap(ground, map.Id, map.Seed, map.Map.PageCount,
        [
            .. results.Select((r, i) => new ContenderRun(
                contenders[i].Name, r.Metrics, map.Perfect, KindScore.Of(map.Map.Palette, r.ByState), r.HasErrors)),
        ],
        DifferencesOf(map, results));
    }

    /// <summary>
    /// A contender treats equal page states alike. So where two contenders skip different numbers of a kind, they differ on
    /// some of its pages.
    /// </summary>
    static ImmutableArray<KindDifference> DifferencesOf(PreparedMap map, List<CompactionResult> results)
    {
        var kinds = new Dictionary<string, (long Candidates, long Pages, long[] Skipped)>(StringComparer.Ordinal);
        var order = new List<string>();
        for (var id = 0; id < map.Map.Palette.Length; id++)
        {
            var skipped = results.Select(r => r.ByState[id].SkippedPins + r.ByState[id].FalseSkips).ToArray();
            var kind = map.Map.Palette[id].Kind;
            if (!kinds.TryGetValue(kind, out var sum))
            {
                order.Add(kind);
                sum = (0, 0, new long[results.Count]);
            }

            kinds[kind] = (sum.Candidates + results.Max(r => r.ByState[id].Candidates),
                sum.Pages + skipped.Max() - skipped.Min(), [.. sum.Skipped.Zip(skipped, (a, b) => a + b)]);
        }

        return
        [
            .. order.Where(k => kinds[k].Pages > 0)
                .Select(k => new KindDifference(k, kinds[k].Candidates, kinds[k].Pages, [.. kinds[k].Skipped])),
        ];
    }
}
