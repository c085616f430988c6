using System.Diagnostics;
using Tutor.Core.Levels;
using Tutor.Core.Predicates;
using Tutor.Core.Predicates.Binding;
using Tutor.Core.Scenarios;
using Tutor.Core.Simulation;
using Tutor.Core.Simulation.Fast;
using Tutor.Core.Text;

namespace Tutor.Benchmarks;

/// <summary>
/// From a predicate's text to the whole score of up to 1 TiB of memory on one core, beside C that does the same in the
/// same process: rounds of all in turn, and the median of each round's ratio. Nothing is timed before all agree.
/// </summary>
static class TebibyteBenchmark
{
    const string Text = "folio_ref_count(folio) - folio_expected_refs(mapping, folio) > folio_mapcount(folio)";

    /// <summary>Beyond the pageblock at pfn 0, which the scanner visits otherwise than all others.</summary>
    const long FirstPfn = 1 << 20;

    /// <summary>Maps up to this size are compared with the literal engine too.</summary>
    const int MostLiteral = 1 << 20;

    static readonly int[] Sizes = [1 << 20, 1 << 26, 1 << 28];

    public static Report Run(int? pages, int? rounds)
    {
        var columns = System.Runtime.Intrinsics.Vector512.IsHardwareAccelerated ? "vs_avx512_columns" : "vs_avx2_columns";
        var report = new Report("tebibyte", rounds ?? 15, "map", "pages", "rounds", "isa", "build_ms", "ms", "ms_2_cores",
            "vs_gcc_walk", columns, "vs_class_table_c", "vs_read", "equal");
        var native = NativeScan.Load();
        foreach (var size in pages is { } one ? [one] : Sizes)
        {
            foreach (var (name, mix, layout) in Maps)
            {
                Measure(report, native, name, new MapRecipe { Pages = size, FirstPfn = FirstPfn, Mix = [.. mix], Layout = layout },
                    rounds ?? (size > 1 << 22 ? 15 : 101));
            }
        }

        return report;
    }

    /// <summary>
    /// Dense: short runs, 9 pages in 10 are candidates, no two pageblocks alike: the worst for us, and mispredicted
    /// branches for the walk. Host-like: the mix of the tebibyte level.
    /// </summary>
    static (string Name, MixEntry[] Mix, MapLayout Layout)[] Maps =>
    [
        ("dense",
            [new("anon", 45), new("file", 20), new("shmem", 15), new("file-private", 6), new("vfio-shmem", 4), new("vfio-anon", 2),
                new("vmsplice", 1), new("slab", 4), new("free", 3)],
            new MapLayout(1, 11)),
        ("host",
            [new("thp", 45), new("free", 15), new("slab", 8), new("page-table", 2), new("anon", 12), new("fork-shared", 2),
                new("file", 6), new("file-private", 2), new("libc", 1), new("shmem", 2), new("vfio-shmem", 3), new("vfio-anon", 1),
                new("vmsplice", 1)],
            new MapLayout(64, 4096)),
    ];

    static void Measure(Report report, NativeScan native, string name, MapRecipe recipe, int rounds)
    {
        var settings = RunSettings.For(RunTrigger.CompactMemory);
        var began = Stopwatch.GetTimestamp();
        var map = ScenarioBuilder.Build(recipe, Kinds(), 1).Scenario!.Map;
        var fast = FastMap.Of(map, settings) ?? throw new InvalidOperationException($"{name} is not for the fast engine");
        var buildMs = Stopwatch.GetElapsedTime(began).TotalMilliseconds;
        using var columns = new ColumnMap(map, settings.Control);
        Func<ScanRecord>[] contenders =
        [
            () => Ours(fast, cores: 1),
            () => native.Walk(columns),
            () => native.Columns(columns),
            () => native.ClassTable(columns, map.NarrowIds),
            () => { native.Read(map.NarrowIds); return default; },
            () => Ours(fast, cores: 2),
        ];
        var expected = map.PageCount <= MostLiteral ? RecordOf(Compaction.Run(map, Compiled().Ask, settings)) : native.Walk(columns);
        var equal = contenders.Where((_, i) => i != 4).All(c => c() == expected);
        if (!equal)
        {
            throw new InvalidOperationException($"on {name} of {map.PageCount} pages not all count the same:\n"
                + string.Join('\n', contenders.Select(c => c().ToString()).Prepend(expected.ToString())));
        }

        Timing.WarmUp(() => Array.ForEach(contenders, c => c()));
        var ms = new double[contenders.Length][];
        for (var i = 0; i < ms.Length; i++)
        {
            ms[i] = new double[rounds];
        }

        for (var round = 0; round < rounds; round++)
        {
            for (var i = 0; i < contenders.Length; i++)
            {
                var start = Stopwatch.GetTimestamp();
                contenders[i]();
                ms[i][round] = Stopwatch.GetElapsedTime(start).TotalMilliseconds;
            }
        }

        double Ratio(int i) => Timing.Median([.. Enumerable.Range(0, rounds).Select(round => ms[i][round] / ms[0][round])]);
        report.Add(name, map.PageCount, rounds, VectorPaths.Best.ToString(), buildMs, Timing.Median([.. ms[0]]), Timing.Median([.. ms[5]]),
            Ratio(1), Ratio(2), Ratio(3), Ratio(4), equal);
    }

    /// <summary>Parses and binds the text anew, as a key that is struck does.</summary>
    static ScanRecord Ours(FastMap map, int cores) => RecordOf(FastCompaction.Run(map, Compiled().Ask, cores: cores));

    static Predicate Compiled() => Predicate.Compile(SourceText.From("typed", Text), PredicateScope.All).Predicate!;

    static ScanRecord RecordOf(CompactionResult result) => result.Metrics is var m
        ? new(m.Isolated, m.Migrated, m.Futile, m.SkippedPins, m.FalseSkips, m.LruLocks, m.Batches, m.BlocksFreed) : default;

    static PageKinds Kinds() => PageKindReader.ReadFile(Checkout.Pack.ReadText("kinds.yaml").Text!, PageKinds.Empty, new DiagnosticBag());
}
