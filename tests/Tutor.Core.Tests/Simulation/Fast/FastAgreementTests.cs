using System.Globalization;
using CsCheck;
using Tutor.Core.Memory;
using Tutor.Core.Predicates.Evaluation;
using Tutor.Core.Scenarios;
using Tutor.Core.Simulation;
using Tutor.Core.Simulation.Fast;
using Tutor.Core.Tests.Support;
using Xunit;

namespace Tutor.Core.Tests.Simulation.Fast;

/// <summary>The fast engine says what the literal one says.</summary>
/// <remarks>More pairs with <c>TUTOR_FAST_PAIRS=10000</c> in the environment.</remarks>
public class FastAgreementTests
{
    /// <summary>Every kind of page: with holders that let go, batches, folios, holes, other flags.</summary>
    static readonly Dictionary<char, PageState> Legend = new()
    {
        ['s'] = Held(new ReferenceHolder(HolderKind.Get, Until: 1)),
        ['u'] = Held(new ReferenceHolder(HolderKind.Pin, Until: 2)),
        ['b'] = Held(new ReferenceHolder(HolderKind.LruBatch, Cpu: BatchCpu.Other)),
        ['l'] = Held(new ReferenceHolder(HolderKind.LruBatch, Cpu: BatchCpu.Local)),
        ['w'] = With(PageFlags.Writeback),
        ['o'] = With(PageFlags.Locked),
        ['d'] = Pages.File() with { Flags = Pages.File().Flags | PageFlags.Dirty, MigrateOp = MigrateOp.Null },
        ['f'] = Pages.Of("freed", PageFlags.Lru | PageFlags.Anon),
        ['i'] = Pages.Driver() with { Flags = PageFlags.MovableOps | PageFlags.Isolated },
        ['j'] = Pages.Driver() with { Flags = PageFlags.MovableOps | PageFlags.Locked },
    };

    static readonly Gen<string> Runs =
        from runs in Gen.Select(Gen.Char["AAAAASSFBPVGMZKLT,...sublwodfijHH"], Gen.Int[1, 90]).Array[4, 50]
        select string.Concat(runs.Select(r => r.Item1 == 'H' ? Folio(r.Item2) : $"{r.Item1}{{{r.Item2}}}"));

    static readonly Gen<MemoryMap> Maps =
        from drawing in Runs
        from block in Gen.Int[0, 3]
        from hasTail in Gen.Bool
        select MapOf(drawing, block * Pageblock.Pages, hasTail);

    static readonly RunSettings[] Callers =
    [
        RunSettings.For(RunTrigger.CompactMemory),
        RunSettings.For(RunTrigger.CompactMemory) with { Passes = 3 },
        RunSettings.For(RunTrigger.CompactMemory, mode: MigrateMode.SyncLight, unevictable: false, gfpFs: false) with { Passes = 2 },
        RunSettings.For(RunTrigger.Kcompactd),
        RunSettings.For(RunTrigger.Kcompactd, mode: MigrateMode.Async, ownReferences: 0),
        RunSettings.For(RunTrigger.Direct, 9, MigrateMode.Sync) with { Passes = 2 },
    ];

    static long Pairs => long.TryParse(Environment.GetEnvironmentVariable("TUTOR_FAST_PAIRS"), CultureInfo.InvariantCulture,
        out var pairs) ? pairs : 300;

    public static TheoryData<VectorPath> Paths => [.. Enum.GetValues<VectorPath>()];

    static PageState Held(ReferenceHolder holder) => Pages.Anon(1, holder) with { Kind = $"held {holder.Kind} {holder.Until}" };

    static PageState With(PageFlags flags) => Pages.Anon() is var anon
        ? anon with { Flags = anon.Flags | flags, Kind = flags.ToString() } : anon;

    /// <summary>A folio, drawn so that its head can be aligned: one of 2 to 16 pages, or a pageblock's.</summary>
    static string Folio(int length) => length % 5 == 0 ? "|H t{511}" : $"/H t{{{(2 << length % 4) - 1}}}";

    /// <summary>Pads with kernel pages to where folios may begin, draws, and cuts the end off or not.</summary>
    static MemoryMap MapOf(string drawing, int firstPfn, bool hasTail)
    {
        var text = new System.Text.StringBuilder();
        var at = 0;
        foreach (var run in drawing.Split('}'))
        {
            if (run.Length == 0)
            {
                continue;
            }

            var align = run[0] == '|' ? 512 : run[0] == '/' ? 16 : 1;
            var pad = (align - at % align) % align;
            text.Append(pad > 0 ? $"K{{{pad}}}" : "").Append(run.TrimStart('|', '/')).Append('}');
            at += pad + (run.Contains('H', StringComparison.Ordinal) ? 1 : 0)
                + int.Parse(run[(run.IndexOf('{', StringComparison.Ordinal) + 1)..], CultureInfo.InvariantCulture);
        }

        var whole = MapDrawing.Of(text.ToString(), firstPfn, legend: Legend);
        return hasTail && at % Pageblock.Pages != 0
            ? MapDrawing.Of([.. Enumerable.Range(0, at).Select(whole.StateAt)], firstPfn) : whole;
    }

    static Func<PageState, CompactControl, SkipAnswer> Random(int salt) => (page, cc) =>
        ((page.Kind.Sum(c => c * 7) + page.RefCount + cc.Order) ^ salt) % 23 is var n && n % 3 == 0 ? SkipAnswer.Skip
        : n == 22 ? SkipAnswer.Error : SkipAnswer.Keep;

    static void AssertEqual(CompactionResult expected, CompactionResult actual)
    {
        Assert.Equal(expected.Metrics, actual.Metrics);
        Assert.Equal(expected.ByState, actual.ByState);
        Assert.Equal(expected.HasErrors, actual.HasErrors);
        Assert.True(expected.Verdicts.SameAs(actual.Verdicts), "verdicts differ");
    }

