using Tutor.Game.Drawing;
using Xunit;

namespace Tutor.Game.Tests.Screens;

public sealed class AsciiTests
{
    [Theory]
    [InlineData("…", ".")]
    [InlineData("—", "-")]
    [InlineData("é", "?")]
    [InlineData("a", "a")]
    public void A_terminal_with_ascii_alone_is_sent_ascii(string glyph, string shown) =>
        Assert.Equal(shown, Glyphs.Ascii.Shown(glyph));

    [Fact]
    public void Every_other_terminal_is_sent_the_text_as_it_is() => Assert.Equal("…", Glyphs.Unicode.Shown("…"));
}
