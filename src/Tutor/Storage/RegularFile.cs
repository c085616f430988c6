using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace Tutor.Storage;

/// <summary>
/// Opens files for reading without ever waiting: a named pipe where a file is expected would wait for a writer, for
/// ever. What the shell hands over as <c>/dev/fd/N</c> or <c>/dev/stdin</c> has its writer and is read as it comes.
/// </summary>
static class RegularFile
{
    const int ReadOnly = 0;
    const int LinuxNonBlock = 0x800;
    const int LinuxCloseOnExec = 0x80000;
    const int MacNonBlock = 0x4;
    const int MacCloseOnExec = 0x1000000;

    /// <summary>A stream, or null when it is a pipe, a socket or a terminal.</summary>
    /// <exception cref="IOException">As of <see cref="FileStream"/>.</exception>
    /// <exception cref="UnauthorizedAccessException">The same.</exception>
    public static FileStream? Open(string path)
    {
        if (IsHandedOver(path) || !(OperatingSystem.IsLinux() || OperatingSystem.IsMacOS()))
        {
            return new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        }

        // The runtime opens without O_NONBLOCK, and then says that it is a pipe: too late. So it is asked before.
        using (var probe = new SafeFileHandle(open(path, Flags), ownsHandle: true))
        {
            if (!probe.IsInvalid && !IsSeekable(probe))
            {
                return null;
            }
        }

        return new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
    }

    static int Flags => OperatingSystem.IsMacOS() ? ReadOnly | MacNonBlock | MacCloseOnExec : ReadOnly | LinuxNonBlock | LinuxCloseOnExec;

    static bool IsHandedOver(string path) =>
        path.StartsWith("/dev/fd/", StringComparison.Ordinal) || path.StartsWith("/proc/self/fd/", StringComparison.Ordinal) || path == "/dev/stdin";

    static bool IsSeekable(SafeFileHandle handle)
    {
        try
        {
            RandomAccess.GetLength(handle);
            return true;
        }
        catch (NotSupportedException)
        {
            return false;
        }
    }

    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    [DllImport("libc", SetLastError = true, CharSet = CharSet.Ansi, BestFitMapping = false, ThrowOnUnmappableChar = true)]
    static extern nint open([MarshalAs(UnmanagedType.LPUTF8Str)] string path, int flags);
}
