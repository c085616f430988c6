using Tutor.Core.Levels;
using Tutor.Core.Levels.Yaml;
using Tutor.Core.Tests.Support;
using Tutor.Core.Text;
using Xunit;

namespace Tutor.Core.Tests.Levels;

public sealed class LevelWithoutAnswersTests
{
    const string Repair =
        """
        # The answer is folio_maybe_dma_pinned(folio).
        format: 1
        id: mend
        solutions:
          - { id: broken, skip: "!mapping && true", expect: fail }
          - { id: reference, skip: "folio_ref_count(folio) > folio_mapcount(folio)", expect: gold }
        repair: { start: broken }
        hints:
          - { kind: nudge, text: "Look: \"count\"." }
          - { kind: answer, text: "The answer." }
        brief: |
          Two lines,
          and a # in one.

        """;

    public static TheoryData<string> Levels => [.. BuiltInPack.Catalog.Entries.Select(e => e.Path)];

    [Fact]
    public void Solutions_go_but_the_one_that_a_repair_begins_with() => Assert.Equal(
        """
        format: 1
        id: mend
        solutions:
          -
            id: broken
            skip: "!mapping && true"
            expect: fail
        repair:
          start: broken
        hints:
          -
            kind: nudge
            text: "Look: \"count\"."
        brief: "Two lines,\nand a # in one.\n"

        """, LevelWithoutAnswers.Of(SourceText.From("mend.yaml", Repair))?.Text);

    [Fact]
    public void Empty_lists_go_as_a_whole() => Assert.Equal("format: 1\n", LevelWithoutAnswers.Of(SourceText.From("a.yaml",
        "format: 1\nsolutions: [{ id: reference, skip: \"true\", expect: gold }]\nhints: [{ kind: answer, text: It. }]\n"))?.Text);

    [Fact]
    public void A_file_that_breaks_off_is_not_cut() => Assert.Null(LevelWithoutAnswers.Of(SourceText.From("a.yaml", "format: 1\nbrief: \"")));

    [Theory]
    [MemberData(nameof(Levels))]
    public void Every_level_of_the_pack_reads_without_answers(string path)
    {
        var text = LevelWithoutAnswers.Of(new BuiltInPack().ReadText(path).Text!);
        var problems = new DiagnosticBag();
        var level = LevelReader.Read(text!, BuiltInPack.Catalog.Kinds, problems);
        Assert.Empty(problems.ToImmutable().Where(p => p.IsError).Select(DiagnosticFormatter.Format));
        var whole = BuiltInPack.Catalog.Entries.Single(e => e.Path == path).Level!;
        Assert.Equal(whole.Maps.Select(m => (m.Id, m.Role)), level!.Maps.Select(m => (m.Id, m.Role)));
        Assert.DoesNotContain(level.Hints, h => h.Kind == "answer");
        Assert.DoesNotContain(level.Solutions, s => s.Id == "reference");
    }

    [Theory]
    [MemberData(nameof(Levels))]
    public void A_level_that_was_written_again_says_the_same(string path)
    {
        var source = new BuiltInPack().ReadText(path).Text!;
        var root = YamlReader.Read(source, new DiagnosticBag()).Root!;
        var again = YamlReader.Read(SourceText.From(path, YamlWriter.Write(root)), new DiagnosticBag());
        Assert.True(again.IsWhole);
        Assert.Equal(Values(root), Values(again.Root!));
    }

    /// <summary>Every value in order, without its place.</summary>
    static IEnumerable<string> Values(YamlNode node) => node switch
    {
        YamlScalar scalar => [scalar.Value],
        YamlSequence sequence => ["[", .. sequence.Items.SelectMany(Values), "]"],
        YamlMapping mapping => ["{", .. mapping.Entries.SelectMany(e => (string[])[e.Key.Value, .. Values(e.Value)]), "}"],
        _ => ["?"],
    };
}
