using System.Buffers.Binary;
using System.IO.Compression;
using Tutor.Core.Text;

namespace Tutor.Core.Scenarios.Recordings;

/// <summary>Unpacks a recording's gzip bytes within limits.</summary>
static class RecordingUnpacker
{
    /// <summary>Bytes packed; the largest of the shipped recordings has 0.15 MB.</summary>
    const int MostPacked = 32 << 20;

    /// <summary>Bytes unpacked; a bomb is cut off here.</summary>
    const int MostUnpacked = 128 << 20;

    /// <summary>Header and trailer of a gzip member without content.</summary>
    const int SmallestMember = 18;

    const string KeepLess = "keep the rows of a part of the memory, and pack them again";

    /// <summary>The unpacked text, or null with a problem reported.</summary>
    public static byte[]? Unpack(ReadOnlyMemory<byte> gzip, RecordingProblems problems)
    {
        var bytes = gzip.Span;
        if (bytes.Length > MostPacked)
        {
            return Refuse(problems, RecordingCodes.TooLarge,
                $"{bytes.Length} bytes packed, and at most {MostPacked} are read", KeepLess);
        }

        if (bytes.Length < 2 || bytes[0] != 0x1F || bytes[1] != 0x8B)
        {
            return Refuse(problems, RecordingCodes.CannotUnpack, "not a gzip file",
                "pack the rows with gzip: 'gzip -n map.csv'");
        }

        return bytes.Length < SmallestMember ? Truncated(problems) : Inflate(gzip, problems);
    }

    static byte[]? Inflate(ReadOnlyMemory<byte> gzip, RecordingProblems problems)
    {
        // The trailer says how long the text is (modulo 4 GiB); a truncated file has other bytes there.
        var length = BinaryPrimitives.ReadUInt32LittleEndian(gzip.Span[^4..]);
        // Deflate packs at most 1032 to 1: a small file that claims more lies.
        if (length > 1032L * gzip.Length)
        {
            return Truncated(problems);
        }

        if (length > MostUnpacked)
        {
            return Refuse(problems, RecordingCodes.TooLarge,
                $"claims to unpack to {length} bytes, and at most {MostUnpacked} are read", KeepLess);
        }

        var text = new byte[length];
        try
        {
            using var stream = new GZipStream(new MemoryStream(gzip.ToArray()), CompressionMode.Decompress);
            var read = stream.ReadAtLeast(text, text.Length, throwOnEndOfStream: false);
            return read == text.Length && stream.ReadByte() < 0 ? text : Truncated(problems);
        }
        catch (InvalidDataException)
        {
            return Truncated(problems);
        }
    }

    static byte[]? Truncated(RecordingProblems problems) =>
        Refuse(problems, RecordingCodes.CannotUnpack, "the gzip data is damaged or cut short",
            "copy the file again; 'gzip -t' checks it");

    static byte[]? Refuse(RecordingProblems problems, DiagnosticCode code, string message, string? help = null)
    {
        problems.Add(code, 0, 0, message, help);
        return null;
    }
}
