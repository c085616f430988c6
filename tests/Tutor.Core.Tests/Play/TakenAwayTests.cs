using Tutor.Core.Levels;
using Tutor.Core.Play;
using Tutor.Core.Predicates;
using Tutor.Core.Tests.Support;
using Tutor.Core.Text;
using Xunit;

namespace Tutor.Core.Tests.Play;

/// <summary>A word once taught stays lent, unless a level takes it away and says why.</summary>
public sealed class TakenAwayTests
{
    const string Reason = "One name would be the whole answer here.";

    static readonly LevelCatalog Catalog = LevelCatalog.Read(new ThreeLevels(), ["010-lends.yaml", "020-takes.yaml", "030-after.yaml"], BuiltInPack.Catalog.Kinds);

    [Fact]
    public void What_an_earlier_level_lent_stays_lent() => Assert.Empty(Problems("folio_mapcount(folio) > 1"));

    [Fact]
    public void A_name_that_is_taken_away_is_refused_with_the_reason()
    {
        var problem = Assert.Single(Problems("folio_expected_refs(mapping, folio) > 1"));
        Assert.Equal(("'folio_expected_refs' is real, and taken away in this level", Reason), (problem.Message, problem.Help));
    }

    [Fact]
    public void A_group_is_taken_away_with_all_that_is_not_lent_by_name()
    {
        Assert.Equal(Reason, Assert.Single(Problems("folio_test_writeback(folio)")).Help);
        Assert.Empty(Problems("folio_test_private(folio)"));
    }

    [Fact]
    public void Completion_does_not_offer_it() =>
        Assert.DoesNotContain(Completion.At("", 0, Prepared().Scope), c => c.Name is "folio_expected_refs" or "folio_test_writeback");

    [Fact]
    public void Levels_behind_it_have_the_word_again() =>
        Assert.Contains("expected-refs", Catalog.LentBefore("after"));

    static IEnumerable<Diagnostic> Problems(string text) =>
        Predicate.Compile(SourceText.From("p", text), Prepared().Scope).Diagnostics.Where(d => d.IsError);

    static PreparedLevel Prepared() => PreparedLevel.Prepare(Catalog.Entries[1].Level!, new ThreeLevels(), new DiagnosticBag(), lentBefore: Catalog.LentBefore)!;

    sealed class ThreeLevels : IPackFiles
    {
        public IReadOnlyList<Diagnostic> Problems => [];

        public IReadOnlyList<string> List(string directory) => [];

        public (SourceText? Text, Diagnostic? Problem) ReadText(string relative) => (relative switch
        {
            "010-lends.yaml" => SourceText.From(relative, Level("lends", "skip: { vocabulary: [counts, mapping, expected-refs, flags] }")),
            "020-takes.yaml" => SourceText.From(relative, Level("takes", $$"""
                skip: { vocabulary: [counts, folio_test_private] }
                takes_away: { folio_expected_refs: "{{Reason}}", flags: "{{Reason}}" }
                """)),
            "030-after.yaml" => SourceText.From(relative, Level("after", "skip: { vocabulary: [counts] }")),
            _ => null,
        }, null);

        public (byte[]? Bytes, Diagnostic? Problem) ReadBytes(string relative) => (null, null);

        static string Level(string id, string skip) => $$"""
            format: 1
            id: {{id}}
            title: "A fixture"
            kind: write
            brief: "A fixture."
            {{skip}}
            maps:
              - { id: host, pages: 64, mix: { anon: 3 } }
            goals:
              pass: { futile: { max: 0 } }

            """;
    }
}
