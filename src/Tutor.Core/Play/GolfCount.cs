using Tutor.Core.Levels;

namespace Tutor.Core.Play;

/// <summary>What a level of kind golf counts; fewer is better.</summary>
public static class GolfCount
{
    /// <summary>Null where nothing is counted, or nothing could be run.</summary>
    public static long? Of(LevelRunResult run)
    {
        ArgumentNullException.ThrowIfNull(run);
        if (run.Level.Golf is not { } measure || run is not { Predicate: { } predicate, Shown: { } shown })
        {
            return null;
        }

        if (measure == GolfMeasure.Nodes)
        {
            return predicate.NodeCount;
        }

        var loads = 0L;
        var palette = shown.Map.Map.Palette;
        for (var id = 0; id < palette.Length; id++)
        {
            var candidates = shown.Result.ByState[id].Candidates;
            loads += candidates == 0 ? 0 : candidates * predicate.Loads(palette[id], shown.Map.Settings.Control);
        }

        return loads;
    }
}
