using System.Buffers;
using System.Text;
using System.Text.Json;

namespace Tutor.Core.Levels;

/// <summary>
/// The JSON schema (draft-07) of level files, made from <see cref="LevelKeys"/>: editors complete and check with it.
/// What it cannot say (which kinds there are, whether a predicate compiles) the reader says.
/// </summary>
public static class LevelSchema
{
    const string NamePattern = "^[a-z0-9][a-z0-9.-]*$";

    /// <summary>The whole schema, two spaces a level, ended by a line break: what <c>levels/schema/level.v1.json</c> holds.</summary>
    public static string Text()
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer, new JsonWriterOptions
        {
            Indented = true,
            NewLine = "\n",
            Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        }))
        {
            json.WriteStartObject();
            json.WriteString("$schema", "http://json-schema.org/draft-07/schema#");
            json.WriteString("title", "Tutor level, format 1");
            WriteKeys(json, LevelKeys.Level);
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(buffer.WrittenSpan) + "\n";
    }

    static void WriteShape(Utf8JsonWriter json, ValueShape shape)
    {
        switch (shape)
        {
            case KeysShape keys:
                WriteKeys(json, keys);
                break;
            case NamedShape named:
                json.WriteString("type", "object");
                json.WriteNumber("maxProperties", named.Most);
                WriteObject(json, "additionalProperties", () => WriteShape(json, named.Value));
                break;
            case ListShape list:
                json.WriteString("type", "array");
                json.WriteNumber("maxItems", list.Most);
                WriteObject(json, "items", () => WriteShape(json, list.Item));
                break;
            case NumberShape number:
                WriteNumber(json, number.Least, number.Most);
                break;
            case RangeShape range:
                WriteRange(json, range);
                break;
            case AmountShape:
                WriteAmount(json);
                break;
            case FlagShape:
                json.WriteString("type", "boolean");
                break;
            case WordShape words:
                WriteWords(json, words);
                break;
            default:
                WriteText(json, shape);
                break;
        }
    }

    static void WriteKeys(Utf8JsonWriter json, KeysShape keys)
    {
        json.WriteString("type", "object");
        json.WriteBoolean("additionalProperties", false);
        if (keys.Keys.Any(k => k.IsRequired))
        {
            json.WriteStartArray("required");
            foreach (var key in keys.Keys.Where(k => k.IsRequired))
            {
                json.WriteStringValue(key.Name);
            }

            json.WriteEndArray();
        }

        WriteObject(json, "properties", () =>
        {
            foreach (var key in keys.Keys)
            {
                WriteObject(json, key.Name, () =>
                {
                    json.WriteString("description", key.Sentence);
                    WriteShape(json, key.Shape);
                });
            }
        });
    }

    static void WriteNumber(Utf8JsonWriter json, long least, long most)
    {
        json.WriteString("type", "integer");
        json.WriteNumber("minimum", least);
        json.WriteNumber("maximum", most);
    }

    static void WriteRange(Utf8JsonWriter json, RangeShape range)
    {
        json.WriteStartArray("oneOf");
        json.WriteStartObject();
        WriteNumber(json, range.Least, range.Most);
        json.WriteEndObject();
        json.WriteStartObject();
        json.WriteString("type", "array");
        json.WriteNumber("minItems", 2);
        json.WriteNumber("maxItems", 2);
        WriteObject(json, "items", () => WriteNumber(json, range.Least, range.Most));
        json.WriteEndObject();
        json.WriteEndArray();
    }

    static void WriteAmount(Utf8JsonWriter json)
    {
        json.WriteStartArray("oneOf");
        json.WriteStartObject();
        json.WriteString("type", "integer");
        json.WriteNumber("minimum", 0);
        json.WriteEndObject();
        json.WriteStartObject();
        json.WriteString("type", "string");
        json.WriteString("pattern", "^[0-9]+(\\.[0-9]{1,2})?%$");
        json.WriteEndObject();
        json.WriteEndArray();
    }

    static void WriteWords(Utf8JsonWriter json, WordShape words)
    {
        json.WriteStartArray("enum");
        foreach (var word in words.All)
        {
            json.WriteStringValue(word);
        }

        json.WriteEndArray();
    }

    static void WriteText(Utf8JsonWriter json, ValueShape shape)
    {
        json.WriteString("type", "string");
        switch (shape)
        {
            case TextShape text:
                json.WriteNumber("maxLength", text.Most);
                break;
            case NameShape:
                json.WriteString("pattern", NamePattern);
                break;
            case PageShape:
                json.WriteString("pattern", "^(\\+[0-9]+|0x[0-9a-fA-F]+)$");
                break;
            case PagesShape:
                json.WriteString("pattern", "^(\\+[0-9]+|0x[0-9a-fA-F]+)(\\.\\.(\\+[0-9]+|0x[0-9a-fA-F]+))?$");
                break;
        }
    }

    static void WriteObject(Utf8JsonWriter json, string name, Action body)
    {
        json.WriteStartObject(name);
        body();
        json.WriteEndObject();
    }
}
