using Tutor.Core.Play;
using Tutor.Core.Scenarios;
using Tutor.Core.Scenarios.Recordings;
using Tutor.Core.Text;
using Tutor.Storage;

namespace Tutor.Benchmarks;

/// <summary>The checkout that the benchmarks were built from: its levels and its recordings.</summary>
static class Checkout
{
    /// <summary>The folder that holds <c>Tutor.sln</c>.</summary>
    public static string Root { get; } = FindRoot();

    public static PackFolder Pack { get; } = PackFolder.Open(Path.Combine(Root, "levels"))
        ?? throw new InvalidOperationException("there is no pack in levels/");

    /// <summary>A level of the built-in pack with its maps built.</summary>
    public static PreparedLevel Level(string id)
    {
        var catalog = LevelCatalog.Read(Pack, [.. Pack.LevelFiles().Select(f => Path.GetFileName(f.Path))],
            PageKinds.Empty);
        var problems = new DiagnosticBag();
        var level = catalog.Entries.Single(e => e.Id == id).Level
            ?? throw new InvalidOperationException($"level '{id}' cannot be read");
        return PreparedLevel.Prepare(level, Pack, problems)
            ?? throw new InvalidOperationException(string.Join('\n', problems.ToImmutable()));
    }

    /// <param name="release">The folder of its kernel: <c>6.1</c>, <c>6.12</c>.</param>
    public static Recording Recording(string release, string name)
    {
        var path = Path.Combine(Root, "tests", "fixtures", "recordings", release, $"{name}.c1.csv.gz");
        var (recording, problems) = Core.Scenarios.Recordings.Recording.Read(path, File.ReadAllBytes(path));
        return recording ?? throw new InvalidOperationException(string.Join('\n', problems));
    }

    static string FindRoot()
    {
        var folder = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(folder, "Tutor.sln")))
        {
            folder = Path.GetDirectoryName(folder)
                ?? throw new InvalidOperationException("the benchmarks run inside a checkout of the repository");
        }

        return folder;
    }
}
