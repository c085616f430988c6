using System.ComponentModel;
using System.Diagnostics;
using System.Runtime.InteropServices;
using System.Text;
using Microsoft.Win32.SafeHandles;

namespace Tutor.Tests.Support;

/// <summary>A program in a terminal of its own, and everything that it sends there. Linux.</summary>
sealed class PseudoTerminal : IDisposable
{
    const ulong SetWindowSize = 0x5414;

    readonly int _fd;
    readonly FileStream _master;
    readonly Process _process;
    readonly Thread _reader;
    readonly StringBuilder _sent = new();
    readonly Lock _lock = new();
    readonly AutoResetEvent _news = new(false);
    long _lastNews = Stopwatch.GetTimestamp();
    bool _isClosed;
    volatile bool _isHungUp;

    /// <summary>Starts <paramref name="command"/> as the leader of a session whose terminal this is.</summary>
    /// <param name="before">What its shell does first: <c>trap '' HUP;</c>.</param>
    public PseudoTerminal(ushort columns, ushort rows, IReadOnlyList<string> command, IReadOnlyDictionary<string, string?> environment,
        string before = "")
    {
        // Not for the program: it would keep its own terminal open.
        const int readWriteNoControlNoInherit = 0x80102;
        _fd = Checked(posix_openpt(readWriteNoControlNoInherit));
        Checked(grantpt(_fd));
        Checked(unlockpt(_fd));
        var name = new byte[64];
        Checked(ptsname_r(_fd, ref name[0], (nuint)name.Length));
        Resize(columns, rows);
        _master = new FileStream(new SafeFileHandle(_fd, ownsHandle: true), FileAccess.ReadWrite, bufferSize: 0);
        // The first terminal that a leader of a session opens becomes its own: the shell is replaced by the program.
        var path = Encoding.ASCII.GetString(name).TrimEnd('\0');
        var start = new ProcessStartInfo("setsid", ["sh", "-c", $"{before} exec \"$@\" <>{path} >&0 2>&0", "sh", .. command]);
        foreach (var (key, value) in environment)
        {
            start.Environment[key] = value;
        }

        _process = Process.Start(start)!;
        _reader = new Thread(Read) { IsBackground = true };
        _reader.Start();
    }

    /// <summary>Characters that were sent so far.</summary>
    public int Length
    {
        get
        {
            lock (_lock)
            {
                return _sent.Length;
            }
        }
    }

    /// <summary>When the last of them came, by <see cref="Stopwatch"/>.</summary>
    public long LastNews
    {
        get
        {
            lock (_lock)
            {
                return _lastNews;
            }
        }
    }

    /// <summary>What the process has used of processors until now.</summary>
    public TimeSpan ProcessorTime
    {
        get
        {
            _process.Refresh();
            return _process.TotalProcessorTime;
        }
    }

    public void Resize(ushort columns, ushort rows)
    {
        var size = new ushort[] { rows, columns, 0, 0 };
        Checked(ioctl(_fd, SetWindowSize, ref size[0]));
    }

    /// <summary>Waits until <paramref name="text"/> was sent after the first <paramref name="from"/> characters; false when it was not in time.</summary>
    public bool WaitFor(string text, int from = 0, double seconds = 30)
    {
        var start = Stopwatch.GetTimestamp();
        do
        {
            if (SentSince(from).Contains(text, StringComparison.Ordinal))
            {
                return true;
            }

            _news.WaitOne(TimeSpan.FromMilliseconds(50));
        }
        while (Stopwatch.GetElapsedTime(start).TotalSeconds < seconds);
        return false;
    }

    /// <summary>Waits until nothing was sent for a while; false when that never happens.</summary>
    public bool WaitForSilence(double seconds)
    {
        var start = Stopwatch.GetTimestamp();
        while (Stopwatch.GetElapsedTime(start).TotalSeconds < 30)
        {
            var left = TimeSpan.FromSeconds(seconds) - Stopwatch.GetElapsedTime(LastNews);
            if (left <= TimeSpan.Zero)
            {
                return true;
            }

            _news.WaitOne(left);
        }

        return false;
    }

    public string SentSince(int from)
    {
        lock (_lock)
        {
            return _sent.Length > from ? _sent.ToString(from, _sent.Length - from) : "";
        }
    }

    public void Type(string keys) => Type(Encoding.UTF8.GetBytes(keys));

    public void Type(ReadOnlySpan<byte> bytes) => _master.Write(bytes);

    public void Signal(int number) => Checked(kill(_process.Id, number));

    /// <summary>The terminal's window is closed.</summary>
    public void HangUp()
    {
        // A read that waits would keep it open.
        _isHungUp = true;
        _reader.Join();
        _master.Dispose();
    }

    /// <summary>Its exit code, or null when it does not end. What it sent last has been read by then.</summary>
    public int? WaitForExit(double seconds = 30)
    {
        if (!_process.WaitForExit(TimeSpan.FromSeconds(seconds)))
        {
            return null;
        }

        // With its last process the terminal's other end is gone, and with it the reader.
        _reader.Join(TimeSpan.FromSeconds(seconds));
        return _process.ExitCode;
    }

    public void Dispose()
    {
        if (_isClosed)
        {
            return;
        }

        _isClosed = true;
        _process.Kill();
        _process.WaitForExit();
        _process.Dispose();
        _master.Dispose();
        _news.Dispose();
    }

    void Read()
    {
        var bytes = new byte[1 << 16];
        var characters = new char[1 << 16];
        var decoder = Encoding.UTF8.GetDecoder();
        try
        {
            while (!_isHungUp)
            {
                var file = new PollFile { Fd = _fd, Wanted = 1 };
                var count = poll(ref file, 1, 50) == 0 ? -1 : _master.Read(bytes);
                if (count < 0)
                {
                    continue;
                }

                if (count == 0)
                {
                    return;
                }

                var at = Stopwatch.GetTimestamp();
                var length = decoder.GetChars(bytes.AsSpan(0, count), characters, flush: false);
                lock (_lock)
                {
                    _lastNews = at;
                    _sent.Append(characters, 0, length);
                }

                _news.Set();
            }
        }
        catch (Exception e) when (e is IOException or ObjectDisposedException)
        {
            // The other end is closed: the program has ended.
        }
    }

    /// <summary>struct pollfd.</summary>
    struct PollFile
    {
        public int Fd;
        public short Wanted;
        public short Came;
    }

    static int Checked(int result) => result < 0 ? throw new Win32Exception() : result;

#pragma warning disable SYSLIB1054, CA5392, IDE1006 // Blittable arguments need no generated marshalling.
    [DllImport("libc", SetLastError = true)]
    static extern int posix_openpt(int flags);

    [DllImport("libc", SetLastError = true)]
    static extern int grantpt(int fd);

    [DllImport("libc", SetLastError = true)]
    static extern int unlockpt(int fd);

    [DllImport("libc", SetLastError = true)]
    static extern int ptsname_r(int fd, ref byte name, nuint length);

    [DllImport("libc", SetLastError = true)]
    static extern int ioctl(int fd, ulong request, ref ushort argument);

    [DllImport("libc", SetLastError = true)]
    static extern int poll(ref PollFile files, nuint count, int milliseconds);

    [DllImport("libc", SetLastError = true)]
    static extern int kill(int pid, int signal);
#pragma warning restore SYSLIB1054, CA5392, IDE1006
}
