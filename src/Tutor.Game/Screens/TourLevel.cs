using System.Collections.Immutable;
using Tutor.Core.Memory;
using Tutor.Core.Predicates;
using Tutor.Core.Simulation;
using Tutor.Core.Text;
using Tutor.Game.Playing;

namespace Tutor.Game.Screens;

/// <summary>The level of the tour: eight pages, one of them pinned. It needs no pack, and nothing of it is kept.</summary>
static class TourLevel
{
    public const int PinnedPage = 3;

    const PageFlags Lru = PageFlags.Lru | PageFlags.UpToDate;

    static readonly RunSettings Run = RunSettings.For(RunTrigger.CompactMemory);

    public static PlayableLevel Make()
    {
        var map = Map();
        Scoring Score(string text) => ScoringOf(map, text);
        return new PlayableLevel
        {
            Entry = new LevelEntry("tour", 1, "Eight pages: a tour", "Tour", "write", 2),
            Map = map,
            Run = Run,
            Starter = "false",
            Score = (text, _) => Score(text),
            ScoreBlock = Score,
            Hints = [new HintLine("nudge", "What is `folio_maybe_dma_pinned()` of page +3? Its card says who holds it.")],
        };
    }

    static MemoryMap Map()
    {
        ImmutableArray<PageState> palette =
        [
            Page("anon", PageFlags.Anon | PageFlags.SwapBacked, "Private memory of a process.", new ReferenceHolder(HolderKind.Mapping)),
            Page("file", PageFlags.None, "A page of a file.", new ReferenceHolder(HolderKind.PageCache)) with { MigrateOp = MigrateOp.Filemap },
            Page("rdma-anon", PageFlags.Anon | PageFlags.SwapBacked, "A network card writes into this page.",
                new ReferenceHolder(HolderKind.Mapping), new ReferenceHolder(HolderKind.Pin, By: "a network card")),
            new PageState { Kind = "free", Flags = PageFlags.Buddy, Order = 1 },
            new PageState { Kind = "free" },
        ];
        const int pages = 8;
        return MemoryMap.Create(0, palette, [0, 0, 1, 2, 0, 1, 3, 4], [new Pageblock(true, Migratetype.Movable, 0, 0)],
            [new ZoneRange(ZoneType.Normal, 0, pages)]);
    }

    static PageState Page(string kind, PageFlags flags, string about, params ImmutableArray<ReferenceHolder> holders) =>
        ReferenceAccounting.WithHolders(new PageState { Kind = kind, Flags = Lru | flags, About = about }, new HolderList(holders));

    static Scoring ScoringOf(MemoryMap map, string text)
    {
        var compiled = Predicate.Compile(SourceText.From("predicate", text), PredicateScope.All with { States = map.Palette });
        if (compiled.Predicate is not { } predicate)
        {
            return new Scoring { Diagnostics = compiled.Diagnostics };
        }

        var result = Compaction.Run(map, predicate.Ask, Run);
        var goals = ImmutableArray.Create(Goal("futile", result.Metrics.Futile), Goal("false_skips", result.Metrics.FalseSkips));
        return new Scoring
        {
            Diagnostics = compiled.Diagnostics,
            Predicate = predicate,
            Result = result,
            Goals = goals,
            Verdict = goals.All(g => g.IsMet) && !result.HasErrors ? "gold" : "fail",
        };
    }

    static GoalLine Goal(string metric, long value) => new("gold", metric, "max 0", Words.Count(value), "", value == 0, null);
}
