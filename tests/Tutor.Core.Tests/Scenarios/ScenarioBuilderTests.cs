using System.Collections.Immutable;
using Tutor.Core.Memory;
using Tutor.Core.Scenarios;
using Tutor.Core.Tests.Support;
using Xunit;

namespace Tutor.Core.Tests.Scenarios;

public class ScenarioBuilderTests
{
    static readonly MapRecipe Host = new()
    {
        Pages = 8192,
        Mix = [new("anon", 35), new("file", 20), new("vfio-shmem", 30), new("slab", 5), new("free", 10)],
        Layout = new MapLayout(16, 128),
    };

    [Fact]
    public void Weights_are_shares_of_the_pages()
    {
        var map = Build(Host).Map;
        Assert.Equal([("anon", 2867), ("file", 1638), ("vfio-shmem", 2458), ("slab", 410), ("free", 819)],
            Host.Mix.Select(m => (m.Kind, PagesOf(map, m.Kind))));
    }

    [Fact]
    public void A_layout_says_how_long_runs_are()
    {
        var kinds = KindsOf(Build(Host with { Layout = new MapLayout(64, 64) }).Map);
        var run = kinds.TakeWhile(k => k == kinds[0]).Count();
        Assert.Equal(0, run % 64);
    }

    [Fact]
    public void A_scattered_map_has_no_pattern()
    {
        var kinds = KindsOf(Build(Host with { Layout = MapLayout.Scatter }).Map);
        var changes = kinds.Zip(kinds.Skip(1)).Count(p => p.First != p.Second);
        Assert.InRange(changes, 5500, 6500);
    }

    [Fact]
    public void Free_runs_are_cut_into_aligned_chunks()
    {
        var recipe = new MapRecipe { Pages = 512, Mix = [new("anon", 1)], Set = [new(new PageRange(3, 17), "free")] };
        Assert.Equal("aaa02...3.......0aa", MapText.Draw(Build(recipe).Map, 0, 19));
    }

    [Fact]
    public void A_free_map_is_chunks_of_the_highest_order()
    {
        var map = Build(new MapRecipe { Pages = 4096 }).Map;
        Assert.Equal([0, 1024, 2048, 3072], Enumerable.Range(0, 4096).Where(i => map.StateAt(i).Has(PageFlags.Buddy)));
        Assert.All(map.Palette, s => Assert.True(s.Order is 0 or 10));
    }

    [Fact]
    public void Chunks_are_aligned_by_pfn_and_not_by_the_map()
    {
        var map = Build(new MapRecipe { Pages = 2048, FirstPfn = 512 }).Map;
        Assert.Equal([0, 512, 1536], Enumerable.Range(0, 2048).Where(i => map.StateAt(i).Has(PageFlags.Buddy)));
    }

    [Fact]
    public void Free_memory_does_not_merge_across_zones()
    {
        var recipe = new MapRecipe
        {
            Pages = 1024,
            Regions = [new MapRegion(new PageRange(100, 1024)) { Zone = ZoneType.Movable }],
        };
        var map = Build(recipe).Map;
        Assert.Equal([(ZoneType.Normal, 0, 100), (ZoneType.Movable, 100, 1024)],
            map.Zones.Select(z => (z.Type, (int)z.StartPfn, (int)z.EndPfn)));
        Assert.Equal((2, 0, 1), (map.StateAt(96).Order, map.Pageblocks[0].ZoneFirst, map.Pageblocks[0].ZoneLast));
    }

    [Fact]
    public void A_zone_may_lie_inside_another()
    {
        var map = Build(Host with { Regions = [new(new PageRange(512, 1024)) { Zone = ZoneType.Movable }] }).Map;
        Assert.Equal([new(ZoneType.Normal, 0, 8192), new ZoneRange(ZoneType.Movable, 512, 1024)], map.Zones);
        Assert.Equal([0, 1, 0], map.Pageblocks.Take(3).Select(b => b.ZoneFirst));
    }

