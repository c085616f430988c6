using System.Runtime.InteropServices;

namespace Tutor.Terminal;

/// <summary>
/// What the kernel knows of this terminal and its jobs: how keys and lines are treated, and the signal that stops.
/// </summary>
static class JobControl
{
    /// <summary>TCSANOW.</summary>
    const int Now = 0;

    const int Sigtstp = 20;

    /// <summary>What standard input's terminal is set to, or null where there is none.</summary>
    public static byte[]? ReadTermios()
    {
        // struct termios is 60 bytes on Linux, 72 on macOS; it is only kept and given back.
        var termios = new byte[256];
        return !OperatingSystem.IsWindows() && tcgetattr(0, ref termios[0]) == 0 ? termios : null;
    }

    public static void WriteTermios(byte[]? termios)
    {
        if (termios is not null)
        {
            _ = tcsetattr(0, Now, ref termios[0]);
        }
    }

    /// <summary>
    /// Stops this process, and returns when it goes on; at once where the kernel does not stop it, because no shell
    /// could let it go on.
    /// </summary>
    /// <remarks>The runtime's handler stops nothing, whatever it is told; so it steps aside for a moment.</remarks>
    public static void Stop()
    {
        if (!OperatingSystem.IsLinux())
        {
            return;
        }

        // struct sigaction is 152 bytes; all zero, it is the default action.
        var (byDefault, before) = (new byte[512], new byte[512]);
        _ = sigaction(Sigtstp, ref byDefault[0], ref before[0]);
        _ = kill(Environment.ProcessId, Sigtstp);
        _ = sigaction(Sigtstp, ref before[0], ref byDefault[0]);
    }

    /// <summary>SIGTSTP to every process that the shell started together with this one, as its own Ctrl+Z would send it.</summary>
    public static void StopGroup()
    {
        if (OperatingSystem.IsLinux())
        {
            _ = kill(0, Sigtstp);
        }
    }

#pragma warning disable SYSLIB1054, CA5392, IDE1006 // Blittable arguments need no generated marshalling.
    [DllImport("libc")]
    static extern int tcgetattr(int fd, ref byte termios);

    [DllImport("libc")]
    static extern int tcsetattr(int fd, int when, ref byte termios);

    [DllImport("libc")]
    static extern int sigaction(int signal, ref byte action, ref byte before);

    [DllImport("libc")]
    static extern int kill(int pid, int signal);
#pragma warning restore SYSLIB1054, CA5392, IDE1006
}
