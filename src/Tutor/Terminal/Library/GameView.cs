using System.Drawing;
using Terminal.Gui.App;
using Terminal.Gui.Drivers;
using Terminal.Gui.Input;
using Terminal.Gui.ViewBase;
using Terminal.Gui.Views;
using Tutor.Game.Drawing;
using Tutor.Game.Screens;
using TgMouse = Terminal.Gui.Input.Mouse;

namespace Tutor.Terminal.Library;

/// <summary>
/// The one view of the library: hands keys, pastes and clicks to the game, and sends the game's picture to the
/// terminal once in a turn of the loop, when something happened.
/// </summary>
sealed class GameView : Runnable
{
    readonly ScreenStack _game;
    readonly TimeProvider _time;
    readonly FrameWriter _frames = new();
    readonly long _start;
    long _sent;
    bool _isDirty = true;

    public GameView(ScreenStack game, TimeProvider time)
    {
        _game = game;
        _time = time;
        _start = time.GetTimestamp();
        _sent = _start;
        CanFocus = true;
        HotKeySpecifier = (System.Text.Rune)0xFFFF;
        KeyBindings.Clear();
        BorderStyle = global::Terminal.Gui.Drawing.LineStyle.None;
    }

    /// <summary>The last picture, for tests and for the crash of a terminal.</summary>
    public Grid? Shown { get; private set; }

    /// <summary>Nothing has changed on the screen for a while: the loop may turn more slowly.</summary>
    public bool IsResting => _time.GetElapsedTime(_sent) > TimeSpan.FromSeconds(1);

    /// <summary>Takes pastes from the application: it hands them on only to views that hold text.</summary>
    public void ListenTo(IApplication app) => app.Paste += (_, args) =>
    {
        _game.Paste(args.Text);
        _isDirty = true;
        args.Handled = true;
    };

    /// <summary>The whole screen is to be sent again.</summary>
    public void Forget()
    {
        _frames.Forget();
        _isDirty = true;
    }

    /// <summary>Sends to the terminal as it is.</summary>
    public void WriteRaw(string text) => App!.Driver!.WriteRaw(text);

    /// <summary>One turn of the loop: the clock, then the picture if anything changed.</summary>
    public void Turn()
    {
        _isDirty |= _game.Tick(_time.GetElapsedTime(_start));
        if (_game.WantsRedraw)
        {
            _game.WantsRedraw = false;
            Forget();
        }

        if (_game.HasEnded)
        {
            App?.RequestStop(this);
        }
        else if (_isDirty)
        {
            Send();
        }
    }

    protected override bool OnKeyDown(Key key)
    {
        if (key.EventType == KeyEventType.Release || KeyNames.Of(key) is not { } press)
        {
            return true;
        }

        _game.Press(press);
        _isDirty = true;
        return true;
    }

    protected override bool OnMouseEvent(TgMouse mouse)
    {
        var wheel = mouse.Flags.HasFlag(MouseFlags.WheeledDown) ? 3 : mouse.Flags.HasFlag(MouseFlags.WheeledUp) ? -3 : 0;
        if (wheel != 0 || mouse.Flags.HasFlag(MouseFlags.LeftButtonPressed))
        {
            _game.Mouse(mouse.ScreenPosition.X, mouse.ScreenPosition.Y, wheel);
            _isDirty = true;
        }

        return true;
    }

    protected override bool OnClearingViewport() => true;

    /// <summary>Nothing is left for the library to send; what it had drawn is sent by us.</summary>
    protected override bool OnDrawingContent(DrawContext? context)
    {
        var driver = App!.Driver!;
        var cells = driver.Contents!;
        for (var y = 0; y < cells.GetLength(0); y++)
        {
            for (var x = 0; x < cells.GetLength(1); x++)
            {
                cells[y, x].IsDirty = false;
            }
        }

        Array.Fill(driver.GetOutputBuffer().DirtyLines, false);
        context?.AddDrawnRectangle(ViewportToScreen());
        Forget();
        return true;
    }

    void Send()
    {
        _isDirty = false;
        _sent = _time.GetTimestamp();
        var driver = App!.Driver!;
        var grid = _game.Picture(driver.Cols, driver.Rows);
        Shown = grid;
        var output = _frames.Write(grid, _game.Settings.Theme, _game.Settings.Depth);
        if (output.Length > 0)
        {
            WriteRaw(output);
        }

        Cursor = grid.Cursor is { } at
            ? new Cursor { Position = new Point(at.X, at.Y), Style = CursorStyle.SteadyBar }
            : new Cursor { Position = null };
    }
}
