using Tutor.Game.Drawing;

namespace Tutor.Game.Screens;

/// <summary>What a player chose, kept beside the progress.</summary>
sealed class GameSettings
{
    readonly Action<string, string> _remember;

    /// <param name="recall">What was last kept under a name, or null.</param>
    /// <param name="remember">Keeps it.</param>
    /// <param name="depth">Colours that the terminal can show.</param>
    public GameSettings(Func<string, string?> recall, Action<string, string> remember, ColourDepth depth)
    {
        _remember = remember;
        Depth = depth;
        Theme = depth == ColourDepth.None ? Theme.Mono : Theme.Find(recall("theme"));
        IsAscii = recall("glyphs") == "ascii";
        IsCalm = recall("motion") == "off";
        Glyphs.Current = IsAscii ? Glyphs.Ascii : Glyphs.Unicode;
    }

    public static GameSettings ForTests() => new(_ => null, (_, _) => { }, ColourDepth.True);

    public ColourDepth Depth { get; private set; }

    public Theme Theme { get; private set; }

    public bool IsAscii { get; private set; }

    /// <summary>Nothing moves by itself.</summary>
    public bool IsCalm { get; private set; }

    public void Choose(Theme theme)
    {
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
