using Tutor.Core.Memory;
using Tutor.Core.Predicates;
using Tutor.Core.Predicates.Binding;
using Tutor.Core.Predicates.Evaluation;
using Tutor.Core.Tests.Support;
using Tutor.Core.Text;
using Xunit;

namespace Tutor.Core.Tests.Predicates;

public sealed class TenPredicatesTests
{
    public static TheoryData<string, string> Columns { get; } = new()
    {
        { "P0", "stock" }, { "K20", "k20" }, { "v1", "v1" }, { "v2", "v2" }, { "v3", "v3" },
            { "v4", "v4" },
        { "P2", "dma-pinned" }, { "P4", "dma-pinned-refined" }, { "P3", "long-term" },
            { "PX", "expected-6.16" },
    };

    [Fact]
    public void The_table_has_54_page_kinds() => Assert.Equal(54, PageKindTable.Rows.Count);

    [Theory]
    [MemberData(nameof(Columns))]
    public void The_expression_says_what_the_table_says(string column, string id) =>
        Assert.Empty(Differences(column, Revisions.Find(id)!, Revisions.Find(id)!.Expression));

    [Theory]
    [MemberData(nameof(Columns))]
    public void The_function_says_what_the_table_says(string column, string id) =>
        Assert.Empty(Differences(column, Revisions.Find(id)!, Revisions.Find(id)!.Function));

    [Fact]
    public void A_wrong_predicate_is_found_out() =>
        Assert.NotEmpty(
            Differences("P0", Revisions.Stock,
            "!mapping && folio_ref_count(folio) > folio_mapcount(folio)"));

    [Fact]
    public void Every_known_predicate_compiles_without_errors() => Assert.All(Revisions.All, known =>
    {
        Assert.NotNull(Compile(known.Expression));
        Assert.NotNull(Compile(known.Function));
        Assert.NotNull(known.Compile());
    });

    /// <summary>What levels leave out of a text asks about the run, which wants no whole range here.</summary>
    [Fact]
    public void Every_wording_of_a_revision_says_what_the_table_says() => Assert.All(
        from column in Columns
        from text in Revisions.Find(column.Data.Item2)!.Wordings
        select (column.Data.Item1, Revisions.Find(column.Data.Item2)!, text),
        w => Assert.Empty(Differences(w.Item1, w.Item2, w.text)));

    [Fact]
    public void A_revision_is_known_by_its_wordings_whatever_their_blanks()
    {
        Assert.True(Revisions.V4.IsShownBy(Revisions.V4.Wordings[0].Replace(" && ", "\n    && ", StringComparison.Ordinal)));
        Assert.True(Revisions.V4.IsShownBy(Revisions.V4.Expression612!));
        Assert.False(Revisions.V4.IsShownBy(Revisions.V3.Expression));
    }

    [Fact]
    public void Recordings_know_five_predicates() =>
        Assert.Equal(["none", "stock", "v4", "dma-pinned", "either"],
            Enumerable.Range(0, 5).Select(n => Revisions.OfRecording(n)!.Id));

    /// <summary>The engine's tests have the five in C#, written on their own.</summary>
    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public void A_recordings_predicate_is_what_the_engines_tests_take_it_for(int number)
    {
        var predicate = Compile(Revisions.OfRecording(number)!.Expression);
        var small = PageKindTable.Rows.Where(r => !r.State.Has(PageFlags.Head));
        Assert.All(small, row => Assert.Equal(
            ThreadPredicates.Ask(number, row.State, new CompactControl()),
            predicate.Ask(row.State, new CompactControl())));
    }

    [Fact]
    public void Both_forms_of_the_fourth_recorded_predicate_agree() => Assert.All(PageKindTable.Rows, row =>
        Assert.Equal(Compile(Revisions.Either.Expression).Ask(row.State, new CompactControl()),
            Compile(Revisions.Either.Function).Ask(row.State, new CompactControl())));

    static Predicate Compile(string text)
    {
        var (predicate, diagnostics) = Predicate.Compile(
            SourceText.From("predicate", text), PredicateScope.All);
        Assert.True(predicate is not null, string.Join('\n', diagnostics));
        return predicate;
    }

    static List<string> Differences(string column, Revision known, string text)
    {
        var predicate = Compile(text);
        var control = new CompactControl { OwnReferences = known.OwnReferences };
        return
        [
            .. PageKindTable.Rows
                .Where(row =>
                    predicate.Ask(row.State, control) != (
                    row.Skips[column] ? SkipAnswer.Skip : SkipAnswer.Keep))
                .Select(row => row.Name),
        ];
    }
}
