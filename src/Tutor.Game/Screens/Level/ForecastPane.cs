using System.Globalization;
using Tutor.Core.Play;
using Tutor.Core.Scoring;
using Tutor.Game.Drawing;
using Tutor.Game.Keys;
using Tutor.Game.Panes;
using Tutor.Game.Playing;
using Tutor.Game.Reading;
using Tutor.Game.Text;

namespace Tutor.Game.Screens.Level;

/// <summary>The pane of a forecast: which item is selected, and what the keys answer to it.</summary>
sealed class ForecastPane(LevelScreen level) : AnswerPane(level)
{
    /// <summary>Columns that an answer has at least: those of a number of pages.</summary>
    const int AnswerColumns = 9;

    /// <summary>How many items have shown their right answers. They are shown one by one; on a level that is opened again all are.</summary>
    int _told = ((ForecastAtHand)level.Sitting.AtHand).Forecast.Items.Length;
    int _selected;

    /// <summary>The item whose number is being typed; a digit on any other begins its number anew.</summary>
    int? _typed;

    public override string Title => "What will become of it?";

    public override KeyScope Scope => KeyScope.Forecast;

    public override bool LeadsOnMap => true;

    public override string WhyNoProof => "Nothing is asked of the test here; the marks say which forecasts came true.";

    public override string AfterTitle => "What was to be seen";

    ForecastAtHand Hand => (ForecastAtHand)Sitting.AtHand;

    Forecast Forecast => Hand.Forecast;

    int Count => Forecast.Items.Length;

    /// <summary>The page of the selected item, or null.</summary>
    int? Page => Forecast.Items[_selected].Page;

    public override int Rows(int width) => Count;

    public override void Draw(Grid grid, Area area, bool isActive)
    {
        var first = Math.Clamp(_selected - area.Height + 1, 0, Math.Max(0, Count - area.Height));
        grid.Put(area, Lines(area.Width), first);
        grid.ScrollBar(area, first, Count);
    }

    public override IReadOnlyList<Line> Notes(int width)
    {
        Run[] said = Page is null ? [new Run("Type a number, ", Ink.Muted)] : [new Run("Left Right", Ink.Key), new Run(" or a digit choose, ", Ink.Muted)];
        return Wrapping.Wrap([.. said, new Run("b", Ink.Key), new Run(" the test, ", Ink.Muted), new Run("Enter", Ink.Key), new Run(" hands in.", Ink.Muted)], width);
    }

    public override bool Do(Command command)
    {
        switch (command)
        {
            case Command.Up or Command.Down:
                Move(command == Command.Up ? -1 : 1);
                break;
            case Command.First or Command.Last:
                Move(command == Command.First ? -Count : Count);
                break;
            case Command.Backspace:
                Backspace();
                break;
            case Command.Left or Command.Right:
                Turn(command == Command.Left ? -1 : 1);
                break;
            default:
                return false;
        }

        Level.Quiet();
        LeadOnMap();
        return true;
    }

    /// <summary>Only pages that are asked about, so that card and list speak of one page.</summary>
    public override void StepPage(int by)
    {
        var next = _selected + by;
        while (next >= 0 && next < Count && Forecast.Items[next].Page is null)
        {
            next += by;
        }

        if (next >= 0 && next < Count)
        {
            Move(next - _selected);
            LeadOnMap();
        }
    }

    public override void LeadOnMap()
    {
        Map.Mode = Sitting.IsSecret ? MapMode.Kinds : MapMode.Verdicts;
        if (Page is { } page)
        {
            Map.MoveTo(page);
        }
    }

    /// <summary>Shows the right answers, from the first item on, as soon as that is allowed.</summary>
    public override void Judged(HandInResult last)
    {
        _typed = null;
        if (Hand.IsRevealed && last.CameTrue is not null)
        {
            (_selected, _told) = (0, 1);
        }
    }

    public override (string Text, Ink Ink)? Told(HandInResult last) => last.CameTrue is not { } came ? null
        : last.IsPassed ? ($"All {came.Of} came true. Passed{(last.IsFirstTry ? " at the first try" : "")}.{last.KeepingWords}{Level.Onwards}", Ink.Good)
        : ($"{came.Right} of {came.Of} came true.{last.KeepingWords} {(Hand.IsRevealed ? "Down shows the answers one by one; the page card says why." : Hand.AfterWrong())}", Ink.Warning);

    /// <summary>Each question with what was said, and what was seen where a number was only near.</summary>
    public override string AfterWords => Hand.Truth is not { } truth || !Forecast.IsComplete ? ""
        : "\n## What you said\n\n" + string.Concat(Forecast.Items.Select((item, i) =>
        {
            var (said, seen) = (Forecast[i]!.Value, Forecast.Truth(i, truth));
            return $"- {(Forecast.IsRight(i, truth) ? Glyphs.Check : Glyphs.Cross)} {ForecastWords.Name(item)}: {ForecastWords.Of(said)}{(said == seen ? "" : $" (it was {ForecastWords.Of(seen)})")}\n";
        }));

