using Xunit;

namespace Tutor.Core.Tests.Predicates;

/// <summary>What the language means is what gcc says it means; <c>tests/soak</c> asks for 100,000 cases.</summary>
public sealed class GccTests
{
    const int Seed = 61;

    [Fact]
    public void Random_predicates_are_worth_what_gcc_says()
    {
        Assert.SkipUnless(Gcc.IsPresent, "gcc is not installed: nothing to compare with");
        Assert.Equal("", GccComparison.Differences(GccComparison.Generate(new RandomC(Seed), 2000), null, Seed));
    }

    [Theory]
    [InlineData(7, "unsigned int", "int")]
    [InlineData(8, " & ", " == ")]
    [InlineData(10, "#define CONFIG_SWAP_IS 1", "#define CONFIG_SWAP_IS 0")]
    public void A_wrong_meaning_is_found_out(int seed, string right, string wrong)
    {
        Assert.SkipUnless(Gcc.IsPresent, "gcc is not installed: nothing to compare with");
        Assert.NotEqual("", GccComparison.Differences(GccComparison.Generate(new RandomC(seed), 150),
            c => c.Replace(right, wrong, StringComparison.Ordinal), seed));
    }
}
