using System.Collections.Immutable;
using Tutor.Core.Memory;
using Tutor.Core.Scenarios.Recordings;

namespace Tutor.Core.Scenarios;

/// <summary>A memory map and what its author says of single pages.</summary>
/// <param name="Placements">In the order in which they were laid: later ones lie above.</param>
public sealed record Scenario(MemoryMap Map, ImmutableArray<MapPlacement> Placements)
{
    public static Scenario Of(Recording recording)
    {
        ArgumentNullException.ThrowIfNull(recording);
        return new Scenario(recording.Map, []);
    }

    /// <summary>Why the page is what it is, or null; counted from the map's first page.</summary>
    public string? BecauseOf(int page)
    {
        for (var i = Placements.Length - 1; i >= 0; i--)
        {
            if (Placements[i].At.Contains(page))
            {
                return Placements[i].Because;
            }
        }

        return null;
    }
}
