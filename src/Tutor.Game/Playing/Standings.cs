using Tutor.Game.Playing.Progress;

namespace Tutor.Game.Playing;

/// <summary>How far the player is with each level of a world, in its order.</summary>
static class Standings
{
    public static List<LevelStanding> Of(IGameWorld world) =>
        [.. world.Levels.Select(level => new LevelStanding(level, world.Best(level), SeenHints.Count(level.Id, world)))];
}
