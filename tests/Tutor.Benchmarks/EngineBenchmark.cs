using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using Tutor.Core.Predicates;
using Tutor.Core.Predicates.Binding;
using Tutor.Core.Simulation;
using Tutor.Core.Text;

namespace Tutor.Benchmarks;

/// <summary>The literal engine over the recorded guest of 768 MiB, with the recording's own predicate.</summary>
static class EngineBenchmark
{
    public static Report Run(int rounds)
    {
        var recording = Checkout.Recording("vfio-deb");
        var known = Revisions.All.First(p => p.Recording == recording.Predicate);
        var predicate = Predicate.Compile(SourceText.From(known.Id, known.Expression), PredicateScope.All).Predicate
            ?? throw new InvalidOperationException($"{known.Id} does not compile");
        var settings = RecordingCheck.SettingsOf(recording);
        var report = new Report("engine", rounds, "scanners", "pages", "ms", "bytes_allocated", "bytes_of_result",
            "ratio");
        foreach (var scanners in new[] { ScannerSet.Both, ScannerSet.Migrate })
        {
            var own = settings with { Scanners = scanners };
            CompactionResult Compact() => Compaction.Run(recording.Map, predicate.Ask, own);
            var ms = Timing.MedianMs(rounds, () => Compact());
            var allocated = Timing.BytesAllocated(() => Compact());
            var size = SizeOf(Compact());
            report.Add(scanners.ToString(), recording.Map.PageCount, ms, allocated, size, (double)allocated / size);
        }

        return report;
    }

    /// <summary>Bytes of the arrays of a result.</summary>
    static long SizeOf(CompactionResult result) => result.Verdicts.Count * sizeof(PageVerdict) + SizeOf(result.ByState)
        + SizeOf(result.Calls) + SizeOf(result.Frees) + SizeOf(result.BatchRows) + SizeOf(result.Targets)
        + SizeOf(result.Fates);

    static long SizeOf<T>(ImmutableArray<T> rows) => (long)rows.Length * Unsafe.SizeOf<T>();
}
