using CsCheck;
using Tutor.Core.Levels;
using Tutor.Core.Levels.Yaml;
using Tutor.Core.Tests.Support;
using Tutor.Core.Text;
using Xunit;

namespace Tutor.Core.Tests.Levels;

public class YamlReaderTests
{
    public static TheoryData<string> Files =>
        [.. Directory.EnumerateFiles(BuiltInPack.Root, "*.yaml").Select(p => Path.GetFileName(p)!).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Files))]
    public void Every_character_of_a_block_or_a_plain_value_knows_its_place(string file)
    {
        var source = SourceText.From(file, File.ReadAllText(Path.Combine(BuiltInPack.Root, file)));
        var root = YamlReader.Read(source, new DiagnosticBag()).Root!;
        foreach (var scalar in ScalarsOf(root).Where(s => s.Style is YamlStyle.Plain or YamlStyle.Literal))
        {
            for (var i = 0; i < scalar.Value.Length; i++)
            {
                var (text, span) = scalar.Text.Resolve(new TextSpan(i, 1));
                Assert.Equal(scalar.Value[i], text.Text[span.Start]);
            }
        }
    }

    [Theory]
    [MemberData(nameof(Files))]
    public void The_finder_of_slips_finds_none_in_what_is_YAML(string file) =>
        Assert.Null(new BlockScanner(SourceText.From(file, File.ReadAllText(Path.Combine(BuiltInPack.Root, file)))).Find());

    [Theory]
    [InlineData("a: b\n  c d\n  > e\nf:\n- g\n- h: i\n  j: k\nl:\n  - - m\n    - n\n")]
    [InlineData("a: { b: [c, \"d: e\"], 'f': g\n  , h: i }   # end\nj: \"k\n  l\"\nm: >-\n\n  n\n   # o\n\np: 1\n")]
    [InlineData("---\na: b\nc:\n  d\ne:\n    f: 1\n# g\n    h: 2\n\"i j\": k\n...\n")]
    [InlineData("{ \"a\": [1, 2], \"b\": { } }\n")]
    public void Nor_does_it_in_YAML_that_no_level_has(string text) => Assert.Null(new BlockScanner(SourceText.From("f", text)).Find());

    [Theory]
    [InlineData("k: \"a\\tb\"", "b", 7)]
    [InlineData("k: \"a\\u0041b\"", "b", 11)]
    [InlineData("k: 'it''s'", "s", 8)]
    [InlineData("k: |\n  one\n  two\n", "two", 13)]
    [InlineData("k: |\n    one\n      two\n", "two", 19)]
    [InlineData("k: >\n  one\n  two\n", "two", 13)]
    [InlineData("k: one\n  two\n", "two", 9)]
    [InlineData("k: |-\r\n  one\r\n  two", "two", 16)]
    public void A_part_of_a_value_stands_where_it_was_written(string file, string part, int offset)
    {
        var root = YamlReader.Read(SourceText.From("f", file), new DiagnosticBag()).Root;
        var scalar = (YamlScalar)NodeReader.Find(root, "k")!;
        var at = scalar.Value.LastIndexOf(part, StringComparison.Ordinal);
        Assert.Equal(offset, scalar.Text.Resolve(new TextSpan(at, 1)).Span.Start);
    }

    [Fact]
    public void A_file_larger_than_any_level_is_not_parsed() =>
        Assert.Equal(["TUT3009"], CodesOf("a: " + new string('x', YamlReader.MostCharacters)));

    [Fact]
    public void Lists_inside_lists_have_an_end() =>
        Assert.Equal(["TUT3009"], CodesOf(new string('[', 5_000)));

    [Fact]
    public void Keys_and_values_are_counted() => Assert.Equal(["TUT3009"],
        CodesOf(string.Concat(Enumerable.Range(0, YamlReader.MostEvents).Select(i => $"- {i}\n"))));

    [Fact]
    public void A_level_with_carriage_returns_reads_like_one_without()
    {
        var text = File.ReadAllText(Fixtures.PathOf(Path.Combine("levels", "valid", "sample.yaml")));
        var problems = new DiagnosticBag();
        Assert.NotNull(LevelReader.Read(SourceText.From("f", text.Replace("\n", "\r\n", StringComparison.Ordinal)), Kinds.BuiltIn, problems));
    }

    /// <summary>Bytes changed, removed, doubled: whatever comes of it is told with a place, and nothing throws.</summary>
    [Fact]
    public void No_mutated_level_throws_or_has_a_problem_without_a_place()
    {
        var texts = Files.Select(f => File.ReadAllText(Path.Combine(BuiltInPack.Root, f.Data))).ToArray();
        const string hostile = "[]{}:,'\"|>!&*#%@`-?\t\n \\\0é漢\ud83d";
        Gen.Select(Gen.Int[0, texts.Length - 1], Gen.Int[0, 1 << 20].Array[1, 6], Gen.Int[0, hostile.Length - 1].Array[6], Gen.Int[0, 2].Array[6])
            .Sample((which, places, characters, ways) =>
            {
                var text = texts[which];
                for (var i = 0; i < places.Length; i++)
                {
                    var at = places[i] % text.Length;
                    var c = hostile[characters[i]].ToString();
                    text = ways[i] switch
                    {
                        0 => text.Insert(at, c),
                        1 => text.Remove(at, Math.Min(text.Length - at, 1 + characters[i])),
                        _ => text[..at] + c + text[(at + 1)..],
                    };
                    text = text.Length == 0 ? "x" : text;
                }

                var problems = new DiagnosticBag();
                _ = LevelReader.Read(SourceText.From("f", text), Kinds.BuiltIn, problems);
                return problems.ToImmutable().All(d => d.Location.Start.Line >= 1 && d.Message.Length > 0);
            }, iter: 3_000);
    }

    static IEnumerable<string> CodesOf(string text)
    {
        var problems = new DiagnosticBag();
        YamlReader.Read(SourceText.From("f", text), problems);
        return problems.ToImmutable().Select(d => d.Code.Id).Distinct();
    }

    static IEnumerable<YamlScalar> ScalarsOf(YamlNode node) => node switch
    {
        YamlScalar scalar => [scalar],
        YamlSequence list => list.Items.SelectMany(ScalarsOf),
        YamlMapping mapping => mapping.Entries.SelectMany(e => ScalarsOf(e.Value).Prepend(e.Key)),
        _ => [],
    };
}
