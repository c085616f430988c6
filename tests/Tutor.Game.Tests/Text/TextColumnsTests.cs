using Tutor.Game.Text;
using Xunit;

namespace Tutor.Game.Tests.Text;

public sealed class TextColumnsTests
{
    [Theory]
    [InlineData("ok", 2)]
    [InlineData("⭐⭐⭐⭐ ok", 11)]
    [InlineData("✅ ⚡ ❌", 8)]
    [InlineData("漢字", 4)]
    [InlineData("é", 1)]
    [InlineData("𗀀", 2)]
    [InlineData("\t", 1)]
    public void A_text_takes_the_columns_that_a_terminal_gives_it(string text, int columns) =>
        Assert.Equal(columns, TextColumns.Of(text));

    [Theory]
    [InlineData(20, "refs 2 mapped 1")]
    [InlineData(14, "r2 m1")]
    [InlineData(2, "r2 m1")]
    public void Of_two_texts_the_first_that_fits_is_taken(int columns, string taken) =>
        Assert.Equal(taken, TextColumns.FirstThatFits(columns, "refs 2 mapped 1", "r2 m1"));

    [Fact]
    public void A_cut_never_splits_a_wide_character() => Assert.Equal("⭐…", TextColumns.Fit("⭐⭐⭐", 4));
}
