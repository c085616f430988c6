using System.Globalization;
using System.Text;

namespace Tutor.Core.Levels.Yaml;

/// <summary>
/// Writes nodes as YAML again: block style, comments gone. What was a plain word or number stays one; every other
/// value stands in double quotes, so that it is read as the same text.
/// </summary>
static class YamlWriter
{
    /// <summary>Ends with a line break.</summary>
    public static string Write(YamlNode root)
    {
        ArgumentNullException.ThrowIfNull(root);
        var output = new StringBuilder();
        Write(output, root, "");
        return output.ToString();
    }

    /// <param name="indent">Of the node's lines; it begins a line of its own.</param>
    static void Write(StringBuilder output, YamlNode node, string indent)
    {
        switch (node)
        {
            case YamlMapping { Entries.Length: > 0 } mapping:
                foreach (var entry in mapping.Entries)
                {
                    output.Append(indent).Append(Scalar(entry.Key)).Append(':');
                    WriteUnder(output, entry.Value, $"{indent}  ");
                }

                break;
            case YamlSequence { Items.Length: > 0 } sequence:
                foreach (var item in sequence.Items)
                {
                    output.Append(indent).Append('-');
                    WriteUnder(output, item, $"{indent}  ");
                }

                break;
            default:
                output.Append(indent).Append(OnOneLine(node)).Append('\n');
                break;
        }
    }

    static void WriteUnder(StringBuilder output, YamlNode node, string indent)
    {
        if (node is YamlMapping { Entries.Length: > 0 } or YamlSequence { Items.Length: > 0 })
        {
            output.Append('\n');
            Write(output, node, indent);
        }
        else
        {
            output.Append(' ').Append(OnOneLine(node)).Append('\n');
        }
    }

    static string OnOneLine(YamlNode node) => node switch
    {
        YamlScalar scalar => Scalar(scalar),
        YamlSequence => "[]",
        YamlMapping => "{}",
        _ => throw new ArgumentException("a value that was refused cannot be written", nameof(node)),
    };

    static string Scalar(YamlScalar scalar) =>
        scalar.Style == YamlStyle.Plain && scalar.Value.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_' or '.') ? scalar.Value : Quoted(scalar.Value);

    static string Quoted(string text)
    {
        var quoted = new StringBuilder("\"");
        foreach (var c in text)
        {
            quoted.Append(c switch
            {
                '"' => "\\\"",
                '\\' => @"\\",
                '\n' => "\\n",
                '\r' => "\\r",
                '\t' => "\\t",
                '\u0085' or '\u2028' or '\u2029' or '\ufeff' => string.Create(CultureInfo.InvariantCulture, $"\\u{(int)c:x4}"),
                _ => c.ToString(),
            });
        }

        return quoted.Append('"').ToString();
    }
}
