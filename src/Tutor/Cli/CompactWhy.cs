using System.Globalization;
using Tutor.Core.Memory;
using Tutor.Core.Simulation;

namespace Tutor.Cli;

/// <summary>Why a run isolated no page at all: zone by zone, or by the test that turned the pages away.</summary>
static class CompactWhy
{
    public static IEnumerable<string> Of(MemoryMap map, RunSettings settings, ScanTrace trace)
    {
        var hasScanned = false;
        foreach (var (zone, calls) in Zones(trace))
        {
            hasScanned |= calls > 0;
            if (calls == 0)
            {
                yield return WhyNotScanned(map, map.Zones[zone], settings.Control.Order);
            }
        }

        if (!hasScanned)
        {
            yield break;
        }

        var looks = trace.Events.Where(e => e.Kind == ScanEventKind.Look).GroupBy(e => e.Step)
            .Select(g => (Step: g.Key, Pages: g.Sum(e => e.Count))).OrderByDescending(g => g.Pages).ToList();
        yield return "Every page that was looked at was turned away: "
            + string.Join(", ", looks.Select(l => $"{Number(l.Pages)} {Words(l.Step)}")) + ".";
    }

    /// <summary>Each zone in which a run began, and its calls of the migrate scanner.</summary>
    static IEnumerable<(int Zone, int Calls)> Zones(ScanTrace trace)
    {
        var (zone, calls) = (-1, 0);
        foreach (var happened in trace.Events)
        {
            calls += happened.Kind == ScanEventKind.CallEnds ? 1 : 0;
            if (happened.Kind == ScanEventKind.ZoneBegins)
            {
                (zone, calls) = ((int)happened.Count, 0);
            }
            else if (happened.Kind == ScanEventKind.ZoneEnds && zone >= 0)
            {
                yield return (zone, calls);
            }
        }
    }

    static string WhyNotScanned(MemoryMap map, ZoneRange zone, int order)
    {
        var name = $"Zone {zone.Type.ToString().ToUpperInvariant()} (pfn 0x{zone.StartPfn:x} to 0x{zone.EndPfn:x})";
        var chunk = order < 0 ? -1 : FreeChunk(map, zone, order);
        return chunk >= 0
            ? string.Create(CultureInfo.InvariantCulture,
                $"{name} was not scanned: a free chunk of order {map.StateAt((int)(chunk - map.FirstPfn)).Order} lies at pfn 0x{chunk:x}, and order {order} was wanted (COMPACT_SUCCESS).")
            : zone.EndPfn - zone.StartPfn <= Pageblock.Pages ? $"{name} was not scanned: it is one pageblock, in which the scanners meet at once."
            : $"{name} was not scanned: no pageblock of it can be a source. Blocks that begin with a huge page, without memory, or of another migratetype than the request are passed over.";
    }

    static long FreeChunk(MemoryMap map, ZoneRange zone, int order)
    {
        for (var pfn = zone.StartPfn; pfn < zone.EndPfn; pfn++)
        {
            var page = map.StateAt((int)(pfn - map.FirstPfn));
            if (page.Has(PageFlags.Buddy) && page.Order >= order)
            {
                return pfn;
            }
        }

        return -1;
    }

    static string Words(ScanStep step) => step switch
    {
        ScanStep.Isolated => "isolated",
        ScanStep.HugeTlb => "in hugetlb pages",
        ScanStep.Buddy => "free",
        ScanStep.Compound => "in large folios that this run does not take",
        ScanStep.NotLru => "on no LRU list (slab, kernel, page tables, free inside a chunk)",
        ScanStep.MovableOps => "of drivers that did not give them",
        ScanStep.NoReference => "with no reference",
        ScanStep.Predicate => "skipped by the predicate",
        ScanStep.GfpNoFs => "with a mapping, and the run may not enter the file system",
        ScanStep.LruGone => "gone from the LRU",
        ScanStep.Unevictable => "unevictable, and the run leaves those",
        ScanStep.Writeback => "under writeback, and the run does not wait",
        ScanStep.Dirty => "dirty, and the run may not wait for them",
    };

    static string Number(long value) => value.ToString("N0", CultureInfo.InvariantCulture);
}
