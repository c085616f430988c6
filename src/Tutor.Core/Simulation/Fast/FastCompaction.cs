using Tutor.Core.Memory;
using Tutor.Core.Predicates.Evaluation;

namespace Tutor.Core.Simulation.Fast;

/// <summary>
/// The fast engine: the migrate side of Linux 6.1 on a palette of page states. A predicate is asked once a state; the
/// counts follow from a histogram; what depends on the order of pages (<c>lru_locks</c>, batches, pageblocks freed)
/// is counted in bit masks. Equal to <see cref="Compaction"/>, which is the specification.
/// </summary>
/// <remarks>
/// Left out: rows of calls, batches, targets and fates, which only a recording is compared with.
/// </remarks>
public static class FastCompaction
{
    /// <summary>Pageblocks of one task: 4 Mi pages, a millisecond at most.</summary>
    const int Chunk = 8192;

    /// <summary>Runs a predicate over a prepared map.</summary>
    /// <param name="ask">As for <see cref="Compaction.Run"/>.</param>
    /// <param name="path">Which instructions; null: the best there are.</param>
    /// <param name="cores">Tasks at once on a map of many pageblocks; null: as many as there are cores.</param>
    /// <exception cref="OperationCanceledException">Cancelled.</exception>
    public static CompactionResult Run(FastMap map, Func<PageState, CompactControl, SkipAnswer> ask,
        VectorPath? path = null, int? cores = null, IProgress<double>? progress = null, CancellationToken cancellation = default)
    {
        return Run(map, Ask(map, ask), path, cores, progress, cancellation);
    }

    /// <summary>Asks a predicate about every page state, in every pass: what costs as much on a small map as on a large one.</summary>
    public static FastAnswers Ask(FastMap map, Func<PageState, CompactControl, SkipAnswer> ask)
    {
        ArgumentNullException.ThrowIfNull(map);
        ArgumentNullException.ThrowIfNull(ask);
        return new FastAnswers([.. map.Before.Select(pass => Array.ConvertAll(pass, state => state.Ask(ask, map.Settings.Control)))]);
    }

    /// <summary>The same for answers that were asked for on this map.</summary>
    public static CompactionResult Run(FastMap map, FastAnswers answers, VectorPath? path = null, int? cores = null,
        IProgress<double>? progress = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(map);
        ArgumentNullException.ThrowIfNull(answers);
        var sums = new StateSums(map);
        var counts = default(ScanCounts);
        for (var pass = 1; pass <= map.Settings.Passes; pass++)
        {
            var courses = answers.Courses[pass - 1];
            var table = ScanBits.Of(map, courses, sums.Left);
            sums.Visits += pass == 1 ? PassVisits.First(map) : PassVisits.Later(map, sums.Left);
            sums.AddPass(courses);
            // A pageblock is freed when it is at the end: the last pass says so.
            counts = Scan(map, table, path ?? VectorPaths.Best, cores, progress, cancellation)
                + counts with { BlocksFreed = 0 };
        }

        return sums.ToResult(counts);
    }

    static ScanCounts Scan(FastMap map, byte[] table, VectorPath path, int? cores, IProgress<double>? progress,
        CancellationToken cancellation)
    {
        var blocks = map.Blocks;
        var chunks = (blocks.Length + Chunk - 1) / Chunk;
        if (chunks <= 1)
        {
            return Scan(map, table, path, blocks);
        }

        var options = new ParallelOptions { CancellationToken = cancellation, MaxDegreeOfParallelism = cores ?? -1 };
        var (done, sum, gate) = (0, default(ScanCounts), new Lock());
        Parallel.For(0, chunks, options, chunk =>
        {
            var some = blocks.AsSpan(chunk * Chunk, Math.Min(Chunk, blocks.Length - chunk * Chunk));
            var counts = Scan(map, table, path, some);
            lock (gate)
            {
                sum += counts;
                progress?.Report((double)++done / chunks);
            }
        });
        return sum;
    }

    static ScanCounts Scan(FastMap map, byte[] table, VectorPath path, ReadOnlySpan<ScannedBlock> blocks)
    {
        if (!map.Map.IsNarrow)
        {
            return ScanKernel.RunOdd(table, map.Map, blocks);
        }

        // What the end of the map cuts off is looked at a page at a time.
        var whole = blocks.Length;
        while (whole > 0 && (blocks[whole - 1].Index + 1) * (long)Pageblock.Pages > map.Map.PageCount)
        {
            whole--;
        }

        var ids = map.Map.NarrowIds;
        var withTaken = table.AsSpan().ContainsAny(DriverTaken);
        return ScanKernel.RunOdd(table, map.Map, blocks[whole..]) + path switch
        {
            VectorPath.Vector512 => ScanKernel.Run(new Path512(table), ids, blocks[..whole], withTaken),
            VectorPath.Vector256 => ScanKernel.Run(new Path256(table), ids, blocks[..whole], withTaken),
            VectorPath.Vector128 => ScanKernel.Run(new Path128(table), ids, blocks[..whole], withTaken),
            VectorPath.Scalar => ScanKernel.Run(new ScalarPath(table), ids, blocks[..whole], withTaken),
        };
    }

    /// <summary>The bits of a driver's page that is taken: it leaves, or stays.</summary>
    static ReadOnlySpan<byte> DriverTaken =>
    [
        ScanBits.TouchesLock | ScanBits.Taken,
        ScanBits.TouchesLock | ScanBits.Taken | ScanBits.Stays,
    ];
}
