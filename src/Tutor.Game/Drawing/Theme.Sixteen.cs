using System.Globalization;
using Tutor.Game.Reading;

namespace Tutor.Game.Drawing;

/// <summary>How an ink looks in the sixteen colours: a number, and video where a hue is not enough.</summary>
/// <param name="Number">0 to 15.</param>
/// <param name="Style">Wherever it stands.</param>
/// <param name="Mark">In a picture, and of a word or sign that is bold elsewhere: of a whole sentence it would be too much.</param>
readonly record struct PaletteLook(int Number, CellStyle Style = CellStyle.None, CellStyle Mark = CellStyle.None);

/// <content>
/// In sixteen colours, which are what the player's palette makes of them. Only those are used that can be read in
/// palettes as different as xterm's, Solarized's and the Linux console's: the bright ones are greys in one, red, blue and
/// magenta too dark in others, and on light paper black alone is left. Other differences are made by video. Bold is
/// never sent: it would be another colour.
/// </content>
sealed partial class Theme
{
    const int Black = 0;

    const int Brown = 3;

    const int Blue = 4;

    const int Grey = 7;

    const int Yellow = 11;

    const int White = 15;

    static readonly (Ink Ink, PaletteLook Dark, PaletteLook Light)[] SixteenRows =
    [
        (Ink.Text, new(Grey), new(Black)),
        (Ink.Muted, new(Grey, CellStyle.Faint), new(Black, CellStyle.Faint)),
        (Ink.Strong, new(White), new(Black)),
        (Ink.Title, new(White), new(Black)),
        (Ink.Accent, new(White), new(Black)),
        (Ink.Link, new(6, CellStyle.Underline), new(Black, CellStyle.Underline)),
        (Ink.Border, new(Grey, CellStyle.Faint), new(8)),
        (Ink.Key, new(White, CellStyle.Underline), new(Black, CellStyle.Underline)),
        (Ink.Good, new(2), new(Black)),
        (Ink.Bad, new(White, Mark: CellStyle.Reverse), new(Black, Mark: CellStyle.Reverse)),
        (Ink.Warning, new(Brown, Mark: CellStyle.Underline), new(Black, Mark: CellStyle.Underline)),
        (Ink.Migrated, new(2), new(Black)),
        (Ink.Futile, new(White, Mark: CellStyle.Reverse), new(Black, Mark: CellStyle.Reverse)),
        (Ink.SkippedPin, new(6), new(Black)),
        (Ink.FalseSkip, new(Brown), new(Black, Mark: CellStyle.Underline)),
        (Ink.Passive, new(Grey, CellStyle.Faint), new(8)),
        (Ink.Error, new(White, Mark: CellStyle.Reverse | CellStyle.Underline), new(Black, Mark: CellStyle.Reverse | CellStyle.Underline)),
        (Ink.Anon, new(2), new(Black)),
        (Ink.File, new(6), new(Black)),
        (Ink.Shmem, new(Brown), new(Black, Mark: CellStyle.Underline)),
        (Ink.Pinned, new(White, Mark: CellStyle.Reverse), new(Black, Mark: CellStyle.Reverse)),
        (Ink.Driver, new(6, Mark: CellStyle.Underline), new(Black)),
        (Ink.Kernel, new(Grey), new(Black)),
        (Ink.Free, new(Grey, CellStyle.Faint), new(8)),
        (Ink.Code, new(Grey), new(Black)),
        (Ink.CodeName, new(6), new(Black)),
        (Ink.CodeWord, new(2), new(Black)),
        (Ink.CodeNumber, new(Brown), new(Black)),
        (Ink.CodeComment, new(Grey, CellStyle.Faint), new(Black, CellStyle.Faint)),
    ];

    /// <summary>The look in sixteen colours.</summary>
    public PaletteLook Sixteen(Ink ink) => SixteenRows.First(r => r.Ink == ink) is var row && this == Light ? row.Light : row.Dark;

    /// <summary>What stands on a bar or a row that is chosen, and what lies under it: the same from end to end.</summary>
    public (int Ink, int Ground) SixteenBar => this == Light ? (White, Black) : (Black, Grey);

    /// <summary>A key on such a bar of the Linux console, whose palette nearly nobody changes.</summary>
    public int ConsoleBarKey => this == Light ? Yellow : Blue;

    /// <summary>The number of an ink. The console's brown is too dark; elsewhere its yellow may be a grey.</summary>
    public int SixteenNumber(Ink ink, ColourDepth depth) => Sixteen(ink).Number is var number && number == Brown && depth == ColourDepth.Console ? Yellow : number;

    static bool IsSixteen(ColourDepth depth) => depth is ColourDepth.Sixteen or ColourDepth.SixteenUnpainted or ColourDepth.Console;

    CellStyle SixteenStyle(in Cell cell, ColourDepth depth)
    {
        var look = Sixteen(cell.Ink);
        var own = cell.Style & ~(CellStyle.Bold | CellStyle.Block);
        if (IsBar(cell.Paper))
        {
            // The console would underline in white, which is not seen on grey: keys have a colour there.
            return own | (cell.Ink is Ink.Key or Ink.Link && depth != ColourDepth.Console ? CellStyle.Underline : CellStyle.None);
        }

        var isMark = (cell.Style & (CellStyle.Bold | CellStyle.Block)) != 0;
        var video = look.Style | (isMark ? look.Mark : CellStyle.None);
        // What is reversed twice is not; the cursor on such a cell is underlined.
        var twice = (own & video & CellStyle.Reverse) != 0 ? CellStyle.Underline : CellStyle.None;
        var style = ((own | video) & ~CellStyle.Reverse) | ((own ^ video) & CellStyle.Reverse) | twice;
        return depth == ColourDepth.Console ? style & ~CellStyle.Faint : style;
    }

    string SixteenColours(in Cell cell, ColourDepth depth)
    {
        if (IsBar(cell.Paper))
        {
            return Numbered(cell.Ink == Ink.Key && depth == ColourDepth.Console ? ConsoleBarKey : SixteenBar.Ink, isPaper: false) + Numbered(SixteenBar.Ground, isPaper: true);
        }

        var ink = Numbered(SixteenNumber(cell.Ink, depth), isPaper: false);
        return depth == ColourDepth.SixteenUnpainted ? ink : ink + Numbered(this == Light ? White : Black, isPaper: true);
    }

    static string Numbered(int number, bool isPaper)
    {
        var code = number < 8 ? (isPaper ? 40 : 30) + number : (isPaper ? 100 : 90) + number - 8;
        return ";" + code.ToString(CultureInfo.InvariantCulture);
    }
}
