using System.Collections.Concurrent;
using Tutor.Core.Scenarios.Recordings;

namespace Tutor.Core.Tests.Support;

/// <summary>Files under <c>tests/fixtures</c>, found from the test's own binary upwards.</summary>
static class Fixtures
{
    static readonly ConcurrentDictionary<string, Lazy<Recording>> Recordings = new();

    /// <summary>The root of the repository: the folder that holds Tutor.sln.</summary>
    public static string Root { get; } = FindRoot();

    /// <summary>Names of the recordings of Linux 6.1, <c>vfio-deb</c> and so on, in order.</summary>
    public static IEnumerable<string> RecordingNames { get; } = [.. NamesOf("6.1")];

    /// <summary>Names of the recordings of Linux 6.12, <c>6.12/vfio-deb</c> and so on, in order.</summary>
    public static IEnumerable<string> Recording612Names { get; } = [.. NamesOf("6.12").Select(n => $"6.12/{n}")];

    public static string PathOf(string name) => Path.Combine(Root, "tests", "fixtures", name);

    public static byte[] RecordingBytes(string name) =>
        File.ReadAllBytes(PathOf(Path.Combine("recordings", name.Contains('/') ? "" : "6.1", $"{name}.c1.csv.gz")));

    /// <summary>A recording, read once for all tests.</summary>
    public static Recording Recording(string name) => Recordings.GetOrAdd(name, n => new Lazy<Recording>(() =>
    {
        var (recording, diagnostics) = Core.Scenarios.Recordings.Recording.Read(n, RecordingBytes(n));
        return recording ?? throw new InvalidOperationException(string.Join('\n', diagnostics));
    })).Value;

    static IEnumerable<string> NamesOf(string release) =>
        Directory.GetFiles(PathOf(Path.Combine("recordings", release)), "*.csv.gz")
            .Select(f => Path.GetFileName(f).Split('.')[0]).Order(StringComparer.Ordinal);

    static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "Tutor.sln")))
        {
            folder = folder.Parent;
        }

        return folder?.FullName ?? throw new InvalidOperationException("Tutor.sln is in no folder above the tests");
    }
}
