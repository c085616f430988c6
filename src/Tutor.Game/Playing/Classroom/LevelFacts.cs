using System.Collections.Immutable;
using Tutor.Core.Levels;
using Tutor.Core.Play;
using Tutor.Core.Text;

namespace Tutor.Game.Playing.Classroom;

/// <summary>What is true of a level's options and of what it asks to foretell: computed, like everything that is right.</summary>
/// <param name="RightOptions">Ids of the options that pass.</param>
/// <param name="Truths">What is true of each item of a forecast.</param>
sealed record LevelFacts(Level Level, ImmutableHashSet<string> RightOptions, ImmutableArray<PredictItem> Items, ImmutableArray<Foretold> Truths)
{
    /// <summary>Runs the level's options, and its own test where something is to be foretold.</summary>
    public static LevelFacts Of(PreparedLevel prepared)
    {
        ArgumentNullException.ThrowIfNull(prepared);
        var level = prepared.Level;
        var right = level.Options.Where(o => LevelRun.Run(prepared, o.Skip).IsPassed).Select(o => o.Id).ToImmutableHashSet(StringComparer.Ordinal);
        var items = prepared.Predictions;
        return new LevelFacts(level, right, items, items.IsEmpty ? [] : TruthsOf(prepared, items));
    }

    /// <summary>What was answered first, of answers as they are stored.</summary>
    public ImmutableArray<FirstAnswers> Count(IReadOnlyList<(string Answer, string? Option)> firsts) =>
        !Level.Options.IsEmpty ? [OfOptions(firsts)] : OfItems(firsts);

    static ImmutableArray<Foretold> TruthsOf(PreparedLevel prepared, ImmutableArray<PredictItem> items)
    {
        var shown = LevelRun.Run(prepared, SourceText.From("predicate", prepared.Level.StartingText)).Shown;
        var forecast = new Forecast(items);
        return shown is null ? [] : [.. items.Select((_, i) => forecast.Truth(i, shown.Result))];
    }

    FirstAnswers OfOptions(IReadOnlyList<(string Answer, string? Option)> firsts)
    {
        var chosen = firsts.CountBy(f => f.Option ?? f.Answer).ToDictionary(StringComparer.Ordinal);
        return new FirstAnswers("which one?",
            [.. Level.Options.Select(o => new AnswerCount(o.Id, Sitting.TextOf(o), chosen.GetValueOrDefault(o.Id), RightOptions.Contains(o.Id)))]);
    }

    ImmutableArray<FirstAnswers> OfItems(IReadOnlyList<(string Answer, string? Option)> firsts)
    {
        var forecasts = firsts.Select(f => Forecast.TryRead(Items, f.Answer)).OfType<Forecast>().ToList();
        return [.. Items.Select((item, i) => new FirstAnswers(ForecastWords.Name(item), OfItem(item, i, forecasts)))];
    }

    ImmutableArray<AnswerCount> OfItem(PredictItem item, int index, List<Forecast> forecasts)
    {
        var said = forecasts.Select(f => f[index]).OfType<Foretold>().CountBy(f => f).ToDictionary();
        var answers = item.IsNumber ? [.. said.Keys.OrderBy(f => f.Number)] : Forecast.ChoicesOf(item);
        return
        [
            .. answers.Select(a => new AnswerCount(ForecastWords.Of(a), "", said.GetValueOrDefault(a),
                index < Truths.Length && Forecast.IsRight(item, a, Truths[index]))),
        ];
    }
}
