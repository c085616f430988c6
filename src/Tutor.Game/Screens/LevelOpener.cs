using Tutor.Game.Playing;
using Tutor.Game.Screens.Level;

namespace Tutor.Game.Screens;

/// <summary>Opens a level, or says why it cannot be played.</summary>
static class LevelOpener
{
    /// <summary>More pages than are built while nobody notices.</summary>
    const long MostAtOnce = 1 << 24;

    public static void Open(ScreenStack game, IGameWorld world, LevelEntry entry, bool replace = false)
    {
        Screen screen;
        if (entry.Pages > MostAtOnce)
        {
            screen = new LoadingScreen(world, entry);
        }
        else
        {
            var (level, problems) = world.Load(entry.Id);
            screen = ScreenOf(world, entry, level, problems);
        }

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
    public static Screen ScreenOf(IGameWorld world, LevelEntry entry, PlayableLevel? level, IReadOnlyList<string> problems) =>
        level is not null
            ? new LevelScreen(level, world)
            : new ReadingScreen(entry.Title, Problem(problems), "", world.ReadText);

    static string Problem(IReadOnlyList<string> problems) =>
        "# This level cannot be played\n\n" + string.Join("\n\n", problems.Select(p => $"```\n{p}\n```"));
}
