using Tutor.Core.Levels;
using Tutor.Core.Play;
using Tutor.Core.Scoring;
using Tutor.Core.Tests.Support;
using Tutor.Core.Text;
using Xunit;

namespace Tutor.Core.Tests.Play;

public sealed class AnswerTests
{
    [Fact]
    public void A_forecast_that_comes_true_passes()
    {
        var level = Prepare("nothing-left-to-fail");
        var (forecast, truth) = Truth(level);
        var stored = Enumerable.Range(0, forecast.Items.Length).Aggregate(forecast, (f, i) => f.Say(i, truth[i])).Write();
        Assert.Equal(Verdict.Pass, Judge(level, stored));
    }

    [Fact]
    public void A_forecast_with_one_item_wrong_fails()
    {
        var level = Prepare("count-the-holders");
        var (forecast, truth) = Truth(level);
        var wrong = truth[0].Fate == PageFate.Migrated ? PageFate.Futile : PageFate.Migrated;
        var stored = Enumerable.Range(1, forecast.Items.Length - 1).Aggregate(forecast, (f, i) => f.Say(i, truth[i]))
            .Say(0, Foretold.Of(wrong)).Write();
        Assert.Equal(Verdict.Fail, Judge(level, stored));
    }

    [Fact]
    public void A_forecast_that_leaves_something_out_is_no_answer() =>
        Assert.NotNull(Answer.Read(Level("nothing-left-to-fail"), new Forecast(Level("nothing-left-to-fail").Predictions).Write()).Refusal);

    [Fact]
    public void An_option_is_stored_as_its_id_and_judged_as_its_predicate()
    {
        var level = Prepare("swap-cache");
        foreach (var option in level.Level.Options)
        {
            var answer = Answer.Read(level.Level, option.Id).Answer!;
            Assert.Equal(option.Id, answer.Write());
            Assert.Equal(LevelRun.Run(level, option.Skip).Verdict, answer.Judge(level).Verdict);
        }
    }

    [Fact]
    public void An_option_that_was_stored_as_its_predicate_is_still_read()
    {
        var option = Level("swap-cache").Options[0];
        Assert.Equal(option.Id, Answer.Read(Level("swap-cache"), option.Skip.Text, option.Id).Answer?.Write());
    }

    [Theory]
    [InlineData("folio_ref_count(folio) > 99", null)]
    [InlineData("folio_ref_count(folio) > 99", "both-caches")]
    [InlineData("unheard-of", "unheard-of")]
    public void What_is_no_option_of_a_pick_level_is_refused(string stored, string? option) =>
        Assert.NotNull(Answer.Read(Level("swap-cache"), stored, option).Refusal);

    [Fact]
    public void A_scan_that_was_watched_passes() => Assert.Equal(Verdict.Pass, Judge(Prepare("first-scan"), Level("first-scan").StartingText));

    [Fact]
    public void Another_scan_than_the_levels_is_refused() => Assert.NotNull(Answer.Read(Level("first-scan"), "page_count(page) == 77").Refusal);

    [Fact]
    public void A_predicate_is_stored_as_it_was_typed_and_run()
    {
        var level = Prepare("extra-reference");
        var reference = level.Level.Solutions.First(s => s.Expect == Verdict.Gold).Skip.Text + "  /* mine */ ";
        var answer = Answer.Read(level.Level, reference).Answer!;
        Assert.Equal(reference, answer.Write());
        Assert.Equal(Verdict.Gold, answer.Judge(level).Run!.Verdict);
    }

    static (Forecast Empty, Foretold[] Truth) Truth(PreparedLevel level)
    {
        var forecast = new Forecast(level.Level.Predictions);
        var result = LevelRun.Run(level, SourceText.From("predicate", level.Level.StartingText)).Shown!.Result;
        return (forecast, [.. forecast.Items.Select((_, i) => forecast.Truth(i, result))]);
    }

    static Verdict Judge(PreparedLevel level, string stored) => Answer.Read(level.Level, stored).Answer!.Judge(level).Verdict;

    static Level Level(string id) => BuiltInPack.Catalog.Entries.Single(e => e.Id == id).Level!;

    static PreparedLevel Prepare(string id) => PreparedLevel.Prepare(Level(id), new BuiltInPack(), new DiagnosticBag())!;
}
