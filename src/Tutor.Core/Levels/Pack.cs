using System.Collections.Immutable;
using System.Globalization;
using Tutor.Core.Levels.Yaml;
using Tutor.Core.Text;

namespace Tutor.Core.Levels;

/// <summary>A pack's own file: its name, and its levels in chapters.</summary>
public sealed record Pack(string Id, string Title, ImmutableArray<Chapter> Chapters)
{
    /// <summary>The id of the pack that the program carries.</summary>
    public const string BuiltInId = "review-the-series";

    /// <summary>The program's own version, which <c>requires</c> is held against.</summary>
    public static Version ProgramVersion { get; } = typeof(Pack).Assembly.GetName().Version ?? new Version(1, 0);

    /// <summary>The pack that it adds to, or null.</summary>
    public string? Extends { get; init; }

    public string? Version { get; init; }

    public string? Licence { get; init; }

    /// <summary>The least version of the program that plays it, or null.</summary>
    public string? Requires { get; init; }

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
                Requires = NodeReader.Text(root, "requires"),
                Extends = NodeReader.Text(root, "extends"),
            };
            CheckVersion(root, source, found);
            CheckChapters(root, source, found);
        }

        problems.AddRange(found.ToImmutable());
        return pack;
    }

    static void CheckVersion(YamlNode root, SourceText source, DiagnosticBag problems)
    {
        if (NodeReader.Find(root, "requires") is YamlScalar requires && !Fits(requires.Value))
        {
            problems.Report(LevelCodes.UnknownFormat, source, requires.Span,
                $"this pack needs version {requires.Value} of tutor, and this is {ProgramVersion.ToString(2)}", "use a newer program");
        }
    }

    /// <summary>Whether this program is at least of a version; false for what is none.</summary>
    public static bool Fits(string requires)
    {
        ArgumentNullException.ThrowIfNull(requires);
        var parts = requires.Split('.').Select(p => int.TryParse(p, NumberStyles.None, CultureInfo.InvariantCulture, out var n) ? n : -1).ToArray();
        return parts.Length <= 3 && parts.All(p => p >= 0)
            && new Version(parts[0], parts.ElementAtOrDefault(1), parts.ElementAtOrDefault(2))
                <= new Version(ProgramVersion.Major, ProgramVersion.Minor, Math.Max(0, ProgramVersion.Build));
    }

    static void CheckChapters(YamlNode root, SourceText source, DiagnosticBag problems)
    {
        var (chapters, levels) = (new Dictionary<string, int>(), new Dictionary<string, int>());
        foreach (var chapter in NodeReader.Items(root, "chapters"))
        {
            Once(NodeReader.Find(chapter, "id"), chapters, "chapter");
            foreach (var level in NodeReader.Items(chapter, "levels"))
            {
                Once(level, levels, "level");
            }
        }

        void Once(YamlNode? node, Dictionary<string, int> seen, string what)
        {
            if (node is YamlScalar id && !seen.TryAdd(id.Value, source.PositionOf(id.Span.Start).Line))
            {
                problems.Report(LevelCodes.DuplicateId, source, id.Span, $"the {what} '{id.Value}' stands here twice",
                    $"the first is in line {seen[id.Value]}; keep one of them");
            }
        }
    }
}

/// <summary>A chapter: levels in order, by id.</summary>
public sealed record Chapter(string Id, string Title, ImmutableArray<string> Levels);
