using Tutor.Core.Predicates;
using Tutor.Core.Predicates.Binding;
using Tutor.Core.Text;
using Xunit;

namespace Tutor.Core.Tests.Predicates;

/// <summary>Predicates in words.</summary>
public sealed class WordingTests
{
    [Theory]
    [InlineData("true", "Skip every page.")]
    [InlineData("false", "Skip no page.")]
    [InlineData("!mapping", "Skip the page if there is no mapping")]
    [InlineData("folio_test_anon(folio)", "Skip the page if folio_test_anon says yes")]
    [InlineData("!folio_test_anon(folio)", "Skip the page if folio_test_anon says no")]
    [InlineData("folio_ref_count(folio) - 1 > folio_mapcount(folio)", "Skip the page if folio_ref_count less 1 is more than folio_mapcount")]
    [InlineData("folio_ref_count(folio) - (1 + folio_mapcount(folio)) != 0", "Skip the page if folio_ref_count less (1 plus folio_mapcount) is not 0")]
    [InlineData("!(folio_ref_count(folio) > 1)", "Skip the page if it is not so that folio_ref_count is more than 1")]
    public void One_test_is_one_sentence(string predicate, string words) => Assert.Equal(words, Say(predicate).Split('\n')[0]);

    [Fact]
    public void Several_tests_are_a_list_and_mixed_ones_a_list_in_a_list() =>
        Assert.StartsWith(
            "Skip the page if any of these holds:\n  - all of these hold:\n    - there is no mapping\n    - folio_ref_count is more than 2\n  - folio_test_dirty says yes\n",
            Say("!mapping && folio_ref_count(folio) > 2 || folio_test_dirty(folio)"), StringComparison.Ordinal);

    [Fact]
    public void The_kernels_names_are_said_once_each() =>
        Assert.Single(Say("folio_ref_count(folio) > 1 && folio_ref_count(folio) < 9").Split('\n'), l => l.StartsWith("  folio_ref_count: ", StringComparison.Ordinal));

    [Fact]
    public void Functions_are_told_step_by_step()
    {
        var words = Say("static bool extra(struct folio *folio)\n{\n\treturn folio_ref_count(folio) > 1;\n}\nbool skip(struct folio *folio)\n{\n\tint n = folio_mapcount(folio);\n\tif (n > 3)\n\t\treturn false;\n\treturn extra(folio);\n}");
        Assert.Contains("  Let n be folio_mapcount.\n  If n is more than 3\n  then\n    Skip no page.\n  Skip the page if extra says yes\n", words, StringComparison.Ordinal);
        Assert.Contains("extra:\n  It says yes if folio_ref_count is more than 1\n", words, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_predicate_of_the_story_can_be_said() => Assert.All(Revisions.All, known =>
    {
        Assert.StartsWith("Skip ", Say(known.Expression), StringComparison.Ordinal);
        Assert.StartsWith("Step by step:\n", Say(known.Function), StringComparison.Ordinal);
    });

    static string Say(string text)
    {
        var compiled = Predicate.Compile(SourceText.From("predicate", text), PredicateScope.All);
        Assert.NotNull(compiled.Predicate);
        return compiled.Predicate.InWords();
    }
}
