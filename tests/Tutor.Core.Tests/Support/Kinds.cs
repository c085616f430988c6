using System.Globalization;
using Tutor.Core.Memory;
using Tutor.Core.Scenarios;
using YamlDotNet.RepresentationModel;

namespace Tutor.Core.Tests.Support;

/// <summary>The built-in page kinds, read by the shortest reader that can: no positions, no diagnostics.</summary>
static class Kinds
{
    static readonly Lazy<PageKinds> Lazy = new(ReadAll);

    public static PageKinds BuiltIn => Lazy.Value;

    public static PageKind Find(string name) =>
        BuiltIn.Find(name) ?? throw new ArgumentException($"no page kind '{name}'", nameof(name));

    public static IEnumerable<PageKind> ReadRaw()
    {
        var stream = new YamlStream();
        using var reader = new StreamReader(Path.Combine(Fixtures.Root, "levels", "kinds.yaml"));
        stream.Load(reader);
        var kinds = (YamlMappingNode)((YamlMappingNode)stream.Documents[0].RootNode)["kinds"];
        return kinds.Children.Select(k => Read(((YamlScalarNode)k.Key).Value!, (YamlMappingNode)k.Value)).ToList();
    }

    static PageKinds ReadAll()
    {
        var (kinds, problems) = PageKinds.Empty.With(ReadRaw());
        return problems.Length == 0 ? kinds : throw new InvalidOperationException(string.Join('\n', problems));
    }

    static PageKind Read(string name, YamlMappingNode node)
    {
        string? Text(string key) => node.Children.TryGetValue(key, out var value)
            ? ((YamlScalarNode)value).Value : null;
        IEnumerable<YamlNode> Items(string key) => node.Children.TryGetValue(key, out var value)
            ? (YamlSequenceNode)value : [];
        return new PageKind
        {
            Name = name,
            Flags = Items("flags").Aggregate(PageFlags.None,
                (all, flag) => all | MemoryWords.Find(MemoryWords.Flags, ((YamlScalarNode)flag).Value!)!.Value),
            Holders = [.. Items("holders").Select(h => ReadHolder((YamlMappingNode)h))],
            Order = int.Parse(Text("order") ?? "0", CultureInfo.InvariantCulture),
            MigrateOp = Text("migrate_op") is { } op ? MemoryWords.Find(MemoryWords.MigrateOps, op)!.Value : null,
            Refuses = Text("refuses") is { } no ? MemoryWords.Find(MemoryWords.Refusals, no)!.Value : default,
            Zone = Text("zone") is { } zone ? MemoryWords.Find(MemoryWords.Zones, zone)!.Value : null,
            Migratetype = Text("migratetype") is { } type
                ? MemoryWords.Find(MemoryWords.Migratetypes, type)!.Value : null,
            IsPartiallyMapped = Text("partial") == "true",
            BasedOn = Text("based_on"),
            About = Text("about"),
        };
    }

    static KindHolder ReadHolder(YamlMappingNode node)
    {
        string? Text(string key) => node.Children.TryGetValue(key, out var value)
            ? ((YamlScalarNode)value).Value : null;
        return new KindHolder(
            MemoryWords.Find(MemoryWords.Holders, Text("what")!)!.Value,
            node.Children.TryGetValue("count", out var count) ? ReadCount(count) : 1,
            Text("by"),
            Text("until") is { } until ? int.Parse(until, CultureInfo.InvariantCulture) : null,
            Text("cpu") is { } cpu ? MemoryWords.Find(MemoryWords.Cpus, cpu)!.Value : BatchCpu.Local);
    }

    static CountRange ReadCount(YamlNode node)
    {
        static int Number(YamlNode n) => int.Parse(((YamlScalarNode)n).Value!, CultureInfo.InvariantCulture);
        return node is YamlSequenceNode range ? new CountRange(Number(range[0]), Number(range[1])) : Number(node);
    }
}