    [Fact]
    public void Folios_are_whole_and_aligned()
    {
        var map = Build(Host with { Mix = [new("mthp-16", 50), new("thp", 20), new("anon", 30)] }).Map;
        for (var i = 0; i < map.PageCount; i++)
        {
            if (map.StateAt(i) is { NrPages: > 1 } head && head.Has(PageFlags.Head))
            {
                Assert.Equal(0, i % head.NrPages);
                Assert.All(Enumerable.Range(i + 1, head.NrPages - 1),
                    t => Assert.True(map.StateAt(t).Has(PageFlags.Tail) && map.StateAt(t).Kind == head.Kind));
                i += head.NrPages - 1;
            }
            else
            {
                Assert.False(map.StateAt(i).Has(PageFlags.Tail));
            }
        }
    }

    [Fact]
    public void A_rare_folio_of_the_mix_is_there_at_least_once() =>
        Assert.Equal(512, PagesOf(Build(Host with { Mix = [new("thp", 1), new("anon", 99)] }).Map, "thp"));

    [Fact]
    public void Later_regions_win_key_by_key()
    {
        var recipe = Host with
        {
            Mix = [new("anon", 1)],
            Regions =
            [
                new MapRegion(new PageRange(0, 1024)) { Mix = [new("file", 1)], Migratetype = Migratetype.Unmovable },
                new MapRegion(new PageRange(512, 2048)) { Mix = [new("slab", 1)] },
                new MapRegion(new PageRange(600, 700)) { Set = [new(new PageRange(650, 651), "kernel")] },
            ],
            Set = [new(new PageRange(10, 11), "shmem")],
        };
        var map = Build(recipe).Map;
        Assert.Equal(["file", "shmem", "slab", "kernel", "anon"],
            new[] { 9, 10, 1023, 650, 2048 }.Select(i => map.StateAt(i).Kind));
        Assert.Equal([Migratetype.Unmovable, Migratetype.Unmovable, Migratetype.Movable],
            map.Pageblocks.Take(3).Select(b => b.Migratetype));
        Assert.Equal(Migratetype.Unmovable, map.StateAt(650).Migratetype);
    }

    [Fact]
    public void Of_sets_the_maps_own_lie_above_and_the_last_one_on_top()
    {
        var recipe = Host with
        {
            Regions = [new MapRegion(new PageRange(0, 512)) { Set = [new(new PageRange(0, 9), "slab", "region")] }],
            Set = [new(new PageRange(0, 5), "file", "map"), new(new PageRange(4, 5), "anon", "last")],
        };
        var scenario = Build(recipe);
        Assert.Equal("ffffassss", MapText.Draw(scenario.Map, 0, 9));
        Assert.Equal(["map", "last", "region", null], new[] { 3, 4, 5, 9 }.Select(scenario.BecauseOf));
    }

    [Fact]
    public void A_range_of_counts_reaches_both_its_ends()
    {
        var map = Build(Host with { Mix = [new("libc", 1)] }).Map;
        Assert.Equal(16, map.Palette.Length);
        Assert.Equal((20, 200), (map.Palette.Min(s => s.MapCount), map.Palette.Max(s => s.MapCount)));
        Assert.All(map.PagesOfState, n => Assert.Equal(512, n));
    }

    [Fact]
    public void Few_choices_of_counts_are_all_there() => Assert.Equal([2, 3, 4, 5, 6, 7, 8],
        Build(Host with { Mix = [new("fork-shared", 1)] }).Map.Palette.Select(s => s.MapCount).Order());

    [Fact]
    public void More_than_256_page_states_make_the_map_wide()
    {
        var many = Enumerable.Range(1, 300).Select(n => new PageKind
        {
            Name = $"k{n}", Flags = PageFlags.Lru | PageFlags.Anon, Holders = [new(HolderKind.Mapping, n)],
        });
        var (kinds, _) = Kinds.BuiltIn.With(many);
        var regions = Enumerable.Range(0, 2).Select(r => new MapRegion(new PageRange(r * 4096, (r + 1) * 4096))
        {
            Mix = [.. Enumerable.Range(1, 150).Select(n => new MixEntry($"k{n + r * 150}", 1))],
        });
        var (scenario, problems) = ScenarioBuilder.Build(Host with { Regions = [.. regions] }, kinds, 1);
        Assert.Empty(problems);
        Assert.False(scenario!.Map.IsNarrow);
        Assert.Equal(300, scenario.Map.Palette.Length);
    }

