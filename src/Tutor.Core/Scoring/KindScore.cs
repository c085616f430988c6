using System.Collections.Immutable;
using Tutor.Core.Memory;
using Tutor.Core.Simulation;

namespace Tutor.Core.Scoring;

/// <summary>The score of one page kind: which pages a predicate is right and wrong about.</summary>
public sealed record KindScore(
    string Kind, long Candidates, long Migrated, long Futile, long SkippedPins, long FalseSkips)
{
    /// <summary>Of the candidates those that were not skipped, whatever became of them.</summary>
    public long Isolated => Candidates - SkippedPins - FalseSkips;

    /// <summary>One row for each kind that had candidates, in the palette's order.</summary>
    public static ImmutableArray<KindScore> Of(ImmutableArray<PageState> palette, ImmutableArray<StateCounts> byState)
    {
        var order = new List<string>();
        var sums = new Dictionary<string, KindScore>();
        for (var id = 0; id < palette.Length; id++)
        {
            var counts = byState[id];
            if (counts.Candidates == 0)
            {
                continue;
            }

            var kind = palette[id].Kind;
            if (!sums.TryGetValue(kind, out var sum))
            {
                order.Add(kind);
                sum = new KindScore(kind, 0, 0, 0, 0, 0);
            }

            sums[kind] = new KindScore(kind, sum.Candidates + counts.Candidates, sum.Migrated + counts.Migrated,
                sum.Futile + counts.Futile, sum.SkippedPins + counts.SkippedPins, sum.FalseSkips + counts.FalseSkips);
        }

        return [.. order.Select(kind => sums[kind])];
    }
}
