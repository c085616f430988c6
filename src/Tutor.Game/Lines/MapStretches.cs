using System.Globalization;
using Tutor.Core.Simulation;
using Tutor.Game.Playing;
using Tutor.Game.Reading;

namespace Tutor.Game.Lines;

/// <summary>Neighbouring pages of one kind with one verdict.</summary>
/// <param name="Verdict">Null while the player must not know it.</param>
readonly record struct MapStretch(int First, int Count, string Kind, PageVerdict? Verdict)
{
    public int End => First + Count;

    public override string ToString()
    {
        var where = Count == 1 ? $"+{First}" : $"+{First.ToString(CultureInfo.InvariantCulture)} to +{(End - 1).ToString(CultureInfo.InvariantCulture)}";
        var verdict = Verdict is { } v ? $", {VerdictLooks.Of(v).Name}" : "";
        return $"{where}: {Kind}{verdict}{(Count == 1 ? "" : $" ({Words.Pages(Count)})")}";
    }
}

/// <summary>A memory map told in stretches.</summary>
static class MapStretches
{
    /// <summary>The stretches from a page on, found as the caller asks for them.</summary>
    public static IEnumerable<MapStretch> From(MapCursor map, int page, bool isSecret)
    {
        while (page < map.Map.PageCount)
        {
            var kind = map.Map.StateAt(page).Kind;
            PageVerdict? verdict = isSecret ? null : map.VerdictAt(page);
            var end = page + 1;
            while (end < map.Map.PageCount && map.Map.StateAt(end).Kind == kind && (isSecret || map.VerdictAt(end) == verdict))
            {
                end++;
            }

            yield return new MapStretch(page, end - page, kind, verdict);
            page = end;
        }
    }
}
