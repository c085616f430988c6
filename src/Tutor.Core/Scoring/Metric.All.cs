using System.Collections.Immutable;
using Tutor.Core.Simulation;

namespace Tutor.Core.Scoring;

/// <content>The table.</content>
public sealed partial record Metric
{
    /// <summary>Every metric of a run, in the order in which JSON and score panel have them.</summary>
    public static ImmutableArray<Metric> All => Rows.All;

    /// <summary>Zones left before the scanners met.</summary>
    public const string ZoneGivenUp = "zone_given_up";

    /// <summary>Frames that the player painted.</summary>
    public const string PagesUsed = "pages_used";

    /// <summary>A class of its own, so that it is ready before the lists that are made from it: C# promises no order for static fields in several files.</summary>
    static class Rows
    {
        const string Isolated = "isolated";

        public static readonly ImmutableArray<Metric> All =
        [
            new("candidates", "candidates", MetricUnit.Pages, MetricPopulation.Candidates, MetricDirection.Up,
                MetricUses.Foretold | MetricUses.Kept, MetricShown.Never, null, null, MetricBlame.Nobody,
                "pages for which the predicate's answer decided", m => m.Candidates, k => k.Candidates),
            new(Isolated, "isolated", MetricUnit.Pages, MetricPopulation.Candidates, MetricDirection.Up,
                MetricUses.Goal, MetricShown.Always, null, null, new([PageVerdict.Futile], [PageVerdict.FalseSkip]),
                "candidates taken off the LRU: migrated, futile and those left without a target page",
                m => m.Isolated, k => k.Isolated),
            new("migrated", "migrated", MetricUnit.Pages, MetricPopulation.Movable, MetricDirection.Up,
                MetricUses.Goal, MetricShown.Always, PageVerdict.Migrated, Isolated, new([], [PageVerdict.FalseSkip]),
                "isolated candidates that moved", m => m.Migrated, k => k.Migrated),
            new("futile", "futile", MetricUnit.Pages, MetricPopulation.Unmovable, MetricDirection.Down,
                MetricUses.Goal, MetricShown.Always, PageVerdict.Futile, Isolated, MetricBlame.Itself(PageVerdict.Futile),
                "isolated candidates whose migration failed: wasted work", m => m.Futile, k => k.Futile),
            new("no_target", "no target", MetricUnit.Pages, MetricPopulation.Candidates, MetricDirection.Down,
                MetricUses.None, MetricShown.WhenCounted, PageVerdict.NoTarget, Isolated, MetricBlame.Nobody,
                "isolated candidates that were never tried: the free scanner had no target page left", m => m.NoTarget, null),
            new("skipped_pins", "skipped pins", MetricUnit.Pages, MetricPopulation.Unmovable, MetricDirection.Up,
                MetricUses.Goal, MetricShown.Always, PageVerdict.SkippedPin, null, new([], [PageVerdict.Futile]),
                "candidates skipped that could not have moved", m => m.SkippedPins, k => k.SkippedPins),
            new("skipped_short", "skipped short", MetricUnit.Pages, MetricPopulation.Unmovable, MetricDirection.Down,
                MetricUses.Foretold, MetricShown.Never, null, "skipped_pins", MetricBlame.Nobody,
                "skipped pins whose holder is gone before the last pass begins; unknown on recorded maps", m => m.SkippedShort, null),
            new("false_skips", "false skips", MetricUnit.Pages, MetricPopulation.Movable, MetricDirection.Down,
                MetricUses.Goal, MetricShown.Always, PageVerdict.FalseSkip, null, MetricBlame.Itself(PageVerdict.FalseSkip),
                "candidates skipped that would have moved", m => m.FalseSkips, k => k.FalseSkips),
            new("refused", "refused", MetricUnit.Pages, MetricPopulation.Candidates, MetricDirection.Down,
                MetricUses.None, MetricShown.Never, PageVerdict.Refused, null, MetricBlame.Nobody,
                "pages that reached the predicate and were refused by a later test", m => m.Refused, null),
            new("isolated_driver", "isolated driver", MetricUnit.Pages, MetricPopulation.Candidates, MetricDirection.Up,
                MetricUses.None, MetricShown.Never, PageVerdict.IsolatedDriver, null, MetricBlame.Nobody,
                "pages taken without asking the predicate: a driver's, or hugetlb for a contiguous range", m => m.IsolatedDriver, null),
            new("blocks_freed", "blocks freed", MetricUnit.Pageblocks, MetricPopulation.Perfect, MetricDirection.Up,
                MetricUses.Goal, MetricShown.WhenCounted, null, null, new([], [PageVerdict.FalseSkip, PageVerdict.Futile]),
                "whole pageblocks, not wholly free before, in which every frame is free after", m => m.BlocksFreed, null),
            new("lru_locks", "LRU locks", MetricUnit.Times, MetricPopulation.Perfect, MetricDirection.Down,
                MetricUses.Goal, MetricShown.WhenAsked, null, null, MetricBlame.Nobody,
                "times that the LRU lock was taken", m => m.LruLocks, null),
            new("batches", "batches", MetricUnit.Times, MetricPopulation.Perfect, MetricDirection.Down,
                MetricUses.None, MetricShown.WhenAsked, null, null, MetricBlame.Nobody,
                "batches handed to migration", m => m.Batches, null),
            new("compact_migrate_scanned", "scanned", MetricUnit.Pages, MetricPopulation.Perfect, MetricDirection.Down,
                MetricUses.None, MetricShown.Never, null, null, MetricBlame.Nobody,
                "pages that the migrate scanner visited, as /proc/vmstat counts them", m => m.CompactMigrateScanned, null),
            new("folio_splits", "folios split", MetricUnit.Folios, MetricPopulation.Nothing, MetricDirection.Down,
                MetricUses.Goal, MetricShown.WhenCounted, null, null, MetricBlame.Nobody,
                "large folios that were split, because they found no target or were partially mapped; Linux 6.12", m => m.FolioSplits, null),
            new("folio_split_failed", "splits failed", MetricUnit.Folios, MetricPopulation.Nothing, MetricDirection.Down,
                MetricUses.Goal, MetricShown.WhenCounted, null, null, new([PageVerdict.Futile], []),
                "attempts to split a large folio that failed, because somebody held it; Linux 6.12", m => m.FolioSplitFailed, null),
            new(ZoneGivenUp, "zones given up", MetricUnit.Zones, MetricPopulation.Nothing, MetricDirection.Down,
                MetricUses.Goal, MetricShown.WhenCounted, null, null, MetricBlame.Nobody,
                "zones left before the scanners met, because something found no target; only with both scanners", m => m.ZoneGivenUp, null),
            new(PagesUsed, "pages used", MetricUnit.Pages, MetricPopulation.Nothing, MetricDirection.Down,
                MetricUses.Goal, MetricShown.WhenCounted, null, null, MetricBlame.Nobody,
                "frames that were painted; only where the player makes the memory", m => m.PagesUsed, null),
            new("cost_ns", "cost", MetricUnit.Nanoseconds, MetricPopulation.Perfect, MetricDirection.Down,
                MetricUses.Goal, MetricShown.WhenAsked, null, null, MetricBlame.Nobody,
                "price of the run in nanoseconds, by the price table", m => m.CostNs, null),
        ];
    }
}
