using Tutor.Core.Levels;
using Tutor.Core.Scoring;
using Tutor.Tui.Presentation;
using Xunit;

namespace Tutor.Tests.Tui;

public sealed class PredictionSheetTests
{
    [Theory]
    [InlineData("page +5: skipped; it could not move; page +40: it moves; futile: 12")]
    [InlineData("page +5: it moves; page +40: skipped; it could move; futile: 0")]
    public void Answers_are_read_back_as_they_were_written(string written)
    {
        var sheet = Sheet();
        Assert.True(sheet.TryRead(written));
        Assert.Equal(written, sheet.Written());
    }

    [Theory]
    [InlineData("the predicate is not asked", "left in any case")]
    [InlineData("left, whatever the test says", "left in any case")]
    [InlineData("skipped; it would have moved", "skipped; it could move")]
    public void An_answer_under_its_old_name_is_still_read(string old, string now)
    {
        var sheet = Sheet();
        Assert.True(sheet.TryRead($"page +5: {old}; page +40: it moves; futile: 12"));
        Assert.StartsWith($"page +5: {now};", sheet.Written());
    }

    [Theory]
    [InlineData("")]
    [InlineData("page +5: it moves; page +40: it moves")]
    [InlineData("page +5: it moves; page +40: it flies; futile: 12")]
    [InlineData("page +5: it moves; page +40: it moves; futile: 1234567890123")]
    [InlineData("page +5: it moves; page +40: it moves; futile: -1")]
    [InlineData("page +6: it moves; page +40: it moves; futile: 1")]
    public void What_answers_other_questions_is_refused(string written) => Assert.False(Sheet().TryRead(written));

    static PredictionSheet Sheet() =>
        new([Item(5), Item(40), new PredictItem(null, Metric.Find("futile"), (0, false), default)]);

    static PredictItem Item(int page) => new(page, null, (0, false), default);
}
