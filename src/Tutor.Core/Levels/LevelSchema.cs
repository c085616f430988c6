using System.Buffers;
using System.Collections.Immutable;
using System.Text;
using System.Text.Json;

namespace Tutor.Core.Levels;

/// <summary>
/// A JSON schema (draft-07) made from <see cref="LevelKeys"/>: editors complete and check with it. What it cannot say
/// (which kinds there are, whether a predicate compiles, that <c>010</c> is no plain number) the reader says.
/// </summary>
/// <param name="Name">What it is of, as <c>tutor schema NAME</c> has it.</param>
/// <param name="Title">For people.</param>
public sealed record LevelSchema(string Name, string Title, KeysShape Keys)
{
    /// <summary>Of level files, <c>pack.yaml</c> and <c>kinds.yaml</c>.</summary>
    public static ImmutableArray<LevelSchema> All { get; } =
    [
        new("level", "Tutor level, format 1", LevelKeys.Level),
        new("pack", "Tutor pack, format 1", LevelKeys.PackFile),
        new("kinds", "Tutor page kinds, format 1", LevelKeys.KindsFile),
    ];

    /// <summary>Its file in <c>levels/schema</c>: <c>level.v1.json</c>.</summary>
    public string FileName => $"{Name}.v1.json";

    /// <summary>The first line of a file of this kind, which points an editor at the schema.</summary>
    public string ModeLine => $"# yaml-language-server: $schema=schema/{FileName}";

    /// <summary>The whole schema, two spaces a level, ended by a line break: what the file holds.</summary>
    public string Text()
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
            json.WriteString("title", Title);
            WriteKeys(json, Keys);
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
                json.WriteNumber("minProperties", named.Least);
                json.WriteNumber("maxProperties", named.Most);
                WriteObject(json, "propertyNames", () => WriteKeyForm(json, named.Form));
                WriteObject(json, "additionalProperties", () => WriteShape(json, named.Value));
                break;
            case ListShape list:
                json.WriteString("type", "array");
                json.WriteNumber("minItems", list.Least);
                json.WriteNumber("maxItems", list.Most);
                WriteObject(json, "items", () => WriteShape(json, list.Item));
                break;
            case NumberShape number:
                WriteNumber(json, number.Least, number.Most);
                break;
            case RangeShape range:
                WriteRange(json, range);
                break;
            case AmountShape { HasPerCent: false }:
                WriteNumber(json, 0, AmountShape.Most);
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
            case PredicateShape:
                WritePredicate(json);
                break;
            default:
                json.WriteString("type", "string");
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
            WriteNames(json, "required", keys.Keys.Where(k => k.IsRequired).Select(k => k.Name));
        }

        if (keys.Least > 0)
        {
            json.WriteNumber("minProperties", keys.Least);
        }

        WriteRules(json, keys.Rules);
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

    static void WriteRules(Utf8JsonWriter json, ImmutableArray<KeyRule> rules)
    {
        foreach (var needs in rules.OfType<NeedsOneRule>())
        {
            WriteList(json, "anyOf", needs.Keys, key => WriteNames(json, "required", [key]));
        }

        if (rules.Any(r => r is WhenRule))
        {
            WriteList(json, "allOf", rules.OfType<WhenRule>(), when => WriteWhen(json, when));
        }

        if (!rules.Any(r => r is BesideRule or AloneRule))
        {
            return;
        }

        WriteObject(json, "dependencies", () =>
        {
            foreach (var beside in rules.OfType<BesideRule>())
            {
                WriteNames(json, beside.Key, [beside.Needed]);
            }

            foreach (var alone in rules.OfType<AloneRule>())
            {
                WriteObject(json, alone.Key, () => WriteNever(json, alone.Others));
            }
        });
    }

    static void WriteWhen(Utf8JsonWriter json, WhenRule rule)
    {
        WriteObject(json, "if", () =>
        {
            WriteNames(json, "required", [rule.Key]);
            WriteObject(json, "properties", () => WriteObject(json, rule.Key, () => json.WriteString("const", rule.Value)));
        });
        WriteObject(json, "then", () =>
        {
            WriteNames(json, "required", rule.Needs.Select(n => n.Key));
            WriteNever(json, rule.Never.Select(n => n.Key));
        });
    }

    static void WriteNever(Utf8JsonWriter json, IEnumerable<string> keys) => WriteObject(json, "properties", () =>
    {
        foreach (var key in keys)
        {
            json.WriteBoolean(key, false);
        }
    });

    static void WriteList<T>(Utf8JsonWriter json, string name, IEnumerable<T> items, Action<T> body)
    {
        json.WriteStartArray(name);
        foreach (var item in items)
        {
            json.WriteStartObject();
            body(item);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    static void WriteNames(Utf8JsonWriter json, string name, IEnumerable<string> values)
    {
        json.WriteStartArray(name);
        foreach (var value in values)
        {
            json.WriteStringValue(value);
        }

        json.WriteEndArray();
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
        WriteNumber(json, 0, AmountShape.Most);
        json.WriteEndObject();
        json.WriteStartObject();
        json.WriteString("type", "string");
        json.WriteString("pattern", AmountShape.Pattern);
        json.WriteEndObject();
        json.WriteEndArray();
    }

    static void WriteWords(Utf8JsonWriter json, WordShape words) => WriteNames(json, "enum", words.All);

    /// <summary>Without quotes <c>true</c> and <c>0</c> are no text to YAML, and predicates all the same.</summary>
    static void WritePredicate(Utf8JsonWriter json)
    {
        WriteNames(json, "type", ["string", "boolean", "number"]);
        json.WriteString("pattern", TextShape.Pattern);
        json.WriteNumber("maxLength", PredicateShape.Most);
    }

    static void WriteText(Utf8JsonWriter json, ValueShape shape)
    {
        switch (shape)
        {
            case TextShape text:
                json.WriteString("pattern", TextShape.Pattern);
                json.WriteNumber("maxLength", text.Most);
                break;
            case NameShape:
                WriteName(json);
                break;
            case VersionShape:
                json.WriteString("pattern", VersionShape.Pattern);
                break;
            case PageShape:
                json.WriteString("pattern", PageShape.Pattern);
                break;
            case PagesShape:
                json.WriteString("pattern", PagesShape.Pattern);
                break;
        }
    }

    static void WriteKeyForm(Utf8JsonWriter json, KeyForm? form)
    {
        if (form is null)
        {
            WriteName(json);
        }
        else
        {
            json.WriteString("pattern", form.Pattern);
        }
    }

    static void WriteName(Utf8JsonWriter json)
    {
        json.WriteString("pattern", NameShape.Pattern);
        json.WriteNumber("maxLength", NameShape.Most);
    }

    static void WriteObject(Utf8JsonWriter json, string name, Action body)
    {
        json.WriteStartObject(name);
        body();
        json.WriteEndObject();
    }
}
