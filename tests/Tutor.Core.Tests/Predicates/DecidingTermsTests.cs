using Tutor.Core.Predicates;
using Tutor.Core.Predicates.Evaluation;
using Xunit;
using static Tutor.Core.Tests.Predicates.Compiling;

namespace Tutor.Core.Tests.Predicates;

/// <summary>
/// What a mark means: a condition without one may be turned round, alone, and the page is judged as before. Turning round
/// is done in the text, so that nothing of the marking is believed.
/// </summary>
public sealed class DecidingTermsTests
{
    const int Seed = 20_261_201;
    const int Predicates = 400;

    [Fact]
    public void A_condition_that_is_not_marked_changes_nothing_when_it_is_turned_round()
    {
        var random = new Random(Seed);
        var (turned, conditional) = (0, 0);
        for (var i = 0; i < Predicates; i++)
        {
            var text = RandomDecision.Next(random);
            var predicate = Compile(text);
            foreach (var page in OtherQuestion.Pages)
            {
                var explanation = predicate.Explain(page, Control);
                foreach (var part in Terms.Of(explanation).Where(t => !t.Decided))
                {
                    var other = Turned(text, part);
                    Assert.True(Compile(other).Ask(page, Control) == explanation.Answer, $"seed {Seed}, predicate {i}, page '{page.Kind}', '{part.Text}':\n{text}\n{other}");
                    turned++;
                    conditional += text.Contains('?', StringComparison.Ordinal) ? 1 : 0;
                }
            }
        }

        Assert.True(turned > 5_000 && conditional > 1_000, $"{turned} were turned round, {conditional} of them beside '? :'");
    }

    /// <summary>The other half, for texts in which every condition stands once: what is marked alone turns the answer.</summary>
    [Theory]
    [InlineData("folio_test_anon(folio)")]
    [InlineData("!likely(folio_test_anon(folio))")]
    [InlineData("folio_test_anon(folio) && folio_ref_count(folio) > 99")]
    [InlineData("!folio_test_anon(folio) || folio_ref_count(folio) > 0")]
    [InlineData("mapping ? folio_test_private(folio) : folio_ref_count(folio) > 99")]
    [InlineData("bool f(struct folio *folio) { if (folio_test_anon(folio)) return false; if (folio_test_large(folio)) return false; return folio_ref_count(folio) > 0; }")]
    public void One_of_the_marked_conditions_turns_the_answer(string text)
    {
        var explanation = Compile(text).Explain(Anon, Control);
        Assert.Contains(Terms.Of(explanation), t => t.Decided && Compile(Turned(text, t)).Ask(Anon, Control) != explanation.Answer);
    }

    [Fact]
    public void Of_a_conditional_the_whole_condition_and_the_chosen_side_decide() => Assert.Equal(
        ["folio_test_anon(folio)", "folio_mapcount(folio) > 0", "folio_test_private(folio)"],
        Marked("folio_test_anon(folio) && folio_mapcount(folio) > 0 ? folio_test_private(folio) : folio_test_large(folio)"));

    [Fact]
    public void Every_condition_on_the_way_to_a_return_decides() => Assert.Equal(
        ["folio_test_private(folio)", "folio_test_large(folio)", "folio_ref_count(folio) > 0"],
        Marked("bool f(struct folio *folio) { if (folio_test_private(folio)) return false; if (folio_test_large(folio)) return false; return folio_ref_count(folio) > 0; }"));

    [Fact]
    public void A_condition_that_would_have_returned_the_same_does_not() => Assert.Equal(
        ["folio_ref_count(folio) > 99"],
        Marked("bool f(struct folio *folio) { if (folio_test_private(folio)) return false; if (folio_test_large(folio)) { return 0; } return folio_ref_count(folio) > 99; }"));

    static IEnumerable<string> Marked(string text) => Terms.Of(Compile(text).Explain(Anon, Control)).Where(t => t.Decided).Select(t => t.Text);

    static string Turned(string text, ExplainedPart part) =>
        $"{text[..part.Span.Start]}!({text.Substring(part.Span.Start, part.Span.Length)}){text[part.Span.End..]}";
}

/// <summary>Predicates put together from conditions in every way that joins them. A helper is called once, so that each place is one condition.</summary>
static class RandomDecision
{
    static readonly string[] Asked =
    [
        "folio_test_anon(folio)", "folio_test_private(folio)", "folio_test_swapbacked(folio)", "mapping != NULL", "folio_mapped(folio)",
        "folio_ref_count(folio) > 1", "folio_ref_count(folio) > 3", "folio_mapcount(folio) == 1", "folio_maybe_dma_pinned(folio)",
        "folio_ref_count(folio) - folio_expected_refs(mapping, folio) > folio_mapcount(folio)", "true", "0",
    ];

    public static string Next(Random random) => random.Next(3) switch
    {
        0 => $"{Signature("skip")}\n{{\n{Statements(random, 2)}}}\n",
        1 => $"{Signature("inner")}\n{{\n{Statements(random, 1)}}}\n{Signature("skip")}\n{{\n\treturn {Joined("inner(page, folio, mapping)", Expression(random, 2), random)};\n}}\n",
        _ => Expression(random, 4),
    };

    static string Signature(string name) => $"static bool {name}(struct page *page, struct folio *folio, struct address_space *mapping)";

    static string Statements(Random random, int depth)
    {
        if (depth == 0)
        {
            return $"\treturn {Expression(random, 2)};\n";
        }

        var condition = Expression(random, 1);
        return random.Next(4) switch
        {
            0 => $"\tif ({condition}) {{\n{Statements(random, depth - 1)}\t}} else {{\n{Statements(random, depth - 1)}\t}}\n",
            1 => $"\tif ({condition})\n\t\treturn true;\n{Statements(random, depth - 1)}",
            2 => $"\tif ({condition})\n\t\treturn false;\n{Statements(random, depth - 1)}",
            _ => $"\tif ({condition})\n\t\treturn {Expression(random, 1)};\n{Statements(random, depth - 1)}",
        };
    }

    static string Expression(Random random, int depth) => depth == 0 || random.Next(6) == 0 ? Asked[random.Next(Asked.Length)]
        : random.Next(6) switch
        {
            0 => $"!({Expression(random, depth - 1)})",
            1 => $"unlikely({Expression(random, depth - 1)})",
            _ => Joined(Expression(random, depth - 1), Expression(random, depth - 1), random),
        };

    static string Joined(string left, string right, Random random) => random.Next(4) switch
    {
        0 => $"(({left}) && ({right}))",
        1 => $"(({left}) || ({right}))",
        2 => $"(({left}) ? ({right}) : ({Expression(random, 1)}))",
        _ => $"(({Expression(random, 1)}) ? ({left}) : ({right}))",
    };
}
