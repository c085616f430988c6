using System.Collections.Immutable;
using Tutor.Core.Levels.Yaml;
using Tutor.Core.Text;

namespace Tutor.Core.Levels;

/// <summary>A pack's own file: its name, and its levels in chapters.</summary>
public sealed record Pack(string Id, string Title, ImmutableArray<Chapter> Chapters)
{
    public string? Version { get; init; }

    public string? Licence { get; init; }

    public ImmutableArray<string> Authors { get; init; } = [];

    /// <summary>Reads a <c>pack.yaml</c>; null if it has errors.</summary>
    public static Pack? Read(SourceText source, DiagnosticBag problems)
    {
        ArgumentNullException.ThrowIfNull(problems);
        var found = new DiagnosticBag();
        var file = YamlReader.Read(source, found);
        Pack? pack = null;
        if (file.Root is { } root && file.IsWhole && new NodeReader(source, found).Check(root, LevelKeys.PackFile, "the file"))
        {
            pack = new Pack(NodeReader.Text(root, "id")!, NodeReader.Text(root, "title")!,
            [
                .. NodeReader.Items(root, "chapters").Select(c => new Chapter(NodeReader.Text(c, "id")!,
                    NodeReader.Text(c, "title")!, NodeReader.Texts(c, "levels"))),
            ])
            {
                Version = NodeReader.Text(root, "version"),
                Licence = NodeReader.Text(root, "licence"),
                Authors = NodeReader.Texts(root, "authors"),
            };
        }

        problems.AddRange(found.ToImmutable());
        return pack;
    }
}

/// <summary>A chapter: levels in order, by id.</summary>
public sealed record Chapter(string Id, string Title, ImmutableArray<string> Levels);
