using Tutor.Game.Drawing;

namespace Tutor.Game.Screens;

/// <summary>What a player chose, kept beside the progress.</summary>
sealed class GameSettings
{
    readonly Action<string, string> _remember;
    bool _followsBackground;

    /// <param name="recall">What was last kept under a name, or null.</param>
    /// <param name="remember">Keeps it.</param>
    /// <param name="depth">Colours that the terminal can show.</param>
    /// <param name="isAscii">The terminal shows nothing but ASCII, as far as is known.</param>
    public GameSettings(Func<string, string?> recall, Action<string, string> remember, ColourDepth depth, bool isAscii = false)
    {
        _remember = remember;
        Depth = depth;
        Theme = depth == ColourDepth.None ? Theme.Mono : Theme.Find(recall("theme"));
        _followsBackground = depth != ColourDepth.None && recall("theme") is null;
        IsAscii = recall("glyphs") is { } glyphs ? glyphs == "ascii" : isAscii;
        IsCalm = recall("motion") == "off";
        Glyphs.Current = IsAscii ? Glyphs.Ascii : Glyphs.Unicode;
    }

    public static GameSettings ForTests() => new(_ => null, (_, _) => { }, ColourDepth.True);

    public ColourDepth Depth { get; private set; }

    public Theme Theme { get; private set; }

    public bool IsAscii { get; private set; }

    /// <summary>Nothing moves by itself.</summary>
    public bool IsCalm { get; private set; }

    /// <summary>The terminal says what colour its background has: dark or light, where the player has not chosen.</summary>
    /// <param name="rgb">Red, green, blue in the lower 24 bits.</param>
    public void FollowBackground(int rgb)
    {
        if (_followsBackground)
        {
            Theme = Contrast.Luminance(rgb) > Contrast.Luminance(0x777777) ? Theme.Light : Theme.Dark;
        }
    }

    /// <summary>The terminal has shown that it keeps every colour as it is.</summary>
    public void HasTrueColour() => Depth = Depth == ColourDepth.None ? ColourDepth.None : ColourDepth.True;

    public void Choose(Theme theme)
    {
        _followsBackground = false;
        Theme = theme;
        _remember("theme", theme.Id);
    }

    public void ToggleAscii()
    {
        IsAscii = !IsAscii;
        Glyphs.Current = IsAscii ? Glyphs.Ascii : Glyphs.Unicode;
        _remember("glyphs", IsAscii ? "ascii" : "unicode");
    }

    public void ToggleCalm()
    {
        IsCalm = !IsCalm;
        _remember("motion", IsCalm ? "off" : "on");
    }
}
