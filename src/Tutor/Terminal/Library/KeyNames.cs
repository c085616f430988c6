using Terminal.Gui.Drivers;
using Terminal.Gui.Input;
using Tutor.Game.Keys;

namespace Tutor.Terminal.Library;

/// <summary>Keys of the library as keys of the game.</summary>
static class KeyNames
{
    public static KeyPress? Of(Key key)
    {
        if (key.IsModifierOnly)
        {
            return null;
        }

        var name = NameOf(key.NoShift.NoCtrl.NoAlt.KeyCode);
        if (name is not null)
        {
            var prefix = (key.IsCtrl ? "Ctrl+" : "") + (key.IsAlt ? "Alt+" : "") + (key.IsShift ? "Shift+" : "");
            return new KeyPress(prefix + name, prefix.Length == 0 && name == "Space" ? " " : null);
        }

        if (key.IsCtrl || key.IsAlt)
        {
            var letter = (char)((uint)key.KeyCode & 0xffff);
            return new KeyPress((key.IsCtrl ? "Ctrl+" : "") + (key.IsAlt ? "Alt+" : "") + char.ToUpperInvariant(letter));
        }

        if (key.AssociatedText is { Length: > 0 } typed)
        {
            return KeyPress.Char(typed);
        }

        var rune = key.AsRune;
        return rune.Value < ' ' ? null : KeyPress.Char(rune.ToString());
    }

    static string? NameOf(KeyCode code) => code switch
    {
        KeyCode.Enter => "Enter",
        KeyCode.Esc => "Esc",
        KeyCode.Tab => "Tab",
        KeyCode.Backspace => "Backspace",
        KeyCode.Delete => "Delete",
        KeyCode.CursorUp => "Up",
        KeyCode.CursorDown => "Down",
        KeyCode.CursorLeft => "Left",
        KeyCode.CursorRight => "Right",
        KeyCode.PageUp => "PageUp",
        KeyCode.PageDown => "PageDown",
        KeyCode.Home => "Home",
        KeyCode.End => "End",
        KeyCode.Space => "Space",
        >= KeyCode.F1 and <= KeyCode.F12 => $"F{code - KeyCode.F1 + 1}",
        _ => null,
    };
}
