using Tutor.Core.Memory;

namespace Tutor.Core.Scenarios;

/// <summary>Where page states are folded in: a zone, and the migratetype of a pageblock.</summary>
readonly record struct MapPlace(ZoneType Zone, Migratetype Migratetype);

/// <summary>Consecutive pages of a map that the recipe treats alike.</summary>
/// <param name="MixPlace">Whose mix it is, for problems: <c>mix</c> or <c>regions/2/mix</c>.</param>
sealed record MapSegment(PageRange At, MapPlace Place, IReadOnlyList<MixEntry> Mix, MapLayout Layout, string MixPlace)
{
    /// <summary>
    /// The segments of a recipe, ascending, without gaps. Of regions that overlap, the later one decides each
    /// key that it has.
    /// </summary>
    public static IReadOnlyList<MapSegment> Of(MapRecipe recipe)
    {
        var borders = new int[2 * recipe.Regions.Length + 2];
        borders[^1] = recipe.Pages;
        for (var i = 0; i < recipe.Regions.Length; i++)
        {
            borders[2 * i + 1] = Math.Clamp(recipe.Regions[i].At.Start, 0, recipe.Pages);
            borders[2 * i + 2] = Math.Clamp(recipe.Regions[i].At.End, 0, recipe.Pages);
        }

        Array.Sort(borders);
        var segments = new List<MapSegment>();
        for (var i = 1; i < borders.Length; i++)
        {
            var (start, end) = (borders[i - 1], borders[i]);
            if (start == end)
            {
                continue;
            }

            var segment = Find(recipe, new PageRange(start, end));
            if (segments.Count > 0 && segments[^1] with { At = segment.At } == segment)
            {
                segments[^1] = segment with { At = new PageRange(segments[^1].At.Start, end) };
            }
            else
            {
                segments.Add(segment);
            }
        }

        return segments;
    }

    static MapSegment Find(MapRecipe recipe, PageRange at)
    {
        var segment = new MapSegment(at, new MapPlace(recipe.Zone, recipe.Migratetype),
            (IReadOnlyList<MixEntry>)recipe.Mix, recipe.Layout, "mix");
        for (var i = 0; i < recipe.Regions.Length; i++)
        {
            var region = recipe.Regions[i];
            if (!region.At.Contains(at.Start))
            {
                continue;
            }

            segment = segment with
            {
                Place = new MapPlace(region.Zone ?? segment.Place.Zone, region.Migratetype ?? segment.Place.Migratetype),
                Mix = region.Mix ?? segment.Mix,
                Layout = region.Layout ?? segment.Layout,
                MixPlace = region.Mix is null ? segment.MixPlace : $"regions/{i}/mix",
            };
        }

        return segment;
    }
}
