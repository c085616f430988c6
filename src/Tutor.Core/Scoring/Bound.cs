using System.Globalization;

namespace Tutor.Core.Scoring;

/// <summary>Which side of a value is bounded.</summary>
public enum BoundSide : byte
{
    /// <summary>At most.</summary>
    Max,

    /// <summary>At least.</summary>
    Min,
}

/// <summary>
/// A bound on a metric: a number, or a per cent of its population. Compared exactly, in integers; an empty
/// population meets every bound in per cent.
/// </summary>
/// <param name="Amount">The number; of a per cent its hundredths, so that 1.5 % is 150.</param>
public readonly record struct Bound(BoundSide Side, long Amount, bool IsPercent)
{
    /// <summary>Hundredths of a per cent in the whole.</summary>
    const long Whole = 10_000;

    public static Bound Number(BoundSide side, long amount) => new(side, amount, IsPercent: false);

    /// <summary><paramref name="hundredths"/> of a per cent, 0 and up.</summary>
    public static Bound Percent(BoundSide side, long hundredths) => new(side, hundredths, IsPercent: true);

    /// <summary>Whether <paramref name="value"/> of <paramref name="population"/> is within.</summary>
    public bool IsMetBy(long value, long population) =>
        (IsPercent && population == 0) || Slack(value, population) >= 0;

    /// <summary>
    /// How far inside the bound the value lies, negative when outside: in units, for a per cent in hundredths of
    /// a per cent times the population. Comparable between runs of one bound only by <see cref="IsTighter"/>.
    /// </summary>
    Int128 Slack(long value, long population)
    {
        var limit = IsPercent ? (Int128)Amount * population : Amount;
        var reached = IsPercent ? (Int128)value * Whole : value;
        return Side == BoundSide.Max ? limit - reached : reached - limit;
    }

    /// <summary>
    /// Whether the first run is worse than the second: less inside, or further outside. Runs are compared by
    /// share where the bound is one, by number else; an empty population is never worse.
    /// </summary>
    public bool IsTighter((long Value, long Population) first, (long Value, long Population) second)
    {
        if (!IsPercent)
        {
            return Slack(first.Value, first.Population) < Slack(second.Value, second.Population);
        }

        if (first.Population == 0 || second.Population == 0)
        {
            return first.Population != 0;
        }

        return Slack(first.Value, first.Population) * second.Population
            < Slack(second.Value, second.Population) * first.Population;
    }

    /// <summary>The furthest value still within for this population: what a person compares with.</summary>
    public long Limit(long population)
    {
        if (!IsPercent)
        {
            return Amount;
        }

        var exact = (Int128)Amount * population;
        return (long)(Side == BoundSide.Max ? exact / Whole : (exact + Whole - 1) / Whole);
    }

    /// <summary><c>max 2%</c>, <c>min 120</c>.</summary>
    public override string ToString()
    {
        var side = Side == BoundSide.Max ? "max" : "min";
        return IsPercent
            ? string.Create(CultureInfo.InvariantCulture, $"{side} {Amount / 100m:0.##}%")
            : string.Create(CultureInfo.InvariantCulture, $"{side} {Amount}");
    }
}
