using Tutor.Core.Levels;
using Tutor.Core.Play;
using Tutor.Core.Predicates.Syntax;
using Tutor.Core.Scoring;
using Tutor.Core.Tests.Support;
using Tutor.Core.Text;
using Xunit;

namespace Tutor.Core.Tests.Play;

/// <summary>What is said of a wrong answer is about what was written.</summary>
public sealed class FeedbackTests
{
    const string Head = """
        format: 1
        id: fixture
        title: "A fixture"
        kind: write
        brief: "A fixture."
        maps:
          - { id: host, pages: 1024, mix: { anon: 3, file: 2, vfio-shmem: 1 } }
        goals:
          pass: { futile: { max: "2%" }, false_skips: { max: "1%" } }
        misconceptions:
          - id: any-reference
            when: { false_skips: { of: file, min: "50%" }, uses: [folio_ref_count] }
            say: "The page cache holds one reference."

        """;

    static readonly PreparedLevel Prepared = Prepare(Head);

    [Theory]
    [InlineData("folio_ref_count(folio) - 1 > folio_mapcount(folio)")]
    [InlineData("folio_test_writeback(folio) || folio_ref_count(folio) > 1")]
    [InlineData("static bool skip(struct folio *folio) { int refs = folio_ref_count(folio); return refs - 1 > folio_mapcount(folio); }")]
    public void A_note_is_shown_where_its_name_decided(string text) =>
        Assert.Equal(["any-reference"], Run(text).Misconceptions.Select(m => m.Id));

    [Theory]
    [InlineData("!!mapping")]
    [InlineData("mapping || folio_ref_count(folio) > 100")]
    [InlineData("true")]
    public void A_note_is_not_shown_where_its_name_decided_nothing(string text)
    {
        var run = Run(text);
        Assert.Empty(run.Misconceptions);
        Assert.True(run.Shown!.ByKind.Single(k => k.Kind == "file").FalseSkips > 0);
    }

    [Theory]
    [InlineData("true", GeneralNote.AsksNothing)]
    [InlineData("folio_ref_count(folio) < 100000", GeneralNote.AsksNothing)]
    [InlineData("!folio_test_lru(folio)", GeneralNote.AsksNothing)]
    [InlineData("folio_ref_count(folio) - folio_expected_refs(mapping, folio) <= folio_mapcount(folio)", GeneralNote.OtherWayRound)]
    [InlineData("folio_ref_count(folio) - 1 > folio_mapcount(folio)", null)]
    [InlineData("folio_ref_count(folio) - folio_expected_refs(mapping, folio) > folio_mapcount(folio)", null)]
    public void A_general_note_fits_what_the_predicate_does(string text, GeneralNote? note) =>
        Assert.Equal(note, GeneralNotes.Of(Prepared, Run(text)));

    [Fact]
    public void An_answer_whose_negation_is_better_and_does_not_pass_is_upside_down_too()
    {
        var run = Run("folio_ref_count(folio) - folio_expected_refs(mapping, folio) <= folio_mapcount(folio) && folio_mapcount(folio) < 3000");
        Assert.Equal(GeneralNote.BetterOtherWayRound, GeneralNotes.Of(Prepared, run with { Goals = [], Verdict = Verdict.None }));
    }

    [Theory]
    [InlineData("true")]
    [InlineData("folio_ref_count(folio) - folio_expected_refs(mapping, folio) <= folio_mapcount(folio)")]
    public void A_general_note_stands_alone_where_nothing_else_is_true(string text) =>
        Assert.Single(Beliefs.Of(Prepared, Run(text)));

    [Fact]
    public void Asking_only_about_pages_that_nobody_asks_about_is_said()
    {
        var prepared = Prepare(Head.Replace("vfio-shmem: 1", "vfio-shmem: 1, slab: 1", StringComparison.Ordinal));
        Assert.Equal(GeneralNote.AsksNobody, GeneralNotes.Of(prepared, Run("!folio_test_lru(folio)", prepared)));
    }

    public static TheoryData<string> Written =>
        [.. BuiltInPack.Catalog.Entries.Where(e => e.Level is { Kind: LevelKind.Write or LevelKind.Repair or LevelKind.Golf } && e.Level.Pages < 1 << 20).Select(e => e.Id)];

    [Theory]
    [MemberData(nameof(Written))]
    public void The_opposite_of_a_right_answer_is_told_so_in_every_written_level(string id)
    {
        var level = BuiltInPack.Catalog.Entries.Single(e => e.Id == id).Level!;
        var prepared = PreparedLevel.Prepare(level, new BuiltInPack(), new DiagnosticBag())!;
        var right = level.Solutions.First(s => s.Expect == level.Goals.Max(g => g.Tier).AsVerdict());
        var opposite = Opposite(right.Skip);
        var scope = right.Origin is null ? prepared.Scope : prepared.Scope with { Vocabulary = default };
        Assert.Equal(GeneralNote.OtherWayRound, GeneralNotes.Of(prepared, LevelRun.Run(prepared, SourceText.From("p", opposite), scope)));
    }

    [Fact]
    public void A_function_is_told_so_too()
    {
        var text = SourceText.From("p", """
            static int extra(struct folio *folio) { return folio_ref_count(folio) - folio_mapcount(folio); }
            static bool skip(struct folio *folio, struct address_space *mapping)
            {
            	if (!mapping)
            		return extra(folio) > 1;
            	return extra(folio) > folio_expected_refs(mapping, folio);
            }
            """);
        Assert.True(Run(text.Text).IsPassed);
        Assert.Equal(GeneralNote.OtherWayRound, GeneralNotes.Of(Prepared, Run(Opposite(text))));
    }

    /// <summary>The text with its answer turned round: the whole expression, or what the last function returns.</summary>
    static string Opposite(SourceText text)
    {
        var root = Parser.Parse(text).Root;
        if (root.Expression is not null)
        {
            return $"!({text.Text})";
        }

        var turned = text.Text;
        foreach (var value in Returned(root.Functions[^1].Body).Reverse())
        {
            turned = turned[..value.Span.Start] + $"!({text.Text[value.Span.Start..value.Span.End]})" + turned[value.Span.End..];
        }

        return turned;
    }

    static IEnumerable<ExpressionSyntax> Returned(StatementSyntax statement) => statement switch
    {
        BlockSyntax block => block.Statements.SelectMany(Returned),
        IfSyntax branch => Returned(branch.Then).Concat(branch.Else is null ? [] : Returned(branch.Else)),
        ReturnSyntax { Value: { } value } => [value],
        _ => [],
    };

    static LevelRunResult Run(string text, PreparedLevel? prepared = null) =>
        LevelRun.Run(prepared ?? Prepared, SourceText.From("p", text));

    static PreparedLevel Prepare(string text)
    {
        var problems = new DiagnosticBag();
        var level = LevelReader.Read(SourceText.From("fixture.yaml", text), BuiltInPack.Catalog.Kinds, problems);
        return PreparedLevel.Prepare(level ?? throw new InvalidOperationException(string.Join('\n', problems.ToImmutable())), new BuiltInPack(), problems)!;
    }
}
