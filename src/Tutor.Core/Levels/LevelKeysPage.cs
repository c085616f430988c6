using System.Text;

namespace Tutor.Core.Levels;

/// <summary>The reference page of all keys, made from <see cref="LevelKeys"/>: <c>content/reference/level-keys.md</c>.</summary>
static class LevelKeysPage
{
    /// <summary>More words than these stand in a list of their own.</summary>
    const int MostWords = 30;

    /// <summary>Markdown, ended by a line break.</summary>
    public static string Text()
    {
        var output = new StringBuilder();
        output.Append("# Keys of level files\n\nMade from the table that the reader, the JSON schemas and `tutor new` use. *needed* means that a file without it is refused.\n");
        Append(output, "A level", LevelKeys.Level);
        Append(output, "pack.yaml", LevelKeys.PackFile);
        Append(output, "kinds.yaml", LevelKeys.KindsFile);
        Append(output, "A page kind", LevelKeys.PageKind);
        return output.ToString();
    }

    static void Append(StringBuilder output, string title, KeysShape shape)
    {
        output.Append("\n## ").Append(title).Append("\n\n");
        Append(output, shape, "");
    }

    static void Append(StringBuilder output, KeysShape shape, string indent)
    {
        foreach (var key in shape.Keys)
        {
            var inner = Inner(key.Shape);
            output.Append(indent).Append("* `").Append(key.Name).Append('`');
            output.Append(inner is null ? $" ({FormOf(key.Shape)})" : key.Shape is ListShape ? " (list)" : "");
            output.Append(": ").Append(char.ToLowerInvariant(key.Sentence[0])).Append(key.Sentence.AsSpan(1)).Append(key.IsRequired ? "; *needed*\n" : "\n");
            if (inner is not null)
            {
                Append(output, inner, indent + "  ");
            }
        }
    }

    static string FormOf(ValueShape shape) => shape switch
    {
        ListShape list => $"list of {FormOf(list.Item)}",
        WordShape { All.Length: > MostWords } => "name of the [built-ins](built-ins.md), or group of them",
        _ => shape.Words.Replace("|", "or", StringComparison.Ordinal),
    };

    /// <summary>The keys below a key; page kinds have a part of their own.</summary>
    static KeysShape? Inner(ValueShape shape) =>
        ((shape as KeysShape) ?? (shape as ListShape)?.Item as KeysShape) is { } keys && keys != LevelKeys.PageKind ? keys : null;
}
