using System.Text.Json;
using System.Text.Json.Nodes;
using CsCheck;
using Json.Schema;
using Tutor.Core.Levels;
using Tutor.Core.Levels.Yaml;
using Tutor.Core.Tests.Support;
using Tutor.Core.Text;
using Xunit;

namespace Tutor.Core.Tests.Levels;

/// <summary>The JSON schemas, compiled by a validator of draft-07: what the program takes they take, and the other way round.</summary>
public sealed class LevelSchemaTests
{
    static readonly Dictionary<string, JsonSchema> Compiled =
        LevelSchema.All.ToDictionary(s => s.Name, s => JsonSchema.FromText(s.Text()));

    public static TheoryData<string> Schemas => [.. LevelSchema.All.Select(s => s.Name)];

    public static TheoryData<string> BuiltIn =>
        [.. Directory.EnumerateFiles(BuiltInPack.Root, "*.yaml").Select(p => Path.GetFileName(p)!).Order(StringComparer.Ordinal)];

    public static TheoryData<string> Valid => [.. LevelFixture.Names("valid").Concat(LevelFixture.Names("lint"))];

    public static TheoryData<string> Invalid => [.. LevelFixture.Names("invalid").Except(NoSchemaSees)];

    /// <summary>
    /// Invalid files whose fault is in no single value, or gone before a schema sees the value; each with the reason.
    /// The same list serves the check with editors' tools in <c>tests/schema</c>.
    /// </summary>
    static readonly string[] NoSchemaSees =
    [
        .. File.ReadLines(Fixtures.PathOf(Path.Combine("levels", "no-schema-sees.txt")))
            .Where(l => l.Length > 0 && l[0] != '#').Select(l => l.Split(' ')[0]),
    ];

    [Theory]
    [MemberData(nameof(Schemas))]
    public void The_file_in_the_pack_is_what_the_table_says(string name)
    {
        var schema = LevelSchema.All.Single(s => s.Name == name);
        Golden.Check(Path.Combine("levels", "schema", schema.FileName), schema.Text());
    }

    [Fact]
    public void The_reference_page_is_what_the_table_says() =>
        Golden.Check(Path.Combine("content", "reference", "level-keys.md"), LevelKeysPage.Text());

    [Theory]
    [MemberData(nameof(Schemas))]
    public void A_schema_is_a_valid_draft_7(string name)
    {
        using var json = JsonDocument.Parse(LevelSchema.All.Single(s => s.Name == name).Text());
        Assert.True(MetaSchemas.Draft7.Evaluate(json.RootElement).IsValid);
    }

    [Theory]
    [MemberData(nameof(Schemas))]
    public void No_choice_of_words_has_a_word_twice(string name)
    {
        using var json = JsonDocument.Parse(LevelSchema.All.Single(s => s.Name == name).Text());
        Assert.Equal([], EnumsIn(json.RootElement).SelectMany(e => e.CountBy(w => w)).Where(w => w.Value > 1).Select(w => w.Key));
    }

    [Theory]
    [MemberData(nameof(BuiltIn))]
    public void A_file_of_the_built_in_pack_is_taken(string file) =>
        Assert.Equal("", FindingsIn(SchemaOf(file), File.ReadAllText(Path.Combine(BuiltInPack.Root, file))));

    [Theory]
    [MemberData(nameof(BuiltIn))]
    public void A_file_of_the_built_in_pack_points_editors_at_its_schema(string file) => Assert.Equal(
        LevelSchema.All.Single(s => s.Name == SchemaOf(file)).ModeLine, File.ReadLines(Path.Combine(BuiltInPack.Root, file)).First());

    [Theory]
    [MemberData(nameof(Valid))]
    public void What_the_program_takes_the_schema_takes(string name)
    {
        var group = LevelFixture.Names("valid").Contains(name) ? "valid" : "lint";
        Assert.Equal("", FindingsIn("level", LevelFixture.Text(group, name).Text));
    }

    [Theory]
    [MemberData(nameof(Invalid))]
    public void What_a_schema_can_see_it_refuses(string name)
    {
        var text = LevelFixture.Text("invalid", name).Text;
        var findings = "not YAML";
        try
        {
            findings = FindingsIn("level", text);
        }
        catch (Exception e) when (e is YamlDotNet.Core.YamlException or InvalidOperationException)
        {
            // An editor shows its own parser's words.
        }

        Assert.NotEqual("", findings);
    }

    [Fact]
    public void The_list_of_what_no_schema_sees_has_no_more_than_that() => Assert.Equal([],
        NoSchemaSees.Where(name => FindingsIn("level", LevelFixture.Text("invalid", name).Text).Length > 0));

