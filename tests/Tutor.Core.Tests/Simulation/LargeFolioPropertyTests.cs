using CsCheck;
using Tutor.Core.Memory;
using Tutor.Core.Predicates.Evaluation;
using Tutor.Core.Scenarios;
using Tutor.Core.Scenarios.Recordings;
using Tutor.Core.Simulation;
using Xunit;

namespace Tutor.Core.Tests.Simulation;

/// <summary>What holds on every map with large folios under Linux 6.12, with every predicate.</summary>
public class LargeFolioPropertyTests
{
    static readonly string[] Kinds =
    [
        "anon", "vfio-anon", "file-private", "vmsplice-shmem", "zsmalloc", "slab-8", "thp", "mthp-4", "mthp-16",
        "mthp-16-pinned", "mthp-16-partial", "mthp-16-get", "mthp-128", "shmem-16", "shmem-16-pinned", "file-16",
        "file-16-private", "file-16-redirtied", "free",
    ];

    static readonly RunSettings[] Callers =
    [
        RunSettings.For(RunTrigger.CompactMemory, release: KernelRelease.Linux612),
        RunSettings.For(RunTrigger.CompactMemory, mode: MigrateMode.Async, release: KernelRelease.Linux612),
        RunSettings.For(RunTrigger.Kcompactd, 9, release: KernelRelease.Linux612),
        RunSettings.For(RunTrigger.Direct, 5, release: KernelRelease.Linux612),
        RunSettings.For(RunTrigger.ContigRange, release: KernelRelease.Linux612),
    ];

    static readonly Gen<(MemoryMap Map, int Salt, RunSettings Settings)> Runs =
        from weights in Gen.Int[0, 20].Array[Kinds.Length]
        from free in Gen.Int[4, 60]
        from seed in Gen.ULong
        from salt in Gen.Int[0, 1 << 16]
        from caller in Gen.Int[0, Callers.Length - 1]
        from both in Gen.Bool
        select (Map(weights, free, seed), salt, both ? Scan.Both(Callers[caller]) : Callers[caller]);

    static MemoryMap Map(int[] weights, int free, ulong seed)
    {
        var mix = Kinds.Select((kind, i) => new MixEntry(kind, kind == "free" ? free : weights[i]));
        var recipe = new MapRecipe { Pages = 10 * Pageblock.Pages, Mix = [.. mix], Layout = new MapLayout(1, 48) };
        return ScenarioBuilder.Build(recipe, Support.Kinds.BuiltIn, seed).Scenario!.Map;
    }

    static Func<PageState, CompactControl, SkipAnswer> Random(int salt) => (page, _) =>
        (page.Kind.Sum(c => c * 7) ^ salt) % 4 == 0 ? SkipAnswer.Skip : SkipAnswer.Keep;

    static void Check(Action<MemoryMap, CompactionResult, RunSettings> holds) => Runs.Sample(t =>
        holds(t.Map, Compaction.Run(t.Map, Random(t.Salt), t.Settings), t.Settings), iter: 60);

    /// <summary>First page and order of every large folio on an LRU list.</summary>
    static IEnumerable<(int Start, PageState Head)> Folios(MemoryMap map) =>
        from i in Enumerable.Range(0, map.PageCount)
        let state = map.StateAt(i)
        where state.Has(PageFlags.Head) && state.Has(PageFlags.Lru)
        select (i, state);

    [Fact]
    public void Every_candidate_is_isolated_or_skipped() => Check((_, result, _) =>
    {
        var m = result.Metrics;
        Assert.Equal(m.Candidates, m.Isolated + m.SkippedPins + m.FalseSkips);
        Assert.Equal(m.Isolated, m.Migrated + m.Futile + m.NoTarget);
    });

    [Fact]
    public void Verdicts_and_metrics_count_the_same_frames() => Check((_, result, _) =>
    {
        long Pages(PageVerdict verdict) => result.Verdicts.Count(v => v == verdict);
        var m = result.Metrics;
        Assert.Equal((m.Migrated, m.Futile, m.NoTarget, m.SkippedPins, m.FalseSkips, m.IsolatedDriver),
            (Pages(PageVerdict.Migrated), Pages(PageVerdict.Futile), Pages(PageVerdict.NoTarget),
                Pages(PageVerdict.SkippedPin), Pages(PageVerdict.FalseSkip), Pages(PageVerdict.IsolatedDriver)));
    });

