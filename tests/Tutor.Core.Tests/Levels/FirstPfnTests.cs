using System.Collections.Immutable;
using Tutor.Core.Levels;
using Tutor.Core.Tests.Support;
using Tutor.Core.Text;
using Xunit;

namespace Tutor.Core.Tests.Levels;

/// <summary>Where a map of a level begins.</summary>
public class FirstPfnTests
{
    [Theory]
    [InlineData("", 0x100000)]
    [InlineData(", zone: normal", 0x100000)]
    [InlineData(", zone: movable", 0x100000)]
    [InlineData(", zone: dma32", 0x1000)]
    [InlineData(", zone: dma", 0)]
    [InlineData(", first_pfn: \"0x0\"", 0)]
    [InlineData(", zone: dma32, first_pfn: \"0x200\"", 0x200)]
    public void A_map_begins_where_it_says_or_else_where_its_zone_does(string keys, long pfn) =>
        Assert.Equal(pfn, Read($"- {{ id: a, role: shown, pages: 512, seed: 1, mix: {{ anon: 1 }}{keys} }}")[0].Recipe!.FirstPfn);

    [Fact]
    public void A_map_like_another_begins_where_that_one_does() =>
        Assert.Equal(0x200, Read("""
            - { id: a, role: shown, pages: 512, seed: 1, mix: { anon: 1 }, first_pfn: "0x200" }
              - { id: b, role: hidden, like: a, add: { file: 1 } }
            """)[1].Recipe!.FirstPfn);

    static ImmutableArray<LevelMap> Read(string maps)
    {
        var problems = new DiagnosticBag();
        var level = LevelReader.Read(SourceText.From("a.yaml", $$"""
            format: 1
            id: a
            title: "A"
            kind: write
            brief: "A."
            goals: { pass: { futile: { max: 0 } } }
            maps:
              {{maps}}
            """), BuiltInPack.Catalog.Kinds, problems);
        Assert.Empty(problems.ToImmutable());
        return level!.Maps;
    }
}
