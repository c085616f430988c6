using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace Tutor.Core.Tests.Levels;

/// <summary>
/// A YAML file as an editor's checker sees it: plain values by the core schema of YAML 1.2. Written apart from the
/// program's own reader, so that the two can be compared.
/// </summary>
static partial class YamlAsJson
{
    /// <summary>Throws where it is not YAML; a file of nothing is null.</summary>
    public static JsonNode? Read(string text)
    {
        var stream = new YamlStream();
        stream.Load(new StringReader(text));
        return stream.Documents.Count switch
        {
            0 => null,
            1 => NodeOf(stream.Documents[0].RootNode),
            _ => throw new YamlException("more than one document"),
        };
    }

    static JsonNode? NodeOf(YamlNode node) => node switch
    {
        YamlMappingNode mapping => new JsonObject(mapping.Children.Select(
            c => KeyValuePair.Create(((YamlScalarNode)c.Key).Value!, NodeOf(c.Value)))),
        YamlSequenceNode list => new JsonArray([.. list.Select(NodeOf)]),
        YamlScalarNode { Style: ScalarStyle.Plain } plain => PlainOf(plain.Value!),
        YamlScalarNode scalar => JsonValue.Create(scalar.Value),
        _ => throw new NotSupportedException(node.GetType().Name),
    };

    static JsonValue? PlainOf(string text) => text switch
    {
        "" or "~" or "null" or "Null" or "NULL" => null,
        "true" or "True" or "TRUE" => JsonValue.Create(true),
        "false" or "False" or "FALSE" => JsonValue.Create(false),
        _ when text.StartsWith("0x", StringComparison.Ordinal)
            && long.TryParse(text.AsSpan(2), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var hex) => JsonValue.Create(hex),
        _ when Number().IsMatch(text) => JsonValue.Create(decimal.Parse(text, NumberStyles.Float, CultureInfo.InvariantCulture)),
        _ => JsonValue.Create(text),
    };

    [GeneratedRegex(@"^[-+]?([.][0-9]+|[0-9]+([.][0-9]*)?)([eE][-+]?[0-9]+)?\z")]
    private static partial Regex Number();
}
