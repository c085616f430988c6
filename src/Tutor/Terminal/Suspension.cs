using System.Runtime.InteropServices;

namespace Tutor.Terminal;

/// <summary>
/// Lets the shell have the terminal while the game is stopped (SIGTSTP), and takes it again when it goes on (SIGCONT).
/// The library does neither.
/// </summary>
sealed class Suspension : IDisposable
{
    /// <summary>Mouse, bracketed paste, synchronized output, colours, alternate screen, cursor, keypad.</summary>
    /// <remarks>Not the kitty keyboard: that belongs to the alternate screen, and is there again with it.</remarks>
    const string Leave = "\e[?1003l\e[?1002l\e[?1000l\e[?1015l\e[?1006l\e[?2004l\e[?2026l\e[0m\e[?1049l\e[?25h\e[?1l\e>";

    /// <summary>What the library sends when it begins.</summary>
    const string Take = "\e[?1049h\e[2J\e[?25l\e[?1003h\e[?1015h\e[?1006h\e[?2004h\e[?1h\e=";

    readonly List<PosixSignalRegistration> _registrations = [];
    readonly byte[]? _outside = JobControl.ReadTermios();
    byte[]? _inside;
    volatile bool _isWanted;
    volatile bool _wasContinued;

    public Suspension()
    {
        if (!OperatingSystem.IsWindows())
        {
            _registrations.Add(PosixSignalRegistration.Create(PosixSignal.SIGTSTP, _ => _isWanted = true));
            _registrations.Add(PosixSignalRegistration.Create(PosixSignal.SIGCONT, context =>
            {
                // Else the runtime sets the terminal as it thinks right, after we did.
                context.Cancel = true;
                _wasContinued = true;
            }));
        }
    }

    /// <summary>
    /// Called once in each turn of the loop: stops here when that is asked for. True when the game goes on after a
    /// stop, so that the screen must be sent again.
    /// </summary>
    /// <param name="write">Sends to the terminal.</param>
    public bool Turn(Action<string> write)
    {
        _inside ??= JobControl.ReadTermios();
        if (_isWanted)
        {
            write(Leave);
            JobControl.WriteTermios(_outside);
            JobControl.Stop();
            _isWanted = false;
        }
        else if (!_wasContinued)
        {
            return false;
        }

        // Also after SIGSTOP, of which nobody is told: the shell has had the terminal meanwhile.
        _wasContinued = false;
        JobControl.WriteTermios(_inside);
        write(Take);
        return true;
    }

    public void Dispose()
    {
        foreach (var registration in _registrations)
        {
            registration.Dispose();
        }
    }
}