    [Fact]
    public void A_map_has_no_page_state_without_a_page() =>
        Assert.DoesNotContain(0, Build(Host).Map.PagesOfState);

    [Fact]
    public void A_hole_has_no_pageblock()
    {
        var recipe = Host with { Pages = 1536, Set = [new(new PageRange(500, 1024), "hole")] };
        Assert.Equal([true, false, true], Build(recipe).Map.Pageblocks.Select(b => b.Present));
    }

    [Fact]
    public void The_same_seed_gives_the_same_bytes() =>
        Assert.Equal(Build(Host).Map.NarrowIds.ToArray(), Build(Host).Map.NarrowIds.ToArray());

    [Fact]
    public void Another_seed_gives_another_map() =>
        Assert.NotEqual(MapText.Checksum(Build(Host, 7).Map), MapText.Checksum(Build(Host, 8).Map));

    /// <summary>A golden: it changes only when every shipped level's map does, and never by accident.</summary>
    [Fact]
    public void Maps_are_those_of_the_first_release()
    {
        var rich = Host with
        {
            Pages = 70_000,
            FirstPfn = 1536,
            Mix = [.. Host.Mix, new("mthp-16", 7), new("thp", 3), new("libc", 4), new("fork-shared", 2)],
            Regions =
            [
                new MapRegion(new PageRange(20_480, 40_960)) { Zone = ZoneType.Movable, Layout = MapLayout.Scatter },
                new MapRegion(new PageRange(512, 2048)) { Migratetype = Migratetype.Cma },
            ],
            Set = [new(new PageRange(100, 140), "libc")],
        };
        Assert.Equal(["be2fd16ffb94c204", "5221f316c676751d"], new[] { Build(Host).Map, Build(rich).Map }.Select(MapText.Checksum));
    }

    /// <summary>The golden that a person can read: 128 pages in runs of 4 to 12.</summary>
    [Fact]
    public void A_small_map_is_as_drawn()
    {
        var recipe = new MapRecipe
        {
            Pages = 128,
            Mix = [new("anon", 4), new("file", 2), new("slab", 1), new("free", 2)],
            Layout = new MapLayout(4, 12),
            Set = [new(new PageRange(40, 42), "kernel")],
        };
        var map = Build(recipe).Map;
        Assert.Equal(
            [
                "ffffffffaaaaaaaa3.......0aaaaaaa",
                "aaa02...kk1.0ssssssssaaaa01.1.0a",
                "aaaaaaaaa01.1.aaaaaaffffffffffff",
                "ffffffffssssssaaaaaaaaaaaaaaaaaa",
            ],
            Enumerable.Range(0, 4).Select(line => MapText.Draw(map, line * 32, 32)));
    }

    [Fact]
    public void What_is_laid_over_a_small_map_moves_nothing_else()
    {
        var recipe = new MapRecipe
        {
            Pages = 64,
            Mix = [new("anon", 4), new("file", 2), new("mthp-16", 2), new("free", 2)],
            Layout = new MapLayout(4, 12),
        };
        string[] Drawn(MapRecipe drawn) => [.. Enumerable.Range(0, 2).Select(line => MapText.Draw(Build(drawn).Map, line * 32, 32))];
        Assert.Equal(["ffffffffffff2...aaaaaaaaaaaaaaaa", "Mmmmmmmmmmmmmmmmaaaaaaaa3......."], Drawn(recipe));
        // The folio that is cut goes whole.
        Assert.Equal(["ffssffffffff2...aaaaaaaaaaaaaaaa", "1.k02...3.......aaaaaaaa3......."],
            Drawn(recipe with { Over = [new(new PageRange(2, 4), "slab"), new(new PageRange(34, 35), "kernel")] }));
    }

