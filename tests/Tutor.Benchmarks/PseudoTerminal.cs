using System.ComponentModel;
using System.Diagnostics;
using System.Runtime.InteropServices;
using System.Text;
using Microsoft.Win32.SafeHandles;

namespace Tutor.Benchmarks;

/// <summary>A program in a terminal of its own, and everything that it sends there. Linux.</summary>
sealed unsafe class PseudoTerminal : IDisposable
{
    readonly FileStream _master;
    readonly Process _process;
    readonly Thread _reader;
    readonly StringBuilder _sent = new();
    readonly Lock _lock = new();
    readonly AutoResetEvent _news = new(false);

    /// <summary>Starts <paramref name="command"/> as the leader of a session whose terminal this is.</summary>
    public PseudoTerminal(ushort columns, ushort rows, IReadOnlyList<string> command, IReadOnlyDictionary<string, string> environment)
    {
        const int readWriteNoControl = 0x102;
        const ulong setWindowSize = 0x5414;
        var fd = Checked(posix_openpt(readWriteNoControl));
        Checked(grantpt(fd));
        Checked(unlockpt(fd));
        var name = stackalloc byte[64];
        Checked(ptsname_r(fd, name, 64));
        var size = stackalloc ushort[] { rows, columns, 0, 0 };
        Checked(ioctl(fd, setWindowSize, size));
        _master = new FileStream(new SafeFileHandle(fd, ownsHandle: true), FileAccess.ReadWrite, bufferSize: 0);
        // The first terminal that a leader of a session opens becomes its own: the shell is replaced by the program.
        var start = new ProcessStartInfo("setsid",
            ["sh", "-c", $"exec \"$@\" <>{Marshal.PtrToStringUTF8((nint)name)} >&0 2>&0", "sh", .. command]);
        foreach (var (key, value) in environment)
        {
            start.Environment[key] = value;
        }

        _process = Process.Start(start)!;
        _reader = new Thread(Read) { IsBackground = true };
        _reader.Start();
    }

    /// <summary>Waits until <paramref name="text"/> was sent after the first <paramref name="from"/> characters; false after ten seconds.</summary>
    public bool WaitFor(string text, int from = 0)
    {
        var start = Stopwatch.GetTimestamp();
        while (Stopwatch.GetElapsedTime(start).TotalSeconds < 10)
        {
            lock (_lock)
            {
                if (_sent.Length > from && _sent.ToString(from, _sent.Length - from).Contains(text, StringComparison.Ordinal))
                {
                    return true;
                }
            }

            _news.WaitOne(TimeSpan.FromMilliseconds(50));
        }

        return false;
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

    public void Type(string keys) => _master.Write(Encoding.UTF8.GetBytes(keys));

    /// <summary>What the process has used of processors until now.</summary>
    public TimeSpan ProcessorTime
    {
        get
        {
            _process.Refresh();
            return _process.TotalProcessorTime;
        }
    }

    public void Dispose()
    {
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
            int count;
            while ((count = _master.Read(bytes)) > 0)
            {
                var length = decoder.GetChars(bytes.AsSpan(0, count), characters, flush: false);
                lock (_lock)
                {
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

    static int Checked(int result) => result < 0 ? throw new Win32Exception() : result;

    [DllImport("libc", SetLastError = true)]
    static extern int posix_openpt(int flags);

    [DllImport("libc", SetLastError = true)]
    static extern int grantpt(int fd);

    [DllImport("libc", SetLastError = true)]
    static extern int unlockpt(int fd);

    [DllImport("libc", SetLastError = true)]
    static extern int ptsname_r(int fd, byte* name, nuint length);

    [DllImport("libc", SetLastError = true)]
    static extern int ioctl(int fd, ulong request, ushort* argument);
}
