using Tutor.Game.Drawing;

namespace Tutor.Game.Screens.Level;

/// <summary>
/// Where the panes of the level screen are: brief, map and editor or answers at the left; score and page card at the
/// right. A wide screen has the brief at the right, too, so that the map has the rows.
/// </summary>
readonly record struct LevelLayout(Area Brief, Area Map, Area Answer, Area Score, Area Card)
{
    /// <summary>From this width on the brief stands above the score.</summary>
    const int WideWidth = 160;

    /// <summary>From so many rows on the goals stand one by one below what is counted.</summary>
    const int RoomForGoals = 36;

    /// <summary>Counts, goals of three medals, and what their per cents are parts of.</summary>
    const int HighestScore = 16;

    /// <summary>A line of the brief, in its frame.</summary>
    const int LowestBrief = 3;

    /// <summary>Two rows of the map and its legend, in their frame.</summary>
    const int LowestMap = 5;

    /// <summary>Columns of score and page card; from 100 columns on the map's rows are then 64 cells, or 128.</summary>
    public static int RightWidth(int width) => Math.Clamp(width * (width < 100 ? 42 : 40) / 100, 30, 64);

    /// <summary>Columns of what stands in them: on a broad screen it ends a column before the frame.</summary>
    public static int TextWidth(int width) => RightWidth(width) - (width < 100 ? 2 : 3);

    /// <summary>Rows that are kept under the text for messages.</summary>
    public static int NoteRows(int height) => height < 24 ? 3 : height < 30 ? 4 : height < 45 ? 5 : 8;

    /// <summary>Columns of the others, the border included that they share with those at the right.</summary>
    public static int LeftWidth(int width) => width - RightWidth(width) + 1;

    /// <summary>Columns of the pane of the brief.</summary>
    public static int BriefWidth(int width) => IsWide(width) ? RightWidth(width) : LeftWidth(width);

    /// <param name="answerLines">Lines that editor or answers would like.</param>
    /// <param name="isChoosing">What is answered stands in a list.</param>
    /// <param name="isReadWhole">The answer is being read or written, and gets the rows that it needs: brief and map give way.</param>
    /// <param name="spare">Rows that the map leaves: a list below it takes what it lacks, the brief above it the rest.</param>
    /// <param name="isCoached">What to do next stands in place of the brief: it is read to its end.</param>
    public static LevelLayout For(int width, int height, int answerLines, int briefLines, int scoreLines, bool isCoached = false, bool isChoosing = false, bool isReadWhole = false, int spare = 0)
    {
        var right = RightWidth(width);
        var left = LeftWidth(width);
        var rows = height - 2;
        // The brief gives way first: the whole of it is one key away.
        // A text and what is said of it stand under each other, and take half the height if they need it; a list of
        // answers takes a little more, so that none is overlooked.
        var most = Math.Max(5, isChoosing ? rows * 6 / 10 : rows / 2);
        var answer = Math.Clamp(answerLines + 2, 5, isReadWhole ? Math.Max(most, Math.Min(rows * 3 / 4, rows - LowestBrief - LowestMap + 2)) : most);
        var isWritten = answer > most;
        var toList = isChoosing ? Math.Clamp(answerLines + 2 - answer, 0, spare) : 0;
        answer += toList;
        // What is counted is seen whole; the card scrolls on a screen of its own.
        var score = rows >= RoomForGoals ? HighestScore : Math.Clamp(Math.Max(rows * 2 / 5, Math.Min(scoreLines + 2, rows / 2)), 8, HighestScore);
        var isWide = IsWide(width);
        var brief = isWritten && !isWide && !isCoached ? LowestBrief : Math.Clamp(briefLines + 2, 4, Math.Max(4, isWide ? rows - score - rows / 3 : isCoached ? rows - answer - 4 : rows / 4 + spare - toList));
        // Each pane shares a row with the one below it.
        var (aboveMap, aboveScore) = isWide ? (0, brief - 1) : (brief - 1, 0);
        return new LevelLayout(
            isWide ? new Area(left - 1, 1, right, brief) : new Area(0, 1, left, brief),
            new Area(0, 1 + aboveMap, left, rows - aboveMap - answer + 1),
            new Area(0, 1 + rows - answer, left, answer),
            new Area(left - 1, 1 + aboveScore, right, score),
            new Area(left - 1, aboveScore + score, right, rows - aboveScore - score + 1));
    }

    static bool IsWide(int width) => width >= WideWidth;
}