    [Fact]
    public void No_frame_is_given_twice_and_every_target_was_free_and_is_aligned() => Check((map, result, _) =>
    {
        var targets = result.Targets.SelectMany(t => Enumerable.Range(0, t.Count).Select(i => (Pfn: t[i], t.Order))).ToArray();
        var frames = targets.SelectMany(t => Enumerable.Range(0, 1 << t.Order).Select(i => t.Pfn + i)).ToArray();
        Assert.Equal(frames.Length, frames.Distinct().Count());
        Assert.All(targets, t => Assert.Equal(0, t.Pfn % (1 << t.Order)));
        Assert.All(frames, f => Assert.Equal("free", map.StateAt((int)(f - map.FirstPfn)).Kind));
    });

    [Fact]
    public void Every_frame_that_moved_has_a_target_and_nothing_is_lost() => Check((_, result, settings) =>
    {
        var moved = result.Fates.Count(f => f is RecordedFate.Ok or RecordedFate.SplitOk);
        var freed = result.Fates.Count(f => f == RecordedFate.SplitFreed);
        Assert.Equal(result.Metrics.PgmigrateSuccess, moved + freed);
        Assert.Equal(settings is { Scanners: ScannerSet.Both } && settings.Trigger != RunTrigger.ContigRange ? moved : 0,
            result.Targets.Sum(t => t.Frames));
        Assert.All(result.BatchRows, b => Assert.Equal(b.Pages, b.Moved + b.Left + b.Freed));
    });

    [Fact]
    public void A_folio_moves_whole_or_in_pieces_and_all_of_it_has_a_fate() => Check((map, result, _) =>
    {
        foreach (var (start, head) in Folios(map))
        {
            var fates = result.Fates.AsSpan(start, head.NrPages).ToArray();
            Assert.True(fates.Distinct().Count() == 1 || fates.All(f => f > RecordedFate.NoMem),
                $"{head.Kind} at {start}: {string.Join(' ', fates)}");
        }
    });

    [Fact]
    public void A_folio_migrates_or_is_futile_as_its_holders_say() => Check((map, result, settings) =>
    {
        foreach (var (start, head) in Folios(map))
        {
            var isMovable = Migration.MovableNow(head, settings.Control);
            Assert.True(result.Verdicts[start] switch
            {
                PageVerdict.Migrated or PageVerdict.FalseSkip => isMovable,
                PageVerdict.Futile or PageVerdict.SkippedPin => !isMovable,
                _ => true,
            });
        }
    });

    [Fact]
    public void The_same_run_gives_the_same_bytes_and_watching_changes_nothing() => Runs.Sample(t =>
    {
        var a = Compaction.Run(t.Map, Random(t.Salt), t.Settings);
        var b = Compaction.Run(t.Map, Random(t.Salt), t.Settings, new ScanTrace());
        Assert.Equal(a.Metrics, b.Metrics);
        Assert.Equal(a.Verdicts, b.Verdicts);
        Assert.Equal(a.Targets, b.Targets);
        Assert.Equal(a.BatchRows, b.BatchRows);
    }, iter: 20);

    [Fact]
    public void Passes_go_on_with_what_the_pass_before_has_left() => Runs.Sample(t =>
    {
        var m = Compaction.Run(t.Map, Random(t.Salt), t.Settings with { Passes = 3 }).Metrics;
        Assert.Equal(m.Candidates, m.Isolated + m.SkippedPins + m.FalseSkips);
        Assert.Equal(m.Isolated, m.Migrated + m.Futile + m.NoTarget);
    }, iter: 30);

    [Fact]
    public void The_counts_of_a_piece_are_the_sums_of_its_holders_and_no_mapping_is_lost()
    {
        foreach (var kind in Kinds.Select(Support.Kinds.Find).Where(k => k is { Order: > 0, Name: not "slab-8" }))
        {
            var folio = kind.ToState();
            var bare = FolioSplit.HasFileSystemData(folio) ? FolioSplit.WithoutFileSystemData(folio) : folio;
            var tail = kind.ToTail(ZoneType.Normal, Migratetype.Movable);
            var mappings = Enumerable.Range(0, folio.NrPages)
                .Select(i => FolioSplit.MappingsAfter(bare, i == 0 ? folio : tail, i)).ToArray();
            Assert.All(mappings, m => Assert.True(ReferenceAccounting.IsConsistent(FolioSplit.PieceOf(bare, m)), kind.Name));
            Assert.Equal(folio.Has(PageFlags.Anon) ? folio.MapCount : 0, mappings.Sum());
            Assert.True(ReferenceAccounting.IsConsistent(bare), kind.Name);
        }
    }
}
