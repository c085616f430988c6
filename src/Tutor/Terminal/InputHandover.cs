using Tutor.Game.Screens;
using Tutor.Terminal.Input;

namespace Tutor.Terminal;

/// <summary>Hands to the game what came from a terminal.</summary>
static class InputHandover
{
    /// <summary>False for what is not the game's: answers about the terminal itself.</summary>
    public static bool Take(TerminalInput input, ScreenStack game)
    {
        switch (input)
        {
            case KeyInput key:
                game.Press(key.Key);
                return true;
            case EscapedKeyInput escaped:
                game.Press(escaped.Alt, escaped.Key);
                return true;
            case PasteInput paste:
                game.Paste(paste.Text);
                return true;
            case MouseInput mouse:
                game.Mouse(mouse.X, mouse.Y, mouse.Wheel);
                return true;
            default:
                return false;
        }
    }
}
