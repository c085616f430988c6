using System.Collections.Immutable;
using System.Globalization;

namespace Tutor.Cli.Comparing;

/// <summary>A list of seeds as it is typed: <c>1-50</c>, <c>3,7,10-12</c>.</summary>
static class CompareSeeds
{
    /// <summary>Seeds of one comparison.</summary>
    public const int Most = 10_000;

    /// <summary>The seeds in the order in which they are typed, each once; null: no list.</summary>
    public static ImmutableArray<ulong>? Parse(string text)
    {
        var seeds = new List<ulong>();
        foreach (var part in text.Split(','))
        {
            var ends = part.Split('-');
            if (ends.Length > 2 || !TryNumber(ends[0], out var first) || !TryNumber(ends[^1], out var last)
                || last < first || last - first >= Most || seeds.Count > Most)
            {
                return null;
            }

            for (var seed = first; ; seed++)
            {
                seeds.Add(seed);
                if (seed == last)
                {
                    break;
                }
            }
        }

        return seeds.Count > Most ? null : [.. seeds.Distinct()];
    }

    static bool TryNumber(string text, out ulong number) =>
        ulong.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out number);
}
