using System.Collections.Immutable;
using CsCheck;
using Tutor.Core.Memory;
using Tutor.Core.Scenarios;
using Tutor.Core.Tests.Support;
using Xunit;

namespace Tutor.Core.Tests.Scenarios;

/// <summary>What holds on every map that can be built, asked of random recipes.</summary>
public class ScenarioPropertyTests
{
    static readonly string[] AnyKind =
    [
        .. Kinds.BuiltIn.All.Where(k => k.Zone is null && k.Migratetype is null).Select(k => k.Name),
    ];

    static readonly Gen<ImmutableArray<MixEntry>> Mixes = Gen.Select(One(AnyKind), Gen.Int[1, 50])
        .Select((kind, weight) => new MixEntry(kind, weight)).Array[0, 6].Select(m => m.ToImmutableArray());

    static readonly Gen<MapLayout> Layouts = Gen.Select(Gen.Int[1, 40], Gen.Int[0, 200])
        .Select((least, more) => new MapLayout(least, least + more));

    static Gen<MapRecipe> Recipes { get; } =
        from pages in Gen.Int[1, 40_000]
        from firstBlock in Gen.Int[0, 9]
        from mix in Mixes
        from layout in Layouts
        from regions in Region(pages).Array[0, 3]
        from set in Placement(pages).Array[0, 5]
        from over in Over(pages).Array[0, 5]
        select new MapRecipe
        {
            Pages = pages,
            FirstPfn = firstBlock * 512L,
            Mix = mix,
            Layout = layout,
            Regions = [.. regions],
            Set = [.. set],
            Over = [.. over],
        };

    static Gen<MapRegion> Region(int pages) =>
        from start in Gen.Int[0, (pages - 1) / 512]
        from blocks in Gen.Int[1, 20]
        from mix in Mixes
        from type in One<Migratetype?>(null, Migratetype.Unmovable, Migratetype.Cma)
        select new MapRegion(new PageRange(start * 512, Math.Min(pages, (start + blocks) * 512)))
        {
            Mix = mix,
            Migratetype = type,
        };

    static Gen<MapPlacement> Placement(int pages) =>
        from start in Gen.Int[0, pages - 1]
        from count in Gen.Int[1, 700]
        from kind in One("anon", "free", "libc", "slab", "hole")
        select new MapPlacement(new PageRange(start, Math.Min(pages, start + count)), kind);

    /// <summary>Single pages, and folios where one fits.</summary>
    static Gen<MapPlacement> Over(int pages) => pages < 16 ? Placement(pages)
        : Gen.Frequency((2, Placement(pages)), (1, Gen.Int[0, (pages / 16) - 1].Select(at => new MapPlacement(new PageRange(at * 16, (at * 16) + 16), "mthp-16"))));

    static Gen<T> One<T>(params T[] values) => Gen.Int[0, values.Length - 1].Select(i => values[i]);

    [Fact]
    public void Counts_are_sums_of_holders() => Check(map => map.Palette.All(
        s => s.Kind == "free" || s.Has(PageFlags.Tail) || ReferenceAccounting.IsConsistent(s)));

    [Fact]
    public void Page_states_are_distinct_and_each_has_a_page() => Check(map =>
        map.Palette.Distinct().Count() == map.Palette.Length
        && map.PagesOfState.All(n => n > 0) && map.PagesOfState.Sum() == map.PageCount);

    [Fact]
    public void Zone_and_migratetype_are_those_of_the_pageblock() => Check(map => Enumerable.Range(0, map.PageCount)
        .All(i => map.StateAt(i).Migratetype == map.Pageblocks[i / 512].Migratetype));

