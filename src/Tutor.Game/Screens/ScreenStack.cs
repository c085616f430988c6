using Tutor.Game.Drawing;
using Tutor.Game.Keys;
using Tutor.Game.Playing;
using Tutor.Game.Reading;
using Tutor.Game.Text;

namespace Tutor.Game.Screens;

/// <summary>The screens that are open, one above the other, and the keys that work on all of them.</summary>
sealed class ScreenStack
{
    /// <summary>Below this nothing can be laid out.</summary>
    public const int NarrowestWidth = 60;

    public const int LowestHeight = 20;

    readonly List<Screen> _screens = [];
    Grid? _shown;
    string? _notice;

    public ScreenStack(GameSettings settings, IHost host) => (Settings, Host) = (settings, host);

    public GameSettings Settings { get; }

    public IHost Host { get; }

    public bool HasEnded { get; private set; }

    /// <summary>Somebody wants the screen sent whole again.</summary>
    public bool WantsRedraw { get; set; }

    /// <summary>The player wants the shell for a while.</summary>
    public bool WantsStop { get; set; }

    /// <summary>The texts of the pack at hand, by their paths; null for one that it does not have.</summary>
    public Func<string, string?> Texts { get; set; } = _ => null;

    /// <summary>How soon <see cref="Tick"/> must be called; null while nothing moves and no work is under way.</summary>
    public TimeSpan? NextTick => Below().Select(s => s.NextTickBelow).Append(Top.NextTick).Min();

    public Screen Top => _screens[^1];

    public int Depth => _screens.Count;

    public void Open(Screen screen)
    {
        screen.Game = this;
        if (_screens.Count > 0)
        {
            Top.Covered(screen);
        }

        _screens.Add(screen);
        screen.Shown();
    }

    /// <summary>Takes the place of the screen on top.</summary>
    public void Replace(Screen screen)
    {
        _screens.RemoveAt(_screens.Count - 1);
        Open(screen);
    }

    public void Close()
    {
        if (_screens.Count > 1)
        {
            _screens.RemoveAt(_screens.Count - 1);
            Top.Shown();
        }
    }

    public void Quit() => HasEnded = true;

    public void Press(KeyPress key)
    {
        var top = Top;
        _notice = null;
        // '?' is help, but in a text it is C's.
        var isText = top.IsEditing && key.Text is not null && key.Name != "Enter";
        var command = isText ? Command.None : KeyMap.Find(top.Scopes, key);
        if (command != Command.None && (top.Do(command) || DoEverywhere(command)))
        {
            return;
        }

        if (command == Command.None && !isText && OpensLesson(key))
        {
            return;
        }

        if (!top.Press(key) && key.Text is { } text)
        {
            top.Type(text);
        }
    }

    /// <summary>
    /// Takes a key that came right after an Esc. If Alt and the key mean something, it is that; otherwise Esc and then the key.
    /// </summary>
    /// <param name="alt">Alt and the key, as one.</param>
    public void Press(KeyPress alt, KeyPress key)
    {
        if (KeyMap.Find(Top.Scopes, alt) != Command.None)
        {
            Press(alt);
            return;
        }

        Press(new KeyPress("Esc"));
        Press(key);
    }

    public void Paste(string text) => Top.Paste(text);

    /// <summary>A click (<paramref name="wheel"/> 0), or the wheel: on a key of the footer, on a scroll bar, outside a popup, else in the screen.</summary>
    public void Mouse(int x, int y, int wheel)
    {
        if (wheel != 0 || _shown is not { } shown)
        {
            Top.Mouse(x, y, wheel);
        }
        else if (shown.CommandAt(x, y) is var command and not Command.None)
        {
            _ = Top.Do(command) || DoEverywhere(command);
        }
        else if (shown.ScrollAt(x, y) is var (left, rows))
        {
            if (rows != 0)
            {
                Top.Mouse(left, y, rows);
            }
        }
        else if (Top.IsOverlay && shown.Boxes?.Contains(x, y) == false)
        {
            Close();
        }
        else
        {
            Top.Mouse(x, y, 0);
        }
    }

    public bool Tick(TimeSpan now)
    {
        var isChanged = false;
        foreach (var screen in Below())
        {
            isChanged |= screen.TickBelow();
        }

        return Top.Tick(now) || isChanged;
    }

    public Grid Picture(int width, int height)
    {
        var grid = new Grid(width, height);
        if (width < NarrowestWidth || height < LowestHeight)
        {
            DrawNotice(grid);
            return grid;
        }

        for (var i = FirstSeen; i < _screens.Count; i++)
        {
            // Only the topmost screen has a caret and takes clicks.
            grid.BeginScreen();
            if (_screens[i].DimsBelow)
            {
                grid.Dim();
            }

            _screens[i].Draw(grid);
        }

        if (_notice is not null)
        {
            var last = new Area(0, height - 1, width, 1);
            grid.Fill(last, Paper.Bar);
            grid.Put(1, last.Y, TextColumns.Fit(_notice, width - 2), Ink.Strong, Paper.Bar);
        }

        if (Settings.IsAscii)
        {
            grid.MakeAscii();
        }

        _shown = grid;
        return grid;
    }

    /// <summary>The topmost screen that is no overlay: it hides those below it.</summary>
    int FirstSeen => Math.Max(0, _screens.FindLastIndex(s => !s.IsOverlay));

    /// <summary>The screens that are seen under the one on top.</summary>
    IEnumerable<Screen> Below() => _screens.Take(_screens.Count - 1).Skip(FirstSeen);

    bool DoEverywhere(Command command)
    {
        switch (command)
        {
            case Command.Quit:
                Quit();
                return true;
            case Command.Back:
                Close();
                return true;
            case Command.Redraw:
                WantsRedraw = true;
                return true;
            case Command.Stop:
                WantsStop = true;
                return true;
            case Command.NextLevel when _screens.FindLastIndex(s => s.GoesOn) is >= 0 and var below && below < _screens.Count - 1:
                _screens.RemoveRange(below + 1, _screens.Count - below - 1);
                return Top.Do(command);
            case Command.Help:
                Open(new HelpScreen(Top.Name, [.. Top.Scopes]));
                return true;
            case Command.Menu when Top is not MenuScreen:
                var top = Top;
                Open(new MenuScreen([.. top.Scopes], c => top.IsOff(c) || (c == Command.Copy && top.CopyText is null) || (c == Command.NextLevel && !_screens.Exists(s => s.GoesOn))));
                return true;
            case Command.Copy when Top.CopyText is { } text:
                _notice = Host.Copy(text);
                return true;
            case Command.Guides when Guides.In(Texts).Length > 0:
                Open(new GuidesScreen(Texts));
                return true;
            case Command.Settings when Top is not SettingsScreen:
                Open(new SettingsScreen());
                return true;
            default:
                return false;
        }
    }

    /// <summary>A level's lesson opens over whatever lies over the level, and leads back there.</summary>
    bool OpensLesson(KeyPress key) => KeyMap.Find([KeyScope.Level], key) == Command.Lesson && Top is not MenuScreen && Top.Reads != "lesson"
        && _screens.FindLast(s => s.GoesOn) is { } level && level != Top && level.Do(Command.Lesson);

    static void DrawNotice(Grid grid)
    {
        var lines = Wrapping.Wrap(
            $"Tutor needs {NarrowestWidth} columns and {LowestHeight} rows; this is {grid.Width} by {grid.Height}. "
            + "Make the window larger; nothing is lost. Ctrl+Q quits.", Math.Max(1, grid.Width));
        grid.Put(grid.Whole, lines);
    }
}
