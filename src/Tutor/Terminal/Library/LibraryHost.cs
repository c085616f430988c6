using Terminal.Gui.App;
using Terminal.Gui.Drivers;
using Tutor.Game.Screens;

namespace Tutor.Terminal.Library;

/// <summary>Runs the game by Terminal.Gui's loop and driver: where there is no POSIX terminal, which is Windows.</summary>
static class LibraryHost
{
    /// <summary>Turns of the loop in a second while something happens: as many frames.</summary>
    const ushort BusyTurns = 60;

    /// <summary>While nothing does: each turn costs, and the first key after a rest waits for the next one, 33 ms at most.</summary>
    const ushort RestingTurns = 30;

    public static bool HasTerminal() => Driver.IsAttachedToTerminal(out _, out _);

    /// <summary>Plays until the player leaves or a signal ends it.</summary>
    public static void Run(ScreenStack game, TimeProvider time, TerminalGuard guard, TerminalClipboard clipboard)
    {
        Application.MaximumIterationsPerSecond = BusyTurns;
        using var app = Application.Create();
        app.Init(DriverRegistry.Names.ANSI);
        using var view = new GameView(game, time);
        view.ListenTo(app);
        clipboard.Attach(view.WriteRaw);
        app.Iteration += (_, _) =>
        {
            if (guard.Signal != 0)
            {
                game.Quit();
            }

            view.Turn();
            Application.MaximumIterationsPerSecond = view.IsResting ? RestingTurns : BusyTurns;
        };
        app.Run(view);
    }
}
