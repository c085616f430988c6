using System.Collections.Immutable;
using Tutor.Core.Memory;

namespace Tutor.Core.Scenarios.Recordings;

/// <summary>
/// A format of recordings: what its rows hold. The file's first row says which one it is; all else in which
/// formats differ stands here.
/// </summary>
/// <param name="Number">In the row <c># format</c>.</param>
/// <param name="Release">The kernel that is recorded in this format.</param>
/// <param name="HasPartialRows">Rows <c># partial</c> name large folios that are known to be partially mapped.</param>
/// <param name="BatchCells">Cells of a row <c># batch</c>, its name included.</param>
/// <param name="TargetCells">The same of <c># target</c>.</param>
/// <param name="TargetsHaveOrders">Targets go upwards in steps of their order; else downwards, frame by frame.</param>
/// <param name="MostScanned">Most that one call can count as scanned: a pageblock, or the free chunk of two.</param>
/// <param name="LastFate">Fates of pages go up to this one.</param>
/// <param name="TellsFramesOfFolios">Tail rows have mapcounts of their own, and bit 11 says that the frame is all
/// zero; else bit 11 is PG_private_2.</param>
sealed record RecordingFormat(int Number, KernelRelease Release, bool HasPartialRows, int BatchCells, int TargetCells,
    bool TargetsHaveOrders, int MostScanned, RecordedFate LastFate, bool TellsFramesOfFolios)
{
    /// <summary>Linux 6.1.</summary>
    public static RecordingFormat Two { get; } = new(2, KernelRelease.Linux61, HasPartialRows: false, BatchCells: 6,
        TargetCells: 3, TargetsHaveOrders: false, Pageblock.Pages, LastFate: RecordedFate.NoMem, TellsFramesOfFolios: false);

    /// <summary>Linux 6.12: large folios are isolated, split, and given targets of their order.</summary>
    public static RecordingFormat Three { get; } = new(3, KernelRelease.Linux612, HasPartialRows: true, BatchCells: 8,
        TargetCells: 4, TargetsHaveOrders: true, 2 * Pageblock.Pages,
        LastFate: RecordedFate.SplitLeft, TellsFramesOfFolios: true);

    /// <summary>Names of the counters, in the order of the rows.</summary>
    public ImmutableArray<string> Counters { get; } = RecordedCounters.Names[..RecordedCounters.CountOf(Release)];

    /// <summary>Words of <see cref="RecordedFate"/>, by its value.</summary>
    public ImmutableArray<string> Fates { get; } =
        [.. Enum.GetValues<RecordedFate>().Where(f => f <= LastFate).Select(f => f.Word())];

    /// <summary>The other one: what a mixed-up file was perhaps meant to be.</summary>
    public RecordingFormat Other => Number == Two.Number ? Three : Two;

    /// <summary>The cure where a row fits the other format.</summary>
    public string OtherFits => $"that is a row of format {Other.Number}, and the first row says {Number}";

    /// <summary>The format of this number, or null.</summary>
    public static RecordingFormat? Find(int number) =>
        number == Two.Number ? Two : number == Three.Number ? Three : null;
}
