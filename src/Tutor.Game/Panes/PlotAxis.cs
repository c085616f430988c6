using System.Globalization;
using Tutor.Game.Playing;

namespace Tutor.Game.Panes;

/// <summary>The lengths of bars for some values: linear, or logarithmic if the largest value would make the others alike.</summary>
sealed class PlotAxis
{
    /// <summary>If the largest value is more than this many times the smallest, the scale is logarithmic.</summary>
    const int MostTimes = 50;

    readonly double _most;

    public PlotAxis(IReadOnlyCollection<long> values)
    {
        var (least, most) = (values.DefaultIfEmpty().Min(), values.DefaultIfEmpty().Max());
        IsLogarithmic = most > MostTimes * (least + 1);
        _most = Scale(most);
    }

    public bool IsLogarithmic { get; }

    /// <summary>0 for nothing, <paramref name="cells"/> for the largest, at least one for anything between.</summary>
    public int Bar(long value, int cells) => value <= 0 || _most <= 0 ? 0 : (int)Math.Ceiling(Scale(value) / _most * cells);

    /// <summary>A number in at most six columns: <c>12,345</c>, <c>123k</c>, <c>12M</c>.</summary>
    public static string Short(long value) => value switch
    {
        >= 10_000_000 => string.Create(CultureInfo.InvariantCulture, $"{value / 1_000_000}M"),
        >= 100_000 => string.Create(CultureInfo.InvariantCulture, $"{value / 1000}k"),
        _ => Words.Count(value),
    };

    double Scale(long value) => IsLogarithmic ? Math.Log(value + 1) : value;
}
