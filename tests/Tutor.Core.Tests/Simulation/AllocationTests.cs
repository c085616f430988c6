using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using Tutor.Core.Scenarios.Recordings;
using Tutor.Core.Simulation;
using Tutor.Core.Tests.Support;
using Xunit;

namespace Tutor.Core.Tests.Simulation;

public class AllocationTests
{
    /// <summary>
    /// What a run may allocate for each byte of its result: the rest is the tables of page states and
    /// pageblocks, and a few objects.
    /// </summary>
    const double MostForAByte = 1.25;

    static readonly Recording Guest = Fixtures.Recording("vfio-deb");

    static CompactionResult Compact(ScannerSet scanners) => Compaction.Run(Guest.Map,
        ThreadPredicates.Of(Guest.Predicate), RecordingCheck.SettingsOf(Guest) with { Scanners = scanners });

    [Theory]
    [InlineData(ScannerSet.Both)]
    [InlineData(ScannerSet.Migrate)]
    public void A_run_allocates_little_more_than_its_result(ScannerSet scanners)
    {
        // The least of some: rented memory may be collected between two runs.
        var result = Compact(scanners);
        var allocated = Enumerable.Range(0, 5).Min(_ => AllocatedBy(scanners));
        Assert.InRange(allocated, 1, (long)(MostForAByte * SizeOf(result)));
    }

    static long AllocatedBy(ScannerSet scanners)
    {
        var before = GC.GetAllocatedBytesForCurrentThread();
        Compact(scanners);
        return GC.GetAllocatedBytesForCurrentThread() - before;
    }

    static long SizeOf(CompactionResult result) => result.Verdicts.Count * sizeof(PageVerdict) + SizeOf(result.ByState)
        + SizeOf(result.Calls) + SizeOf(result.Frees) + SizeOf(result.BatchRows) + SizeOf(result.Targets)
        + SizeOf(result.Fates);

    static long SizeOf<T>(ImmutableArray<T> rows) => (long)rows.Length * Unsafe.SizeOf<T>();
}
