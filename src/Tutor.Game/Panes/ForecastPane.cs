using System.Globalization;
using Tutor.Core.Play;
using Tutor.Core.Scoring;
using Tutor.Game.Playing;
using Tutor.Game.Reading;
using Tutor.Game.Text;

namespace Tutor.Game.Panes;

/// <summary>A forecast on the screen: which item is selected, and what the keys say of it.</summary>
sealed class ForecastPane(Sitting sitting)
{
    /// <summary>Items whose answers are told so far, once all of them may be: they are looked at one by one. In a level that is opened again all are.</summary>
    int _told = sitting.Forecast!.Items.Length;

    public int Count => Forecast.Items.Length;

    public int Selected { get; private set; }

    /// <summary>The page of the selected item, or null.</summary>
    public int? Page => Forecast.Items[Selected].Page;

    /// <summary>The number that the selected item asks for, or null.</summary>
    public Metric? Asked => Forecast.Items[Selected].Metric;

    Forecast Forecast => sitting.Forecast!;

    public void Move(int by)
    {
        Selected = Math.Clamp(Selected + by, 0, Count - 1);
        _told = Math.Max(_told, Selected + 1);
    }

    /// <summary>The answers may be told, from the first item on.</summary>
    public void Reveal() => (Selected, _told) = (0, 1);

    /// <summary>The next or the last of the answers.</summary>
    public void Turn(int by)
    {
        var choices = Forecast.ChoicesOf(Forecast.Items[Selected]);
        if (choices.Length > 0)
        {
            var said = Forecast[Selected] is { } answer ? choices.IndexOf(answer) : -1;
            var from = said < 0 && by < 0 ? 0 : said;
            sitting.Say(Selected, choices[(from + by + choices.Length) % choices.Length]);
        }
    }

    /// <summary>A digit of a number.</summary>
    public void Type(string text)
    {
        if (Forecast.Items[Selected].IsNumber && text is [>= '0' and <= '9']
            && ForecastWords.Answer(Forecast.Items[Selected], ((Forecast[Selected]?.Number ?? 0) * 10) + (text[0] - '0')) is { } said)
        {
            sitting.Say(Selected, said);
        }
    }

    public void Backspace()
    {
        if (Forecast[Selected]?.Number is { } number)
        {
            sitting.Say(Selected, number < 10 ? null : Foretold.Of(number / 10));
        }
    }

    public List<Line> Lines(int width)
    {
        var truth = sitting.Truth;
        var lines = new List<Line>();
        var column = Forecast.Items.Max(i => ForecastWords.Name(i).Length) + 1;
        for (var i = 0; i < Count; i++)
        {
            var item = Forecast.Items[i];
            var isSelected = i == Selected;
            var known = sitting.IsRevealed && i >= _told ? null : sitting.MarkOf(i);
            var mark = known switch
            {
                null => new Run(isSelected ? $"{Glyphs.Arrow} " : "  ", Ink.Accent),
                true => new Run($"{Glyphs.Check} ", Ink.Good, CellStyle.Bold),
                false => new Run($"{Glyphs.Cross} ", Ink.Bad, CellStyle.Bold),
            };
            var said = Forecast[i] is { } answer ? answer.Number?.ToString(CultureInfo.InvariantCulture) ?? ForecastWords.Of(answer) : null;
            var text = known is false ? (truth is null ? $"not this: {said}" : $"no: {ForecastWords.Of(Forecast.Truth(i, truth))}")
                : said ?? (item.IsNumber ? "type a number" : "Left, Right: choose");
            lines.Add(Line.Of(mark, new Run(TextColumns.Pad(ForecastWords.Name(item), column)),
                new Run(TextColumns.Fit(text, Math.Max(4, width - 2 - column)), said is not null ? Ink.Strong : Ink.Muted))
                with { Paper = isSelected ? Paper.Selected : Paper.Normal });
        }

        return lines;
    }
}
