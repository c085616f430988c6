using Tutor.Game.Drawing;
using Tutor.Game.Panes;

namespace Tutor.Game.Screens.Level;

/// <summary>
/// Where the panes of the level screen are: brief, map, what the name at the caret means (where there is room), and editor
/// or answers at the left; score and page card at the right.
/// </summary>
readonly record struct LevelLayout(Area Brief, Area Map, Area Doc, Area Answer, Area Score, Area Card)
{
    /// <summary>Below this height the map needs every row.</summary>
    const int DocHeight = 36;

    /// <summary>Columns of score and page card.</summary>
    public static int RightWidth(int width) => Math.Clamp(width * 42 / 100, 30, 64);

    /// <summary>Rows that are kept under the text for messages.</summary>
    public static int NoteRows(int height) => height < 24 ? 3 : height < 30 ? 4 : 5;

    /// <summary>Columns of the others, the border included that they share with those at the right.</summary>
    public static int LeftWidth(int width) => width - RightWidth(width) + 1;

    /// <param name="answerLines">Lines that editor or answers would like.</param>
    /// <param name="isChoosing">What is answered stands in a list.</param>
    /// <param name="hasDoc">Text is written, and names in it can be explained.</param>
    /// <param name="isCoached">What to do next stands in place of the brief: it is read to its end.</param>
    public static LevelLayout For(int width, int height, int answerLines, int briefLines, int scoreLines, bool isCoached = false, bool hasDoc = false, bool isChoosing = false)
    {
        var right = RightWidth(width);
        var left = LeftWidth(width);
        var rows = height - 2;
        // The brief gives way first: the whole of it is one key away.
        // A text and what is said of it stand under each other, and take half the height if they need it; a list of
        // answers takes a little more, so that none is overlooked.
        var answer = Math.Clamp(answerLines + 2, 5, Math.Max(5, isChoosing ? rows * 6 / 10 : rows / 2));
        var doc = hasDoc && height >= DocHeight ? NameDoc.Rows + 2 : 0;
        var brief = Math.Clamp(briefLines + 2, 4, Math.Max(4, isCoached ? rows - answer - doc - 4 : rows / 4));
        // Each shares a row with the one below it.
        var map = rows + (doc > 0 ? 3 : 2) - answer - brief - doc;
        // What is counted is seen whole; the card scrolls on a screen of its own.
        var score = Math.Clamp(Math.Max(rows * 2 / 5, Math.Min(scoreLines + 2, rows / 2)), 8, 16);
        var belowMap = brief + map - 1;
        return new LevelLayout(
            new Area(0, 1, left, brief),
            new Area(0, brief, left, map),
            new Area(0, belowMap, left, doc),
            new Area(0, 1 + rows - answer, left, answer),
            new Area(left - 1, 1, right, score),
            new Area(left - 1, score, right, rows - score + 1));
    }
}
