using Tutor.Core.Play;
using Tutor.Game.Playing;
using Tutor.Game.Screens.Level;

namespace Tutor.Game.Screens;

/// <summary>Opens a level, or says why it cannot be played.</summary>
static class LevelOpener
{
    /// <summary>Building more pages than these takes longer than anybody would wait for a frame.</summary>
    const long MostAtOnce = 1 << 24;

    public static void Open(ScreenStack game, PlayedPack pack, CatalogEntry entry, bool replace = false)
    {
        var screen = entry.Level?.Pages > MostAtOnce ? new LoadingScreen(pack, entry) : ScreenOf(pack, entry, pack.Open(entry));
        if (replace)
        {
            game.Replace(screen);
        }
        else
        {
            game.Open(screen);
        }
    }

    /// <summary>The level, or why it cannot be played.</summary>
    public static Screen ScreenOf(PlayedPack pack, CatalogEntry entry, OpenedLevel opened) => opened.Sitting is { } sitting
        ? new LevelScreen(sitting)
        : new ReadingScreen(entry.Title, Problem(opened), "", pack.ReadText);

    static string Problem(OpenedLevel opened) =>
        "# This level cannot be played\n\n" + string.Join("\n\n", opened.Told.Select(p => $"```\n{p}\n```"));
}
