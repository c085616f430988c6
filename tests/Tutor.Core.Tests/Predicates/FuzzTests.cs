using Tutor.Core.Predicates.Syntax;
using Tutor.Core.Text;
using Xunit;

namespace Tutor.Core.Tests.Predicates;

/// <summary>Whatever is typed ends in a predicate or in diagnostics with a place; <c>tests/soak</c> tries a million texts.</summary>
public sealed class FuzzTests
{
    const int Seed = 2023;

    [Fact]
    public void No_text_ends_in_an_exception()
    {
        var fuzz = new Fuzz(Seed);
        for (var i = 0; i < 20_000; i++)
        {
            var text = fuzz.Next();
            var problem = Fuzz.Check(text);
            Assert.True(problem is null, $"seed {Seed}, case {i}: {problem}\n{text}");
        }
    }

    [Theory]
    [InlineData(-1, 0)]
    [InlineData(0, 9)]
    [InlineData(7, 1)]
    public void A_place_outside_the_text_is_found_out(int start, int length)
    {
        var text = SourceText.From("predicate", "mapping");
        Assert.NotNull(Fuzz.Misplaced(new Diagnostic(SyntaxCodes.Unexpected, text, new TextSpan(start, length), "message"), text));
    }
}
