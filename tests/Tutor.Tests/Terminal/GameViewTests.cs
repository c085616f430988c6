using System.Runtime.CompilerServices;
using Terminal.Gui.App;
using Terminal.Gui.Drivers;
using Terminal.Gui.Input;
using Terminal.Gui.Testing;
using Terminal.Gui.Time;
using Tutor.Game.Screens;
using Tutor.Terminal.Library;
using Xunit;

namespace Tutor.Tests.Terminal;

/// <summary>The game under the library's loop, without a terminal.</summary>
[Collection("library")]
public sealed class GameViewTests
{
    [ModuleInitializer]
    internal static void NoTerminal() => Environment.SetEnvironmentVariable("DisableRealDriverIO", "1");

    [Fact]
    public void Keys_pastes_and_resizes_reach_the_game()
    {
        var pack = new SmallWorld().Pack;
        var game = new ScreenStack(GameSettings.Unkept(), pack.Host);
        game.Open(new HomeScreen(pack));
        using var app = Application.Create(new VirtualTimeProvider());
        app.Init(DriverRegistry.Names.ANSI);
        app.Driver!.SetScreenSize(80, 24);
        using var view = new GameView(game, TimeProvider.System);
        view.ListenTo(app);
        var token = app.Begin(view)!;
        SynchronizationContext.SetSynchronizationContext(null);
        app.LayoutAndDraw();
        app.InjectKey(Key.Enter);
        view.Turn();
        Assert.Contains("Skip this page?", view.Shown!.ToString(), StringComparison.Ordinal);
        app.InjectKey(Key.K.WithCtrl);
        app.RaisePasteEvent("mapping != NULL");
        app.Driver.SetScreenSize(100, 30);
        app.LayoutAndDraw();
        view.Turn();
        Assert.Equal(100, view.Shown.Width);
        Assert.Contains("mapping != NULL", view.Shown.ToString(), StringComparison.Ordinal);
        app.InjectKey(Key.F10);
        view.Turn();
        Assert.Contains("Settings", view.Shown.ToString(), StringComparison.Ordinal);
        app.End(token);
    }
}
