using System.Runtime.InteropServices;
using System.Runtime.Versioning;
using Tutor.Game.Drawing;
using Tutor.Game.Screens;
using Tutor.Terminal.Input;

namespace Tutor.Terminal;

/// <summary>
/// Runs the game in a POSIX terminal. It sleeps until there are bytes, a signal, a new size, somebody who calls, or the
/// moment at which a screen wants the clock to turn; then it sends what changed.
/// </summary>
[UnsupportedOSPlatform("windows")]
sealed class PosixHost(ScreenStack game, PosixTerminal terminal, TerminalModes modes, TimeProvider time,
    TerminalClipboard clipboard)
{
    /// <summary>
    /// The first frame waits so long for what the terminal answers about itself; whatever comes later changes the
    /// looks while one looks.
    /// </summary>
    static readonly TimeSpan AnswerPatience = TimeSpan.FromMilliseconds(20);

    readonly InputDecoder _decoder = new();
    readonly FrameWriter _frames = new();
    readonly long _start = time.GetTimestamp();
    TimeSpan _waited;
    bool _isDirty = true;
    bool _isAnswered;

    TimeSpan Now => time.GetElapsedTime(_start);

    /// <summary>Plays until the player leaves, a signal ends it, or nobody is there any more.</summary>
    /// <param name="turn">Called once in each turn of the loop.</param>
    public void Run(TerminalGuard guard, Action turn)
    {
        using var suspension = new Suspension(terminal.Call);
        using var resized = PosixSignalRegistration.Create(PosixSignal.SIGWINCH, _ =>
        {
            _isDirty = true;
            terminal.Call();
        });
        clipboard.Attach(terminal.Write);
        terminal.SetRaw(true);
        terminal.Write(modes.Enter + modes.Ask);
        while (!_isAnswered && Now < AnswerPatience && modes.Ask.Length > 0)
        {
            Listen(AnswerPatience - Now);
        }

        while (!game.HasEnded && !terminal.IsGone)
        {
            if (guard.Signal != 0)
            {
                game.Quit();
                break;
            }

            if (game.WantsStop)
            {
                game.WantsStop = false;
                suspension.StopGroup();
            }

            if (suspension.Turn(terminal, modes))
            {
                _frames.Forget();
                _isDirty = true;
            }

            turn();
            _isDirty |= game.Tick(Now);
            Draw();
            Listen(Soonest(game.NextTick, _decoder.Deadline - _waited));
        }
    }

    static TimeSpan? Soonest(TimeSpan? a, TimeSpan? b) => a is null || b < a ? b : a;

    /// <summary>
    /// Waits for bytes, and hands on what they say. The decoder's clock runs only while we wait here: a sequence whose
    /// rest came while a frame was made has not been interrupted.
    /// </summary>
    void Listen(TimeSpan? wait)
    {
        var began = time.GetTimestamp();
        var bytes = terminal.Wait(wait);
        _waited += time.GetElapsedTime(began);
        foreach (var input in bytes.Length > 0 ? _decoder.Feed(bytes, _waited) : _decoder.Wait(_waited))
        {
            Take(input);
        }
    }

    void Take(TerminalInput input)
    {
        _isDirty = true;
        switch (input)
        {
            case KeyboardReply when !modes.IsKitty:
                modes.IsKitty = true;
                terminal.Write(TerminalModes.TakeKitty);
                break;
            case BackgroundReply background:
                game.Settings.FollowBackground(background.Rgb);
                break;
            case ColourReply { IsTrueColour: true }:
                game.Settings.HasTrueColour();
                break;
            case LastReply last:
                _isAnswered = true;
                clipboard.IsSure = last.HasClipboard;
                break;
            default:
                InputHandover.Take(input, game);
                break;
        }
    }

    void Draw()
    {
        if (game.WantsRedraw)
        {
            game.WantsRedraw = false;
            _frames.Forget();
            _isDirty = true;
        }

        if (_isDirty && !game.HasEnded)
        {
            _isDirty = false;
            var (columns, rows) = terminal.Size;
            var output = _frames.Write(game.Picture(columns, rows), game.Settings.Theme, game.Settings.Depth);
            if (output.Length > 0)
            {
                terminal.Write(output);
            }
        }

        if (modes.IsMouseOn != game.Settings.IsMouseOn)
        {
            modes.IsMouseOn = game.Settings.IsMouseOn;
            terminal.Write(TerminalModes.Mouse(modes.IsMouseOn));
        }
    }
}
