using System.Text;
using Tutor.Core.Predicates.Evaluation;
using Tutor.Core.Predicates.Syntax;
using Tutor.Core.Text;
using Xunit;
using static Tutor.Core.Tests.Predicates.Compiling;

namespace Tutor.Core.Tests.Predicates;

public sealed class LimitTests
{
    [Fact]
    public void Sixty_four_KiB_of_source_are_accepted() =>
        Assert.Empty(Diagnose("true" + new string(' ', 65536 - 4)));

    [Fact]
    public void One_byte_more_is_refused() =>
        OnlyError(LimitCodes.PredicateTooLong, "true" + new string(' ', 65536 - 3));

    [Fact]
    public void The_length_is_counted_in_bytes() =>
        OnlyError(LimitCodes.PredicateTooLong, "true /*" + new string('é', 33000) + "*/");

    [Fact]
    public void Brackets_nest_250_deep() => Assert.Empty(Diagnose(Nested(250)));

    [Fact]
    public void Brackets_do_not_nest_300_deep() => OnlyError(LimitCodes.NestedTooDeeply, Nested(300));

    [Fact]
    public void Prefix_operators_do_not_nest_60000_deep() =>
        OnlyError(LimitCodes.NestedTooDeeply, new string('!', 60000) + "mapping");

    [Fact]
    public void Blocks_do_not_nest_20000_deep() => OnlyError(LimitCodes.NestedTooDeeply,
        "bool f(void) " + new string('{', 20000) + "return true;" + new string('}', 20000));

    [Fact]
    public void Conditionals_do_not_nest_5000_deep() => OnlyError(LimitCodes.NestedTooDeeply,
        string.Concat(Enumerable.Repeat("true ? 1 : ", 4000)) + "1");

    [Fact]
    public void A_sum_of_4000_terms_is_no_nesting() => Assert.Empty(Diagnose(Sum(4000)));

    [Fact]
    public void A_sum_of_6000_terms_is_too_many_parts() => OnlyError(LimitCodes.TooManyNodes, Sum(6000));

    [Fact]
    public void The_longest_chain_is_printed_explained_and_asked()
    {
        var predicate = Compile(Sum(4999));
        Assert.Equal(4999 * 4 - 3, predicate.Print().Length);
        Assert.Equal(SkipAnswer.Skip, predicate.Explain(Anon, Control).Answer);
        Assert.Equal(SkipAnswer.Skip, predicate.Ask(Anon, Control));
    }

    /// <summary>256 KiB is less than any thread of ours gets: what does not fit there is refused, not a crash.</summary>
    [Fact]
    public void A_stack_too_small_for_a_chain_ends_in_a_diagnostic()
    {
        var refused = false;
        var thread = new Thread(
            () => refused = Diagnose(Sum(4999)).Any(d => d.Code == LimitCodes.NestedTooDeeply), 256 * 1024);
        thread.Start();
        thread.Join();
        Assert.True(refused);
    }

    [Fact]
    public void Functions_that_double_their_work_run_out_of_steps() =>
        Assert.Equal(SkipAnswer.Error, Ask(Doubling(40)));

    [Fact]
    public void Running_out_of_steps_has_a_place()
    {
        var problem = Assert.Single(Compile(Doubling(40)).EvaluationProblems([Anon], Control));
        Assert.Equal((LimitCodes.TooManySteps, true), (problem.Code, problem.Span.Length > 0));
    }

    [Fact]
    public void A_thousand_functions_in_a_row_are_no_trouble() =>
        Assert.Equal(SkipAnswer.Skip, Ask(Chain(1000)));

    static string Nested(int depth) => new string('(', depth) + "true" + new string(')', depth);

    static string Sum(int terms) => "1" + string.Concat(Enumerable.Repeat(" + 1", terms - 1)) + "";

    /// <summary>Each calls the one above twice: 2^depth calls.</summary>
    static string Doubling(int depth)
    {
        var text = new StringBuilder("int f0(int x) { return x; }\n");
        for (var i = 1; i <= depth; i++)
        {
            text.Append($"int f{i}(int x) {{ return f{i - 1}(x) + f{i - 1}(x); }}\n");
        }

        return text.Append($"bool skip(void) {{ return f{depth}(1); }}").ToString();
    }

    static string Chain(int length)
    {
        var text = new StringBuilder("int f0(int x) { return x; }\n");
        for (var i = 1; i < length; i++)
        {
            text.Append($"int f{i}(int x) {{ return f{i - 1}(x); }}\n");
        }

        return text.Append($"bool skip(void) {{ return f{length - 1}(1); }}").ToString();
    }

    static void OnlyError(DiagnosticCode code, string text)
    {
        var error = Assert.Single(Diagnose(text));
        Assert.Equal(code, error.Code);
    }
}
