using System.Collections.Immutable;
using CsCheck;
using Tutor.Core.Memory;
using Tutor.Core.Tests.Support;
using Xunit;

namespace Tutor.Core.Tests.Memory;

public class MemoryMapTests
{
    [Fact]
    public void A_drawing_is_what_it_shows()
    {
        var map = MapDrawing.Of("AAP..KHttt V{3}");
        Assert.Equal(512, map.PageCount);
        Assert.Equal(
            ["anon", "anon", "vfio-anon", "free", "free", "kernel", "thp", "thp", "thp", "thp", "vfio-shmem"],
            Enumerable.Range(0, 11).Select(i => map.StateAt(i).Kind));
        Assert.Equal((0, 0, 2), (map.StateAt(3).Order, map.StateAt(4).Order, map.StateAt(6).Order));
    }

    [Fact]
    public void Counted_in_parallel_or_page_by_page_it_is_the_same() =>
        Gen.Select(Gen.Byte.Array[1, 5000], Gen.Bool).Sample((ids, isWide) =>
        {
            var map = MapOf(ids, isWide);
            return StateHistogram.Of(map).SequenceEqual(StateHistogram.PageByPage(map));
        }, iter: 200);

    [Fact]
    public void Equal_pageblocks_are_one_in_the_dictionary()
    {
        var map = MapDrawing.Of("A{512} P{512} A{512} A{512} P{512} K{512}");
        var dictionary = map.DistinctPageblocks!;
        Assert.Equal([0, 1, 5], dictionary.Firsts);
        Assert.Equal([3, 2, 1], dictionary.Counts);
        Assert.Equal([0, 1, 0, 0, 1, 2], dictionary.KindOf);
    }

    [Fact]
    public void A_map_of_different_pageblocks_has_no_dictionary() =>
        Assert.Null(MapDrawing.Of("A{512} P{512} S{512}").DistinctPageblocks);

    [Fact]
    public void A_pageblock_that_the_end_of_the_map_cuts_off_is_not_in_the_dictionary() => Assert.Equal(2,
        MapDrawing.Of(Enumerable.Repeat(Pages.Anon(), 1300).ToList()).DistinctPageblocks!.KindOf.Length);

    [Fact]
    public void Pageblocks_of_one_kind_have_equal_pages() =>
        Gen.Select(Gen.Int[0, 3].Array[4, 40], Gen.Bool).Sample((blocks, isWide) =>
        {
            var map = MapOf([.. blocks.SelectMany(b => Enumerable.Range(0, 512).Select(i => (byte)(i < 500 ? 0 : b)))],
                isWide);
            if (map.DistinctPageblocks is not { } dictionary)
            {
                return blocks.Distinct().Count() * 2 > blocks.Length;
            }

            return blocks.Distinct().Count() == dictionary.Firsts.Length
                && dictionary.KindOf.Select(k => blocks[dictionary.Firsts[k]]).SequenceEqual(blocks);
        }, iter: 100);

    static MemoryMap MapOf(byte[] ids, bool isWide)
    {
        var palette = Enumerable.Range(0, 256).Select(n => Pages.Anon(n + 1)).ToImmutableArray();
        var blocks = Enumerable.Repeat(new Pageblock(true, Migratetype.Movable, 0, 0), (ids.Length + 511) / 512);
        ImmutableArray<ZoneRange> zones = [new(ZoneType.Normal, 0, ids.Length)];
        return isWide
            ? MemoryMap.CreateWide(0, palette, Array.ConvertAll(ids, i => (ushort)i), [.. blocks], zones)
            : MemoryMap.Create(0, palette, ids, [.. blocks], zones);
    }
}
