using Tutor.Core.Levels;
using Tutor.Core.Scoring;
using Tutor.Game.Panes;
using Xunit;

namespace Tutor.Game.Tests.Screens;

public sealed class PredictionSheetTests
{
    [Fact]
    public void Digits_make_a_number_and_are_taken_back_one_by_one()
    {
        var sheet = new PredictionSheet([new PredictItem(null, Metric.Find("futile"), (0, false), default)]);
        sheet.Type("1");
        sheet.Type("0");
        sheet.Type("7");
        sheet.Backspace();
        Assert.Equal("metric:futile=10", sheet.Forecast.Write());
        sheet.Backspace();
        sheet.Backspace();
        Assert.False(sheet.IsComplete);
    }

    [Fact]
    public void A_number_has_twelve_digits_at_most()
    {
        var sheet = new PredictionSheet([new PredictItem(null, Metric.Find("futile"), (0, false), default)]);
        foreach (var digit in "1234567890123")
        {
            sheet.Type($"{digit}");
        }

        Assert.Equal("metric:futile=123456789012", sheet.Forecast.Write());
        Assert.False(sheet.Answer(0, 1_234_567_890_123));
    }

    [Fact]
    public void Fates_are_turned_through_in_both_directions()
    {
        var sheet = new PredictionSheet([new PredictItem(5, null, (0, false), default)]);
        var seen = new List<string>();
        for (var i = 0; i < PredictionSheet.Answers.Count() + 1; i++)
        {
            sheet.Turn(1);
            seen.Add(sheet.Forecast.Write());
        }

        Assert.Equal(seen[0], seen[^1]);
        Assert.Equal(seen.Count - 1, seen.Distinct().Count());
        sheet.Turn(-1);
        Assert.Equal(seen[^2], sheet.Forecast.Write());
    }
}
