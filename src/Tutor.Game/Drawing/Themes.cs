using System.Collections.Immutable;

namespace Tutor.Game.Drawing;

/// <content>The themes themselves: one row an ink, a column a theme.</content>
sealed partial class Theme
{
    public static Theme Dark { get; } = new("dark", "Dark");

    public static Theme Light { get; } = new("light", "Light");

    public static Theme HighContrast { get; } = new("contrast", "High contrast");

    /// <summary>The colours of Okabe and Ito, which people with any colour vision tell apart.</summary>
    public static Theme ColourBlindSafe { get; } = new("safe", "Colour-blind safe");

    public static Theme Mono { get; } = new("mono", "Without colours");

    public static ImmutableArray<Theme> All { get; } = [Dark, Light, HighContrast, ColourBlindSafe, Mono];

    public static Theme Find(string? id) => All.FirstOrDefault(t => t.Id == id) ?? Dark;

    static readonly Theme[] Columns = [Dark, Light, HighContrast, ColourBlindSafe];

    static readonly (Ink Ink, (int Rgb, int Ansi) Dark, (int, int) Light, (int, int) Contrast, (int, int) Safe)[] InkRows =
    [
        (Ink.Text, (0xd0d4d8, 7), (0x24292f, 0), (0xffffff, 15), (0xd8d8d8, 7)),
        (Ink.Muted, (0x8a929c, 8), (0x5b636c, 8), (0xd0d0d0, 7), (0x9a9a9a, 8)),
        (Ink.Strong, (0xffffff, 15), (0x000000, 0), (0xffffff, 15), (0xffffff, 15)),
        (Ink.Title, (0x8fb8ff, 12), (0x0a4fb0, 4), (0xffff66, 11), (0x8fd0ff, 12)),
        (Ink.Accent, (0xffcf6b, 11), (0x8a4b00, 5), (0x66ffff, 14), (0xf0e442, 11)),
        (Ink.Link, (0x6cc7ff, 14), (0x0550ae, 4), (0x66ffff, 14), (0x56b4e9, 14)),
        (Ink.Border, (0x5a6570, 8), (0x9aa4ae, 8), (0xffffff, 15), (0x707070, 8)),
        (Ink.Key, (0xffcf6b, 11), (0x8a4b00, 5), (0xffff66, 11), (0xf0e442, 11)),
        (Ink.Good, (0x7fd88f, 10), (0x116329, 2), (0x66ff66, 10), (0x2fc99b, 10)),
        (Ink.Bad, (0xff7b72, 9), (0xb3201f, 1), (0xff8080, 9), (0xff8a3c, 9)),
        (Ink.Warning, (0xffb454, 11), (0x8a4b00, 5), (0xffff66, 11), (0xe69f00, 11)),
        (Ink.Migrated, (0x7fd88f, 10), (0x116329, 2), (0x66ff66, 10), (0x2fc99b, 10)),
        (Ink.Futile, (0xff7b72, 9), (0xb3201f, 1), (0xff8080, 9), (0xff8a3c, 9)),
        (Ink.SkippedPin, (0x6cb6ff, 12), (0x0550ae, 4), (0x80c0ff, 12), (0x56b4e9, 12)),
        (Ink.FalseSkip, (0xffb454, 11), (0x7a3e9d, 5), (0xffff66, 11), (0xe58fc4, 13)),
        (Ink.Passive, (0x66707a, 8), (0x7d868f, 8), (0xb0b0b0, 7), (0x808080, 8)),
        (Ink.Error, (0xff5c8a, 13), (0xa0104f, 5), (0xff80ff, 13), (0xf0e442, 11)),
        (Ink.Anon, (0x7fd88f, 10), (0x116329, 2), (0x66ff66, 10), (0x2fc99b, 10)),
        (Ink.File, (0x6cb6ff, 12), (0x0550ae, 4), (0x80c0ff, 12), (0x56b4e9, 12)),
        (Ink.Shmem, (0xd2a8ff, 13), (0x7a3e9d, 5), (0xff80ff, 13), (0xe58fc4, 13)),
        (Ink.Pinned, (0xff9e64, 9), (0xb3201f, 1), (0xff8080, 9), (0xff8a3c, 9)),
        (Ink.Driver, (0x5fd7d7, 14), (0x0b6e6e, 6), (0x66ffff, 14), (0x8fd0ff, 14)),
        (Ink.Kernel, (0xc0a060, 3), (0x6b5000, 3), (0xffff66, 11), (0xe69f00, 3)),
        (Ink.Free, (0x66707a, 8), (0x7d868f, 8), (0xb0b0b0, 7), (0x808080, 8)),
        (Ink.Code, (0xe0e4e8, 15), (0x24292f, 0), (0xffffff, 15), (0xe0e0e0, 15)),
        (Ink.CodeName, (0x79c0ff, 14), (0x0550ae, 4), (0x66ffff, 14), (0x56b4e9, 14)),
        (Ink.CodeWord, (0xd2a8ff, 13), (0x7a3e9d, 5), (0xff80ff, 13), (0xe58fc4, 13)),
        (Ink.CodeNumber, (0xffcf6b, 11), (0x8a4b00, 5), (0xffff66, 11), (0xf0e442, 11)),
        (Ink.CodeComment, (0x8b949e, 8), (0x5b636c, 8), (0xd0d0d0, 7), (0x9a9a9a, 8)),
    ];

    static readonly (Paper Paper, (int Rgb, int Ansi) Dark, (int, int) Light, (int, int) Contrast, (int, int) Safe)[] PaperRows =
    [
        (Paper.Normal, (0x12161c, 0), (0xfbfbf9, 15), (0x000000, 0), (0x101010, 0)),
        (Paper.Bar, (0x232b36, 0), (0xe2e6ea, 15), (0x000000, 0), (0x262626, 0)),
        (Paper.Selected, (0x2f4468, 4), (0xc9dcf8, 7), (0x0000a0, 4), (0x234a66, 4)),
        (Paper.Popup, (0x1c232d, 0), (0xf0f1ee, 15), (0x000000, 0), (0x1e1e1e, 0)),
        (Paper.Field, (0x1a212b, 0), (0xf0f3f7, 15), (0x000000, 0), (0x1a1a1a, 0)),
        (Paper.Code, (0x1a212b, 0), (0xeef1f4, 15), (0x000000, 0), (0x1a1a1a, 0)),
    ];

    static Theme()
    {
        foreach (var row in InkRows)
        {
            Set(t => t._inks, (int)row.Ink, [row.Dark, row.Light, row.Contrast, row.Safe]);
        }

        foreach (var row in PaperRows)
        {
            Set(t => t._papers, (int)row.Paper, [row.Dark, row.Light, row.Contrast, row.Safe]);
        }

        Array.Fill(Mono._inks, Colour.Own);
        Array.Fill(Mono._papers, Colour.Own);
    }

    static void Set(Func<Theme, Colour[]> table, int index, (int Rgb, int Ansi)[] colours)
    {
        for (var i = 0; i < Columns.Length; i++)
        {
            table(Columns[i])[index] = new Colour(colours[i].Rgb, colours[i].Ansi);
        }
    }
}
