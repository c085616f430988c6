using Tutor.Core.Predicates;
using Tutor.Core.Predicates.Evaluation;
using Tutor.Core.Predicates.Syntax;
using Tutor.Core.Text;
using Xunit;
using static Tutor.Core.Tests.Predicates.Compiling;

namespace Tutor.Core.Tests.Predicates;

public sealed class ExplanationTests
{
    [Fact]
    public void Every_part_has_its_value() => Assert.Equal(
        """
        *!mapping && folio_ref_count(folio) - 1 > folio_mapcount(folio) = false
          !mapping = true
            mapping = NULL
          *folio_ref_count(folio) - 1 > folio_mapcount(folio) = false
            folio_ref_count(folio) - 1 = 1
              folio_ref_count(folio) = 2
                folio = not NULL
              1 = 1
            folio_mapcount(folio) = 1
              folio = not NULL

        """, Draw(Revisions.Stock.Expression));

    [Fact]
    public void What_is_cut_off_has_no_value()
    {
        var root = Compile("mapping && folio_ref_count(folio) > 1").Explain(Anon, Control).Root!;
        Assert.Equal((false, "-"), (root.Children[1].Evaluated, root.Children[1].ValueText));
    }

    [Fact]
    public void The_side_that_decides_is_marked()
    {
        var root = Compile("mapping && folio_ref_count(folio) > 1").Explain(Anon, Control).Root!;
        Assert.Equal((true, false), (root.Children[0].Decided, root.Children[1].Decided));
    }

    [Fact]
    public void Both_sides_of_a_true_and_decide()
    {
        var root = Compile("!mapping && folio_ref_count(folio) > 1").Explain(Anon, Control).Root!;
        Assert.True(root.Children[0].Decided && root.Children[1].Decided);
    }

    [Fact]
    public void A_part_knows_its_place_and_type()
    {
        var part = Compile("1 < folio_ref_count(folio)").Explain(Anon, Control).Root!.Children[1];
        Assert.Equal((new TextSpan(4, 22), "int"), (part.Span, part.Type));
    }

    [Fact]
    public void A_functions_variables_are_shown()
    {
        var entry = Compile(
            "bool f(struct page *page) { unsigned long refs = page_count(page) - 3; bool unused; return refs > 5; }")
            .Explain(Anon, Control).Entry!;
        Assert.Equal(
            ["page: struct page * = not NULL", "refs: unsigned long = 18446744073709551615",
            "unused: bool = "],
            entry.Locals.Select(l => $"{l.Name}: {l.Type} = {l.ValueText}"));
    }

    [Fact]
    public void The_return_that_was_taken_is_shown()
    {
        const string Text = "bool f(struct page *page) { if (page_count(page) > 5) return true; return false; }";
        var explanation = Compile(Text).Explain(Anon, Control);
        Assert.Equal(
            "return false;",
            Text.Substring(explanation.Entry!.ReturnSpan.Start, explanation.Entry.ReturnSpan.Length));
        Assert.True(Assert.Single(explanation.Entry.Conditions).Decided);
    }

    [Fact]
    public void A_call_of_the_players_own_function_can_be_opened()
    {
        var root = Compile(
            "int twice(int x) { return x * 2; }\nbool f(void) { return twice(twice(3)) > 5; }").Explain(
            Anon, Control).Root!;
        var outer = root.Children[0];
        Assert.Equal(("12", "6"), (outer.ValueText, outer.Call!.Locals[0].ValueText));
        Assert.Equal("3", outer.Children[0].Call!.Locals[0].ValueText);
    }

    [Fact]
    public void What_C_leaves_undefined_is_the_answer()
    {
        var explanation = Compile("10 / (folio_mapcount(folio) - 1) > 1").Explain(Anon, Control);
        Assert.Equal((SkipAnswer.Error, NameCodes.DivisionByZero, new TextSpan(3, 1)),
            (explanation.Answer, explanation.Problem!.Code, explanation.Problem.Span));
        Assert.Equal("0", explanation.Root!.Children[0].Children[1].ValueText);
    }

    [Fact]
    public void Loads_are_counted() =>
        Assert.Equal(2, Compile(Revisions.Stock.Expression).Explain(Anon, Control).Loads);

    static string Draw(string text)
    {
        var lines = new System.Text.StringBuilder();
        Draw(Compile(text).Explain(Anon, Control).Root!, 0, lines);
        return lines.ToString();
    }

    static void Draw(ExplainedPart part, int depth, System.Text.StringBuilder lines)
    {
        lines.Append(' ', depth * 2).Append(part.Decided ? "*" : "").Append(part).Append('\n');
        foreach (var child in part.Children)
        {
            Draw(child, depth + 1, lines);
        }
    }
}
