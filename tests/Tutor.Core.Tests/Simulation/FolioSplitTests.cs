using Tutor.Core.Memory;
using Tutor.Core.Simulation;
using Tutor.Core.Tests.Support;
using Xunit;

namespace Tutor.Core.Tests.Simulation;

/// <summary>What a split of Linux 6.12 does, where no recording shows it (rule R13 of the recordings).</summary>
public class FolioSplitTests
{
    [Fact]
    public void A_folio_whose_file_system_lets_go_is_split_where_no_chunk_is_large_enough() =>
        Assert.Equal((1L, 0L, 16L, 0L), WithoutLargeChunk("file-16-private"));

    [Fact]
    public void A_dirty_folio_keeps_its_file_systems_data_and_costs_the_zone() =>
        Assert.Equal((0L, 1L, 0L, 1L), WithoutLargeChunk("file-16-redirtied"));

    [Fact]
    public void A_frame_of_zeros_loses_its_mapping_as_its_folio_is_split() =>
        Assert.Equal(0, FolioSplit.MappingsAfter(Mapped, Mapped with { IsZeroFilled = true }, 0));

    [Fact]
    public void A_frame_of_zeros_that_is_locked_in_memory_stays_mapped()
    {
        var locked = Mapped with { Flags = Mapped.Flags | PageFlags.Mlocked };
        Assert.Equal(1, FolioSplit.MappingsAfter(locked, locked with { IsZeroFilled = true }, 0));
    }

    [Fact]
    public void A_folio_with_a_file_systems_data_is_not_split_although_its_counts_fit()
    {
        var folio = Kinds.Find("file-16-private").ToState();
        Assert.False(FolioSplit.IsPossible(folio with { RefCount = folio.RefCount - 1 }));
    }

    static PageState Mapped => Kinds.Find("mthp-16").ToState();

    /// <summary>A folio of 16 pages, and single free pages only.</summary>
    static (long Splits, long Failed, long Migrated, long GivenUp) WithoutLargeChunk(string kind)
    {
        var folio = Kinds.Find(kind);
        List<PageState> states =
        [
            folio.ToState(), .. Enumerable.Repeat(folio.ToTail(ZoneType.Normal, Migratetype.Movable), 15),
            .. Enumerable.Repeat(Pages.Kernel("kernel"), 3 * Pageblock.Pages - 16),
            .. Enumerable.Range(0, Pageblock.Pages).Select(i => i % 2 == 0 ? Pages.FreeHead(0) : Pages.Kernel("kernel")),
        ];
        var m = Scan.Run(MapDrawing.Of(states), Scan.Nothing, Scan.Both(RunSettings.For(RunTrigger.CompactMemory, release: KernelRelease.Linux612))).Metrics;
        return (m.FolioSplits, m.FolioSplitFailed, m.Migrated, m.ZoneGivenUp);
    }
}