    public static TheoryData<string, MapRecipe> WrongRecipes => new()
    {
        { "pages", Host with { Pages = 0 } },
        { "pages", Host with { Pages = int.MaxValue } },
        { "first_pfn", Host with { FirstPfn = 100 } },
        { "first_pfn", Host with { FirstPfn = -512 } },
        { "mix/annon", Host with { Mix = [new("annon", 1)] } },
        { "mix/anon", Host with { Mix = [new("anon", -1), new("file", 1)] } },
        { "mix", Host with { Mix = [new("anon", 0)] } },
        { "layout", Host with { Layout = new MapLayout(9, 8) } },
        { "layout", Host with { Layout = new MapLayout(0, 8) } },
        { "layout", Host with { Layout = new MapLayout(1, 99_999) } },
        { "regions/0/at", Host with { Regions = [new MapRegion(new PageRange(5, 5))] } },
        { "regions/0/at", Host with { Regions = [new MapRegion(new PageRange(0, 9999))] } },
        { "regions/0/migratetype", Region(new PageRange(0, 100)) },
        { "regions/0/layout", Host with { Regions = [new MapRegion(new PageRange(0, 9)) { Layout = new(0, 0) }] } },
        { "regions/0/mix/x", Host with { Regions = [new MapRegion(new PageRange(0, 9)) { Mix = [new("x", 1)] }] } },
        { "set/0/page", Host with { Set = [new(new PageRange(8192, 8193), "anon")] } },
        { "over/0/page", Host with { Over = [new(new PageRange(8192, 8193), "anon")] } },
        { "over/1/kind", Host with { Over = [new(new PageRange(0, 1), "anon"), new(new PageRange(0, 1), "anno")] } },
        { "over/0/page", Host with { Over = [new(new PageRange(1, 17), "mthp-16")] } },
        { "over/0/kind", Host with { Over = [new(new PageRange(0, 1), "anon-cma-dio-pin")] } },
        { "set/0/kind", Host with { Set = [new(new PageRange(0, 1), "anno")] } },
        { "set/0/page", Host with { Set = [new(new PageRange(1, 17), "mthp-16")] } },
        { "set/0/page", Host with { Set = [new(new PageRange(0, 17), "mthp-16")] } },
        { "set/1/page", Host with { Set = [new(new(0, 32), "mthp-16"), new(new PageRange(5, 6), "anon")] } },
        { "mix/shmem-movable-get", Host with { Mix = [new("shmem-movable-get", 1)] } },
        { "set/0/kind", Host with { Set = [new(new PageRange(0, 1), "anon-cma-dio-pin")] } },
    };

    [Theory, MemberData(nameof(WrongRecipes))]
    public void A_wrong_recipe_is_reported_at_its_key(string place, MapRecipe recipe)
    {
        var (scenario, problems) = ScenarioBuilder.Build(recipe, Kinds.BuiltIn, 1);
        Assert.Null(scenario);
        Assert.Equal(place, Assert.Single(problems).Place);
    }

    [Fact]
    public void Every_problem_of_a_recipe_is_reported_at_once() => Assert.Equal(3, ScenarioBuilder.Check(
        Host with { Mix = [new("annon", 1)], Layout = new MapLayout(0, 0), FirstPfn = 3 }, Kinds.BuiltIn).Length);

    [Fact]
    public void Building_can_be_cancelled() => Assert.ThrowsAny<OperationCanceledException>(() =>
        ScenarioBuilder.Build(Host, Kinds.BuiltIn, 1, null, new CancellationToken(canceled: true)));

    static MapRecipe Region(PageRange at) =>
        Host with { Regions = [new MapRegion(at) { Migratetype = Migratetype.Cma }] };

    static Scenario Build(MapRecipe recipe, ulong seed = 7)
    {
        var (scenario, problems) = ScenarioBuilder.Build(recipe, Kinds.BuiltIn, seed);
        Assert.Empty(problems);
        return scenario!;
    }

    static ImmutableArray<string> KindsOf(MemoryMap map) =>
        [.. Enumerable.Range(0, map.PageCount).Select(i => map.StateAt(i).Kind)];

    static int PagesOf(MemoryMap map, string kind) =>
        map.Palette.Select((s, id) => s.Kind == kind ? map.PagesOfState[id] : 0).Sum();
}
