using System.Globalization;
using Tutor.Game.Playing.Progress;

namespace Tutor.Game.Playing;

/// <summary>The hints of a level, and how far a player has climbed: remembered, on the screens and in text mode.</summary>
static class SeenHints
{
    public static HintLadder Of(PlayableLevel level, IGameWorld world)
    {
        var id = level.Entry.Id;
        return new HintLadder(level.Hints, Count(id, world), shown =>
        {
            world.Remember(Key(id), shown.ToString(CultureInfo.InvariantCulture));
            if (level.Hints[shown - 1].Kind == "answer")
            {
                KeepAsSeen(level.Entry, world);
            }
        });
    }

    /// <summary>
    /// Kept with the attempts, so that lists and exports know it too. Once: and not of a level that is passed, where the
    /// answer is no news.
    /// </summary>
    static void KeepAsSeen(LevelEntry level, IGameWorld world)
    {
        if (world.Best(level) is not ({ IsPassed: true } or { Verdict: VerdictWords.Seen }))
        {
            world.Record(new Attempt(level.Id, level.Revision, "", VerdictWords.Seen, How: AttemptHow.Shown));
        }
    }

    /// <summary>Rungs that were seen.</summary>
    public static int Count(string level, IGameWorld world) =>
        int.TryParse(world.Recall(Key(level)), CultureInfo.InvariantCulture, out var seen) ? seen : 0;

    static string Key(string level) => $"hints:{level}";
}
