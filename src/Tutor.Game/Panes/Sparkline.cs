using Tutor.Game.Drawing;

namespace Tutor.Game.Panes;

/// <summary>Numbers as a row of bars, a column each.</summary>
static class Sparkline
{
    static readonly string[] Bars = ["▁", "▂", "▃", "▄", "▅", "▆", "▇", "█"];

    static readonly string[] AsciiBars = [".", ":", "-", "=", "+", "*", "%", "#"];

    /// <summary>One character a number: blank for none, the tallest for <paramref name="most"/>.</summary>
    public static string Of(IReadOnlyList<long> values, long most)
    {
        var bars = Glyphs.Current.IsAscii ? AsciiBars : Bars;
        return string.Concat(values.Select(v => v <= 0 || most <= 0 ? " " : bars[(int)Math.Min(bars.Length - 1, (v * bars.Length - 1) / most)]));
    }
}