    [Theory]
    [MemberData(nameof(Paths))]
    public void Every_path_says_what_the_literal_engine_says(VectorPath path)
    {
        Gen.Select(Maps, Gen.Int[0, 1 << 16], Gen.Int[0, Callers.Length - 1]).Sample((map, salt, caller) =>
        {
            var fast = FastMap.Of(map, Callers[caller]);
            Assert.NotNull(fast);
            AssertEqual(Compaction.Run(map, Random(salt), Callers[caller]), FastCompaction.Run(fast, Random(salt), path));
        }, iter: Pairs);
    }

    [Theory]
    [MemberData(nameof(Paths))]
    public void Long_runs_of_movable_pages_end_calls_where_the_kernel_ends_them(VectorPath path)
    {
        foreach (var drawing in new[]
        {
            "A{512}A{512}", "K{512}A{31}P{1}A{480}", "K{512}A{32}", "K{512}A{33}", "|H t{511}A{64}P A{20}", "|H t{511}A{65}",
            "K{512}Z{31}A Z A{30}", "K{512}" + string.Concat(Enumerable.Repeat("A P K A ", 128)),
        })
        {
            var map = MapDrawing.Of(drawing.Replace("|", "", StringComparison.Ordinal), Pageblock.Pages, legend: Legend);
            foreach (var ask in new[] { Scan.Nothing, Scan.Stock, Scan.Everything })
            {
                var settings = Callers[0];
                AssertEqual(Compaction.Run(map, ask, settings), FastCompaction.Run(FastMap.Of(map, settings)!, ask, path));
            }
        }
    }

    [Fact]
    public void Maps_of_recipes_and_their_dictionaries_agree_too()
    {
        var kinds = Kinds.BuiltIn;
        var recipe = new MapRecipe
        {
            Pages = 1 << 20,
            Mix = [new("anon", 40), new("vfio-shmem", 10), new("thp", 30), new("slab", 5), new("free", 15)],
            Layout = new MapLayout(64, 2048),
        };
        var map = ScenarioBuilder.Build(recipe, kinds, 3).Scenario!.Map;
        var settings = Callers[0];
        var fast = FastMap.Of(map, settings)!;
        var expected = Compaction.Run(map, Scan.Stock, settings);
        AssertEqual(expected, FastCompaction.Run(fast, Scan.Stock));
        AssertEqual(expected, FastCompaction.Run(fast, Scan.Stock, cores: 1));
    }

    [Fact]
    public void More_than_256_states_are_looked_at_one_by_one()
    {
        var states = Enumerable.Range(0, 600).Select(i => Pages.Anon(1 + i)).ToList();
        states.AddRange(Enumerable.Repeat(Pages.Anon(1, new ReferenceHolder(HolderKind.Pin)), 500));
        var map = MapDrawing.Of(states);
        Assert.False(map.IsNarrow);
        AssertEqual(Compaction.Run(map, Scan.Stock, Callers[0]),
            FastCompaction.Run(FastMap.Of(map, Callers[0])!, Scan.Stock));
    }

    [Fact]
    public void Two_free_twins_that_could_merge_are_left_to_the_literal_engine()
    {
        var map = MapDrawing.Of([Pages.FreeHead(0), Pages.FreeHead(0), .. Enumerable.Repeat(Pages.Anon(), 510)]);
        Assert.NotNull(FastMap.Of(map, Callers[0]));
        Assert.Null(FastMap.Of(map, Callers[0] with { Passes = 2 }));
    }

    [Fact]
    public void A_movable_page_inside_a_free_chunk_is_left_to_the_literal_engine() =>
        Assert.Null(FastMap.Of(MapDrawing.Of([Pages.FreeHead(1), Pages.Anon(), .. Enumerable.Repeat(Pages.Anon(), 510)]), Callers[0]));

    [Fact]
    public void A_chunk_that_is_not_aligned_is_left_to_the_literal_engine() =>
        Assert.Null(FastMap.Of(MapDrawing.Of([Pages.Anon(), Pages.FreeHead(1), Pages.FreeRest(), .. Enumerable.Repeat(Pages.Anon(), 509)]), Callers[0]));

    [Fact]
    public void A_state_that_is_free_only_sometimes_is_left_to_the_literal_engine() =>
        Assert.Null(FastMap.Of(MapDrawing.Of([Pages.FreeHead(1), Pages.FreeRest(), Pages.FreeRest(), .. Enumerable.Repeat(Pages.Anon(), 509)]), Callers[0]));

    public static TheoryData<string> NotModelled => ["both", "6.12", "async direct", "budget", "hints", "races", "contig", "small order"];

    [Theory]
    [MemberData(nameof(NotModelled))]
    public void What_is_not_modelled_is_left_to_the_literal_engine(string what)
    {
        var plain = RunSettings.For(RunTrigger.CompactMemory);
        Assert.False(FastMap.Models(what switch
        {
            "both" => Scan.Both(plain),
            "6.12" => RunSettings.For(RunTrigger.CompactMemory, release: KernelRelease.Linux612),
            "async direct" => RunSettings.For(RunTrigger.Direct, 9),
            "budget" => plain with { BudgetNs = 1 },
            "hints" => RunSettings.For(RunTrigger.Kcompactd, 9),
            "races" => plain with { Races = [new ScriptedRace(1, 0, RaceKind.Freed)] },
            "contig" => RunSettings.For(RunTrigger.ContigRange),
            _ => RunSettings.For(RunTrigger.Direct, 4, MigrateMode.Sync),
        }));
    }
}
