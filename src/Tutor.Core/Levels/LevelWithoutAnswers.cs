using Tutor.Core.Levels.Yaml;
using Tutor.Core.Text;

namespace Tutor.Core.Levels;

/// <summary>
/// A level file to be handed to learners: without solutions, but those that the level itself plays with
/// (<c>repair.start</c>, <c>attack.against</c>), without the last rung of its hints, and without comments. Hidden
/// maps stay: they judge.
/// </summary>
public static class LevelWithoutAnswers
{
    /// <summary>The file's new text, or null when it is not whole.</summary>
    public static SourceText? Of(SourceText level)
    {
        ArgumentNullException.ThrowIfNull(level);
        var file = YamlReader.Read(level, new DiagnosticBag());
        if (file is not { IsWhole: true, Root: YamlMapping root })
        {
            return null;
        }

        var played = new[] { ("repair", "start"), ("attack", "against") }
            .Select(p => NodeReader.Find(root, p.Item1) is { } own ? NodeReader.Text(own, p.Item2) : null).OfType<string>().ToList();
        var entries = root.Entries.Select(entry => entry.Key.Value switch
        {
            "solutions" => entry with { Value = Only(entry.Value, s => NodeReader.Text(s, "id") is { } id && played.Contains(id)) },
            "hints" => entry with { Value = Only(entry.Value, h => NodeReader.Text(h, "kind") != "answer") },
            _ => entry,
        });
        return SourceText.From(level.Path, YamlWriter.Write(root with
        {
            Entries = [.. entries.Where(e => e.Key.Value is not ("solutions" or "hints") || e.Value is not YamlSequence { Items.IsEmpty: true })],
        }));
    }

    static YamlNode Only(YamlNode node, Func<YamlNode, bool> stays) =>
        node is YamlSequence list ? list with { Items = [.. list.Items.Where(stays)] } : node;
}
