using System.Collections.Immutable;
using System.Runtime.InteropServices;

namespace Tutor.Core.Memory;

/// <summary>
/// The different pageblocks of a map: what is worked out for one holds for all that have the same 512 ids. Only
/// whole pageblocks are in it; one that the end of the map cuts off is not.
/// </summary>
/// <param name="Firsts">Index of the first pageblock of each different kind, ascending.</param>
/// <param name="Counts">How many pageblocks are of that kind.</param>
/// <param name="KindOf">The kind of each whole pageblock: an index into the other two.</param>
public sealed record PageblockDictionary(
    ImmutableArray<int> Firsts, ImmutableArray<int> Counts, ImmutableArray<int> KindOf)
{
    /// <summary>The dictionary, or null where the different pageblocks are more than half of all.</summary>
    public static PageblockDictionary? Of(MemoryMap map)
    {
        ArgumentNullException.ThrowIfNull(map);
        var blocks = map.PageCount / Pageblock.Pages;
        var kindOf = new int[blocks];
        var firsts = new List<int>();
        var counts = new List<int>();
        var byHash = new Dictionary<ulong, int>();
        var nextOfHash = new List<int>();
        var stride = (map.IsNarrow ? 1 : 2) * Pageblock.Pages;
        var bytes = map.IsNarrow ? map.NarrowIds : MemoryMarshal.AsBytes(map.WideIds);
        for (var block = 0; block < blocks; block++)
        {
            var ids = bytes.Slice(block * stride, stride);
            ref var last = ref CollectionsMarshal.GetValueRefOrAddDefault(byHash, Hash(ids), out var isKnown);
            var kind = isKnown ? last : -1;
            while (kind >= 0 && !bytes.Slice(firsts[kind] * stride, stride).SequenceEqual(ids))
            {
                kind = nextOfHash[kind];
            }

            if (kind < 0)
            {
                // Not worth it any more: half of the pageblocks would be in it.
                if (2 * (firsts.Count + 1) > blocks)
                {
                    return null;
                }

                kind = firsts.Count;
                nextOfHash.Add(isKnown ? last : -1);
                last = kind;
                firsts.Add(block);
                counts.Add(0);
            }

            counts[kind]++;
            kindOf[block] = kind;
        }

        return blocks == 0 ? null : new PageblockDictionary([.. firsts], [.. counts], [.. kindOf]);
    }

    /// <summary>Eight bytes at a time, multiplied by an odd number and folded. Only speed depends on it.</summary>
    static ulong Hash(ReadOnlySpan<byte> ids)
    {
        var hash = 0x9E3779B97F4A7C15UL;
        foreach (var word in MemoryMarshal.Cast<byte, ulong>(ids))
        {
            hash = unchecked((hash ^ word) * 0xD6E8FEB86659FD93);
            hash ^= hash >> 32;
        }

        return hash;
    }
}
