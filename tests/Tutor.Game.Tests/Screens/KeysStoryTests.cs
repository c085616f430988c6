using System.Text.RegularExpressions;
using Tutor.Game.Drawing;
using Tutor.Game.Keys;
using Tutor.Game.Screens;
using Xunit;

namespace Tutor.Game.Tests.Screens;

/// <summary>Keys and the mouse, as they reach the screens.</summary>
public sealed partial class KeysStoryTests
{
    /// <summary>The arrows do the same in more steps.</summary>
    static readonly Command[] Shortcuts = [Command.WordLeft, Command.WordRight];

    [Fact]
    public void Every_action_has_a_key_that_no_terminal_multiplexer_browser_or_desktop_takes() =>
        Assert.Empty(from row in KeyMap.Rows
                     where !Shortcuts.Contains(row.Command) && row.Keys.All(k => TakenKey().IsMatch(k))
                     select $"{row.Scope} {row.Command}: {string.Join(' ', row.Keys)}");

    [Fact]
    public void Every_letter_of_the_menu_means_one_thing_on_each_screen() =>
        Assert.All(new[] { KeyScope.Editor, KeyScope.Map, KeyScope.Brief, KeyScope.Options, KeyScope.Forecast, KeyScope.Scan }, scope =>
        {
            var letters = new[] { scope, KeyScope.Level, KeyScope.Everywhere }
                .SelectMany(s => KeyMap.Rows.Where(r => r.Scope == s)).Select(KeyMap.LetterOf).OfType<string>().ToList();
            Assert.Equal(letters.Distinct().Order(), letters.Order());
        });

    [Fact]
    public void The_menu_lists_what_function_keys_do_and_does_it()
    {
        var player = new Player(width: 100, height: 40).Press("Enter", "Ctrl+G");
        Assert.Contains("h     A hint", player.Screen, StringComparison.Ordinal);
        Assert.Contains("o     Settings", player.Screen, StringComparison.Ordinal);
        player.Press("h");
        Assert.IsType<HintScreen>(player.Game.Top);
        player.Press("Esc", "Ctrl+G", "o");
        Assert.IsType<SettingsScreen>(player.Game.Top);
    }

    [Fact]
    public void A_letter_that_the_menu_does_not_have_closes_it()
    {
        var player = new Player().Press("Enter");
        var before = player.Screen;
        Assert.Equal(before, player.Press("Ctrl+G", "Z").Screen);
    }

    [Theory]
    [InlineData("Alt+X", "x")]
    [InlineData("Alt+Q", "q")]
    public void An_unbound_Alt_key_is_Esc_and_the_key(string alt, string key)
    {
        var player = new Player().Press("Enter", "Ctrl+K", "F3");
        player.Game.Press(new KeyPress(alt), KeyPress.Char(key));
        Assert.DoesNotContain("Hint", player.Screen, StringComparison.Ordinal);
        Assert.Contains($"│{key} ", player.Screen, StringComparison.Ordinal);
    }

    [Fact]
    public void A_bound_Alt_key_is_not_Esc()
    {
        var player = new Player().Press("Enter", "Ctrl+K");
        player.Game.Press(new KeyPress("Alt+Enter"), new KeyPress("Enter"));
        Assert.True(player.Game.Depth > 1, "it left the level");
    }

    [Theory]
    [InlineData("F2")]
    [InlineData("F3")]
    [InlineData("F4")]
    [InlineData("F7")]
    [InlineData("F8")]
    [InlineData("F1")]
    public void F9_goes_on_to_the_next_level_from_whatever_lies_over_this_one(string key) =>
        new Player().Press("Enter", key, "F9").Sees("not passed yet").Press("F9").Sees("Which one asks the right thing?");

    [Fact]
    public void F9_goes_on_from_why_it_was_right_and_out_of_the_tour()
    {
        new Player().Press("Enter").Write(SmallWorld.RightAnswer).Press("F5").Sees("Why it was right").Press("F9").Sees("Which one asks the right thing?");
        new Player().Press("F1", "t").Sees("Tour, 1").Press("F9").DoesNotSee("Tour, ").Sees("Small pack");
    }

    [Theory]
    [InlineData("F1")]
    [InlineData("F4")]
    [InlineData("F8")]
    [InlineData("F11")]
    [InlineData("F12")]
    [InlineData("Ctrl+X")]
    [InlineData("Ctrl+G")]
    [InlineData("Alt+S")]
    public void A_popup_slices_no_frame_and_leaves_none_alone_below_it(string key)
    {
        var rows = new Player().Press("Enter", "Esc", "F5", key).Screen.Split('\n');
        // Every piece of a frame goes on into its neighbours.
        for (var y = 1; y < 22; y++)
        {
            Assert.False(IsEdge(rows[y]) && IsEdge(rows[y + 1]), $"two frames lie upon each other in row {y}:\n{string.Join('\n', rows)}");
            Assert.DoesNotContain("││", rows[y], StringComparison.Ordinal);
        }

        static bool IsEdge(string row) => row.Count(c => c == '─') > 60;
    }

