using System.Globalization;
using Tutor.Core.Play;

namespace Tutor.Storage;

/// <summary>What is kept of a run with its attempt: the counts of the shown map, as JSON. History compares them.</summary>
static class AttemptMetrics
{
    public static string Of(LevelRunResult run) => run.Shown?.Result.Metrics is not { } m ? "{}"
        : string.Create(CultureInfo.InvariantCulture,
            $$"""{"candidates":{{m.Candidates}},"migrated":{{m.Migrated}},"futile":{{m.Futile}},"skipped_pins":{{m.SkippedPins}},"false_skips":{{m.FalseSkips}},"isolated":{{m.Isolated}},"blocks_freed":{{m.BlocksFreed}},"lru_locks":{{m.LruLocks}},"cost_ns":{{m.CostNs}},"nodes":{{run.Predicate?.NodeCount ?? 0}}{{(GolfCount.Of(run) is { } golf ? $",\"golf\":{golf}" : "")}}}""");
}
