using System.Collections.Immutable;
using Tutor.Core.Levels.Yaml;
using Tutor.Core.Memory;
using Tutor.Core.Scenarios;
using Tutor.Core.Text;

namespace Tutor.Core.Levels;

/// <summary>Reads page kinds: a pack's <c>kinds.yaml</c>, and the <c>kinds</c> of a level.</summary>
public static class PageKindReader
{
    /// <summary>The kinds of a <c>kinds.yaml</c> on top of <paramref name="known"/>; wrong ones are left out.</summary>
    public static PageKinds ReadFile(SourceText source, PageKinds known, DiagnosticBag problems)
    {
        var file = YamlReader.Read(source, problems);
        var reader = new NodeReader(source, problems);
        if (file.Root is null)
        {
            return known;
        }

        // A file that breaks off has been reported; what its end would have held is not missing on top of it.
        if (file.IsWhole)
        {
            reader.Check(file.Root, LevelKeys.KindsFile, "the file");
        }

        return Read(NodeReader.Find(file.Root, "kinds"), known, reader);
    }

    /// <summary>The kinds of a checked <c>kinds:</c> mapping on top of <paramref name="known"/>.</summary>
    /// <param name="standsIn">A kind that is wrong is there all the same, as a page that means nothing: whoever names it has made no mistake.</param>
    internal static PageKinds Read(YamlNode? node, PageKinds known, NodeReader reader, bool standsIn = false)
    {
        ArgumentNullException.ThrowIfNull(known);
        if (node is not YamlMapping mapping || mapping.Entries.IsEmpty)
        {
            return known;
        }

        foreach (var key in mapping.Entries.Select(e => e.Key).Where(k => known.Find(k.Value) is not null))
        {
            reader.Report(LevelCodes.DuplicateId, key.Span, $"'{key.Value}' is a page kind already, and yours would hide it", $"give yours another name: 'my-{key.Value}'");
        }

        var (kinds, problems) = known.With(mapping.Entries.Select(e => KindOf(e.Key.Value, e.Value)));
        ProblemPlaces.Report(problems, mapping, "kinds/", LevelCodes.BadPageKind, reader);
        return standsIn ? kinds.With(mapping.Entries.Select(e => e.Key.Value).Where(n => kinds.Find(n) is null).Distinct().Select(Placeholder)).Kinds : kinds;
    }

    static PageKind Placeholder(string name) => new() { Name = name, Flags = PageFlags.Lru | PageFlags.Anon, Holders = [new KindHolder(HolderKind.Mapping, 1)] };

    static PageKind KindOf(string name, YamlNode node) => new()
    {
        Name = name,
        Flags = NodeReader.Texts(node, "flags").Aggregate(PageFlags.None,
            (flags, word) => flags | MemoryWords.Find(MemoryWords.Flags, word).GetValueOrDefault()),
        Holders = [.. NodeReader.Items(node, "holders").Select(HolderOf).OfType<KindHolder>()],
        Order = (int)(NodeReader.Number(node, "order") ?? 0),
        IsPartiallyMapped = NodeReader.Text(node, "partial") == "true",
        MigrateOp = Word(node, "migrate_op", MemoryWords.MigrateOps),
        Refuses = Word(node, "refuses", MemoryWords.Refusals) ?? MigrationRefusal.None,
        Zone = Word(node, "zone", MemoryWords.Zones),
        Migratetype = Word(node, "migratetype", MemoryWords.Migratetypes),
        BasedOn = NodeReader.Text(node, "based_on"),
        About = NodeReader.Text(node, "about")?.Trim(),
    };

    static KindHolder? HolderOf(YamlNode node)
    {
        var what = Word(node, "what", MemoryWords.Holders);
        return what is null ? null : new KindHolder(what.Value, CountOf(node), NodeReader.Text(node, "by"),
            (int?)NodeReader.Number(node, "until"), Word(node, "cpu", MemoryWords.Cpus) ?? BatchCpu.Local);
    }

    static CountRange CountOf(YamlNode node)
    {
        if (NodeReader.Items(node, "count") is [YamlScalar least, YamlScalar most]
            && int.TryParse(least.Value, out var low) && int.TryParse(most.Value, out var high))
        {
            return new CountRange(low, high);
        }

        return (int)Math.Clamp(NodeReader.Number(node, "count") ?? 1, -1, int.MaxValue);
    }

    internal static T? Word<T>(YamlNode? node, string key, ImmutableArray<(string Word, T Value)> words)
        where T : struct =>
        NodeReader.Text(node, key) is { } text ? MemoryWords.Find(words, text) : null;
}
