using Tutor.Core.Levels;
using Tutor.Core.Play;
using Tutor.Core.Scenarios;
using Tutor.Core.Text;

namespace Tutor.Core.Tests.Support;

/// <summary>The built-in pack, read from the repository.</summary>
sealed class BuiltInPack : IPackFiles
{
    static readonly Lazy<LevelCatalog> LazyCatalog = new(() =>
    {
        var files = new BuiltInPack();
        return LevelCatalog.Read(files, files.LevelPaths, PageKinds.Empty);
    });

    public static LevelCatalog Catalog => LazyCatalog.Value;

    public static string Root => Path.Combine(Fixtures.Root, "levels");

    public IReadOnlyList<string> LevelPaths { get; } =
    [
        .. Directory.EnumerateFiles(Root, "*.yaml").Select(p => Path.GetFileName(p)!)
            .Where(n => n is not ("pack.yaml" or "kinds.yaml")).Order(StringComparer.Ordinal),
    ];

    public IReadOnlyList<Diagnostic> Problems => [];

    public IReadOnlyList<string> List(string folder) =>
        [.. Directory.EnumerateFiles(Path.Combine(Fixtures.Root, "content", folder), "*.md").Select(f => $"{folder}/{Path.GetFileName(f)}")];

    public (SourceText? Text, Diagnostic? Problem) ReadText(string relative) =>
        Locate(relative) is { } path ? (SourceText.From("levels/" + relative, File.ReadAllText(path)), null) : (null, Missing(relative));

    public (byte[]? Bytes, Diagnostic? Problem) ReadBytes(string relative) =>
        Locate(relative) is { } path ? (File.ReadAllBytes(path), null) : (null, Missing(relative));

    static string? Locate(string relative) =>
        new[] { Root, Path.Combine(Fixtures.Root, "content") }.Select(r => Path.Combine(r, relative)).FirstOrDefault(File.Exists);

    static Diagnostic Missing(string relative) =>
        new(FileCodes.Missing, SourceText.From(relative, ""), default, "there is no such file");
}
