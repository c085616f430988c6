using Tutor.Core.Memory;
using Tutor.Core.Scoring;
using Tutor.Core.Simulation;
using Tutor.Game.Playing;
using Tutor.Game.Text;

namespace Tutor.Game.Reading;

/// <summary>
/// A card that a player shows to others: the level, the score, and the map with its verdicts, in characters that survive
/// any mail. It does not contain the predicate.
/// </summary>
static class ShareCard
{
    /// <summary>Columns of the whole card; it fits beside the frame of the narrowest screen.</summary>
    public const int Width = 50;

    /// <summary>Rows of the map.</summary>
    const int MostRows = 10;

    const int PerRow = Width - 2;

    static readonly PageVerdict[] Marks = [PageVerdict.Migrated, PageVerdict.Futile, PageVerdict.SkippedPin, PageVerdict.FalseSkip];

    /// <param name="golf">What golf counted, in words; null on other levels.</param>
    public static List<string> Lines(string id, string title, Verdict verdict, MemoryMap map, CompactionResult result, string? golf)
    {
        var m = result.Metrics;
        long[] counts = [m.Migrated, m.Futile, m.SkippedPins, m.FalseSkips];
        var pages = PagesInCell(map.PageCount);
        var edge = $"+{new string('-', PerRow)}+";
        return
        [
            TextColumns.Fit($"Tutor: {title}", Width),
            TextColumns.Fit($"{id}: {(verdict == Verdict.None ? "nothing to pass" : MedalWords.State(verdict))}{(golf is null ? "" : $", {golf}")}", Width),
            edge, .. Rows(map, result, pages), edge,
            .. Marks.Select((v, i) => $"{VerdictLooks.Of(v).Glyph} {TextColumns.Pad(VerdictLooks.Of(v).Name, 14)}{Words.Count(counts[i]),12}"),
            $"  {TextColumns.Pad("blocks freed", 14)}{Words.Count(m.BlocksFreed),12}",
            $"{(pages == 1 ? "a page" : Words.Pages(pages))} in each cell",
        ];
    }

    /// <summary>A power of two, so that the map fits.</summary>
    static int PagesInCell(int pages)
    {
        var inCell = 1;
        while ((long)inCell * PerRow * MostRows < pages)
        {
            inCell *= 2;
        }

        return inCell;
    }

    static IEnumerable<string> Rows(MemoryMap map, CompactionResult result, int pagesInCell) =>
        Enumerable.Range(0, (map.PageCount + pagesInCell - 1) / pagesInCell)
            .Select(cell => VerdictLooks.Of(Loudest(map, result.Verdicts, cell * pagesInCell, Math.Min((cell + 1) * pagesInCell, map.PageCount))))
            .Chunk(PerRow).Select(row => $"|{string.Concat(row.Select(l => l.Glyph)).PadRight(PerRow)}|");

    static PageVerdict Loudest(MemoryMap map, IReadOnlyList<PageVerdict> verdicts, int first, int end)
    {
        if (verdicts is not VerdictMap { OfState: { IsDefault: false } ofState })
        {
            return VerdictLooks.Loudest(verdicts, first, end);
        }

        // Counting states is much faster than asking each page.
        var pagesOfState = new int[map.Palette.Length];
        StateHistogram.Add(map, first, end, pagesOfState);
        return VerdictLooks.Loudest(pagesOfState, ofState.AsSpan());
    }
}
