using System.Runtime.InteropServices;

namespace Tutor.Terminal;

/// <summary>The calls of POSIX that a terminal and its jobs need.</summary>
static class Posix
{
    /// <summary>TCSANOW.</summary>
    const int Now = 0;

    const int Interrupted = 4;

    const int Sigtstp = 20;

    const short PollIn = 1;

    const short PollErrorHangUpInvalid = 8 | 16 | 32;

    /// <summary>The size of a terminal on Linux.</summary>
    const nuint GetWindowSize = 0x5413;

    /// <summary>What became of waiting for bytes.</summary>
    public enum Waited : byte
    {
        /// <summary>Nothing came in time, or somebody called.</summary>
        Nothing,

        /// <summary>There are bytes, or the end.</summary>
        Bytes,

        /// <summary>Nobody is there any more.</summary>
        HungUp,
    }

    public static bool IsTerminal(int fd) => !OperatingSystem.IsWindows() && isatty(fd) == 1;

    /// <summary>How a terminal treats keys and lines, or null where there is none.</summary>
    public static byte[]? ReadTermios(int fd)
    {
        // struct termios is 60 bytes on Linux, 72 on macOS; it is only kept, made raw and given back.
        var termios = new byte[256];
        return !OperatingSystem.IsWindows() && tcgetattr(fd, ref termios[0]) == 0 ? termios : null;
    }

    public static void WriteTermios(int fd, byte[]? termios)
    {
        if (termios is not null)
        {
            _ = tcsetattr(fd, Now, ref termios[0]);
        }
    }

    /// <summary>The same, so that every byte comes at once and as it is.</summary>
    public static byte[] Raw(byte[] termios)
    {
        var raw = (byte[])termios.Clone();
        cfmakeraw(ref raw[0]);
        return raw;
    }

    /// <summary>Columns and rows, or null where nobody knows.</summary>
    public static (int Columns, int Rows)? Size(int fd)
    {
        if (!OperatingSystem.IsLinux())
        {
            // ioctl takes its last argument otherwise there.
            return (Console.WindowWidth, Console.WindowHeight);
        }

        var size = new ushort[4];
        return ioctl(fd, GetWindowSize, ref size[0]) == 0 && size[0] > 0 && size[1] > 0 ? (size[1], size[0]) : null;
    }

    /// <summary>A pipe's two ends: what is read, what is written.</summary>
    public static (int Read, int Write) Pipe()
    {
        var ends = new int[2];
        return pipe(ref ends[0]) == 0 ? (ends[0], ends[1]) : throw new IOException("there are no more files");
    }

    /// <summary>Waits for bytes.</summary>
    /// <param name="other">A second file that ends the waiting.</param>
    /// <param name="wait">Null: for ever.</param>
    public static Waited Wait(int fd, int other, TimeSpan? wait)
    {
        var files = new PollFile[] { new(fd), new(other) };
        var ms = wait is { } time ? (int)Math.Clamp(Math.Ceiling(time.TotalMilliseconds), 0, int.MaxValue) : -1;
        var count = poll(ref files[0], 2, ms);
        return count <= 0 ? Waited.Nothing
            : (files[0].Came & PollIn) != 0 ? Waited.Bytes
            : (files[0].Came & PollErrorHangUpInvalid) != 0 ? Waited.HungUp
            : Waited.Nothing;
    }

    /// <summary>Reads what is there: the number of bytes, or 0 at the end and where nobody is there any more.</summary>
    public static int Read(int fd, byte[] bytes)
    {
        nint count;
        do
        {
            count = read(fd, ref bytes[0], (nuint)bytes.Length);
        }
        while (count < 0 && Marshal.GetLastPInvokeError() == Interrupted);
        return (int)Math.Max(0, count);
    }

    /// <summary>Writes all; false where nobody is there any more.</summary>
    public static bool Write(int fd, ReadOnlySpan<byte> bytes)
    {
        while (bytes.Length > 0)
        {
            var count = write(fd, in MemoryMarshal.GetReference(bytes), (nuint)bytes.Length);
            if (count < 0 && Marshal.GetLastPInvokeError() != Interrupted)
            {
                return false;
            }

            bytes = bytes[(int)Math.Max(0, count)..];
        }

        return true;
    }

    public static void Close(int fd) => _ = close(fd);

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

    /// <summary>struct pollfd.</summary>
    struct PollFile(int fd)
    {
        public int Fd = fd;
        public short Wanted = PollIn;
        public short Came;
    }

#pragma warning disable SYSLIB1054, CA5392, IDE1006 // Blittable arguments need no generated marshalling.
    [DllImport("libc")]
    static extern int isatty(int fd);

    [DllImport("libc")]
    static extern int tcgetattr(int fd, ref byte termios);

    [DllImport("libc")]
    static extern int tcsetattr(int fd, int when, ref byte termios);

    [DllImport("libc")]
    static extern void cfmakeraw(ref byte termios);

    [DllImport("libc")]
    static extern int ioctl(int fd, nuint request, ref ushort size);

    [DllImport("libc")]
    static extern int pipe(ref int ends);

    [DllImport("libc")]
    static extern int poll(ref PollFile files, nuint count, int milliseconds);

    [DllImport("libc", SetLastError = true)]
    static extern nint read(int fd, ref byte bytes, nuint count);

    [DllImport("libc", SetLastError = true)]
    static extern nint write(int fd, in byte bytes, nuint count);

    [DllImport("libc")]
    static extern int close(int fd);

    [DllImport("libc")]
    static extern int sigaction(int signal, ref byte action, ref byte before);

    [DllImport("libc")]
    static extern int kill(int pid, int signal);
#pragma warning restore SYSLIB1054, CA5392, IDE1006
}
