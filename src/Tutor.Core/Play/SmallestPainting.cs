using System.Collections.Immutable;
using Tutor.Core.Scoring;

namespace Tutor.Core.Play;

/// <summary>
/// Looks for the smallest memory that reaches a verdict in a level of kind attack: every choice of the level's kinds, each
/// as often as one likes, side by side from the first frame on, with fewer frames before more.
/// </summary>
/// <remarks>What depends on how pages lie (gaps, order) is not tried: on the migrate side each page is judged alone.</remarks>
static class SmallestPainting
{
    /// <param name="mostFrames">Memories with more frames than this are not tried.</param>
    /// <param name="mostTries">Nor more memories than this.</param>
    /// <returns>The first found and null, or null and how far the search came: every memory up to so many frames was tried.</returns>
    public static (Painting? Painting, int Tried) Find(PreparedLevel prepared, Verdict wanted, int mostFrames, int mostTries)
    {
        ArgumentNullException.ThrowIfNull(prepared);
        var level = prepared.Level;
        var attack = level.Attack ?? throw new ArgumentException("nothing is attacked in this level", nameof(prepared));
        // Larger folios first: so each lies aligned without a gap.
        var kinds = attack.Kinds.Distinct().Select(level.Kinds.Find).Where(k => k is not null)
            .Select(k => (k!.Name, Frames: 1 << k.Order)).OrderByDescending(k => k.Frames).ToImmutableArray();
        var tries = 0;
        for (var frames = 0; frames <= Math.Min(mostFrames, attack.Pages); frames++)
        {
            foreach (var names in Choices(kinds, 0, frames))
            {
                if (++tries > mostTries)
                {
                    return (null, frames - 1);
                }

                if (Painting.TryRead(level, string.Join(' ', names)).Painting is { } painting && LevelRun.Run(prepared, painting).Verdict is var verdict
                    && verdict.IsPass() && verdict >= wanted)
                {
                    return (painting, frames);
                }
            }
        }

        return (null, Math.Min(mostFrames, attack.Pages));
    }

    /// <summary>Every choice of kinds from a place of the list on that needs exactly so many frames.</summary>
    static IEnumerable<ImmutableList<string>> Choices(ImmutableArray<(string Name, int Frames)> kinds, int from, int frames)
    {
        if (frames == 0)
        {
            yield return [];
            yield break;
        }

        for (var i = from; i < kinds.Length; i++)
        {
            if (kinds[i].Frames <= frames)
            {
                foreach (var rest in Choices(kinds, i, frames - kinds[i].Frames))
                {
                    yield return rest.Insert(0, kinds[i].Name);
                }
            }
        }
    }
}
