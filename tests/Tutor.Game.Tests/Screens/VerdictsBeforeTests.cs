using Tutor.Game.Screens.Level;
using Xunit;

namespace Tutor.Game.Tests.Screens;

/// <summary>What the map shows beside a text that is no predicate.</summary>
public sealed class VerdictsBeforeTests
{
    [Theory]
    [InlineData("folio", "folio_maybe", true)]
    [InlineData("!folio && x", "!folio_is && x", true)]
    [InlineData("", "fo", false)]
    [InlineData("folio", "folio &&", false)]
    [InlineData("folio_", "folio", false)]
    [InlineData("false", "folio", false)]
    [InlineData("x + 1", "x + 1 y", false)]
    public void A_word_has_grown_where_letters_were_added_to_it_and_nothing_else(string before, string after, bool expected) =>
        Assert.Equal(expected, VerdictsBefore.HasGrownAWord(before, after));

    [Fact]
    public void A_short_name_on_the_way_to_a_long_one_is_not_the_text_before()
    {
        var player = Player.At("guest-memory", 120, 40).Write("false");
        var before = Cells(player);
        player.Write("").Type("folio").DoesNotSee("before this text");
        Assert.NotEqual(before, Cells(player));
        player.Type("_").Press("Esc").Sees("before this text");
        Assert.Equal(before, Cells(player));
    }

    [Fact]
    public void A_predicate_that_was_left_is_the_text_before()
    {
        var player = Player.At("guest-memory", 120, 40).Write("false").Write("folio");
        var before = Cells(player);
        player.Type(" &&").Sees("before this text");
        Assert.Equal(before, Cells(player));
    }

    /// <summary>The letters of the map's first row.</summary>
    static string Cells(Player player)
    {
        var rows = player.Screen.Split('\n');
        var row = Array.FindIndex(rows, r => r.Contains("+0 ", StringComparison.Ordinal));
        return rows[row][..40];
    }
}
