using Terminal.Gui.App;
using Terminal.Gui.Drivers;
using Tutor.Game.Drawing;
using Tutor.Game.Playing;
using Tutor.Game.Screens;

namespace Tutor.Terminal;

/// <summary>Runs the game in this terminal.</summary>
static class TerminalHost
{
    /// <summary>Turns of the loop in a second while something happens: as many frames.</summary>
    const ushort BusyTurns = 60;

    /// <summary>While nothing does: each turn costs, and the first key after a rest waits for the next one, 33 ms at most.</summary>
    const ushort RestingTurns = 30;

    /// <summary>Why no game can be shown here, with the cure, or null.</summary>
    public static (string Problem, string Help)? Hindrance() => Driver.IsAttachedToTerminal(out _, out _) ? null
        : ("the game needs a terminal, and there is none", "'tutor --text' plays by lines, from a file too; 'tutor run LEVEL -e TEXT' plays a level once");

    /// <summary>What this terminal can show, as it says in its environment.</summary>
    public static ColourDepth DepthOf(Func<string, string?> environment)
    {
        if (!string.IsNullOrEmpty(environment("NO_COLOR")))
        {
            return ColourDepth.None;
        }

        var term = environment("TERM") ?? "";
        return environment("COLORTERM") is "truecolor" or "24bit" || term.EndsWith("-direct", StringComparison.Ordinal)
            ? ColourDepth.True
            : ColourDepth.Sixteen;
    }

    /// <summary>Plays a pack, from the list or from one of its levels.</summary>
    /// <param name="level">Id of the level to open, or null.</param>
    public static int Play(IGameWorld world, string? level, Func<string, string?> environment, TimeProvider time, string? crashLog)
    {
        var game = new ScreenStack(new GameSettings(world.Recall, world.Remember, DepthOf(environment)));
        game.Open(new HomeScreen(world));
        if (world.Levels.FirstOrDefault(l => l.Id == level) is { } entry)
        {
            LevelOpener.Open(game, world, entry);
        }
        else
        {
            TourScreen.OfferFirst(game, world);
        }

        return Run(game, time, crashLog, environment("TUTOR_CRASH"));
    }

    /// <summary>Plays until the player leaves or a signal ends it; 0, or 128 and the signal's number, or 70 after a crash.</summary>
    /// <param name="crashLog">Where a crash is written down, or null.</param>
    /// <param name="crash">
    /// <c>screen</c> or <c>thread</c>: crash there on purpose, once the game is drawn. What gives the terminal back
    /// can be tested in no other way than by a crash in a real one.
    /// </param>
    static int Run(ScreenStack game, TimeProvider time, string? crashLog, string? crash)
    {
        const int bug = 70;
        using var guard = new TerminalGuard(crashLog);
        using var suspension = new Suspension();
        try
        {
            Application.MaximumIterationsPerSecond = BusyTurns;
            using var app = Application.Create();
            app.Init(DriverRegistry.Names.ANSI);
            using var view = new GameView(game, time);
            view.ListenTo(app);
            app.Iteration += (_, _) => Turn(view, game, guard, suspension);
            if (crash is not null)
            {
                app.AddTimeout(TimeSpan.FromMilliseconds(300), () => CrashOn(crash));
            }

            app.Run(view);
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            guard.Crashed(e);
            return bug;
        }

        guard.RestoreTerminal();
        return guard.Signal == 0 ? 0 : 128 + guard.Signal;
    }

    static bool CrashOn(string place)
    {
        static void Fail() => throw new InvalidOperationException("TUTOR_CRASH asked for it");
        if (place == "thread")
        {
            new Thread(Fail).Start();
        }
        else
        {
            Fail();
        }

        return false;
    }

    static void Turn(GameView view, ScreenStack game, TerminalGuard guard, Suspension suspension)
    {
        guard.ParkAfterCrash();
        if (guard.Signal != 0)
        {
            game.Quit();
        }

        if (suspension.Turn(view.WriteRaw))
        {
            view.Forget();
        }

        view.Turn();
        if (game.WantsStop)
        {
            game.WantsStop = false;
            JobControl.StopGroup();
        }

        Application.MaximumIterationsPerSecond = view.IsResting ? RestingTurns : BusyTurns;
    }
}
