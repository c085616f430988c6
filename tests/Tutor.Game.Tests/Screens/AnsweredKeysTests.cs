using Tutor.Game.Keys;
using Tutor.Game.Screens;
using Tutor.Game.Screens.Level;
using Xunit;

namespace Tutor.Game.Tests.Screens;

/// <summary>A key that the table lists does something on a screen that it is listed for.</summary>
public sealed class AnsweredKeysTests
{
    [Fact]
    public void Every_row_of_the_key_map_is_answered_by_a_screen_of_its_scope()
    {
        var dead = string.Join('\n', Unanswered(KeyMap.Rows).Select(r => $"{r.Scope} {r.Command}: no screen of this scope answers it"));
        Assert.True(dead.Length == 0, dead);
    }

    [Fact]
    public void A_row_that_nothing_answers_is_found()
    {
        var dead = new KeyRow(KeyScope.Home, Command.Paint, ["p"], "Paint the list of levels");
        Assert.Equal([dead], Unanswered([dead]));
    }

    /// <summary>What works everywhere is the stack's, and is not asked of screens.</summary>
    static List<KeyRow> Unanswered(IEnumerable<KeyRow> rows)
    {
        var dead = new List<KeyRow>();
        foreach (var scope in rows.Where(r => !KeyMap.Rows.Any(e => e.Scope == KeyScope.Everywhere && e.Command == r.Command)).GroupBy(r => r.Scope))
        {
            // A screen is opened anew where the last command led away from it, or left it in a state that does not answer.
            Player? at = null;
            foreach (var row in scope)
            {
                if ((at is null || !IsAnswered(at, row)) && !With(row.Scope).Any(open => IsAnswered(at = open(), row)))
                {
                    dead.Add(row);
                }
            }
        }

        return dead;
    }

    static bool IsAnswered(Player player, KeyRow row) =>
        player.Game.Top.Scopes.Contains(row.Scope) && !player.Game.Top.IsOff(row.Command) && player.Game.Top.Do(row.Command);

    /// <summary>Screens on which keys of a scope mean something; a row may need another state of one than the first.</summary>
    static Func<Player>[] With(KeyScope scope) => scope switch
    {
        KeyScope.Everywhere or KeyScope.Home => [() => new Player()],
        KeyScope.After => [() => new Player().Press("a")],
        KeyScope.Sandbox => [Sandbox],
        KeyScope.Value => [() => Sandbox().Press("m"), () => Sandbox().Press("m", "Down", "1")],
        KeyScope.ValueList => [() => Sandbox().Press("m")],
        KeyScope.ValueBuild => [() => Sandbox().Press("m", "Down")],
        KeyScope.ValueDone => [() => Sandbox().Press("r")],
        KeyScope.Find => [() => Sandbox().Press("K")],
        KeyScope.Level => [Writing, Passed],
        KeyScope.Brief => [() => Writing().Press("Shift+Tab", "Shift+Tab")],
        KeyScope.BriefCard => [LongBrief],
        KeyScope.Map => [() => Writing().Press("Shift+Tab")],
        KeyScope.Legend => [() => Writing().Press("Shift+Tab", "g")],
        KeyScope.Editor => [Writing],
        KeyScope.Completion => [() => Writing().Type(" fol")],
        KeyScope.Options => [() => Small(1)],
        KeyScope.Forecast => [() => Small(2)],
        KeyScope.Scan => [() => Small(3)],
        KeyScope.Marks => [() => Player.At("eight-pages")],
        KeyScope.Marking => [() => Player.At("eight-pages").Press("Shift+Tab")],
        KeyScope.Palette => [() => Player.At("break-stock")],
        KeyScope.Painting => [() => Player.At("break-stock").Press("Shift+Tab")],
        KeyScope.Card => [() => Writing().Press("F4")],
        KeyScope.Reading => [() => Writing().Press("F2")],
        KeyScope.Block or KeyScope.More => [() => Writing().Press("F2")],
        KeyScope.Dump => [() => new Player().Press("d")],
        KeyScope.Saved => [() => new Player().Press("s")],
        KeyScope.Watch => [() => Writing().Press("F7")],
        KeyScope.Choice => [() => new Player().Press("F10")],
        KeyScope.Tries => [() => Passed().Press("F11")],
        KeyScope.Plot => [() => Passed().Press("F11", "p")],
        KeyScope.Counter => [() => Writing().Press("F12")],
        KeyScope.Compare => [() => Writing().Press("F8")],
        KeyScope.Terms => [() => Writing().Press("Ctrl+X")],
        KeyScope.Hint => [() => Writing().Press("F3")],
        KeyScope.Help => [() => new Player().Press("F1")],
        KeyScope.Tour => [() => new Player().Press("F1", "t")],
        KeyScope.Menu => [() => new Player().Press("Ctrl+G")],
    };

    static Player Writing() => new Player().Press("Enter", "Esc").Write("folio_ref_count(folio) > 1");

    static Player LongBrief()
    {
        var player = Writing();
        player.Game.Open(new BriefCard((LevelScreen)player.Game.Top, string.Concat(Enumerable.Repeat("A line.\n\n", 40))));
        _ = player.Picture;
        return player;
    }

    static Player Passed() => new Player().Press("Enter", "Esc").Write(SmallWorld.RightAnswer).Press("F5", "Esc");

    static Player Small(int level) => new Player().Press([.. Enumerable.Repeat("Down", level), "Enter", "Esc"]);

    /// <summary>With the map in focus, where letters are commands.</summary>
    static Player Sandbox() => new Player().Press("a", "s").Write("false").Press("Tab", "Tab");
}
