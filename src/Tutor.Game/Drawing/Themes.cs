using System.Collections.Immutable;
using Tutor.Game.Reading;

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

    /// <summary>Red, green, blue. Accent is the focus's alone; verdicts, warnings and it differ.</summary>
    static readonly (Ink Ink, int Dark, int Light, int Contrast, int Safe)[] InkRows =
    [
        (Ink.Text, 0xd0d4d8, 0x24292f, 0xffffff, 0xd8d8d8),
        (Ink.Muted, 0xa4aab0, 0x575f67, 0xd0d0d0, 0xb5b5b5),
        (Ink.Strong, 0xffffff, 0x000000, 0xffffff, 0xffffff),
        (Ink.Title, 0x9fc0ff, 0x0550ae, 0xffff66, 0x81c4f4),
        (Ink.Accent, 0x7fe0d8, 0x00607e, 0x66ffff, 0xffffff),
        (Ink.Link, 0x6cc7ff, 0x0550ae, 0x66ffff, 0x81c4f4),
        (Ink.Border, 0x6a7580, 0x7f8993, 0xffffff, 0x707070),
        (Ink.Key, 0xc9d4ff, 0x2f2fa0, 0xffffff, 0xd8d8ff),
        (Ink.Good, 0x7fd88f, 0x116329, 0x66ff66, 0x60eebc),
        (Ink.Bad, 0xff8780, 0xb3201f, 0xff8080, 0xff9c5a),
        (Ink.Warning, 0xf0d060, 0x704a00, 0xffb000, 0xf0e442),
        (Ink.Migrated, 0x7fd88f, 0x116329, 0x66ff66, 0x60eebc),
        (Ink.Futile, 0xff8780, 0xb3201f, 0xff8080, 0xff9c5a),
        (Ink.SkippedPin, 0x6cb6ff, 0x0550ae, 0x80c0ff, 0x86b6ff),
        (Ink.FalseSkip, 0xd2a8ff, 0x6b358a, 0xffff66, 0xea9ec9),
        (Ink.Passive, 0x838b92, 0x737a83, 0xb0b0b0, 0x959595),
        (Ink.Error, 0xff82a4, 0xa0104f, 0xff80ff, 0xf0e442),
        (Ink.Anon, 0x7fd88f, 0x116329, 0x66ff66, 0x60eebc),
        (Ink.File, 0x6cb6ff, 0x0550ae, 0x80c0ff, 0x86b6ff),
        (Ink.Shmem, 0xd2a8ff, 0x6b358a, 0xff80ff, 0xea9ec9),
        (Ink.Pinned, 0xff9e64, 0xb3201f, 0xff8080, 0xff9c5a),
        (Ink.Driver, 0x7df0f0, 0x0b6e6e, 0x66ffff, 0x81c4f4),
        (Ink.Kernel, 0xffcf6b, 0x5a5a00, 0xffff66, 0xf5c842),
        (Ink.Free, 0x838b92, 0x737a83, 0xb0b0b0, 0x959595),
        (Ink.Code, 0xe0e4e8, 0x24292f, 0xffffff, 0xe0e0e0),
        (Ink.CodeName, 0x6cc7ff, 0x0550ae, 0x66ffff, 0x81c4f4),
        (Ink.CodeWord, 0xd2a8ff, 0x6b358a, 0xff80ff, 0xea9ec9),
        (Ink.CodeNumber, 0xffcf6b, 0x704a00, 0xffff66, 0xf0e442),
        (Ink.CodeComment, 0xa4aab0, 0x575f67, 0xd0d0d0, 0xb5b5b5),
    ];

    static readonly (Paper Paper, int Dark, int Light, int Contrast, int Safe)[] PaperRows =
    [
        (Paper.Normal, 0x121212, 0xfbfbf9, 0x000000, 0x101010),
        (Paper.Bar, 0x262b33, 0xe4e8ec, 0x000000, 0x262626),
        (Paper.Selected, 0x2b3f5f, 0xd5f2f5, 0x00005f, 0x234a66),
        (Paper.Popup, 0x1c1f24, 0xf0f1ee, 0x000000, 0x1e1e1e),
        (Paper.Field, 0x1a1e24, 0xf0f3f7, 0x000000, 0x1a1a1a),
        (Paper.Code, 0x1a1e24, 0xeef1f4, 0x000000, 0x1a1a1a),
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
    }

    static void Set(Func<Theme, int[]> table, int index, int[] colours)
    {
        for (var i = 0; i < Columns.Length; i++)
        {
            table(Columns[i])[index] = colours[i];
        }
    }
}