    [Fact]
    public void Chunks_and_folios_are_whole_and_aligned() => Check(map =>
    {
        for (var i = 0; i < map.PageCount;)
        {
            var state = map.StateAt(i);
            var rest = state.Has(PageFlags.Buddy) ? "free" : state.Has(PageFlags.Head) ? state.Kind : null;
            for (var j = 1; j < state.NrPages; j++)
            {
                if (i + j >= map.PageCount || map.StateAt(i + j) is not { RefCount: 0, NrPages: 1 } next
                    || next.Kind != rest || next.Has(PageFlags.Buddy | PageFlags.Head))
                {
                    return false;
                }
            }

            if ((map.FirstPfn + i) % state.NrPages != 0 || (rest is null && state.Kind == "free"))
            {
                return false;
            }

            i += state.NrPages;
        }

        return true;
    });

    [Fact]
    public void Maps_are_built_as_the_document_says() =>
        Gen.Select(Recipes, Gen.ULong).Sample((recipe, seed) =>
        {
            var map = ScenarioBuilder.Build(recipe, Kinds.BuiltIn, seed).Scenario!.Map;
            var book = new ScenarioByTheBook(recipe, Kinds.BuiltIn, seed).Build();
            var differs = Enumerable.Range(0, map.PageCount).FirstOrDefault(i => map.StateAt(i) != book[i], -1);
            Assert.True(differs < 0, $"page {differs}: {(differs < 0 ? "" : $"{map.StateAt(differs)}, not {book[differs]}")}");
        }, iter: 15);

    [Fact]
    public void What_is_laid_over_moves_nothing_but_what_it_covers_and_the_folios_that_it_cuts() =>
        Gen.Select(Recipes, Gen.ULong).Sample((recipe, seed) =>
        {
            var without = ScenarioBuilder.Build(recipe with { Over = [] }, Kinds.BuiltIn, seed).Scenario!.Map;
            var map = ScenarioBuilder.Build(recipe, Kinds.BuiltIn, seed).Scenario!.Map;
            bool IsCovered(int page) => recipe.Over.Any(p => p.At.Contains(page));
            bool IsOfCutFolio(int page) => without.StateAt(page) is { Kind: not "free", Order: > 0 and var order }
                && Enumerable.Range(page >> order << order, 1 << order).Any(IsCovered);
            return Enumerable.Range(0, map.PageCount).All(page => IsCovered(page)
                || (IsOfCutFolio(page) ? map.StateAt(page).Kind == "free"
                    : map.StateAt(page) == without.StateAt(page) || (map.StateAt(page).Kind == "free" && without.StateAt(page).Kind == "free")));
        }, iter: 40);

    [Fact]
    public void Any_pageblock_alone_is_that_of_the_whole_map() =>
        Gen.Select(Recipes, Gen.ULong, Gen.Int[0, 200]).Sample((recipe, seed, any) =>
        {
            var map = ScenarioBuilder.Build(recipe, Kinds.BuiltIn, seed).Scenario!.Map;
            var block = any % map.Pageblocks.Length;
            var alone = ScenarioBuilder.BuildPageblock(recipe, Kinds.BuiltIn, seed, block).Pages;
            return alone.SequenceEqual(
                Enumerable.Range(block * 512, Math.Min(512, map.PageCount - block * 512)).Select(map.StateAt));
        }, iter: 100);

    [Fact]
    public void Weights_are_kept_to_the_page_in_every_span() =>
        Gen.Select(Gen.Int[1, 100], Gen.Int[1, 100], Layouts, Gen.ULong).Sample((a, b, layout, seed) =>
        {
            var recipe = new MapRecipe { Pages = 32_768, Mix = [new("anon", a), new("file", b)], Layout = layout };
            var map = ScenarioBuilder.Build(recipe, Kinds.BuiltIn, seed).Scenario!.Map;
            return Math.Abs(map.PagesOfState[0] - 32_768.0 * a / (a + b)) <= 1;
        }, iter: 50);

    static void Check(Func<MemoryMap, bool> holds) => Gen.Select(Recipes, Gen.ULong).Sample((recipe, seed) =>
        holds(ScenarioBuilder.Build(recipe, Kinds.BuiltIn, seed).Scenario!.Map), iter: 60);
}
