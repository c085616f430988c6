using System.Runtime.InteropServices;

namespace Tutor.Storage;

/// <summary>
/// Which file a path leads to: a file that was deleted and made anew has another identity. Device and inode on Linux;
/// elsewhere only whether there is a file.
/// </summary>
readonly record struct FileIdentity(ulong Device, ulong Inode)
{
    /// <summary>AT_FDCWD.</summary>
    const int FromHere = -100;

    /// <summary>STATX_INO.</summary>
    const uint Wanted = 0x100;

    /// <summary>Null when there is no such file.</summary>
    public static FileIdentity? Of(string path)
    {
        if (!OperatingSystem.IsLinux())
        {
            return File.Exists(path) ? default(FileIdentity) : null;
        }

        // struct statx has one layout on every architecture: stx_ino at 32, stx_dev_major and _minor at 136 and 140.
        var found = new byte[256];
        var name = System.Text.Encoding.UTF8.GetBytes(path + '\0');
        return statx(FromHere, ref name[0], 0, Wanted, ref found[0]) != 0 ? null
            : new FileIdentity(BitConverter.ToUInt64(found, 136), BitConverter.ToUInt64(found, 32));
    }

#pragma warning disable SYSLIB1054, CA5392, IDE1006 // Blittable arguments need no generated marshalling.
    [DllImport("libc")]
    static extern int statx(int directory, ref byte path, int flags, uint mask, ref byte found);
#pragma warning restore SYSLIB1054, CA5392, IDE1006
}
