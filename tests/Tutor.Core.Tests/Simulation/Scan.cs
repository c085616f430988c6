using Tutor.Core.Memory;
using Tutor.Core.Predicates.Evaluation;
using Tutor.Core.Simulation;
using Tutor.Core.Tests.Support;

namespace Tutor.Core.Tests.Simulation;

/// <summary>Short ways to run the engine on a drawing and to draw what came out.</summary>
static class Scan
{
    public static Func<PageState, CompactControl, SkipAnswer> Nothing { get; } = (_, _) => SkipAnswer.Keep;

    public static Func<PageState, CompactControl, SkipAnswer> Everything { get; } = (_, _) => SkipAnswer.Skip;

    /// <summary>The stock predicate of 6.1.</summary>
    public static Func<PageState, CompactControl, SkipAnswer> Stock { get; } = ThreadPredicates.Of(1);

    public static Func<PageState, CompactControl, SkipAnswer> SkipKind(string kind) =>
        (page, _) => page.Kind == kind ? SkipAnswer.Skip : SkipAnswer.Keep;

    public static CompactionResult Run(string drawing, Func<PageState, CompactControl,
        SkipAnswer>? ask = null,
        RunSettings? settings = null, ScanTrace? trace = null) => Run(MapDrawing.Of(drawing), ask, settings,
            trace);

    public static CompactionResult Run(MemoryMap map, Func<PageState, CompactControl, SkipAnswer>? ask = null,
        RunSettings? settings = null, ScanTrace? trace = null) =>
        Compaction.Run(map, ask ?? Nothing, settings ?? RunSettings.For(RunTrigger.CompactMemory), trace);

    /// <summary>
    /// Verdicts, one character a page: <c>.</c> never a candidate, <c>m</c> migrated, <c>f</c> futile,
    /// <c>n</c> no target, <c>p</c> skipped pin, <c>x</c> false skip, <c>r</c> refused, <c>d</c> driver's,
    /// <c>e</c> error, <c>b</c> put back. Dots at the end are cut off.
    /// </summary>
    public static string Draw(this CompactionResult result) =>
        string.Concat(result.Verdicts.Select(v => ".mfnpxrdeb"[(int)v])).TrimEnd('.');

    /// <summary>The verdicts of a run over a drawing.</summary>
    public static string Verdicts(string drawing, Func<PageState, CompactControl, SkipAnswer>? ask = null,
        RunSettings? settings = null) => Run(drawing, ask, settings).Draw();

    public static RunSettings Both(RunSettings? settings = null) =>
        (settings ?? RunSettings.For(RunTrigger.CompactMemory)) with { Scanners = ScannerSet.Both };
}
