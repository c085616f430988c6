using System.IO.Compression;
using System.Text;
using Tutor.Core.Scenarios.Recordings;
using Tutor.Core.Text;

namespace Tutor.Core.Tests.Scenarios.Recordings;

/// <summary>Recordings that a test writes as text.</summary>
static class Packed
{
    public static (Recording? Recording, IReadOnlyList<Diagnostic> Diagnostics) Read(string text)
    {
        var (recording, diagnostics) = Recording.Read("tiny.csv.gz", Gzip(text));
        return (recording, diagnostics);
    }

    public static byte[] Gzip(string text)
    {
        using var packed = new MemoryStream();
        using (var stream = new GZipStream(packed, CompressionLevel.Fastest))
        {
            stream.Write(Encoding.Latin1.GetBytes(text));
        }

        return packed.ToArray();
    }
}
