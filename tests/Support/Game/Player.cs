using Tutor.Game.Drawing;
using Tutor.Game.Keys;
using Tutor.Game.Playing;
using Tutor.Game.Screens;
using Xunit;

namespace Tutor.Tests.Support;

/// <summary>Somebody who plays with the keyboard alone, and reads the screen.</summary>
sealed class Player
{
    readonly ScreenStack _game;
    TimeSpan _clock;

    public Player(SmallWorld? world = null, int width = 80, int height = 24)
        : this(world ??= new SmallWorld(), world.Pack, width, height)
    {
    }

    /// <summary>Somebody with another pack than the small one.</summary>
    public Player(PlayedPack pack, int width, int height)
        : this(null, pack, width, height)
    {
    }

    Player(SmallWorld? world, PlayedPack pack, int width, int height)
    {
        World = world!;
        Width = width;
        Height = height;
        _game = new ScreenStack(GameSettings.Unkept(), pack.Host);
        _game.Open(new HomeScreen(pack));
    }

    /// <summary>The small pack; not played by who plays the built-in one.</summary>
    public SmallWorld World { get; }

    /// <summary>Somebody at a level of the built-in pack, with nothing tried yet.</summary>
    public static Player At(string level, int width = 120, int height = 40) => At(TextPlayer.BuiltIn(), level, width, height);

    /// <summary>The same in a pack that was played before.</summary>
    public static Player At(PlayedPack pack, string level, int width, int height)
    {
        var player = new Player(null, pack, width, height);
        LevelOpener.Open(player._game, pack, pack.Find(level)!);
        // The brief has been read; where the level was open before it does not lie in the way again.
        return player.Screen.Contains("What is asked", StringComparison.Ordinal) ? player.Press("Esc") : player;
    }

    public int Width { get; set; }

    public int Height { get; set; }

    public bool HasLeft => _game.HasEnded;

    public ScreenStack Game => _game;

    public string Screen => Picture.ToString();

    public Grid Picture => _game.Picture(Width, Height);

    public Player Press(params string[] keys)
    {
        foreach (var key in keys)
        {
            _game.Press(key.Length == 1 || key == "Space" ? KeyPress.Char(key == "Space" ? " " : key) : new KeyPress(key));
            _ = Picture;
        }

        return this;
    }

    /// <summary>Letter by letter; a list of words that opens is closed again.</summary>
    public Player Type(string text)
    {
        foreach (var letter in text)
        {
            _game.Press(KeyPress.Char(letter.ToString()));
        }

        return this;
    }

    /// <summary>A click on the first place of the screen that shows this text.</summary>
    public Player Click(string text)
    {
        var rows = Screen.Split('\n');
        var y = Array.FindIndex(rows, r => r.Contains(text, StringComparison.Ordinal));
        Assert.True(y >= 0, $"\"{text}\" is not on the screen:\n{Screen}");
        return Click(rows[y].IndexOf(text, StringComparison.Ordinal), y);
    }

    public Player Click(int x, int y)
    {
        _game.Mouse(x, y, 0);
        return this;
    }

    public Player Wheel(int x, int y, int rows)
    {
        _game.Mouse(x, y, rows);
        return this;
    }

    /// <summary>Sits and looks for so many turns of the clock.</summary>
    public Player Waits(int turns)
    {
        for (var i = 0; i < turns; i++)
        {
            _clock += TimeSpan.FromMilliseconds(50);
            _game.Tick(_clock);
        }

        return this;
    }

    public Player Paste(string text)
    {
        _game.Paste(text);
        return this;
    }

    /// <summary>Empties the editor and writes this.</summary>
    public Player Write(string text) => Press("Ctrl+K", "Ctrl+K", "Ctrl+K").Paste(text);

    public Player Sees(string text)
    {
        var screen = Screen;
        Assert.True(screen.Contains(text, StringComparison.Ordinal), $"\"{text}\" is not on the screen:\n{screen}");
        return this;
    }

    public Player DoesNotSee(string text)
    {
        var screen = Screen;
        Assert.False(screen.Contains(text, StringComparison.Ordinal), $"\"{text}\" is on the screen:\n{screen}");
        return this;
    }
}
