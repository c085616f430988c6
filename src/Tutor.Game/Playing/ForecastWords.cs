using System.Globalization;
using Tutor.Core.Dumps;
using Tutor.Core.Levels;
using Tutor.Core.Play;
using Tutor.Core.Simulation;

namespace Tutor.Game.Playing;

/// <summary>A forecast in words: what is asked, what was said, what came true. Never stored.</summary>
static class ForecastWords
{
    /// <summary>What an item asks about.</summary>
    public static string Name(PredictItem item) => item switch
    {
        { Dump: { } question } => Name(question),
        { Page: { } page } => string.Create(CultureInfo.InvariantCulture, $"page +{page}"),
        _ => item.Metric!.Title,
    };

    /// <summary>What a question about a page dump asks, in at most 24 characters.</summary>
    static string Name(DumpQuestion question) => question.Asked switch
    {
        DumpAsked.Accounted => question.Holder!.Value switch
        {
            AccountedHolder.Mapping => "held by mappings",
            AccountedHolder.PageCache => "held by the page cache",
            AccountedHolder.SwapCache => "held by the swap cache",
            AccountedHolder.Private => "held by private data",
            AccountedHolder.Pin => "held by pins, if pins",
            AccountedHolder.Printer => "held by who printed it",
        },
        DumpAsked.Unexplained => "left over beside these",
        DumpAsked.Skips => $"would {question.Revision!.Id} skip?",
        DumpAsked.Moves => "could it move, as printed?",
    };

    /// <summary>What was said of an item, or what is true of it.</summary>
    public static string Of(Foretold said) => said switch
    {
        { Fate: { } fate } => Of(fate),
        { Moves: { } moves } => moves switch
        {
            MovesNow.Yes => "yes",
            MovesNow.No => "no",
            MovesNow.CannotTell => "the dump cannot tell",
        },
        { Skips: { } skips } => skips ? "yes" : "no",
        _ => Words.Count(said.Number!.Value),
    };

    public static string Of(PageFate fate) => fate switch
    {
        PageFate.Migrated => "it moves",
        PageFate.Futile => "it is tried, and stays",
        PageFate.SkippedPin => "skipped; it could not move",
        PageFate.FalseSkip => "skipped; it could move",
        PageFate.NeverCandidate => "never a candidate",
    };

    /// <summary>An item of a forecast and its answer in a sentence. After handing in, the sentence says whether it came true.</summary>
    public static string Spoken(ForecastAtHand hand, Sitting sitting, int item)
    {
        var forecast = hand.Forecast;
        var name = Name(forecast.Items[item]);
        var said = $"{name}{(name.EndsWith('?') ? "" : ":")} {(forecast[item] is { } answer ? Of(answer) : "nothing said yet")}";
        return hand.MarkOf(item) switch
        {
            null => $"{said}.",
            true => $"{said}. It came true.",
            false => hand.Truth is { } truth ? $"{said}. No: {Of(forecast.Truth(item, truth))}." : $"{said}. Not this: {WhereToLook(sitting, forecast.Items[item])}.",
        };
    }

    /// <summary>A hint where to look again, which does not give the item's answer away.</summary>
    public static string WhereToLook(Sitting sitting, PredictItem item) => item.Dump is not null ? "read the dump's lines again, and account for each reference"
        : item.Page is { } met && sitting.Prepared.Shown.Settings.Scanners == ScannerSet.Both
            ? string.Create(CultureInfo.InvariantCulture, $"follow both scanners, batch by batch: do they come to page +{met}?")
        : item.Page is { } page ? string.Create(CultureInfo.InvariantCulture, $"look at who holds page +{page}, and what the test asks")
        : "count the pages of each kind, and ask the test about each kind";

    /// <summary>The answer that a typed number means: a choice by its number from 1, or a count. Null if it means neither.</summary>
    public static Foretold? Answer(PredictItem item, long number)
    {
        var choices = Forecast.ChoicesOf(item);
        return item.IsNumber ? number >= 0 && Digits(number) <= Forecast.MostDigits ? Foretold.Of(number) : null
            : number >= 1 && number <= choices.Length ? choices[(int)number - 1] : null;
    }

    static int Digits(long number) => number.ToString(CultureInfo.InvariantCulture).Length;
}
