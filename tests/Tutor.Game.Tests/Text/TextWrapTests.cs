using Tutor.Game.Text;
using Xunit;

namespace Tutor.Game.Tests.Text;

public sealed class TextWrapTests
{
    [Theory]
    [InlineData("one two three", 7, "one two|three")]
    [InlineData("one two three", 8, "one two|three")]
    [InlineData("unbreakable", 4, "unbreakable")]
    [InlineData("unbreakable word", 4, "unbreakable|word")]
    [InlineData("", 4, "")]
    public void Lines_break_at_spaces(string line, int width, string expected) =>
        Assert.Equal(expected, string.Join('|', TextWrap.Break(line, width)));

    [Fact]
    public void Further_lines_stand_under_the_first()
    {
        using var output = new StringWriter { NewLine = "\n" };
        TextWrap.Write(output, "label  ", $"{new string('a', 60)} {new string('b', 60)}\nlast");
        Assert.Equal($"label  {new string('a', 60)}\n       {new string('b', 60)}\n       last\n", output.ToString());
    }
}
