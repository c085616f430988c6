using System.Collections.Frozen;
using System.Collections.Immutable;
using Tutor.Game.Keys;

namespace Tutor.Terminal.Input;

/// <summary>What keys send: one table for all terminals, since hardly two sequences mean different things in two of them.</summary>
static class KeySequences
{
    /// <summary>Behind Esc, without modifiers.</summary>
    static readonly ImmutableArray<(string Sequence, string Key)> Rows =
    [
        // Cursor keys as xterm and nearly all others send them, and in application mode.
        ("[A", "Up"), ("[B", "Down"), ("[C", "Right"), ("[D", "Left"), ("[H", "Home"), ("[F", "End"), ("[Z", "Shift+Tab"),
        ("OA", "Up"), ("OB", "Down"), ("OC", "Right"), ("OD", "Left"), ("OH", "Home"), ("OF", "End"),
        // rxvt: with Shift, with Ctrl.
        ("[a", "Shift+Up"), ("[b", "Shift+Down"), ("[c", "Shift+Right"), ("[d", "Shift+Left"),
        ("Oa", "Ctrl+Up"), ("Ob", "Ctrl+Down"), ("Oc", "Ctrl+Right"), ("Od", "Ctrl+Left"),
        // The VT220's editing keys; 7 and 8 are rxvt's.
        ("[1~", "Home"), ("[2~", "Insert"), ("[3~", "Delete"), ("[4~", "End"), ("[5~", "PageUp"), ("[6~", "PageDown"),
        ("[7~", "Home"), ("[8~", "End"),
        // Function keys: xterm; rxvt, PuTTY; the Linux console.
        ("OP", "F1"), ("OQ", "F2"), ("OR", "F3"), ("OS", "F4"), ("[P", "F1"), ("[Q", "F2"), ("[R", "F3"), ("[S", "F4"),
        ("[11~", "F1"), ("[12~", "F2"), ("[13~", "F3"), ("[14~", "F4"), ("[15~", "F5"), ("[17~", "F6"), ("[18~", "F7"),
        ("[19~", "F8"), ("[20~", "F9"), ("[21~", "F10"), ("[23~", "F11"), ("[24~", "F12"),
        ("[[A", "F1"), ("[[B", "F2"), ("[[C", "F3"), ("[[D", "F4"), ("[[E", "F5"),
        // The keypad in application mode.
        ("OM", "Enter"), ("OI", "Tab"), ("OX", "="), ("Oj", "*"), ("Ok", "+"), ("Ol", ","), ("Om", "-"), ("On", "."), ("Oo", "/"),
        ("Op", "0"), ("Oq", "1"), ("Or", "2"), ("Os", "3"), ("Ot", "4"), ("Ou", "5"), ("Ov", "6"), ("Ow", "7"), ("Ox", "8"), ("Oy", "9"),
    ];

    /// <summary>Keys that kitty's protocol numbers in Unicode's private use area, and C0's.</summary>
    static readonly ImmutableArray<(int Code, string Key)> Numbered =
    [
        (9, "Tab"), (13, "Enter"), (27, "Esc"), (32, "Space"), (127, "Backspace"),
        (57399, "0"), (57400, "1"), (57401, "2"), (57402, "3"), (57403, "4"), (57404, "5"), (57405, "6"), (57406, "7"),
        (57407, "8"), (57408, "9"), (57409, "."), (57410, "/"), (57411, "*"), (57412, "-"), (57413, "+"), (57414, "Enter"),
        (57415, "="), (57416, ","), (57417, "Left"), (57418, "Right"), (57419, "Up"), (57420, "Down"), (57421, "PageUp"),
        (57422, "PageDown"), (57423, "Home"), (57424, "End"), (57425, "Insert"), (57426, "Delete"),
    ];

    static readonly FrozenDictionary<string, string> BySequence = Rows.ToFrozenDictionary(r => r.Sequence, r => r.Key);

    static readonly FrozenDictionary<int, string> ByNumber = Numbered.ToFrozenDictionary(r => r.Code, r => r.Key);

    /// <summary>The key that sends a sequence, or null for one that nobody knows.</summary>
    /// <param name="sequence">Behind Esc, without parameters that say modifiers.</param>
    public static string? Find(string sequence) => BySequence.GetValueOrDefault(sequence);

    /// <summary>The key with a number of kitty's protocol, or null for one that types or that nobody knows.</summary>
    public static string? Find(int code) => ByNumber.GetValueOrDefault(code);

    /// <summary>What a byte below 128 means that stands for itself.</summary>
    /// <remarks>^H deletes: some terminals send it for Backspace, and nobody binds it. ^J is a key of its own beside Enter.</remarks>
    public static KeyPress OfByte(byte b) => b switch
    {
        0 => new KeyPress("Ctrl+Space"),
        8 or 127 => new KeyPress("Backspace"),
        9 => new KeyPress("Tab"),
        13 => new KeyPress("Enter"),
        27 => new KeyPress("Esc"),
        < 32 => new KeyPress("Ctrl+" + (char)(b + 64)),
        _ => KeyPress.Char(((char)b).ToString()),
    };

    /// <summary>A key held with others.</summary>
    /// <param name="name">A name of the table, or what the key types.</param>
    public static KeyPress With(Modifiers modifiers, string name)
    {
        if (name is "Backspace" or "Space")
        {
            // People keep Shift down while they type.
            modifiers &= ~Modifiers.Shift;
        }

        var isTyped = IsTyped(name);
        if (isTyped)
        {
            modifiers &= ~Modifiers.Shift;
        }

        if (modifiers == Modifiers.None)
        {
            return isTyped ? KeyPress.Char(name) : name == "Space" ? KeyPress.Char(" ") : new KeyPress(name);
        }

        return new KeyPress((modifiers.HasFlag(Modifiers.Ctrl) ? "Ctrl+" : "") + (modifiers.HasFlag(Modifiers.Alt) ? "Alt+" : "")
            + (modifiers.HasFlag(Modifiers.Shift) ? "Shift+" : "") + (isTyped ? name.ToUpperInvariant() : name));
    }

    /// <summary>A key with Alt held as well.</summary>
    public static KeyPress WithAlt(KeyPress key) => key.Name.StartsWith("Ctrl+", StringComparison.Ordinal)
        ? new KeyPress("Ctrl+Alt+" + key.Name["Ctrl+".Length..])
        : new KeyPress("Alt+" + (IsTyped(key.Name) ? key.Name.ToUpperInvariant() : key.Name));

    /// <summary>One character, which stands for itself; names of keys are longer, and in ASCII.</summary>
    static bool IsTyped(string name) => name.Length == 1 || name[0] > 127;
}

/// <summary>Keys that are held: xterm's and kitty's bits.</summary>
[Flags]
enum Modifiers : byte
{
    None = 0,
    Shift = 1,
    Alt = 2,
    Ctrl = 4,

    /// <summary>Super, Hyper, Meta: such keys are the desktop's, and mean nothing here.</summary>
    Other = 8 | 16 | 32,
}
