using System.Buffers;
using Tutor.Core.Memory;

namespace Tutor.Game.Playing;

/// <summary>Finds pages by their states, at the speed of reading.</summary>
static class MapSearch
{
    /// <summary>The next page (or the one before) that has a wanted state. The search begins again at the map's end. Null if there is none.</summary>
    /// <param name="isWanted">Of a palette index.</param>
    public static int? Next(MemoryMap map, Func<int, bool> isWanted, int from, bool backwards = false)
    {
        var wanted = Enumerable.Range(0, map.Palette.Length).Where(isWanted).ToArray();
        var found = wanted.Length == 0 ? -1
            : map.IsNarrow ? Next(map.NarrowIds, SearchValues.Create([.. wanted.Select(id => (byte)id)]), from, backwards)
            : Next(map.WideIds, [.. wanted.Select(id => (ushort)id)], from, backwards);
        return found < 0 ? null : found;
    }

    static int Next(ReadOnlySpan<byte> ids, SearchValues<byte> wanted, int from, bool backwards)
    {
        if (backwards)
        {
            var before = ids[..from].LastIndexOfAny(wanted);
            return before >= 0 ? before : After(ids[from..].LastIndexOfAny(wanted), from);
        }

        var next = ids[(from + 1)..].IndexOfAny(wanted);
        return next >= 0 ? from + 1 + next : ids[..(from + 1)].IndexOfAny(wanted);
    }

    static int Next(ReadOnlySpan<ushort> ids, ReadOnlySpan<ushort> wanted, int from, bool backwards)
    {
        if (backwards)
        {
            var before = ids[..from].LastIndexOfAny(wanted);
            return before >= 0 ? before : After(ids[from..].LastIndexOfAny(wanted), from);
        }

        var next = ids[(from + 1)..].IndexOfAny(wanted);
        return next >= 0 ? from + 1 + next : ids[..(from + 1)].IndexOfAny(wanted);
    }

    static int After(int index, int start) => index < 0 ? -1 : start + index;
}