    /// <summary>What stands in place of a page card while the selected item is a number.</summary>
    public override List<Line>? ItemCard(int width) => Forecast.Items[_selected].Metric is { } metric ? NumberLines(metric, width) : null;

    static List<Line> NumberLines(Metric metric, int width) =>
    [
        .. Wrapping.Wrap([new Run(metric.Title, Ink.Strong, CellStyle.Bold), new Run($": {metric.Sentence}.")], width),
        Line.Empty,
        .. Wrapping.Wrap([new Run("Tab", Ink.Key), new Run(" goes to the map; each page has its card there.", Ink.Muted)], width),
    ];

    void Move(int by)
    {
        _selected = Math.Clamp(_selected + by, 0, Count - 1);
        _typed = null;
        _told = Math.Max(_told, _selected + 1);
    }

    /// <summary>Takes the next of the answers, or the one before.</summary>
    void Turn(int by)
    {
        var choices = Forecast.ChoicesOf(Forecast.Items[_selected]);
        if (choices.Length > 0)
        {
            var said = Forecast[_selected] is { } answer ? choices.IndexOf(answer) : -1;
            var from = said < 0 && by < 0 ? 0 : said;
            Hand.Say(_selected, choices[(from + by + choices.Length) % choices.Length]);
        }
    }

    /// <summary>A digit of a number, or the number of an answer.</summary>
    public override void Type(string text, bool isActive)
    {
        var before = _typed == _selected ? Forecast[_selected]?.Number ?? 0 : 0;
        if (text is not [>= '0' and <= '9'])
        {
            return;
        }

        var number = (before * 10) + (text[0] - '0');
        if (Hand.TooMany(_selected, number) is { } tooMany)
        {
            Level.Say(tooMany, Ink.Warning);
        }
        else if (ForecastWords.Answer(Forecast.Items[_selected], number) is { } said)
        {
            Level.Quiet();
            Hand.Say(_selected, said);
            _typed = Forecast.Items[_selected].IsNumber ? _selected : null;
        }
    }

    public override string BeforeScoreTitle => "What you can say";

    /// <summary>Every answer that the selected item may be given, and the one that was given.</summary>
    public override IReadOnlyList<Line> BeforeScore(int width)
    {
        var item = Forecast.Items[_selected];
        List<Line> lines = [.. Wrapping.Wrap(Words.Sentence(ForecastWords.Name(item)).TrimEnd('.') + (item.IsNumber ? ": how many?" : ""), width, Ink.Title)];
        if (item.IsNumber)
        {
            lines.AddRange(Wrapping.Wrap("Type the number.", width, Ink.Muted));
        }

        foreach (var (choice, number) in Forecast.ChoicesOf(item).Select((c, i) => (c, i + 1)))
        {
            var isSaid = Forecast[_selected] == choice;
            var isWrong = isSaid && Hand.MarkOf(_selected) is false;
            var head = new Run($"{(isWrong ? Glyphs.Cross : isSaid ? Glyphs.Arrow : " ")} {number} ", isWrong ? Ink.Bad : Ink.Key);
            lines.AddRange(Wrapping.Wrap(ForecastWords.Of(choice), width - 4, isSaid && !isWrong ? Ink.Strong : Ink.Text)
                .Select((line, i) => line.After(i == 0 ? head : new Run("    "))));
        }

        return lines;
    }

    void Backspace()
    {
        if (Forecast[_selected]?.Number is { } number)
        {
            Hand.Say(_selected, number < 10 ? null : Foretold.Of(number / 10));
            _typed = _selected;
        }
    }

    List<Line> Lines(int width)
    {
        var truth = Hand.Truth;
        var lines = new List<Line>();
        // What is said is always seen; where it is narrow a name gives way, which stands whole beside the list.
        var column = Math.Min(Forecast.Items.Max(i => ForecastWords.Name(i).Length) + 1, Math.Max(AnswerColumns, width - 2 - AnswerColumns));
        for (var i = 0; i < Count; i++)
        {
            var item = Forecast.Items[i];
            var isSelected = i == _selected;
            var known = Hand.IsRevealed && i >= _told ? null : Hand.MarkOf(i);
            var mark = known switch
            {
                null => new Run(isSelected ? $"{Glyphs.Arrow} " : "  ", Ink.Accent),
                true => new Run($"{Glyphs.Check} ", Ink.Good, CellStyle.Bold),
                false => new Run($"{Glyphs.Cross} ", Ink.Bad, CellStyle.Bold),
            };
            var said = Forecast[i] is { } answer ? answer.Number?.ToString(CultureInfo.InvariantCulture) ?? ForecastWords.Of(answer) : null;
            var text = known is false ? (truth is null ? $"not this: {said}" : $"no: {ForecastWords.Of(Forecast.Truth(i, truth))}")
                : said ?? (item.IsNumber ? "type a number" : "not said yet");
            lines.Add(Line.Of(mark, new Run(TextColumns.Pad(ForecastWords.Name(item), column - 1) + " "),
                new Run(TextColumns.Fit(text, Math.Max(4, width - 2 - column)), said is not null ? Ink.Strong : Ink.Muted))
                with { Paper = isSelected ? Paper.Selected : Paper.Normal });
        }

        return lines;
    }
}
