using Tutor.Tui.Presentation;
using Tutor.Tui.Screens;
using Xunit;

namespace Tutor.Tests.Tui;

/// <summary>Somebody who plays with the keyboard alone, and reads the screen.</summary>
sealed class Player
{
    readonly Game _game;

    public Player(SmallWorld? world = null, int width = 80, int height = 24)
    {
        World = world ?? new SmallWorld();
        Width = width;
        Height = height;
        _game = new Game(GameSettings.ForTests());
        _game.Open(new HomeScreen(World));
    }

    public SmallWorld World { get; }

    public int Width { get; set; }

    public int Height { get; set; }

    public bool HasLeft => _game.HasEnded;

    public Game Game => _game;

    public string Screen => Picture.ToString();

    public Grid Picture
    {
        get
        {
            (_game.Top as LevelScreen)?.Settle();
            return _game.Picture(Width, Height);
        }
    }

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

    public Player Paste(string text)
    {
        _game.Paste(text);
        return this;
    }

    /// <summary>Empties the editor and writes this.</summary>
    public Player Write(string text) => Press("Ctrl+K", "Ctrl+K", "Ctrl+K").Paste(text);

    public Player Sees(string text)
    {
        Assert.Contains(text, Screen, StringComparison.Ordinal);
        return this;
    }

    public Player DoesNotSee(string text)
    {
        Assert.DoesNotContain(text, Screen, StringComparison.Ordinal);
        return this;
    }
}
