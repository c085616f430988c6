using System.Diagnostics;
using System.IO.Compression;
using System.Text;
using Tutor.Core.Memory;
using Tutor.Core.Scenarios.Recordings;
using Xunit;

namespace Tutor.Tests.Cli;

/// <summary>content/tools/record.py on a program object made of plain Python: skipped, by name, without python3.</summary>
public sealed class RecordToolTests
{
    static readonly string Tool = Repository.PathOf("content/tools/record.py");

    static Recording Record(string release)
    {
        var start = new ProcessStartInfo("python3", [Repository.PathOf("tests/fixtures/tools/fake_machine.py"), release, Tool])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["PYTHONDONTWRITEBYTECODE"] = "1";
        string rows;
        try
        {
            using var process = Process.Start(start)!;
            rows = process.StandardOutput.ReadToEnd();
            var error = process.StandardError.ReadToEnd();
            process.WaitForExit();
            Assert.True(process.ExitCode == 0, error);
        }
        catch (System.ComponentModel.Win32Exception)
        {
            Assert.Skip("python3 is not installed");
            throw;
        }

        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Fastest, leaveOpen: true))
        {
            gzip.Write(Encoding.ASCII.GetBytes(rows));
        }

        var (recording, problems) = Recording.Read("fake", packed.ToArray());
        Assert.Empty(problems);
        return recording!;
    }

    [Theory]
    [InlineData("6.1.0-56-amd64")]
    [InlineData("6.12.117+deb12-amd64")]
    public void What_it_writes_is_a_recording(string release)
    {
        var recording = Record(release);
        Assert.Equal((1024, 1), (recording.Map.PageCount, recording.Map.Zones.Length));
        Assert.Equal(KernelRelease.Linux612, release.StartsWith("6.12", StringComparison.Ordinal) ? recording.Release : KernelRelease.Linux612);
    }

    [Theory]
    [InlineData(1, MapKind.Anon, 1, 1, MigrationBlocker.None)]
    [InlineData(2, MapKind.Anon, 1025, 1, MigrationBlocker.ExtraReferences)]
    [InlineData(3, MapKind.File, 3, 1, MigrationBlocker.None)]
    [InlineData(4, MapKind.Shmem, 1, 0, MigrationBlocker.None)]
    [InlineData(5, MapKind.Swap, 2, 1, MigrationBlocker.None)]
    [InlineData(6, MapKind.Ksm, 3, 3, MigrationBlocker.None)]
    [InlineData(7, MapKind.File, 2, 0, MigrationBlocker.BusyBuffers)]
    [InlineData(8, MapKind.None, 1, 0, MigrationBlocker.NotMigratable)]
    [InlineData(9, MapKind.None, 1, 0, MigrationBlocker.NotMigratable)]
    [InlineData(10, MapKind.NonLru, 1, 0, MigrationBlocker.None)]
    [InlineData(512, MapKind.Anon, 2, 1, MigrationBlocker.ExtraReferences)]
    public void A_page_has_its_counts_and_its_truth(int pfn, MapKind kind, int references, int mappings, MigrationBlocker blocker)
    {
        foreach (var release in new[] { "6.1.0-56-amd64", "6.12.117+deb12-amd64" })
        {
            var page = Record(release).Map.StateAt(pfn);
            Assert.Equal((kind, references, mappings), (page.MapKind, page.RefCount, page.MapCount));
            Assert.Equal(blocker, Migration.WhyNot(page, new CompactControl()).Blocker);
        }
    }

    [Fact]
    public void A_release_without_a_model_names_no_version() => Assert.True(Record("6.6.30").IsMadeUp);
}
