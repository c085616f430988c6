using System.Collections.Immutable;
using System.Globalization;
using Tutor.Core.Levels;
using Tutor.Core.Play;
using Tutor.Core.Scoring;

namespace Tutor.Tests.Support;

/// <summary>What a simulated learner may answer to a level of the pack, whichever levels it has.</summary>
sealed class PlannedLevel
{
    /// <summary>Texts that compile nowhere, with the code of each.</summary>
    static readonly (string Text, string Code)[] Broken =
        [("folio_ref_count( + nonsense", "TUT1005"), ("this_is_no_name > 1", "TUT2001"), ("!mapping &&", "TUT1003")];

    readonly PreparedLevel _prepared;
    readonly ImmutableArray<string> _right;
    readonly ImmutableArray<string> _wrong;
    string? _lastWrong;

    public PlannedLevel(PreparedLevel prepared)
    {
        _prepared = prepared;
        var level = prepared.Level;
        // A solution with a source may use names that a player may not.
        string[] texts = [.. level.Solutions.Where(s => s.Origin is null).Select(s => s.Skip.Text), "true", "false", "folio_ref_count(folio) > 3"];
        var answers = level.Kind.Row().HandsIn switch
        {
            AnswerForm.Predicate => texts,
            AnswerForm.Option => level.Options.Select(o => o.Id),
            AnswerForm.Forecast => Forecasts(),
            AnswerForm.Watched => [level.StartingText],
            AnswerForm.Marks => [new Marks(Marks.CountIn(level)).SayAll(PageMark.Take).Write(), new Marks(Marks.CountIn(level)).SayAll(PageMark.Skip).Write()],
            // Nobody here paints.
            AnswerForm.Painting => [],
        };
        var judged = answers.Distinct().Select(a => (Answer: a, Judgement: Answer.Read(level, a).Answer!.Judge(prepared)))
            .Where(a => a.Judgement.Verdict != Verdict.Error).ToLookup(a => a.Judgement.Verdict.IsPass(), a => a.Answer);
        _right = [.. judged[true]];
        _wrong = [.. judged[false]];
    }

    public Level Level => _prepared.Level;

    /// <summary>It can be passed, and got wrong where there is anything to answer.</summary>
    public bool CanBePlanned => !_right.IsEmpty && (!_wrong.IsEmpty || Level.Kind == LevelKind.Watch);

    public ImmutableArray<string> Answers => [.. _right, .. _wrong];

    public Step Right(Random random, int seconds) => Step(_right[random.Next(_right.Length)], seconds, isRight: true);

    /// <param name="isVaried">Where texts are written, another text that means the same: no two learners type alike.</param>
    public Step Wrong(Random random, int seconds, bool isVaried = false)
    {
        var answer = _wrong.IsEmpty ? _right[0] : _wrong[random.Next(_wrong.Length)];
        // A forecast that is handed in again as it was is no second try.
        if (answer == _lastWrong && Level.Kind.Row().HandsIn == AnswerForm.Forecast)
        {
            answer = _wrong[(_wrong.IndexOf(answer) + 1) % _wrong.Length];
        }

        _lastWrong = answer;
        return Step(isVaried && IsWritten ? string.Create(CultureInfo.InvariantCulture, $"({answer}) || 0 > {random.Next(100_000)}") : answer, seconds, isRight: _wrong.IsEmpty);
    }

    public Step Given(string answer, int seconds) => Step(answer, seconds, _right.Contains(answer));

    /// <summary>Only where predicates are written.</summary>
    public Step DoesNotCompile(Random random, int seconds)
    {
        var (text, code) = Broken[random.Next(Broken.Length)];
        return new Step(Deed.Answer, Level.Id, seconds, text, Code: code);
    }

    public bool IsWritten => Level.Kind.Row().HandsIn == AnswerForm.Predicate;

    Step Step(string answer, int seconds, bool isRight) =>
        new(Level.Kind.Row().HandsIn.Rules().IsWatched ? Deed.Watch : Deed.Answer, Level.Id, seconds, answer, isRight);

    /// <summary>The forecast that comes true.</summary>
    public static Forecast TrueForecast(PreparedLevel prepared)
    {
        var items = prepared.Predictions;
        var shown = LevelRun.Run(prepared, Core.Text.SourceText.From("predicate", prepared.Level.StartingText)).Shown!.Result;
        var forecast = new Forecast(items);
        for (var i = 0; i < items.Length; i++)
        {
            forecast = forecast.Say(i, forecast.Truth(i, shown));
        }

        return forecast;
    }

    /// <summary>The forecast that comes true, and those that are wrong in one item.</summary>
    List<string> Forecasts()
    {
        var (items, forecast) = (_prepared.Predictions, TrueForecast(_prepared));
        var all = new List<string> { forecast.Write() };
        for (var i = 0; i < items.Length; i++)
        {
            all.AddRange(items[i].IsNumber ? [forecast.Say(i, Foretold.Of(987_654_321)).Write()] : Forecast.ChoicesOf(items[i]).Select(c => forecast.Say(i, c).Write()));
        }

        return all;
    }
}
