using System.Collections.Immutable;
using Tutor.Core.Levels;
using Tutor.Core.Play;
using Tutor.Core.Scoring;
using Tutor.Core.Simulation;
using Xunit;

namespace Tutor.Core.Tests.Play;

public sealed class ForecastTests
{
    static readonly ImmutableArray<PredictItem> Items =
        [Item(5), Item(40), new(null, Metric.Predictable.First(m => m.Name == "lru_locks"), (0, false), default)];

    [Theory]
    [InlineData("page:+5=futile; page:+40=migrated; metric:lru_locks=0")]
    [InlineData("page:+5=skipped_pin; page:+40=false_skip; metric:lru_locks=999999999999")]
    [InlineData("page:+5=never_candidate; page:+40=; metric:lru_locks=")]
    public void A_stored_forecast_is_written_as_it_was_read(string stored) => Assert.Equal(stored, Read(stored)!.Write());

    [Fact]
    public void What_is_said_is_stored_in_ids() => Assert.Equal("page:+5=never_candidate; page:+40=; metric:lru_locks=12",
        new Forecast(Items).Say(0, Foretold.Of(PageFate.NeverCandidate)).Say(2, Foretold.Of(12)).Write());

    [Fact]
    public void Every_fate_is_stored_and_read_back()
    {
        foreach (var fate in Enum.GetValues<PageFate>())
        {
            Assert.Equal(Foretold.Of(fate), Read(new Forecast(Items).Say(0, Foretold.Of(fate)).Write())![0]);
        }
    }

    /// <summary>Every wording of a fate that a version before the ids has stored.</summary>
    [Theory]
    [InlineData("it moves", "migrated")]
    [InlineData("it is tried, and stays", "futile")]
    [InlineData("skipped; it could not move", "skipped_pin")]
    [InlineData("skipped; it could move", "false_skip")]
    [InlineData("skipped; it would have moved", "false_skip")]
    [InlineData("left in any case", "never_candidate")]
    [InlineData("left, whatever the test says", "never_candidate")]
    [InlineData("the predicate is not asked", "never_candidate")]
    public void A_fate_that_was_stored_in_words_is_still_read(string words, string id) =>
        Assert.Equal($"page:+5={id}; page:+40={id}; metric:lru_locks=7",
            Read($"page +5: {words}; page +40: {words}; lru locks: 7")?.Write());

    /// <summary>Every name of a metric that a version before the ids can have stored.</summary>
    [Theory]
    [InlineData("isolated", "isolated")]
    [InlineData("migrated", "migrated")]
    [InlineData("futile", "futile")]
    [InlineData("skipped pins", "skipped_pins")]
    [InlineData("false skips", "false_skips")]
    [InlineData("blocks freed", "blocks_freed")]
    [InlineData("cost", "cost_ns")]
    [InlineData("lru locks", "lru_locks")]
    [InlineData("candidates", "candidates")]
    [InlineData("skipped short", "skipped_short")]
    public void A_metric_that_was_stored_by_its_title_is_still_read(string title, string name) =>
        Assert.Equal($"metric:{name}=120", Forecast.TryRead(
            [new PredictItem(null, Metric.Predictable.Single(m => m.Name == name), (0, false), default)], $"{title}: 120")?.Write());

    [Theory]
    [InlineData("")]
    [InlineData("page:+5=migrated; page:+40=migrated")]
    [InlineData("page:+5=migrated; page:+40=flies; metric:lru_locks=1")]
    [InlineData("page:+5=migrated; page:+40=migrated; metric:lru_locks=1234567890123")]
    [InlineData("page:+5=migrated; page:+40=migrated; metric:lru_locks=-1")]
    [InlineData("page:+6=migrated; page:+40=migrated; metric:lru_locks=1")]
    [InlineData("page:+40=migrated; page:+5=migrated; metric:lru_locks=1")]
    [InlineData("page +5: it moves; page +40: it flies; lru locks: 12")]
    [InlineData("page +5: it moves; page +40: it moves; lru locks: 1234567890123")]
    [InlineData("page +5: it moves; page +40: it moves")]
    public void What_answers_other_questions_is_refused(string stored) => Assert.Null(Read(stored));

    [Fact]
    public void A_number_is_no_answer_about_a_page() =>
        Assert.Throws<ArgumentException>(() => new Forecast(Items).Say(0, Foretold.Of(3)));

    [Fact]
    public void A_fate_is_no_answer_about_a_metric() =>
        Assert.Throws<ArgumentException>(() => new Forecast(Items).Say(2, Foretold.Of(PageFate.Futile)));

    [Fact]
    public void Every_verdict_on_a_page_can_be_foretold() =>
        Assert.All(Enum.GetValues<PageVerdict>(), v => Assert.True(Enum.IsDefined(PageFates.Of(v))));

    static Forecast? Read(string stored) => Forecast.TryRead(Items, stored);

    static PredictItem Item(int page) => new(page, null, (0, false), default);
}
