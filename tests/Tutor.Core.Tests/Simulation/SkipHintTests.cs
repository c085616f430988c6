using Tutor.Core.Memory;
using Tutor.Core.Simulation;
using Tutor.Core.Tests.Support;
using Xunit;

namespace Tutor.Core.Tests.Simulation;

/// <summary>
/// Pageblock skip hints (PB_migrate_skip): who sets them and who obeys. No recording obeys them: written from
/// the 6.1 source.
/// </summary>
public class SkipHintTests
{
    static readonly RunSettings Kcompactd = RunSettings.For(RunTrigger.Kcompactd, order: 9);

    static IEnumerable<long> Blocks(CompactionResult result) =>
        result.Calls.Select(c => c.Start / 512).Distinct();

    static MemoryMap Hinted(string drawing, params int[] blocks)
    {
        var map = MapDrawing.Of(drawing);
        return MemoryMap.Create(0, map.Palette, map.NarrowIds.ToArray(),
            [.. map.Pageblocks.Select((b, i) => b with { SkipHint = blocks.Contains(i) })], map.Zones);
    }

    /// <summary>Calls of the second pass, by pageblock.</summary>
    static IEnumerable<long> SecondPass(string drawing, RunSettings settings)
    {
        var once = Scan.Run(drawing, settings: settings).Calls.Length;
        return Scan.Run(drawing, settings: settings with { Passes = 2 }).Calls.Skip(once)
            .Select(c => c.Start / 512).Distinct();
    }

    [Fact]
    public void Kcompactd_passes_over_a_marked_pageblock() =>
        Assert.Equal([0, 2], Blocks(Scan.Run(Hinted("A{512}A{512}A{512}", 1), settings: Kcompactd)));

    [Fact]
    public void Compact_memory_does_not_care() =>
        Assert.Equal([0, 1, 2], Blocks(Scan.Run(Hinted("A{512}A{512}A{512}", 1))));

    [Fact]
    public void A_pageblock_without_a_page_to_take_is_marked() =>
        Assert.Equal([1], SecondPass("K{512} KV{5}K{506}", Kcompactd));

    [Fact]
    public void A_pageblock_is_marked_when_its_very_first_page_is_isolated() =>
        Assert.Empty(SecondPass("K{512} V{5}K{507}", Kcompactd));

    [Fact]
    public void The_free_scanner_passes_over_a_marked_pageblock()
    {
        var result = Scan.Run(Hinted("A K{511} K{512} .K{511} .K{511}", 3), settings: Scan.Both(Kcompactd));
        Assert.Equal(1024, Assert.Single(result.Frees).Start);
    }

    [Fact]
    public void The_free_scanner_marks_a_pageblock_that_it_saw_whole()
    {
        var settings = Scan.Both(RunSettings.For(RunTrigger.Kcompactd, order: 9)) with { Passes = 2 };
        var result = Scan.Run("KV K{510} K{512} .K{511} K{512}", settings: settings);
        Assert.Equal([1536, 1024, 1024], result.Frees.Select(f => f.Start));
    }
}
