namespace Tutor.Game.Drawing;

/// <summary>The characters that draw frames and marks. All are one column wide.</summary>
sealed record Glyphs
{
    public static Glyphs Unicode { get; } = new();

    /// <summary>For terminals and fonts that know nothing but ASCII.</summary>
    public static Glyphs Ascii { get; } = new()
    {
        IsAscii = true,
        Horizontal = "-", Vertical = "|", TopLeft = "+", TopRight = "+", BottomLeft = "+", BottomRight = "+",
        Thumb = "#", Bullet = "*", Check = "v", Cross = "x", Arrow = ">", Gold = "***", Silver = "** ", Pass = "*  ", Up = "^", Down = "v",
        Holder = "-", Full = "#", Half = "=", Light = ".", Circle = "o", AtMost = "<=", AtLeast = ">=",
    };

    /// <summary>By the arms of a piece of a frame: 1 up, 2 right, 4 down, 8 left.</summary>
    static readonly string[] Joints = [" ", "╵", "╶", "└", "╷", "│", "┌", "├", "╴", "┘", "─", "┴", "┐", "┤", "┬", "┼"];

    /// <summary>Chosen once when the game starts, and in settings.</summary>
    public static Glyphs Current { get; set; } = Unicode;

    public bool IsAscii { get; init; }

    /// <summary>The piece of a frame with these arms.</summary>
    public string Joint(int arms) => !IsAscii ? Joints[arms] : arms == 5 ? Vertical : arms == 10 ? Horizontal : TopLeft;

    /// <summary>The arms of a piece of a frame; 0 for anything else. An ASCII corner has them all.</summary>
    public int ArmsOf(string glyph) => !IsAscii ? Math.Max(0, Array.IndexOf(Joints, glyph))
        : glyph == Vertical ? 5 : glyph == Horizontal ? 10 : glyph == TopLeft ? 15 : 0;

    /// <summary>A character of a text as this terminal can show it: where it has ASCII alone, its nearest or a question mark.</summary>
    public string Shown(string glyph) => !IsAscii || glyph.All(char.IsAscii) ? glyph : glyph switch
    {
        "…" => ".",
        "–" or "—" or "−" => "-",
        "‘" or "’" => "'",
        "“" or "”" => "\"",
        "×" => "x",
        "·" or "•" => "*",
        "≤" => "<",
        "≥" => ">",
        "→" => ">",
        _ => "?",
    };

    public string Horizontal { get; init; } = "─";

    public string Vertical { get; init; } = "│";

    public string TopLeft { get; init; } = "┌";

    public string TopRight { get; init; } = "┐";

    public string BottomLeft { get; init; } = "└";

    public string BottomRight { get; init; } = "┘";

    public string Thumb { get; init; } = "┃";

    public string Bullet { get; init; } = "•";

    public string Check { get; init; } = "✓";

    public string Cross { get; init; } = "✗";

    public string Arrow { get; init; } = "▸";

    public string Up { get; init; } = "↑";

    public string Down { get; init; } = "↓";

    public string Gold { get; init; } = "★★★";

    public string Silver { get; init; } = "★★☆";

    public string Pass { get; init; } = "★☆☆";

    public string Holder { get; init; } = "─";

    public string Full { get; init; } = "█";

    public string Half { get; init; } = "▒";

    public string Light { get; init; } = "░";

    public string Circle { get; init; } = "○";

    public string AtMost { get; init; } = "≤";

    public string AtLeast { get; init; } = "≥";
}
