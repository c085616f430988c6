using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using Tutor.Core.Predicates;
using Tutor.Core.Predicates.Binding;
using Tutor.Core.Simulation;
using Tutor.Core.Text;

namespace Tutor.Benchmarks;

/// <summary>
/// The literal engine over recorded guests of 768 MiB, each with its recording's own predicate: the same pins under both
/// releases, and a guest of 6.12 with large folios that are split.
/// </summary>
static class EngineBenchmark
{
    static readonly (string Release, string Recording)[] Guests = [("6.1", "vfio-deb"), ("6.12", "vfio-deb"), ("6.12", "mthp-deb")];

    public static Report Run(int rounds)
    {
        var report = new Report("engine", rounds, "guest", "scanners", "pages", "ms", "bytes_allocated", "bytes_of_result", "ratio");
        foreach (var (release, name) in Guests)
        {
            var recording = Checkout.Recording(release, name);
            var known = Revisions.All.First(p => p.Recording == recording.Predicate);
            var predicate = Predicate.Compile(SourceText.From(known.Id, known.Expression), PredicateScope.All).Predicate
                ?? throw new InvalidOperationException($"{known.Id} does not compile");
            foreach (var scanners in Enum.GetValues<ScannerSet>())
            {
                var settings = RecordingCheck.SettingsOf(recording) with { Scanners = scanners };
                CompactionResult Compact() => Compaction.Run(recording.Map, predicate.Ask, settings);
                var ms = Timing.MedianMs(rounds, () => Compact());
                var allocated = Timing.BytesAllocated(() => Compact());
                var size = SizeOf(Compact());
                report.Add($"{release} {name}", scanners.ToString(), recording.Map.PageCount, ms, allocated, size, (double)allocated / size);
            }
        }

        return report;
    }

    /// <summary>Bytes of the arrays of a result.</summary>
    static long SizeOf(CompactionResult result) => result.Verdicts.Count * sizeof(PageVerdict) + SizeOf(result.ByState)
        + SizeOf(result.Calls) + SizeOf(result.Frees) + SizeOf(result.BatchRows) + SizeOf(result.Targets)
        + SizeOf(result.Fates);

    static long SizeOf<T>(ImmutableArray<T> rows) => (long)rows.Length * Unsafe.SizeOf<T>();
}
