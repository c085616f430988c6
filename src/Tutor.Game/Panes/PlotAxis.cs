using System.Globalization;
using Tutor.Game.Playing;

namespace Tutor.Game.Panes;

/// <summary>Where values come to lie on so many cells: evenly, or where the largest would push the others together, by their logarithm.</summary>
sealed class PlotAxis
{
    /// <summary>How many times the smallest the largest may be before only logarithms tell the others apart.</summary>
    const int MostTimes = 50;

    readonly double _first;
    readonly double _last;

    public PlotAxis(IReadOnlyCollection<long> values)
    {
        Least = values.DefaultIfEmpty().Min();
        Most = values.DefaultIfEmpty().Max();
        IsLogarithmic = Most > MostTimes * (Least + 1);
        (_first, _last) = (Scale(Least), Scale(Most));
    }

    public long Least { get; }

    public long Most { get; }

    public bool IsLogarithmic { get; }

    /// <summary>From 0 to <paramref name="cells"/> - 1; a single value lies in the middle.</summary>
    public int Cell(long value, int cells) => _last <= _first ? (cells - 1) / 2
        : (int)Math.Round((Scale(value) - _first) / (_last - _first) * (cells - 1));

    /// <summary>A number in at most six columns: <c>12,345</c>, <c>123k</c>, <c>12M</c>.</summary>
    public static string Short(long value) => value switch
    {
        >= 10_000_000 => string.Create(CultureInfo.InvariantCulture, $"{value / 1_000_000}M"),
        >= 100_000 => string.Create(CultureInfo.InvariantCulture, $"{value / 1000}k"),
        _ => Words.Count(value),
    };

    double Scale(long value) => IsLogarithmic ? Math.Log(value + 1) : value;
}
