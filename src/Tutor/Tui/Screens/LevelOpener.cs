using Tutor.Tui.Presentation;

namespace Tutor.Tui.Screens;

/// <summary>Opens a level, or says why it cannot be played.</summary>
static class LevelOpener
{
    public static void Open(Game game, IGameWorld world, LevelEntry entry, bool replace = false)
    {
        var (level, problems) = world.Load(entry.Id);
        Screen screen = level is not null
            ? new LevelScreen(level, world)
            : new ReadingScreen(entry.Title, Problem(problems), "", world.ReadText);
        if (replace)
        {
            game.Replace(screen);
        }
        else
        {
            game.Open(screen);
        }
    }

    static string Problem(IReadOnlyList<string> problems) =>
        "# This level cannot be played\n\n" + string.Join("\n\n", problems.Select(p => $"```\n{p}\n```"));
}
