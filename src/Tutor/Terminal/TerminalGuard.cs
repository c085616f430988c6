using System.Runtime.InteropServices;

namespace Tutor.Terminal;

/// <summary>
/// Gives the terminal back as it was, whatever ends the game: signals, a crash on any thread.
/// </summary>
sealed class TerminalGuard : IDisposable
{
    /// <summary>Everything that ends a process and can be told of: by POSIX's numbers where the runtime has no name.</summary>
    static readonly (PosixSignal Signal, int Number)[] Ends =
    [
        (PosixSignal.SIGTERM, 15), (PosixSignal.SIGINT, 2), (PosixSignal.SIGHUP, 1), (PosixSignal.SIGQUIT, 3),
        .. OperatingSystem.IsLinux() ? [((PosixSignal)6, 6), ((PosixSignal)10, 10), ((PosixSignal)12, 12), ((PosixSignal)14, 14)]
            : Array.Empty<(PosixSignal, int)>(),
    ];

    readonly List<PosixSignalRegistration> _registrations = [];
    readonly string? _crashLog;
    readonly Action _call;
    readonly Action _restore;
    int _isRestored;
    volatile int _signal;

    /// <param name="crashLog">Where a crash is written down, or null.</param>
    /// <param name="call">Wakes the loop that looks at <see cref="Signal"/>.</param>
    /// <param name="restore">Puts the terminal back, after which nobody else writes to it.</param>
    public TerminalGuard(string? crashLog, Action call, Action restore)
    {
        (_crashLog, _call, _restore) = (crashLog, call, restore);
        foreach (var (signal, number) in Ends)
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

    /// <summary>Puts the terminal back; more than once does no harm.</summary>
    public void RestoreTerminal()
    {
        if (Interlocked.Exchange(ref _isRestored, 1) == 0)
        {
            _restore();
        }
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
                where = $"\n  help: the details are in {_crashLog}";
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
    }

    void OnUnhandled(object sender, UnhandledExceptionEventArgs args) => Crashed(args.ExceptionObject);

    void OnSignal(int number)
    {
        if (Interlocked.CompareExchange(ref _signal, number, 0) != 0)
        {
            return;
        }

        _call();
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
