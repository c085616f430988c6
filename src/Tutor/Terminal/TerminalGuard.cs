using System.Runtime.InteropServices;

namespace Tutor.Terminal;

/// <summary>
/// Gives the terminal back as it was, whatever ends the game: signals, a crash on any thread. The library
/// restores it only when it is left in order.
/// </summary>
sealed class TerminalGuard : IDisposable
{
    /// <summary>Kitty keyboard, mouse, bracketed paste, synchronized output, colours, alternate screen, cursor, keypad.</summary>
    const string Restore = "\e[<u\e[?1003l\e[?1002l\e[?1000l\e[?1015l\e[?1006l\e[?2004l\e[?2026l\e[0m\e[?1049l\e[?25h\e[?1l\e>";

    readonly List<PosixSignalRegistration> _registrations = [];
    readonly string? _crashLog;
    readonly byte[]? _termios = JobControl.ReadTermios();
    readonly int _loopThread = Environment.CurrentManagedThreadId;
    readonly ManualResetEventSlim _isParked = new();
    int _isRestored;
    volatile int _signal;
    volatile bool _isCrashing;

    /// <param name="crashLog">Where a crash is written down, or null.</param>
    public TerminalGuard(string? crashLog)
    {
        _crashLog = crashLog;
        foreach (var (signal, number) in new[]
        {
            (PosixSignal.SIGTERM, 15), (PosixSignal.SIGINT, 2), (PosixSignal.SIGHUP, 1), (PosixSignal.SIGQUIT, 3),
        })
        {
            _registrations.Add(PosixSignalRegistration.Create(signal, context =>
            {
                context.Cancel = true;
                OnSignal(number);
            }));
        }

        AppDomain.CurrentDomain.UnhandledException += OnUnhandled;
    }

    /// <summary>Number of the signal that asks us to end, or 0. Looked at once in each turn of the loop.</summary>
    public int Signal => _signal;

    /// <summary>
    /// Called once in each turn of the loop. When another thread has crashed it does not return: what the loop sends
    /// would come behind what gives the terminal back.
    /// </summary>
    public void ParkAfterCrash()
    {
        if (_isCrashing)
        {
            _isParked.Set();
            Thread.Sleep(Timeout.Infinite);
        }
    }

    /// <summary>Puts the terminal back; more than once does no harm.</summary>
    public void RestoreTerminal()
    {
        if (Interlocked.Exchange(ref _isRestored, 1) != 0)
        {
            return;
        }

        try
        {
            using var terminal = new FileStream("/dev/tty", FileMode.Open, FileAccess.Write);
            terminal.Write(System.Text.Encoding.ASCII.GetBytes(Restore));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or NotSupportedException)
        {
            // The terminal is gone, as after SIGHUP: nothing to restore.
        }

        JobControl.WriteTermios(_termios);
    }

    /// <summary>Restores the terminal, then writes the crash down and says so, on a screen that can be read.</summary>
    public void Crashed(object exception)
    {
        RestoreTerminal();
        var where = "";
        try
        {
            if (_crashLog is not null)
            {
                Directory.CreateDirectory(Path.GetDirectoryName(_crashLog)!);
                File.AppendAllText(_crashLog, exception + "\n\n");
                where = $"\n  help: the details are in {_crashLog}; your progress is saved";
            }
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            where = "\n" + exception;
        }

        var reason = exception is Exception known ? $"{known.GetType().Name}: {known.Message}" : exception.ToString();
        Console.Error.WriteLine($"tutor: this is a bug in tutor: {reason}{where}");
    }

    public void Dispose()
    {
        AppDomain.CurrentDomain.UnhandledException -= OnUnhandled;
        foreach (var registration in _registrations)
        {
            registration.Dispose();
        }

        _isParked.Dispose();
    }

    void OnUnhandled(object sender, UnhandledExceptionEventArgs args)
    {
        if (Environment.CurrentManagedThreadId != _loopThread)
        {
            // Some turns of the loop; it may hang, so not for ever.
            _isCrashing = true;
            _isParked.Wait(TimeSpan.FromSeconds(1));
        }

        Crashed(args.ExceptionObject);
    }

    void OnSignal(int number)
    {
        if (Interlocked.CompareExchange(ref _signal, number, 0) != 0)
        {
            return;
        }

        // The loop ends the game in order. Should it hang, this does.
        var watch = new Thread(() =>
        {
            Thread.Sleep(TimeSpan.FromSeconds(2));
            RestoreTerminal();
            Environment.Exit(128 + number);
        }) { IsBackground = true };
        watch.Start();
    }
}
