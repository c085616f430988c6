using System.Globalization;
using Tutor.Core.Levels;
using Tutor.Core.Play;

namespace Tutor.Game.Playing;

/// <summary>A forecast in words: what is asked, what was said, what came true. Never stored.</summary>
static class ForecastWords
{
    /// <summary>What may become of a page, in the order in which it can be said.</summary>
    public static IReadOnlyList<PageFate> Fates { get; } = Enum.GetValues<PageFate>();

    /// <summary>What an item asks about.</summary>
    public static string Name(PredictItem item) => item.Page is { } page
        ? string.Create(CultureInfo.InvariantCulture, $"page +{page}") : item.Metric!.Title;

    /// <summary>What was said of an item, or what is true of it.</summary>
    public static string Of(Foretold said) => said.Fate is { } fate ? Of(fate) : Words.Count(said.Number!.Value);

    public static string Of(PageFate fate) => fate switch
    {
        PageFate.Migrated => "it moves",
        PageFate.Futile => "it is tried, and stays",
        PageFate.SkippedPin => "skipped; it could not move",
        PageFate.FalseSkip => "skipped; it could move",
        PageFate.NeverCandidate => "left in any case",
    };

    /// <summary>An item in a sentence; once it is revealed, with what came true.</summary>
    public static string Spoken(Sitting sitting, int item)
    {
        var forecast = sitting.Forecast!;
        var said = $"{Name(forecast.Items[item])}: {(forecast[item] is { } answer ? Of(answer) : "nothing said yet")}";
        return !sitting.IsRevealed || sitting.Latest?.Shown?.Result is not { } result ? $"{said}."
            : forecast.IsRight(item, result) ? $"{said}. It came true." : $"{said}. No: {Of(forecast.Truth(item, result))}.";
    }

    /// <summary>What the number of an answer (from 1), or a metric's size, says of an item; null if it is neither.</summary>
    public static Foretold? Answer(PredictItem item, long number) => item.Page is null
        ? number >= 0 && Digits(number) <= Forecast.MostDigits ? Foretold.Of(number) : null
        : number >= 1 && number <= Fates.Count ? Foretold.Of(Fates[(int)number - 1]) : null;

    static int Digits(long number) => number.ToString(CultureInfo.InvariantCulture).Length;
}
