using Tutor.Game.Drawing;
using Tutor.Game.Keys;
using Tutor.Game.Playing;
using Tutor.Game.Reading;
using Tutor.Game.Text;

namespace Tutor.Game.Screens;

/// <summary>Every key of a screen, from the one table.</summary>
sealed class HelpScreen(string name, IReadOnlyList<KeyScope> scopes) : Screen
{
    const int KeyColumns = 26;

    readonly TextPane _pane = new();

    public override IEnumerable<KeyScope> Scopes => [KeyScope.Help, KeyScope.Card, KeyScope.Everywhere];

    public override string Name => "Help";

    public override bool IsOverlay => true;

    public override bool DimsBelow => true;

    /// <summary>The lines of the help: one a row of the table.</summary>
    public static List<Line> Lines(IEnumerable<KeyScope> scopes, int width)
    {
        var lines = new List<Line>();
        foreach (var group in KeyMap.RowsOf(scopes).GroupBy(r => r.Scope))
        {
            if (lines.Count > 0)
            {
                lines.Add(Line.Empty);
            }

            lines.Add(Line.Of(Title(group.Key), Ink.Title, CellStyle.Bold));
            foreach (var row in group)
            {
                var keys = KeyLines(row);
                var help = Wrapping.Wrap(row.Help, Math.Max(10, width - KeyColumns));
                for (var i = 0; i < Math.Max(keys.Count, help.Count); i++)
                {
                    var key = i < keys.Count ? keys[i] : "";
                    lines.Add((i < help.Count ? help[i] : Line.Empty).After(new Run(key, Ink.Key), new Run(new string(' ', Math.Max(0, KeyColumns - TextColumns.Of(key))))));
                }
            }
        }

        return lines;
    }

    public override void Draw(Grid grid)
    {
        var lines = Lines(scopes, grid.PopupText(76));
        _pane.Lines = lines;
        _pane.Draw(grid, grid.PopupBox(76, lines.Count + 2, $"Keys: {name}"));
        Footer.Draw(grid, [KeyScope.Help, KeyScope.Everywhere]);
    }

    public override bool Do(Command command)
    {
        if (command == Command.Help)
        {
            Game.Close();
            return true;
        }

        if (command == Command.Tour)
        {
            Game.Replace(new TourScreen(Game.Host));
            return true;
        }

        if (command == Command.Guides && Guides.In(Game.Texts).Length > 0)
        {
            Game.Replace(new GuidesScreen(Game.Texts));
            return true;
        }

        return _pane.Do(command);
    }

    public override void Mouse(int x, int y, int wheel) => _pane.Scroll(wheel);

    /// <summary>All keys of a row, in as many lines as they need. A key that is cut off would be as good as missing.</summary>
    static List<string> KeyLines(KeyRow row)
    {
        var lines = new List<string>();
        foreach (var key in row.Keys.Select(KeyMap.Shown))
        {
            if (lines.Count > 0 && lines[^1].Length + 2 + key.Length < KeyColumns)
            {
                lines[^1] += "  " + key;
            }
            else
            {
                lines.Add(key);
            }
        }

        return lines;
    }

    static string Title(KeyScope scope) => scope switch
    {
        KeyScope.Everywhere => "Everywhere",
        KeyScope.Home => "Levels",
        KeyScope.After => "After the course",
        KeyScope.Sandbox => "Sandbox",
        KeyScope.Value or KeyScope.ValueList or KeyScope.ValueBuild or KeyScope.ValueDone => "Values",
        KeyScope.Find => "List: letters find",
        KeyScope.Level => "Level",
        KeyScope.Brief => "Text",
        KeyScope.BriefCard => "The brief, as a level opens",
        KeyScope.Map => "Memory map",
        KeyScope.Legend => "Legend",
        KeyScope.Editor => "Editor",
        KeyScope.Completion => "List of words",
        KeyScope.Options => "Answers",
        KeyScope.Forecast => "Forecasts",
        KeyScope.Marks => "The pages to be marked",
        KeyScope.Marking => "Marking on the map",
        KeyScope.Palette => "The kinds to paint with",
        KeyScope.Painting => "Painting on the map",
        KeyScope.Scan => "The scan of this level",
        KeyScope.Card => "Page card",
        KeyScope.Block => "Predicates in the text",
        KeyScope.Reading or KeyScope.More => "Reading",
        KeyScope.Dump => "Page dumps",
        KeyScope.Watch => "Watching the scan",
        KeyScope.Compare => "Compare",
        KeyScope.Terms => "The truth table",
        KeyScope.Counter => "Counter-example",
        KeyScope.Hint => "Hints",
        KeyScope.Help => "Help",
        KeyScope.Tour => "Tour",
        KeyScope.Menu => "Menu",
        KeyScope.Tries => "Tries",
        KeyScope.Plot => "Plot",
        KeyScope.Saved or KeyScope.Choice => "Choice",
    };
}