    [Fact]
    public void Undo_does_not_reach_behind_the_levels_own_text()
    {
        var player = new Player().Press("Enter", "Esc");
        var before = player.Screen;
        Assert.Equal(before, player.Press("Ctrl+Z").Screen);
    }

    [Fact]
    public void What_is_typed_after_select_all_takes_the_texts_place_and_undo_brings_it_back()
    {
        var player = new Player().Press("Enter", "Esc");
        var before = player.Screen;
        player.Press("Ctrl+V", "q");
        Assert.Contains("│q ", player.Screen, StringComparison.Ordinal);
        Assert.Equal(before, player.Press("Ctrl+Z").Screen);
    }

    [Fact]
    public void Moving_the_caret_ends_the_selection()
    {
        var player = new Player().Press("Enter", "Ctrl+K").Type("ab");
        player.Press("Ctrl+V", "Left", "q");
        Assert.Contains("│aqb ", player.Screen, StringComparison.Ordinal);
    }

    [Fact]
    public void A_plot_of_no_tries_can_be_walked_through() =>
        new Player().Press("Enter", "F11", "p", "Down", "Down", "Up", "Enter");

    [Fact]
    public void A_click_on_a_key_of_the_footer_does_what_the_key_does()
    {
        var player = new Player().Press("Enter");
        Click(player, "help");
        Assert.IsType<HelpScreen>(player.Game.Top);
    }

    [Fact]
    public void A_click_outside_a_popup_closes_it_and_one_inside_does_not()
    {
        var player = new Player().Press("Enter", "F10");
        Click(player, "Settings");
        Assert.IsType<SettingsScreen>(player.Game.Top);
        player.Game.Mouse(1, 3, 0);
        Assert.IsNotType<SettingsScreen>(player.Game.Top);
    }

    [Fact]
    public void A_click_on_a_scroll_bar_goes_there()
    {
        var player = new Player().Press("Enter", "F1");
        var before = player.Screen;
        var x = before.Split('\n')[2].IndexOf('┃');
        player.Game.Mouse(x, 20, 0);
        Assert.NotEqual(before, player.Screen);
        player.Game.Mouse(x, 2, 0);
        Assert.Equal(before, player.Screen);
    }

    [Fact]
    public void A_copy_is_what_the_screen_shows_and_is_said()
    {
        var host = new ClipboardHost();
        var player = new Player(new SmallWorld(host: host)).Press("Enter", "Ctrl+K").Type("mapping").Press("Ctrl+G", "y");
        Assert.Equal("mapping\n", host.Copied);
        Assert.Contains("Copied, says the host.", player.Screen, StringComparison.Ordinal);
        Assert.DoesNotContain("Copied", player.Press("Left").Screen, StringComparison.Ordinal);
    }

    [Fact]
    public void A_popup_hides_the_carets_place_and_gives_it_back()
    {
        var player = new Player().Press("Enter", "Esc");
        var before = player.Picture.Cursor;
        Assert.NotNull(before);
        Assert.Null(player.Press("F10").Picture.Cursor);
        Assert.Equal(before, player.Press("Esc").Picture.Cursor);
    }

    [Fact]
    public void Dark_or_light_follows_the_terminal_until_somebody_chooses()
    {
        var kept = new Dictionary<string, string>();
        var settings = new GameSettings(kept.GetValueOrDefault, (k, v) => kept[k] = v, ColourDepth.Sixteen);
        settings.FollowBackground(0xfdf6e3);
        Assert.Equal((Theme.Light, ColourDepth.SixteenUnpainted), (settings.Theme, settings.Depth));
        settings.Choose(Theme.HighContrast);
        settings.FollowBackground(0x000000);
        Assert.Equal(Theme.HighContrast, settings.Theme);
        settings.FollowBackground();
        Assert.Equal(Theme.Dark, settings.Theme);
    }

    static void Click(Player player, string word)
    {
        var rows = player.Screen.Split('\n');
        var y = Array.FindLastIndex(rows, r => r.Contains(word, StringComparison.Ordinal));
        player.Game.Mouse(rows[y].IndexOf(word, StringComparison.Ordinal), y, 0);
    }

    /// <summary>Function keys; Alt, which types on a Mac; tmux's and screen's prefixes; a browser's own; what a Linux console does not send.</summary>
    [GeneratedRegex(@"^(F\d+|Alt\+.*|Ctrl\+(A|B|W|T|N|Left|Right)|Shift\+Enter)$")]
    private static partial Regex TakenKey();
}
