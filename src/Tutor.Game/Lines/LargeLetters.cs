using System.Collections.Immutable;
using Tutor.Core.Levels;
using Tutor.Game.Playing;

namespace Tutor.Game.Lines;

/// <summary>The options of a level for a room: with large letters, in an order that does not tell which is right.</summary>
static class LargeLetters
{
    /// <summary>Rows of a letter.</summary>
    const int Height = 5;

    /// <summary>A fixed number, so that the letters are the same on every machine. 0 would be the author's order.</summary>
    const ulong Order = 1;

    static readonly string[][] Letters =
    [
        [" ### ", "#   #", "#####", "#   #", "#   #"],
        ["#### ", "#   #", "#### ", "#   #", "#### "],
        [" ####", "#    ", "#    ", "#    ", " ####"],
        ["#### ", "#   #", "#   #", "#   #", "#### "],
        ["#####", "#    ", "###  ", "#    ", "#####"],
        ["#####", "#    ", "###  ", "#    ", "#    "],
        [" ####", "#    ", "#  ##", "#   #", " ####"],
        ["#   #", "#   #", "#####", "#   #", "#   #"],
    ];

    /// <summary>The options in the order of their letters.</summary>
    public static ImmutableArray<LevelOption> OptionsOf(Level level) => OptionOrder.Of(level, Order);

    /// <summary>The letter of an option, from A.</summary>
    public static string LetterOf(int option) => ((char)('A' + option)).ToString();

    /// <summary>Says every option, without a word on which is right.</summary>
    /// <param name="isLarge">Letters five rows high; else a letter a line, which reads well aloud.</param>
    public static void Say(Speaker speaker, ImmutableArray<LevelOption> options, bool isLarge)
    {
        for (var i = 0; i < options.Length; i++)
        {
            var text = Sitting.TextOf(options[i]);
            if (!isLarge || i >= Letters.Length)
            {
                speaker.Say($"{LetterOf(i)}) ", text);
                continue;
            }

            var lines = text.Split('\n');
            for (var row = 0; row < Math.Max(Height, lines.Length); row++)
            {
                // One row of a text stands beside the middle of its letter.
                var line = row - Math.Max(0, (Height - lines.Length) / 2);
                speaker.Say($"  {(row < Height ? Letters[i][row] : "     ")}   ", line >= 0 && line < lines.Length ? lines[line] : "");
            }

            speaker.Blank();
        }
    }
}
