using System.Collections.Immutable;
using System.Globalization;
using Tutor.Core.Levels;

namespace Tutor.Core.Play;

/// <summary>
/// Forecasts as the first edition stored them: in the words that a player read then. Such rows and exports exist, so
/// these words never change and none is added.
/// </summary>
static class FormerForecast
{
    static readonly Dictionary<string, PageFate> Fates = new(StringComparer.Ordinal)
    {
        ["it moves"] = PageFate.Migrated,
        ["it is tried, and stays"] = PageFate.Futile,
        ["skipped; it could not move"] = PageFate.SkippedPin,
        ["skipped; it could move"] = PageFate.FalseSkip,
        ["skipped; it would have moved"] = PageFate.FalseSkip,
        ["left in any case"] = PageFate.NeverCandidate,
        ["left, whatever the test says"] = PageFate.NeverCandidate,
        ["the predicate is not asked"] = PageFate.NeverCandidate,
    };

    public static List<Foretold?>? Read(ImmutableArray<PredictItem> items, string written)
    {
        var said = new List<Foretold?>();
        if (items.Any(i => i.Dump is not null))
        {
            // The first edition had no forecasts about dumps.
            return null;
        }

        for (var i = 0; i < items.Length; i++)
        {
            var name = $"{Name(items[i])}: ";
            // A fate may hold a semicolon: an answer ends where the next one's name begins.
            var end = i + 1 < items.Length ? written.IndexOf($"; {Name(items[i + 1])}: ", StringComparison.Ordinal) : written.Length;
            if (end < name.Length || !written.StartsWith(name, StringComparison.Ordinal)
                || Answer(items[i], written[name.Length..end]) is not { } answer)
            {
                return null;
            }

            said.Add(answer);
            written = i + 1 < items.Length ? written[(end + 2)..] : "";
        }

        return said;
    }

    static Foretold? Answer(PredictItem item, string text) => item.Page is null ? Forecast.ReadNumber(text)
        : Fates.TryGetValue(text, out var fate) ? Foretold.Of(fate) : null;

    static string Name(PredictItem item) => item.Page is { } page ? string.Create(CultureInfo.InvariantCulture, $"page +{page}")
        : item.Metric!.Name.Replace('_', ' ').Replace("cost ns", "cost", StringComparison.Ordinal);
}
