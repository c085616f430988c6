using Tutor.Game.Drawing;
using Tutor.Game.Keys;

namespace Tutor.Game.Screens;

/// <summary>One screen of the game: state, a picture of it, and what keys do to it. Knows no terminal.</summary>
abstract class Screen
{
    /// <summary>The stack it stands on; set when it is opened.</summary>
    public ScreenStack Game { get; internal set; } = null!;

    /// <summary>Where keys mean something now, the innermost first.</summary>
    public abstract IEnumerable<KeyScope> Scopes { get; }

    /// <summary>What the help calls this screen.</summary>
    public abstract string Name { get; }

    /// <summary>While letters are typed they are no commands.</summary>
    public virtual bool IsEditing => false;

    /// <summary>Drawn over the screen below, which stays visible.</summary>
    public virtual bool IsOverlay => false;

    /// <summary>An overlay that has nothing to do with what lies below.</summary>
    public virtual bool DimsBelow => false;

    /// <summary>A command that would only be refused now: neither footer nor menu list it.</summary>
    public virtual bool IsOff(Command command) => false;

    /// <summary>Whether it knows the next level. Then the key for that works on every screen above it, too.</summary>
    public virtual bool GoesOn => false;

    /// <summary>What a copy takes out of this screen, or null.</summary>
    public virtual string? CopyText => null;

    /// <summary>What a player reads here, as it is kept (<see cref="Playing.Progress.PlayerEventKind.TextOpened"/>); null where nothing is read.</summary>
    public virtual string? Reads => null;

    /// <summary>Another screen lies over it now.</summary>
    public virtual void Covered(Screen by)
    {
    }

    public abstract void Draw(Grid grid);

    /// <summary>Takes a command. True if it meant something here.</summary>
    public abstract bool Do(Command command);

    /// <summary>A key that types.</summary>
    public virtual void Type(string text)
    {
    }

    public virtual void Paste(string text)
    {
    }

    /// <summary>A click, or the wheel (<paramref name="wheel"/> rows down, 0 for a click).</summary>
    public virtual void Mouse(int x, int y, int wheel)
    {
    }

    /// <summary>How soon the clock must turn again; null while nothing moves and no work is under way.</summary>
    public virtual TimeSpan? NextTick => null;

    /// <summary>One turn of the clock; true when the picture changed.</summary>
    public virtual bool Tick(TimeSpan now) => false;

    /// <summary>The same while other screens lie over it and leave it in sight; null while nothing comes that may be shown then.</summary>
    public virtual TimeSpan? NextTickBelow => null;

    /// <summary>One turn of the clock under another screen: nothing is opened. True when the picture changed.</summary>
    public virtual bool TickBelow() => false;

    /// <summary>Is called when this screen is on top, for the first time or again.</summary>
    public virtual void Shown()
    {
    }

    /// <summary>Keys that name no command, before they are taken as text; true when used.</summary>
    public virtual bool Press(KeyPress key) => false;
}
