using Tutor.Game.Keys;
using Tutor.Game.Playing;
using Tutor.Game.Reading;
using Tutor.Game.Screens;
using Xunit;

namespace Tutor.Game.Tests.Screens;

/// <summary>Somebody who writes a predicate.</summary>
public sealed class EditingStoryTests
{
    static Player Editing(string text = "") => new Player(width: 100, height: 30).Press("Enter").Write(text);

    [Fact]
    public void The_list_of_words_shows_signatures_and_a_line_of_help_of_the_chosen_one() =>
        Editing().Type("folio_test_d").Sees("bool folio_test_dirty(struct folio *folio)").Press("Esc").Press("Ctrl+K").Type("folio_ma")
            .Sees("int folio_mapcount(struct folio *folio)").Sees("bool folio_mapped").Sees("Page-table mappings of the whole folio").Press("Down").DoesNotSee("Page-table mappings of the whole");

    [Fact]
    public void Enter_takes_no_word_that_nobody_went_to()
    {
        Editing().Type("folio_ma").Press("Enter").Sees("│folio_ma  ").Sees("This is not a predicate yet");
        Editing().Type("folio_ma").Press("Down", "Enter").Sees("folio_mapped");
        Editing().Type("folio_ma").Press("Tab").Sees("folio_mapcount");
    }

    [Fact]
    public void Ctrl_U_deletes_to_the_beginning_of_the_line_and_Ctrl_W_a_word() =>
        Editing("!mapping && folio_mapped(folio)").Press("Ctrl+W").Sees("folio_mapped(").Press("Ctrl+U").DoesNotSee("!mapping").Press("Ctrl+Z").Sees("!mapping && folio_mapped(");

    [Fact]
    public void Words_are_offered_on_request_where_nothing_is_typed_yet() => Editing().Press("Ctrl+Space").Sees("struct folio *folio");

    [Fact]
    public void An_error_is_underlined_where_it_is_and_a_warning_looks_different()
    {
        var player = Editing("nothing_such(folio)");
        Assert.Equal((Ink.Bad, CellStyle.Underline), LookOf(player, "nothing_such"));
        player.Write("folio_mapcount(folio) > 100000");
        Assert.Equal((Ink.Warning, CellStyle.Underline), LookOf(player, "folio_mapcount(folio) > 100000"));
        player.Write("folio_mapcount(folio) > 0");
        Assert.False(LookOf(player, "folio_mapcount(folio) > 0").Style.HasFlag(CellStyle.Underline));
    }

    [Fact]
    public void Each_of_several_messages_is_gone_to_and_read()
    {
        var player = Editing("folio_ref_cuont(folio) > folio_mapcuont(folio)").Sees("Message 1 of 2").Sees("no function 'folio_ref_cuont'");
        player.Press("Alt+Down").Sees("Message 1 of 2").Press("Alt+Down").Sees("Message 2 of 2").Sees("no function 'folio_mapcuont'").Press("Alt+Up").Sees("Message 1 of 2");
        Editing("folio_ref_count(folio) > 2").Press("Alt+Down").Sees("No message is about this text.");
    }

    [Fact]
    public void The_bracket_under_the_caret_and_its_partner_stand_out_and_are_no_second_caret()
    {
        var player = Editing("(folio_ref_count(folio) > 2)");
        Assert.Equal(CellStyle.Bold | CellStyle.Underline, LookOf(player, "(folio_ref_count").Style);
        player.Press("Left", "Left");
        Assert.NotEqual(CellStyle.Bold | CellStyle.Underline, LookOf(player, "(folio_ref_count").Style);
    }

    [Fact]
    public void Undo_and_redo_go_word_by_word() =>
        Editing().Type("!mapping ").Sees("!mapping").Press("Ctrl+Z", "Ctrl+Z").DoesNotSee("!mapping").Press("Ctrl+Y", "Ctrl+Y", "Ctrl+Y").Sees("!mapping");

    [Fact]
    public void A_function_out_of_a_quoted_patch_is_played_after_one_key()
    {
        const string mail = """
            > @@ -744,6 +744,17 @@
            >  /* Context that stays. */
            > +static bool skip(struct folio *folio)
            > +{
            > +	return folio_ref_count(folio) > 2;
            > +}
            > -static bool old(void);
            """;
        Editing(mail).Sees("Ctrl+G q takes the marks").Press("Ctrl+G", "q").Sees("static bool skip").DoesNotSee("+static").DoesNotSee("old(void)")
            .Sees("isolated           768").Press("Ctrl+Z").Sees("> +static bool skip");
    }

    [Fact]
    public void Code_is_not_taken_for_a_patch() =>
        Assert.Equal("static int f(void)\n{\n\treturn 1\n\t+ 2;\n}", MailQuotes.Strip("static int f(void)\n{\n\treturn 1\n\t+ 2;\n}"));

    [Fact]
    public void Earlier_tries_come_back_one_after_the_other() =>
        Editing("mapping != NULL").Press("F5").Write("folio_mapped(folio)").Press("F5").Write("true").Press("Ctrl+P").Sees("folio_mapped(folio)").Sees("Try 2 of 2")
            .Press("Ctrl+P").Sees("mapping != NULL").Press("Ctrl+P").Sees("folio_mapped(folio)").Press("Ctrl+Z", "Ctrl+Z", "Ctrl+Z").Sees("true");

    [Fact]
    public void Enter_hands_in_one_line_and_breaks_the_lines_of_a_function() =>
        Editing("folio_ref_count(folio) > 2").Press("Enter").Sees("Passed; for gold: blocks freed at least 1.").Press("Esc").Write("bool f(void) {").Press("Enter").DoesNotSee("Not yet.").Sees("TUT1");

    [Fact]
    public void Up_and_down_go_by_the_rows_that_are_seen()
    {
        var player = Editing("folio_ref_count(folio) - 1 > folio_mapcount(folio) && folio_ref_count(folio) > 2");
        var row = player.Picture.Cursor!.Value.Y;
        Assert.Equal(row - 1, player.Press("Up").Picture.Cursor!.Value.Y);
        Assert.Equal(row, player.Press("Down").Picture.Cursor!.Value.Y);
    }

    [Theory]
    [InlineData("Enter")]
    [InlineData("Backspace")]
    [InlineData("Delete")]
    [InlineData("Home")]
    [InlineData("Alt+Down")]
    public void Keys_that_edit_are_in_the_help(string key) =>
        Assert.Contains(HelpScreen.Lines([KeyScope.Editor], 100), l => l.Text.StartsWith(key, StringComparison.Ordinal));

    /// <summary>Ink and style of the first letter of a text on the screen.</summary>
    static (Ink Ink, CellStyle Style) LookOf(Player player, string text)
    {
        var picture = player.Picture;
        var rows = picture.ToString().Split('\n');
        var y = Array.FindIndex(rows, r => r.Contains(text, StringComparison.Ordinal));
        Assert.True(y >= 0, $"\"{text}\" is not on the screen:\n{picture}");
        var cell = picture[rows[y].IndexOf(text, StringComparison.Ordinal), y];
        return (cell.Ink, cell.Style);
    }
}
