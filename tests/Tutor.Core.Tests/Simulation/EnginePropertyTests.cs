using CsCheck;
using Tutor.Core.Memory;
using Tutor.Core.Predicates.Evaluation;
using Tutor.Core.Simulation;
using Tutor.Core.Tests.Support;
using Xunit;

namespace Tutor.Core.Tests.Simulation;

/// <summary>What holds on every map, with every predicate, however the run was started.</summary>
public class EnginePropertyTests
{
    const string Kinds = "AAAASSFBPVGMZKLT,..";

    static readonly Gen<string> Drawing =
        from runs in Gen.Select(Gen.Char[Kinds], Gen.Int[1, 90]).Array[10, 60]
        from tail in Gen.Int[0, 200]
        select string.Concat(runs.Select(r => $"{r.Item1}{{{r.Item2}}}")) + $"K{{512}} .{{{tail + 1}}}";

    /// <summary>A predicate of the kind alone: each letter of a random word answers for one.</summary>
    static readonly Gen<int> Salt = Gen.Int[0, 1 << 16];

    static readonly RunSettings[] Callers =
    [
        RunSettings.For(RunTrigger.CompactMemory),
        RunSettings.For(RunTrigger.CompactMemory, unevictable: false) with { Passes = 2 },
        RunSettings.For(RunTrigger.CompactMemory, release: KernelRelease.Linux612),
        RunSettings.For(RunTrigger.Kcompactd, 9) with { Passes = 2 },
        RunSettings.For(RunTrigger.Kcompactd, 3),
        RunSettings.For(RunTrigger.Direct, 4),
        RunSettings.For(RunTrigger.Direct, 9, MigrateMode.SyncLight, gfpFs: false),
        RunSettings.For(RunTrigger.ContigRange) with { BudgetNs = 200_000 },
    ];

    static readonly Gen<(string Drawing, int Salt, RunSettings Settings)> Runs =
        Gen.Select(Drawing, Salt, Gen.Int[0, Callers.Length - 1], Gen.Bool).Select(t =>
            (t.Item1, t.Item2, t.Item4 ? Scan.Both(Callers[t.Item3]) : Callers[t.Item3]));

    static Func<PageState, CompactControl, SkipAnswer> Random(int salt) => (page, _) =>
        (page.Kind.Sum(c => c * 7) ^ salt) % 3 == 0 ? SkipAnswer.Skip : SkipAnswer.Keep;

    static void Check(Action<MemoryMap, CompactionResult, RunSettings> holds) => Runs.Sample(t =>
    {
        var map = MapDrawing.Of(t.Drawing);
        holds(map, Compaction.Run(map, Random(t.Salt), t.Settings), t.Settings);
    }, iter: 60);

    [Fact]
    public void Every_candidate_is_isolated_or_skipped() => Check((_, result, _) =>
    {
        var m = result.Metrics;
        Assert.Equal(m.Candidates, m.Isolated + m.SkippedPins + m.FalseSkips);
        Assert.Equal(m.Isolated, m.Migrated + m.Futile + m.NoTarget);
    });

    [Fact]
    public void The_states_add_up_to_the_whole() => Check((_, result, _) =>
    {
        var m = result.Metrics;
        Assert.Equal((m.Candidates, m.Migrated, m.Futile, m.SkippedPins, m.FalseSkips),
            (result.ByState.Sum(s => s.Candidates), result.ByState.Sum(s => s.Migrated),
                result.ByState.Sum(s => s.Futile),
                result.ByState.Sum(s => s.SkippedPins), result.ByState.Sum(s => s.FalseSkips)));
    });

    [Fact]
    public void In_one_pass_verdicts_and_metrics_count_the_same_pages() => Check((_, result, settings) =>
    {
        if (settings.Passes > 1)
        {
            return;
        }

        long Pages(PageVerdict verdict) => result.Verdicts.Count(v => v == verdict);
        var m = result.Metrics;
        Assert.Equal((m.Migrated, m.Futile, m.NoTarget, m.SkippedPins, m.FalseSkips, m.Refused,
            m.IsolatedDriver),
            (Pages(PageVerdict.Migrated), Pages(PageVerdict.Futile), Pages(PageVerdict.NoTarget),
                Pages(PageVerdict.SkippedPin), Pages(PageVerdict.FalseSkip), Pages(PageVerdict.Refused),
                Pages(PageVerdict.IsolatedDriver)));
    });

    [Fact]
    public void Pages_migrate_or_are_futile_as_their_holders_say() => Check((map, result, settings) =>
    {
        if (settings.Passes > 1)
        {
            return;
        }

        for (var i = 0; i < map.PageCount; i++)
        {
            var isMovable = Migration.MovableNow(map.StateAt(i), settings.Control);
            Assert.True(result.Verdicts[i] switch
            {
                PageVerdict.Migrated or PageVerdict.FalseSkip => isMovable,
                PageVerdict.Futile or PageVerdict.SkippedPin => !isMovable,
                _ => true,
            });
        }
    });

    [Fact]
    public void The_same_run_gives_the_same_result() => Runs.Sample(t =>
    {
        var map = MapDrawing.Of(t.Drawing);
        var (a, b) = (Compaction.Run(map, Random(t.Salt), t.Settings), Compaction.Run(map, Random(t.Salt),
            t.Settings));
        Assert.Equal(a.Metrics, b.Metrics);
        Assert.Equal(a.Verdicts, b.Verdicts);
        Assert.Equal(a.Calls, b.Calls);
        Assert.Equal(a.Targets, b.Targets);
    }, iter: 30);

    [Fact]
    public void A_predicate_that_is_always_true_isolates_nothing() => Runs.Sample(t =>
        Assert.Equal(0, Compaction.Run(MapDrawing.Of(t.Drawing), Scan.Everything,
            t.Settings).Metrics.Isolated), iter: 30);

    [Fact]
    public void Watching_a_run_changes_nothing() => Runs.Sample(t =>
    {
        var map = MapDrawing.Of(t.Drawing);
        Assert.Equal(Compaction.Run(map, Random(t.Salt), t.Settings).Metrics,
            Compaction.Run(map, Random(t.Salt), t.Settings, new ScanTrace()).Metrics);
    }, iter: 30);

    [Fact]
    public void The_lru_lock_is_what_the_plain_rule_counts() => Runs.Sample(t =>
    {
        // Pages that were put back leave no trace in the verdicts, and the twin knows one pass of 6.1.
        var cc = t.Settings.Control;
        if (t.Settings.Passes == 1 && cc.Release == KernelRelease.Linux61
            && !(cc.DirectCompaction && cc.Mode == MigrateMode.Async))
        {
            var map = MapDrawing.Of(t.Drawing);
            var result = Compaction.Run(map, Random(t.Salt), t.Settings);
            Assert.Equal(LruLockTwin.Count(map, result), result.Metrics.LruLocks);
        }
    }, iter: 120);

    [Fact]
    public void Frames_that_received_a_page_were_free_and_received_one_only() =>
        Check((map, result, settings) =>
    {
        if (settings.Passes > 1)
        {
            return;
        }

        var frames = result.Targets.SelectMany(t => Enumerable.Range(0,
            t.Count).SelectMany(i => Enumerable.Range(0, 1 << t.Order).Select(frame => t[i] + frame))).ToArray();
        Assert.Equal(frames.Length, frames.Distinct().Count());
        Assert.All(frames, f => Assert.Equal("free", map.StateAt((int)f).Kind));
    });
}
