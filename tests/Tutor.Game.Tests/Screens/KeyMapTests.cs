using Tutor.Game.Drawing;
using Tutor.Game.Keys;
using Tutor.Game.Screens;
using Xunit;

namespace Tutor.Game.Tests.Screens;

public sealed class KeyMapTests
{
    [Fact]
    public void Help_lists_every_row_of_the_table()
    {
        var help = string.Join('\n', HelpScreen.Lines(Enum.GetValues<KeyScope>(), 400).Select(l => l.Text));
        Assert.All(KeyMap.RowsOf(Enum.GetValues<KeyScope>()), row => Assert.Contains(row.Help, help, StringComparison.Ordinal));
    }

    [Fact]
    public void Every_command_has_a_key()
    {
        var missing = Enum.GetValues<Command>().Except(KeyMap.Rows.Select(r => r.Command)).Where(c => c != Command.None);
        Assert.Empty(missing);
    }

    [Fact]
    public void A_function_key_means_one_thing_on_every_screen() =>
        Assert.Empty(from row in KeyMap.Rows
                     from key in row.Keys.Where(k => k.Length > 1 && k[0] == 'F' && char.IsAsciiDigit(k[1]))
                     group row.Command by key into meanings
                     where meanings.Distinct().Count() > 1
                     select $"{meanings.Key}: {string.Join(", ", meanings.Distinct())}");

    [Fact]
    public void The_help_cuts_no_key() => Assert.DoesNotContain('…', string.Concat(HelpScreen.Lines(Enum.GetValues<KeyScope>(), 72).Select(l => l.Text)));

    [Fact]
    public void No_scope_gives_one_key_two_meanings() =>
        Assert.All(Enum.GetValues<KeyScope>(), scope =>
        {
            var keys = KeyMap.Rows.Where(r => r.Scope == scope).SelectMany(r => r.Keys).ToList();
            Assert.Equal(keys.Count, keys.Distinct().Count());
        });

    [Fact]
    public void Help_settings_and_the_way_out_are_always_listed_in_the_footer() =>
        Assert.All(Enum.GetValues<KeyScope>(), scope =>
        {
            var grid = new Grid(60, 20);
            Footer.Draw(grid, [scope, KeyScope.Everywhere]);
            Assert.Contains("help", grid.ToString(), StringComparison.Ordinal);
            Assert.Contains("quit", grid.ToString(), StringComparison.Ordinal);
            Assert.Contains("F10 set", grid.ToString(), StringComparison.Ordinal);
        });
}