    /// <summary>The shape of a file: keys, types, ranges, rules between keys. JSON is YAML, so both read the same text.</summary>
    [Fact]
    public void Schema_and_program_agree_on_the_shape_of_any_file()
    {
        var files = LevelFixture.Names("valid").Select(n => LevelFixture.Text("valid", n).Text)
            .Select(t => YamlAsJson.Read(t)!.ToJsonString()).ToArray();
        Gen.Select(Gen.Int[0, files.Length - 1], Gen.Select(Gen.Int[0, 1 << 16], Gen.Int[0, Values.Length], Gen.Int[0, 1 << 16]).Array[1, 3]).Sample(
            (file, edits) =>
            {
                var json = JsonNode.Parse(files[file])!;
                foreach (var (where, what, key) in edits)
                {
                    Edit(json, where, what, key);
                }

                var text = json.ToJsonString();
                var findings = FindingsIn("level", text);
                var problems = new DiagnosticBag();
                var source = SourceText.From("f", text);
                var root = YamlReader.Read(source, problems).Root!;
                var isTaken = new NodeReader(source, problems).Check(root, LevelKeys.Level, "the file");
                Assert.True(isTaken == (findings.Length == 0),
                    $"{text}\nschema: {findings}\nprogram: {string.Concat(problems.ToImmutable().Select(DiagnosticFormatter.Format))}");
            }, iter: 1_000);
    }

    /// <summary>
    /// Values that JSON and YAML spell alike and the program reads alike. None ends in a line break: '$' of a pattern
    /// lets one follow in .NET, and not in the editors' JavaScript.
    /// </summary>
    static readonly string[] Values =
    [
        "null", "true", "false", "0", "1", "-1", "2", "513", "100001", "268435457", "9007199254740992", "1.5", "\"\"", "\"  \"", "\"x\"", "\"A b\"",
        "\"migrate\"", "\"write\"", "\"2%\"", "\"2.555%\"", "\"1000000%\"", "\"12\"", "\"+5\"", "\"+05\"", "\"+5..+6\"", "\"+5..\"", "\"0x10\"", "\"0xg\"",
        "[]", "{}", "[1, 2]", "[2]", "[1, 2, 3]", "[\"x\"]", "{\"max\": 1}", "{\"on\": \"host\"}", "{\"x\": 1}", "{\"A b\": 1}", "{\"page\": \"+1\"}",
        "{\"like\": \"host\"}", "\"pick\"", "\"golf\"", "\"xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx\"", "\"a-b.1\"", "\"a--b\"",
    ];

    static readonly string[] Keys = ["recorded", "kind", "golf", "like", "add", "seeds", "pages", "mix", "id", "max", "min", "of", "page", "metric", "within", "nothing"];

    static void Edit(JsonNode root, int where, int what, int key)
    {
        var parents = ParentsIn(root).ToList();
        var parent = parents[where % parents.Count];
        var value = what < Values.Length ? JsonNode.Parse(Values[what]) : null;
        switch (parent)
        {
            case JsonObject mapping when what == Values.Length:
                mapping.RemoveAt(key % mapping.Count);
                break;
            case JsonObject mapping when (key & 1) == 0:
                mapping[Keys[(key >> 1) % Keys.Length]] = value;
                break;
            case JsonObject mapping:
                mapping[mapping.ElementAt((key >> 1) % mapping.Count).Key] = value;
                break;
            case JsonArray list:
                list[key % list.Count] = value;
                break;
        }
    }

    static IEnumerable<JsonNode> ParentsIn(JsonNode node) => node switch
    {
        JsonObject { Count: > 0 } mapping => mapping.Select(p => p.Value).OfType<JsonNode>().SelectMany(ParentsIn).Prepend(mapping),
        JsonArray { Count: > 0 } list => list.OfType<JsonNode>().SelectMany(ParentsIn).Prepend(list),
        _ => [],
    };

    static IEnumerable<List<string>> EnumsIn(JsonElement node) => node.ValueKind switch
    {
        JsonValueKind.Object => node.EnumerateObject().SelectMany(p => p is { Name: "enum", Value.ValueKind: JsonValueKind.Array }
            ? [[.. p.Value.EnumerateArray().Select(w => w.GetString()!)]]
            : EnumsIn(p.Value)),
        JsonValueKind.Array => node.EnumerateArray().SelectMany(EnumsIn),
        _ => [],
    };

    static string SchemaOf(string file) => file switch { "pack.yaml" => "pack", "kinds.yaml" => "kinds", _ => "level" };

    static string FindingsIn(string schema, string yaml)
    {
        using var json = JsonDocument.Parse(YamlAsJson.Read(yaml)?.ToJsonString() ?? "null");
        var result = Compiled[schema].Evaluate(json.RootElement, new EvaluationOptions { OutputFormat = OutputFormat.List });
        return result.IsValid ? "" : string.Join('\n',
            result.Details!.Where(d => d.Errors is not null).SelectMany(d => d.Errors!.Select(e => $"{d.InstanceLocation} {e.Key}: {e.Value}")).Append("refused"));
    }
}
