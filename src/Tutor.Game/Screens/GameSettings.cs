using Tutor.Game.Drawing;

namespace Tutor.Game.Screens;

/// <summary>What a player chose, kept beside the progress.</summary>
sealed class GameSettings
{
    const string FollowId = "terminal";

    readonly Action<string, string> _remember;
    int? _background;

    /// <param name="recall">What was last kept under a name, or null.</param>
    /// <param name="remember">Keeps it.</param>
    /// <param name="depth">Colours that the terminal can show.</param>
    /// <param name="isAscii">The terminal shows nothing but ASCII, as far as is known.</param>
    public GameSettings(Func<string, string?> recall, Action<string, string> remember, ColourDepth depth, bool isAscii = false)
    {
        _remember = remember;
        Depth = depth;
        Theme = depth == ColourDepth.None ? Theme.Mono : Theme.Find(recall("theme"));
        FollowsBackground = depth != ColourDepth.None && recall("theme") is null or FollowId;
        IsAscii = recall("glyphs") is { } glyphs ? glyphs == "ascii" : isAscii;
        IsCalm = recall("motion") == "off";
        IsMouseOn = recall("mouse") != "off";
    }

    /// <summary>The settings of somebody who chose none, in a terminal with all colours; kept nowhere.</summary>
    public static GameSettings Unkept() => new(_ => null, (_, _) => { }, ColourDepth.True);

    public ColourDepth Depth { get; private set; }

    public Theme Theme { get; private set; }

    /// <summary>Dark or light is what the terminal's background is.</summary>
    public bool FollowsBackground { get; private set; }

    /// <summary>Whether the game takes clicks and the wheel. Otherwise the terminal has them, and selects text with them.</summary>
    public bool IsMouseOn { get; private set; }

    public bool IsAscii { get; private set; }

    /// <summary>Whether nothing on the screen may move by itself.</summary>
    public bool IsCalm { get; private set; }

    /// <summary>The terminal says what colour its background has: dark or light, where the player has not chosen.</summary>
    /// <param name="rgb">Red, green, blue in the lower 24 bits.</param>
    public void FollowBackground(int rgb)
    {
        _background = rgb;
        if (FollowsBackground)
        {
            Follow();
        }

        // The player's palette decides what sixteen colours look like. They fit its background and not ours.
        Depth = Depth == ColourDepth.Sixteen ? ColourDepth.SixteenUnpainted : Depth;
    }

    /// <summary>From now on the theme follows the terminal: dark or light.</summary>
    public void FollowBackground()
    {
        FollowsBackground = true;
        Follow();
        _remember("theme", FollowId);
    }

    /// <summary>The terminal has shown that it keeps every colour as it is.</summary>
    public void HasTrueColour() => Depth = Depth == ColourDepth.None ? ColourDepth.None : ColourDepth.True;

    public void Choose(Theme theme)
    {
        FollowsBackground = false;
        Theme = theme;
        _remember("theme", theme.Id);
    }

    public void ToggleAscii()
    {
        IsAscii = !IsAscii;
        _remember("glyphs", IsAscii ? "ascii" : "unicode");
    }

    public void ToggleMouse()
    {
        IsMouseOn = !IsMouseOn;
        _remember("mouse", IsMouseOn ? "on" : "off");
    }

    public void ToggleCalm()
    {
        IsCalm = !IsCalm;
        _remember("motion", IsCalm ? "off" : "on");
    }

    void Follow() =>
        Theme = _background is { } rgb && Contrast.Luminance(rgb) > Contrast.Luminance(0x777777) ? Theme.Light : Theme.Dark;
}
