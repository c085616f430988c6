using Tutor.Core.Levels;
using Tutor.Core.Text;

namespace Tutor.Core.Tests.Support;

/// <summary>A pack under <c>tests/fixtures/packs</c>: <c>levels/</c> and <c>content/</c>.</summary>
sealed class PackOnDisk(string folder) : IPackFiles
{
    public IReadOnlyList<Diagnostic> Problems => [];

    public IReadOnlyList<string> LevelPaths { get; } =
    [
        .. Directory.EnumerateFiles(Path.Combine(folder, "levels"), "*.yaml").Select(p => Path.GetFileName(p)!)
            .Where(n => n is not ("pack.yaml" or "kinds.yaml")).Order(StringComparer.Ordinal),
    ];

    public IReadOnlyList<string> List(string directory) => Directory.Exists(Path.Combine(folder, "content", directory))
        ? [.. Directory.EnumerateFiles(Path.Combine(folder, "content", directory), "*.md").Select(f => $"{directory}/{Path.GetFileName(f)}").Order(StringComparer.Ordinal)]
        : [];

    public (SourceText? Text, Diagnostic? Problem) ReadText(string relative)
    {
        foreach (var part in new[] { "levels", "content" })
        {
            var path = Path.Combine(folder, part, relative);
            if (File.Exists(path))
            {
                return (SourceText.From($"{part}/{relative}", File.ReadAllText(path)), null);
            }
        }

        return (null, new Diagnostic(FileCodes.Missing, SourceText.From(relative, ""), default, "there is no such file"));
    }

    public (byte[]? Bytes, Diagnostic? Problem) ReadBytes(string relative) => (File.ReadAllBytes(Path.Combine(folder, "levels", relative)), null);
}
