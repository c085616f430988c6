using System.Runtime.InteropServices;
using System.Runtime.Versioning;

namespace Tutor.Terminal;

/// <summary>
/// Lets the shell have the terminal while the game is stopped (SIGTSTP), and takes it again when it goes on (SIGCONT).
/// </summary>
[UnsupportedOSPlatform("windows")]
sealed class Suspension : IDisposable
{
    /// <summary>A signal to oneself is there long before.</summary>
    static readonly TimeSpan SignalPatience = TimeSpan.FromSeconds(1);

    readonly List<PosixSignalRegistration> _registrations = [];
    readonly ManualResetEventSlim _isAsked = new();
    volatile bool _isWanted;
    volatile bool _wasContinued;

    /// <param name="call">Wakes the loop that calls <see cref="Turn"/>.</param>
    public Suspension(Action call)
    {
        _registrations.Add(PosixSignalRegistration.Create(PosixSignal.SIGTSTP, context =>
        {
            context.Cancel = true;
            _isWanted = true;
            _isAsked.Set();
            call();
        }));
        _registrations.Add(PosixSignalRegistration.Create(PosixSignal.SIGCONT, context =>
        {
            // Else the runtime sets the terminal as it thinks right, after we did.
            context.Cancel = true;
            _wasContinued = true;
            call();
        }));
    }

    /// <summary>
    /// Asks this process and those that were started with it to stop, as the shell's own Ctrl+Z does. Returns when that
    /// has come in: no key that was typed behind it is to be read while the terminal is the shell's.
    /// </summary>
    public void StopGroup()
    {
        _isAsked.Reset();
        Posix.StopGroup();
        _isAsked.Wait(SignalPatience);
    }

    /// <summary>
    /// Called once in each turn of the loop: stops here when that is asked for. True when the game goes on after a
    /// stop, so that the screen must be sent again.
    /// </summary>
    public bool Turn(PosixTerminal terminal, TerminalModes modes)
    {
        if (_isWanted)
        {
            terminal.Write(modes.Leave);
            terminal.SetRaw(false);
            Posix.Stop();
            _isWanted = false;
        }
        else if (!_wasContinued)
        {
            return false;
        }

        // Also after SIGSTOP, of which nobody is told: the shell has had the terminal meanwhile.
        _wasContinued = false;
        terminal.SetRaw(true);
        terminal.Write(modes.Enter);
        return true;
    }

    public void Dispose()
    {
        foreach (var registration in _registrations)
        {
            registration.Dispose();
        }

        _isAsked.Dispose();
    }
}
