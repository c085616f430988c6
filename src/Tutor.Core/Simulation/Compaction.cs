using Tutor.Core.Memory;
using Tutor.Core.Predicates.Evaluation;

namespace Tutor.Core.Simulation;

/// <summary>
/// The literal engine: memory compaction page by page, in the kernel's own control flow.
/// </summary>
/// <remarks>
/// Linux 6.1, <c>mm/compaction.c</c> and <c>mm/migrate.c</c>, exact on recordings of that kernel; the migrate
/// side of 6.12 on request. It says at each class what is left out.
/// </remarks>
public static class Compaction
{
    /// <summary>Compacts a map. The same arguments give the same result, to the last byte.</summary>
    /// <param name="ask">
    /// The skip predicate. Asked once a pass for each page state that gets as far as the predicate, with the
    /// holders of that pass; it adds <see cref="CompactControl.OwnReferences"/> itself.
    /// </param>
    /// <param name="trace">If given, receives every step; for maps that somebody watches.</param>
    public static CompactionResult Run(MemoryMap map, Func<PageState, CompactControl, SkipAnswer> ask,
        RunSettings settings, ScanTrace? trace = null)
    {
        ArgumentNullException.ThrowIfNull(map);
        ArgumentNullException.ThrowIfNull(ask);
        ArgumentNullException.ThrowIfNull(settings);
        using var run = new CompactRun(map, ask, settings, trace);
        var totals = new RunTotals(run);
        var isBudgetSpent = false;
        for (var pass = 1; pass <= Math.Max(settings.Passes, 1) && !isBudgetSpent; pass++)
        {
            run.BeginPass(pass);
            isBudgetSpent = !RunPass(run);
            totals.AddPass();
            if (pass < settings.Passes && !isBudgetSpent)
            {
                // The emptied frames become free and merge; so do targets that nobody used
                // (release_freepages()).
                new BuddyLists(run.Memory).FreeEmptied(map.FirstPfn, map.EndPfn);
            }
        }

        return totals.ToResult(isBudgetSpent);
    }

    /// <summary>Every zone once; false when the budget is spent.</summary>
    static bool RunPass(CompactRun run)
    {
        foreach (var zone in ZonesOf(run))
        {
            if (run.Settings.Trigger == RunTrigger.ContigRange)
            {
                if (!new ContigRange(run, zone).Allocate())
                {
                    return false;
                }

                continue;
            }

            var result = new ZoneCompaction(run, zone).Compact();
            if (result == ZoneResult.BudgetSpent)
            {
                return false;
            }

            // try_to_compact_pages() stops at the first zone that serves the allocation.
            if (result == ZoneResult.Success && run.Control.DirectCompaction)
            {
                break;
            }
        }

        return true;
    }

    /// <summary>
    /// <c>compact_node()</c> and kcompactd go up from the lowest zone; an allocation's zone list goes down
    /// from the highest.
    /// </summary>
    static IEnumerable<int> ZonesOf(CompactRun run)
    {
        var zones = Enumerable.Range(0, run.Memory.Map.Zones.Length);
        return run.Control.DirectCompaction ? zones.Reverse() : zones;
    }
}
