using Tutor.Game.Playing;
using Tutor.Game.Screens;
using Tutor.Terminal.Library;

namespace Tutor.Terminal;

/// <summary>Runs the game in this terminal.</summary>
static class TerminalHost
{
    /// <summary>Why no game can be shown here, with the cure, or null.</summary>
    public static (string Problem, string Help)? Hindrance()
    {
        using var terminal = PosixTerminal.Open();
        return terminal is not null || OperatingSystem.IsWindows() && LibraryHost.HasTerminal() ? null
            : ("the game needs a terminal, and there is none", "'tutor --text' plays by lines, from a file too; 'tutor run LEVEL -e TEXT' plays a level once");
    }

    /// <summary>Columns and rows of the terminal in which a game would be shown, or null where there is none.</summary>
    public static (int Columns, int Rows)? Size()
    {
        using var terminal = PosixTerminal.Open();
        return terminal?.Size
            ?? (OperatingSystem.IsWindows() && LibraryHost.HasTerminal() ? (Console.WindowWidth, Console.WindowHeight) : null);
    }

    /// <summary>Plays a pack, from the list or from one of its levels.</summary>
    /// <param name="level">Id of the level to open, or null.</param>
    /// <param name="clipboard">The host's, which sends to the terminal once that is open.</param>
    public static int Play(PlayedPack pack, string? level, TerminalClipboard clipboard, Func<string, string?> environment, string? crashLog)
    {
        var traits = TerminalTraits.Of(environment);
        var game = new ScreenStack(new GameSettings(pack.Progress.Recall, pack.Progress.Remember, traits.Depth, traits.IsAscii), pack.Host);
        game.Open(new HomeScreen(pack));
        if (pack.Find(level) is { } entry)
        {
            LevelOpener.Open(game, pack, entry);
        }
        else
        {
            TourScreen.OfferFirst(game, pack);
        }

        return Run(game, new TerminalModes(traits.Questions), pack.Host.Time, crashLog, clipboard, environment("TUTOR_CRASH"));
    }

    /// <summary>
    /// Plays until the player leaves or a signal ends it; 0, or 128 and the signal's number (SIGHUP's where the terminal
    /// is gone), or 70 after a crash.
    /// </summary>
    /// <param name="crashLog">Where a crash is written down, or null.</param>
    /// <param name="crash">
    /// <c>screen</c> or <c>thread</c>: crash there on purpose, once the game is drawn. What gives the terminal back
    /// can be tested in no other way than by a crash in a real one.
    /// </param>
    static int Run(ScreenStack game, TerminalModes modes, TimeProvider time, string? crashLog,
        TerminalClipboard clipboard, string? crash)
    {
        const int bug = 70;
        const int hangUp = 129;
        using var terminal = PosixTerminal.Open();
        using var guard = new TerminalGuard(crashLog, () => terminal?.Call(), () => terminal?.WriteLast(modes.Leave));
        try
        {
            if (terminal is not null && !OperatingSystem.IsWindows())
            {
                new PosixHost(game, terminal, modes, time, clipboard).Run(guard, CrashLater(crash, terminal.Call));
            }
            else if (OperatingSystem.IsWindows())
            {
                LibraryHost.Run(game, time, guard, clipboard);
            }
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            guard.Crashed(e);
            return bug;
        }

        guard.RestoreTerminal();
        return guard.Signal != 0 ? 128 + guard.Signal : terminal is { IsGone: true } ? hangUp : 0;
    }

    /// <summary>What a turn of the loop does: nothing, or a crash in the second one, when a frame has been sent.</summary>
    static Action CrashLater(string? place, Action call)
    {
        static void Fail() => throw new InvalidOperationException("TUTOR_CRASH asked for it");
        var turns = 0;
        return () =>
        {
            if (place is null)
            {
                return;
            }

            call();
            if (++turns == 2 && place == "thread")
            {
                new Thread(Fail).Start();
            }
            else if (turns == 2)
            {
                Fail();
            }
        };
    }
}
