using Tutor.Game.Reading;


namespace Tutor.Game.Panes;

/// <summary>Numbers as a row of bars, a column each.</summary>
static class Sparkline
{
    /// <summary>One character a number: blank for none, the tallest for <paramref name="most"/>.</summary>
    public static string Of(IReadOnlyList<long> values, long most) => string.Concat(values.Select(v =>
        v <= 0 || most <= 0 ? ' ' : Glyphs.Bars[(int)Math.Min(Glyphs.Bars.Length - 1, (v * Glyphs.Bars.Length - 1) / most)]));
}
