using System.Globalization;
using System.Text;
using Tutor.Game.Keys;

namespace Tutor.Terminal.Input;

/// <summary>A control sequence (CSI) taken apart, and what it says.</summary>
/// <param name="Parameters">Between <c>ESC [</c> and the last byte, at most 64 characters.</param>
/// <param name="Final">The last byte.</param>
readonly record struct ControlSequence(string Parameters, char Final)
{
    const int WheelStep = 3;

    /// <summary>The key, or null where it is none that anybody knows: then it is ignored.</summary>
    /// <param name="isKitty">The terminal speaks kitty's protocol.</param>
    public KeyPress? Key(bool isKitty)
    {
        if (Parameters.Length > 0 && Parameters[0] is < '0' or > ';')
        {
            return null;
        }

        var fields = Parameters.Split(';');
        if (Final == 'u')
        {
            return Numbered(fields);
        }

        var first = Number(fields[0], 1);
        if (Final == '~' && first == 27)
        {
            // xterm's modifyOtherKeys: 27 ; modifiers ; code.
            return fields.Length < 3 ? null : Numbered([fields[2], fields[1]]);
        }

        var (modifiers, isRelease) = ModifiersOf(fields.Length > 1 ? fields[1] : "");
        if (isRelease || (modifiers & Modifiers.Other) != 0)
        {
            return null;
        }

        // rxvt says by the last byte which keys are held.
        modifiers |= Final switch { '^' => Modifiers.Ctrl, '$' => Modifiers.Shift, '@' => Modifiers.Ctrl | Modifiers.Shift, _ => Modifiers.None };
        if (Final == 'P' && Parameters.Length == 0 && !isKitty)
        {
            // st's Delete; all that send F1 like this speak kitty's protocol.
            return new KeyPress("Delete");
        }

        var name = Final is '~' or '^' or '$' or '@' ? KeySequences.Find($"[{first}~") : first == 1 ? KeySequences.Find($"[{Final}") : null;
        return name is null ? null : modifiers == Modifiers.None ? new KeyPress(name) : KeySequences.With(modifiers, name);
    }

    /// <summary>A click or the wheel from <c>CSI &lt; button ; column ; row M</c>, or null for what is of no use here.</summary>
    public MouseInput? Mouse()
    {
        var fields = Parameters[1..].Split(';');
        return fields.Length == 3 && Final == 'M' ? MouseOf(Number(fields[0], -1), Number(fields[1], 0), Number(fields[2], 0)) : null;
    }

    /// <param name="button">xterm's number; 32 and more is motion, 64 the wheel; 4, 8, 16 are keys that are held.</param>
    /// <param name="column">From 1.</param>
    /// <param name="row">From 1.</param>
    public static MouseInput? MouseOf(int button, int column, int row) => column < 1 || row < 1 ? null : (button & ~(4 | 8 | 16)) switch
    {
        0 => new MouseInput(column - 1, row - 1, 0),
        64 => new MouseInput(column - 1, row - 1, -WheelStep),
        65 => new MouseInput(column - 1, row - 1, WheelStep),
        _ => null,
    };

    /// <summary>kitty's <c>code : shifted ; modifiers : event ; text u</c>.</summary>
    static KeyPress? Numbered(string[] fields)
    {
        var codes = fields[0].Split(':');
        var code = Number(codes[0], 0);
        var (modifiers, isRelease) = ModifiersOf(fields.Length > 1 ? fields[1] : "");
        if (isRelease || (modifiers & Modifiers.Other) != 0)
        {
            return null;
        }

        if (fields.Length > 2 && TextOf(fields[2]) is { Length: > 0 } text)
        {
            // What AltGr types comes with Alt or Ctrl and Alt; the text is what counts.
            return KeyPress.Char(text);
        }

        if (KeySequences.Find(code) is { } name)
        {
            return KeySequences.With(modifiers, name);
        }

        var typed = modifiers.HasFlag(Modifiers.Shift) && codes.Length > 1 && codes[1].Length > 0 ? Number(codes[1], 0) : code;
        if (!Rune.TryCreate(typed, out var rune) || Rune.IsControl(rune) || Rune.GetUnicodeCategory(rune) == UnicodeCategory.PrivateUse)
        {
            return null;
        }

        if (modifiers == Modifiers.Shift && codes.Length == 1)
        {
            rune = Rune.ToUpperInvariant(rune);
        }

        // No symbol is bound with Ctrl and Alt: it is how AltGr is reported where the text is not.
        var isAltGr = modifiers.HasFlag(Modifiers.Ctrl | Modifiers.Alt) && !Rune.IsLetterOrDigit(rune);
        return isAltGr ? KeyPress.Char(rune.ToString()) : KeySequences.With(modifiers, rune.ToString());
    }

    /// <summary>Modifiers are sent plus one; Caps Lock and Num Lock (64, 128) do not matter. Event 3 is a release.</summary>
    static (Modifiers Modifiers, bool IsRelease) ModifiersOf(string field)
    {
        var parts = field.Split(':');
        var bits = Math.Max(0, Number(parts[0], 1) - 1) & 63;
        return ((Modifiers)bits, parts.Length > 1 && parts[1] == "3");
    }

    static string TextOf(string field)
    {
        var text = new StringBuilder();
        foreach (var part in field.Split(':'))
        {
            if (Rune.TryCreate(Number(part, 0), out var rune) && !Rune.IsControl(rune))
            {
                text.Append(rune);
            }
        }

        return text.ToString();
    }

    static int Number(string text, int otherwise) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : otherwise;
}
