using System.Text;
using Microsoft.Win32.SafeHandles;

namespace Tutor.Terminal;

/// <summary>This process's terminal: bytes from it, text to it, its size. It waits without turning a loop.</summary>
sealed class PosixTerminal : IDisposable
{
    readonly SafeFileHandle? _own;
    readonly int _input;
    readonly int _output;
    readonly (int Read, int Write) _call = Posix.Pipe();
    readonly byte[] _bytes = new byte[1 << 16];
    readonly Lock _pen = new();
    readonly byte[]? _outside;
    readonly byte[]? _raw;
    int _isCalled;

    PosixTerminal(SafeFileHandle? own, int input, int output)
    {
        (_own, _input, _output) = (own, input, output);
        _outside = Posix.ReadTermios(input);
        _raw = _outside is null ? null : Posix.Raw(_outside);
    }

    /// <summary>There is nobody any more who types or reads.</summary>
    public bool IsGone { get; private set; }

    public (int Columns, int Rows) Size => Posix.Size(_output) ?? (80, 24);

    /// <summary>Standard input and output where they are a terminal, else the one that controls this process; null without any.</summary>
    public static PosixTerminal? Open()
    {
        if (OperatingSystem.IsWindows())
        {
            return null;
        }

        var (isInput, isOutput) = (Posix.IsTerminal(0), Posix.IsTerminal(1));
        if (isInput && isOutput)
        {
            return new PosixTerminal(null, 0, 1);
        }

        try
        {
            var own = File.OpenHandle("/dev/tty", FileMode.Open, FileAccess.ReadWrite, FileShare.ReadWrite);
            var fd = (int)own.DangerousGetHandle();
            return new PosixTerminal(own, isInput ? 0 : fd, isOutput ? 1 : fd);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    /// <summary>Keys come one by one and as they are, or as they did before.</summary>
    public void SetRaw(bool isRaw) => Posix.WriteTermios(_input, isRaw ? _raw : _outside);

    /// <summary>Ends the waiting, from any thread and any number of times.</summary>
    public void Call()
    {
        if (Interlocked.Exchange(ref _isCalled, 1) == 0)
        {
            Posix.Write(_call.Write, [1]);
        }
    }

    /// <summary>Waits for bytes, a call, or the end of a time. What came; empty when nothing did.</summary>
    /// <param name="wait">Null: for ever.</param>
    public ReadOnlySpan<byte> Wait(TimeSpan? wait)
    {
        var waited = Posix.Wait(_input, _call.Read, Volatile.Read(ref _isCalled) == 1 ? TimeSpan.Zero : wait);
        if (Volatile.Read(ref _isCalled) == 1)
        {
            Posix.Read(_call.Read, new byte[1]);
            Volatile.Write(ref _isCalled, 0);
        }

        var count = waited == Posix.Waited.Bytes ? Posix.Read(_input, _bytes) : 0;
        IsGone |= waited == Posix.Waited.HungUp || (waited == Posix.Waited.Bytes && count == 0);
        return _bytes.AsSpan(0, count);
    }

    public void Write(string text)
    {
        lock (_pen)
        {
            IsGone |= !Posix.Write(_output, Encoding.UTF8.GetBytes(text));
        }
    }

    /// <summary>Writes the last thing: whoever writes after it waits for ever.</summary>
    public void WriteLast(string text)
    {
        // Whoever holds it may hang; the game must end all the same.
        _pen.TryEnter(TimeSpan.FromSeconds(1));
        Posix.Write(_output, Encoding.UTF8.GetBytes(text));
        SetRaw(false);
    }

    public void Dispose()
    {
        Posix.Close(_call.Read);
        Posix.Close(_call.Write);
        _own?.Dispose();
    }
}
