using Tutor.Core.Memory;

namespace Tutor.Core.Simulation.Fast;

/// <summary>A pageblock that the scanner visits in every pass.</summary>
/// <param name="Index">From the map's first.</param>
/// <param name="Weight">Pageblocks with the same ids and the same limits for which this one stands; at least 1.</param>
/// <param name="Limited">
/// Calls that end with their 32nd page before one has no limit: usually 1; 2 where pageblocks before it were passed
/// over; 0 for the pageblock at pfn 0.
/// </param>
/// <param name="MayBeFreed">
/// There is a page in it, and none that is neither free nor ever movable: some predicate frees it.
/// </param>
readonly record struct ScannedBlock(int Index, int Weight, byte Limited, bool MayBeFreed = false);

/// <summary>The scanner's way through the pageblocks of a map: no predicate changes it.</summary>
/// <remarks>
/// <see cref="ZoneCompaction"/> decides in each round whether the call is a rescan, by where the round before that
/// took pages began: with the pageblocks passed over, not with the call. So the first pageblock behind those is
/// visited for the first time twice.
/// </remarks>
static class ScanWay
{
    /// <summary>The pageblocks in the order of the scan, and those that no call is made for.</summary>
    public static (ScannedBlock[] Scanned, List<int> PassedOver) Of(MemoryMap map)
    {
        var scanned = new List<ScannedBlock>(map.Pageblocks.Length);
        var passedOver = new List<int>();
        for (var zone = 0; zone < map.Zones.Length; zone++)
        {
            var cc = new ZoneControl(map, zone, hasFreeScanner: false, KernelRelease.Linux61);
            var firstBlock = (int)((cc.Start - map.FirstPfn) >> Pageblock.Order);
            var endBlock = (int)((cc.End - map.FirstPfn + Pageblock.Pages - 1) >> Pageblock.Order);
            var roundBegan = firstBlock;
            for (var block = firstBlock; block < endBlock; block++)
            {
                var start = map.FirstPfn + ((long)block << Pageblock.Order);
                if (!cc.IsInZone(start, Math.Min(start + Pageblock.Pages, cc.End)) || IsOneCompound(map, block))
                {
                    passedOver.Add(block);
                    continue;
                }

                var isAtPfn0 = map.FirstPfn == 0 && roundBegan == 0;
                scanned.Add(new ScannedBlock(block, 1, isAtPfn0 ? (byte)0 : block == roundBegan ? (byte)1 : (byte)2));
                roundBegan = block + 1;
            }
        }

        return ([.. scanned], passedOver);
    }

    /// <summary>One for each different kind of pageblock and limit.</summary>
    public static ScannedBlock[] Merged(ScannedBlock[] blocks, PageblockDictionary distinct)
    {
        var merged = new Dictionary<(int Kind, byte Limited), int>();
        var result = new List<ScannedBlock>();
        foreach (var block in blocks)
        {
            if (block.Index >= distinct.KindOf.Length)
            {
                result.Add(block);
                continue;
            }

            var key = (distinct.KindOf[block.Index], block.Limited);
            if (merged.TryGetValue(key, out var at))
            {
                result[at] = result[at] with { Weight = result[at].Weight + 1 };
            }
            else
            {
                merged.Add(key, result.Count);
                result.Add(block);
            }
        }

        return [.. result];
    }

    /// <summary><c>suitable_migration_source()</c>: a pageblock that one compound page fills.</summary>
    static bool IsOneCompound(MemoryMap map, int block)
    {
        var first = map.StateAt(block << Pageblock.Order);
        return first.Has(PageFlags.Compound) && first.Order >= Pageblock.Order;
    }
}
