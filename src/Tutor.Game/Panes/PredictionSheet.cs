using System.Collections.Immutable;
using System.Globalization;
using Tutor.Core.Levels;
using Tutor.Core.Play;
using Tutor.Core.Simulation;
using Tutor.Game.Drawing;
using Tutor.Game.Playing;
using Tutor.Game.Text;

namespace Tutor.Game.Panes;

/// <summary>A forecast on the screen: which item is selected, and the words for what is said of each.</summary>
sealed class PredictionSheet(ImmutableArray<PredictItem> items)
{
    static readonly PageFate[] Fates = Enum.GetValues<PageFate>();

    /// <summary>What may become of a page, in the order in which it can be said.</summary>
    public static IEnumerable<string> Answers => Fates.Select(WordsOf);

    public Forecast Forecast { get; private set; } = new(items);

    public int Count => items.Length;

    public int Selected { get; private set; }

    /// <summary>The page of the selected item, or null.</summary>
    public int? Page => items[Selected].Page;

    /// <summary>The run has been shown: right and wrong can be seen.</summary>
    public bool IsRevealed { get; private set; }

    public bool IsComplete => Forecast.IsComplete;

    public void Move(int by) => Selected = Math.Clamp(Selected + by, 0, Count - 1);

    /// <summary>The next or the last of the fates.</summary>
    public void Turn(int by)
    {
        if (items[Selected].Page is not null)
        {
            var said = Forecast[Selected]?.Fate is { } fate ? Array.IndexOf(Fates, fate) : -1;
            var from = said < 0 && by < 0 ? 0 : said;
            Say(Selected, Foretold.Of(Fates[(from + by + Fates.Length) % Fates.Length]));
        }
    }

    /// <summary>Says something of an item: the number of an answer, from 1, or a metric's size; false if it is neither.</summary>
    public bool Answer(int item, long number)
    {
        if (items[item].Page is null ? number < 0 || Digits(number) > Forecast.MostDigits : number < 1 || number > Fates.Length)
        {
            return false;
        }

        Selected = item;
        Say(item, items[item].Page is null ? Foretold.Of(number) : Foretold.Of(Fates[(int)number - 1]));
        return true;
    }

    /// <summary>What is asked, what was said, and, when it has been shown, what came true.</summary>
    public string Spoken(int item, CompactionResult? result) =>
        $"{Name(item)}: {(Guess(item).Length > 0 ? Guess(item) : "nothing said yet")}"
        + (!IsRevealed || result is null ? "." : Forecast.IsRight(item, result) ? ". It came true." : $". No: {Truth(item, result)}.");

    /// <summary>A digit of a number.</summary>
    public void Type(string text)
    {
        if (items[Selected].Page is null && text is [>= '0' and <= '9'])
        {
            var number = ((Forecast[Selected]?.Number ?? 0) * 10) + (text[0] - '0');
            if (Digits(number) <= Forecast.MostDigits)
            {
                Say(Selected, Foretold.Of(number));
            }
        }
    }

    public void Backspace()
    {
        if (Forecast[Selected]?.Number is { } number)
        {
            Say(Selected, number < 10 ? null : Foretold.Of(number / 10));
        }
    }

    /// <summary>Shows what came true; how many did.</summary>
    public int Reveal(CompactionResult result)
    {
        IsRevealed = true;
        return Forecast.RightIn(result);
    }

    public List<Line> Lines(CompactionResult? result, int width)
    {
        var lines = new List<Line>();
        var column = Enumerable.Range(0, Count).Max(i => Name(i).Length) + 1;
        for (var i = 0; i < Count; i++)
        {
            var isSelected = i == Selected;
            var mark = !IsRevealed || result is null ? new Run(isSelected ? $"{Glyphs.Current.Arrow} " : "  ", Ink.Accent)
                : Forecast.IsRight(i, result) ? new Run($"{Glyphs.Current.Check} ", Ink.Good, CellStyle.Bold)
                : new Run($"{Glyphs.Current.Cross} ", Ink.Bad, CellStyle.Bold);
            var guess = Guess(i);
            var isWrong = IsRevealed && result is not null && !Forecast.IsRight(i, result);
            var text = isWrong ? $"no: {Truth(i, result!)}" : guess.Length > 0 ? guess
                : items[i].Page is null ? "type a number" : "Left, Right: choose";
            lines.Add(Line.Of(mark, new Run(TextColumns.Pad(Name(i), column)), new Run(
                TextColumns.Fit(text, Math.Max(4, width - 2 - column)), guess.Length > 0 ? Ink.Strong : Ink.Muted))
                with { Paper = isSelected ? Paper.Selected : Paper.Normal });
        }

        return lines;
    }

    void Say(int item, Foretold? answer)
    {
        Forecast = Forecast.Say(item, answer);
        IsRevealed = false;
    }

    string Name(int i) => items[i].Page is { } page
        ? string.Create(CultureInfo.InvariantCulture, $"page +{page}") : ScorePanel.Name(items[i].Metric!.Name);

    string Guess(int i) => Forecast[i] is not { } said ? ""
        : said.Fate is { } fate ? WordsOf(fate) : said.Number!.Value.ToString(CultureInfo.InvariantCulture);

    string Truth(int i, CompactionResult result)
    {
        var truth = Forecast.Truth(i, result);
        return truth.Fate is { } fate ? WordsOf(fate) : Words.Count(truth.Number!.Value);
    }

    static int Digits(long number) => number.ToString(CultureInfo.InvariantCulture).Length;

    static string WordsOf(PageFate fate) => fate switch
    {
        PageFate.Migrated => "it moves",
        PageFate.Futile => "it is tried, and stays",
        PageFate.SkippedPin => "skipped; it could not move",
        PageFate.FalseSkip => "skipped; it could move",
        PageFate.NeverCandidate => "left in any case",
    };
}
