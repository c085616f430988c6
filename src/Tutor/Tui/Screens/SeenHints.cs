using System.Globalization;
using Tutor.Tui.Presentation;

namespace Tutor.Tui.Screens;

/// <summary>The hints of a level, and how far a player has climbed: remembered, on the screens and in text mode.</summary>
static class SeenHints
{
    public static HintLadder Of(PlayableLevel level, IGameWorld world)
    {
        var key = $"hints:{level.Entry.Id}";
        return new HintLadder(level.Hints, int.TryParse(world.Recall(key), CultureInfo.InvariantCulture, out var seen) ? seen : 0,
            shown => world.Remember(key, shown.ToString(CultureInfo.InvariantCulture)));
    }
}
